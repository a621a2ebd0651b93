// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace bramble {

/// A program and its arguments; quoted in one place (text/shell.h), and only on the way into a shell.
struct Command
{
    Command() = default;
    Command(QString theProgram, QStringList theArguments = {}, bool root = false)
        : program(std::move(theProgram))
        , arguments(std::move(theArguments))
        , asRoot(root)
    {
    }

    QString program;
    QStringList arguments;
    bool asRoot = false; ///< through sudo where the login is not root already

    bool operator==(const Command &) const = default;
};

/// The same command, as root.
inline Command asRoot(QString program, QStringList arguments = {})
{
    return Command(std::move(program), std::move(arguments), true);
}

} // namespace bramble

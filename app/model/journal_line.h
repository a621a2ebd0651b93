// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace bramble {

/// One entry of the journal on a server (steps/journal.h), as it stands there now.
struct JournalLine
{
    struct File
    {
        enum class Now { Before, Ours, Changed };

        QString path;
        Now now = Now::Ours;
        std::optional<QByteArray> before; ///< absent: it was not there
        std::optional<QByteArray> content; ///< of now

        bool operator==(const File &) const = default;
    };

    QString number;
    QString what;
    QString run;
    bool committed = false; ///< its run went through
    bool done = false; ///< false: the run was cut off in it
    std::vector<File> files;
    QStringList changed; ///< what somebody changed since; it is not taken back unasked

    bool operator==(const JournalLine &) const = default;
};

} // namespace bramble

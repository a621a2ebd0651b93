// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/error.h"
#include "model/progress.h"
#include "model/secret.h"

#include <QJsonObject>

#include <optional>

namespace bramble {

/// What people, or programs, read: one bar that is drawn over on a terminal, plain lines elsewhere, one JSON object a line with --json.
class Terminal
{
public:
    explicit Terminal(bool json);

    bool json() const { return m_json; }
    bool interactive() const { return m_interactive; } ///< somebody can answer
    void line(const QString &text); ///< not with --json
    void object(const QJsonObject &object); ///< only with --json
    void bar(const QString &label, double fraction); ///< on a terminal only; drawn over by the next line
    void error(const Error &error);

    /// Asks on the terminal; nothing where nobody can answer.
    std::optional<bool> ask(const QString &question);
    std::optional<Secret> askSecret(const QString &question);

private:
    void clearBar();

    bool m_json;
    bool m_interactive;
    bool m_terminal;
    bool m_barShown = false;
};

QJsonObject toJson(const Error &error);

} // namespace bramble

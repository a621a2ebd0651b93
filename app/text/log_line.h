// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace bramble {

/// One line of a log, whoever wrote it down: who spoke, when, and what.
struct LogLine
{
    qint64 atMs = 0; ///< Unix ms
    QString identifier; ///< dnsmasq-dhcp, rpc.mountd
    QString message;

    bool operator==(const LogLine &) const = default;
};

/// nowMs and offsetSeconds as in LogReader. Nothing for what is no log line of a known form.
std::optional<LogLine> readLogLine(QByteArrayView line, qint64 nowMs, int offsetSeconds);

/// Where in the journal a line of `journalctl -o json` stands; empty if it does not say.
QByteArray cursorOf(QByteArrayView line);

} // namespace bramble

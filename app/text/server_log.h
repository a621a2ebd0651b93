// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace bramble {

/// Who speaks in the lines that recordingLine makes.
inline constexpr QLatin1StringView ownLogName{"bramble"};

/// A line of a recording for what was heard by ourselves and by no program of the server, in the form of journalctl -o json; LogReader
/// reads it. Empty for events that the server's own log has.
QByteArray recordingLine(const Event &event);

/// Lines of dnsmasq and rpc.mountd to events (reference: netboot 6.1, 6.3). Fed line by line; remembers only what one
/// line needs of earlier ones. Understands `journalctl -o json`, classic syslog and dnsmasq's own log file, `-o
/// short-iso`, and OpenWrt's logread.
class LogReader
{
public:
    /// nowMs: about now by the clock that wrote the log (Unix ms): the classic form says no year.
    /// offsetSeconds: east of UTC, for the forms that say no zone.
    explicit LogReader(qint64 nowMs = 0, int offsetSeconds = 0) : m_nowMs(nowMs), m_offset(offsetSeconds) { }

    /// What a line says: mostly nothing, sometimes two things. Lines over 8 KiB and lines of others say nothing.
    std::vector<Event> read(QByteArrayView line);

private:
    // One DHCP exchange, as log-dhcp tells it over several lines.
    struct Exchange
    {
        DhcpAsker asker = DhcpAsker::Other;
        std::optional<MacAddress> mac;
        bool offering = false; ///< a DHCPOFFER of ours is being described
    };

    Exchange &exchange(const QString &id);
    void readDhcp(const QString &text, std::vector<EventKind> &out);
    void readDhcpMessage(const QString &id, const QString &message, std::vector<EventKind> &out);
    void readTftp(const QString &text, std::vector<EventKind> &out);

    qint64 m_nowMs;
    int m_offset;
    QHash<QString, Exchange> m_exchanges; ///< by transaction id
    QStringList m_order; ///< of m_exchanges, oldest first
    QHash<Ipv4, QString> m_aborts; ///< what a client said when it broke off; the line about the file comes next
};

} // namespace bramble

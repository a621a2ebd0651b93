// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/netconsole.h"

#include "wire/packet.h"

#include <algorithm>

namespace bramble {

namespace {

constexpr qsizetype senderLimit = 1024;
constexpr int linesPerSecond = 100; // a boot loader says some thirty in all
constexpr qint64 pauseMs = 200; // who says nothing for so long has ended his line

bool isText(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t'; });
}

} // namespace

QStringList Netconsole::read(qint64 atMs, const Packet &packet)
{
    const auto mac = MacAddress::fromBytes(packet.from);
    if (packet.kind != Packet::Kind::Udp || packet.destinationPort != port || !mac || packet.payload.isEmpty() || !isText(packet.payload))
        return {};
    if (m_senders.size() >= senderLimit && !m_senders.contains(*mac))
        m_senders.clear();
    Sender &sender = m_senders[*mac];
    QStringList lines;
    const auto end = [&] {
        const QByteArray line = std::exchange(sender.begun, {}).simplified();
        if (qAbs(atMs - sender.secondMs) >= 1000) {
            sender.secondMs = atMs;
            sender.lines = 0;
        }
        if (!line.isEmpty() && lines.size() < mostLines && ++sender.lines <= linesPerSecond)
            lines << QString::fromLatin1(line);
    };
    if (qAbs(atMs - sender.lastMs) >= pauseMs)
        end();
    sender.lastMs = atMs;
    for (const char c : packet.payload) {
        if (c == '\n' || c == '\r' || sender.begun.size() >= longestLine)
            end();
        if (c != '\n' && c != '\r')
            sender.begun += c;
    }
    if (!packet.isWhole()) // what the capture cut off is not coming
        end();
    return lines;
}

} // namespace bramble

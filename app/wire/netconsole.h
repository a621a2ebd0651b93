// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/mac_address.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace bramble {

struct Packet;

/// Lines of the boot loaders' consoles, put together from datagrams: the EEPROM setting NETCONSOLE, and Linux' module of that name, send text
/// to this port. How a line is cut into datagrams nobody promises. Bounded in senders, in length and in pace.
class Netconsole
{
public:
    static constexpr quint16 port = 6666;
    static constexpr qsizetype longestLine = 300; ///< the rest begins another
    static constexpr qsizetype mostLines = 16; ///< of one datagram

    /// What is whole by now. atMs: Unix ms. Nothing for a datagram that holds anything but printable ASCII and ends of lines.
    QStringList read(qint64 atMs, const Packet &packet);

private:
    struct Sender
    {
        QByteArray begun; ///< of a line
        qint64 lastMs = 0;
        qint64 secondMs = 0; ///< when the second began that is counted
        int lines = 0; ///< in it
    };

    QHash<MacAddress, Sender> m_senders;
};

} // namespace bramble

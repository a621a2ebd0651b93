// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"

#include <QByteArrayView>
#include <QHash>
#include <QMap>

#include <vector>

namespace bramble {

/// Reads what `ss -tinH state established '( sport = :2049 )'` says of the server's NFS connections, again and again, each round ended by a line with
/// a dot; adds up how many bytes each client and its disk have told each other. Fed line by line. Either form of ss: the counters in a second line,
/// or (-O) behind the addresses. A total never falls: what a connection had counted before it ended, or began again, stays.
class SocketReader
{
public:
    /// Another ss begins, perhaps long after the last one: its first round tells of all how much it is, and nothing of since when.
    void beginAnew();

    /// At the end of a round what has risen by some KiB, by address; else nothing. Kernels before 4.1 count no bytes, and say so by silence.
    std::vector<DiskBytes> read(QByteArrayView line);

private:
    /// The client, its port and the server's address: one connection at a time.
    using Connection = std::pair<quint64, quint32>;
    struct Client
    {
        qint64 total = 0;
        qint64 told = 0;
        int connections = 0; ///< in this round
    };

    void begin(Connection connection);
    void count(QByteArrayView token);
    std::vector<DiskBytes> endRound();

    QMap<Ipv4, Client> m_clients;
    QHash<Connection, qint64> m_last; ///< counters of the last round
    QHash<Connection, qint64> m_now;
    std::optional<Connection> m_current; ///< whose counters come
    bool m_isFirst = true; ///< round of this ss
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"

#include <QHash>

#include <vector>

namespace bramble {

struct Packet;

/// What only the wire shows: questions that nobody answers, answers of others. Bounded: a flood makes it forget, never grow.
class PacketSigns
{
public:
    /// server: ours, where it is known; else the first that says where to boot from.
    explicit PacketSigns(std::optional<Ipv4> server = {}) : m_server(server) { }

    void read(qint64 atMs, const Packet &packet, std::vector<EventKind> &out);

private:
    void readDhcp(qint64 atMs, const Packet &packet, std::vector<EventKind> &out);
    void readTftp(const Packet &packet, std::vector<EventKind> &out);
    void readTcp(const Packet &packet, std::vector<EventKind> &out);
    void readArp(const Packet &packet, std::vector<EventKind> &out);
    void readCall(const Packet &packet, QByteArrayView message, std::vector<EventKind> &out);

    struct Asked
    {
        QByteArray file;
        int count = 0;
        bool answered = false;
    };
    struct Speaker
    {
        MacAddress mac;
        std::optional<MacAddress> before;
    };

    std::optional<Ipv4> m_server;
    QHash<MacAddress, qint64> m_questions; ///< when a boot ROM asked last, Unix ms
    QHash<Ipv4, Asked> m_asked; ///< the file that a client asks for now
    QHash<std::pair<Ipv4, quint16>, int> m_knocks; ///< SYNs and calls without an answer, by client and port
    QHash<std::pair<Ipv4, quint32>, quint32> m_lookups; ///< program by client and call id: what rpcbind was asked
    QHash<std::pair<Ipv4, Ipv4>, int> m_sought; ///< ARP: who seeks whom
    QHash<Ipv4, Speaker> m_speakers; ///< ARP: who says that an address is its own
};

/// A packet in words, as evidence for people: not translated, as the lines of a log are not.
QString inWords(const EventKind &kind);

} // namespace bramble

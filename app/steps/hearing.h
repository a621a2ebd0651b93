// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sightings.h"
#include "text/dhcp_log.h"

#include <QHash>

#include <vector>

namespace bramble {

/// Turns what a server or a router prints while Pis ask into sightings: `tcpdump -l -xx` of the ports 67, 69 and 4011, or
/// dnsmasq's log, or both mixed. Pure; fed line by line.
class Hearing
{
public:
    std::vector<Sighting> feed(QByteArrayView line);
    /// What the last packet was: tcpdump does not say where one ends.
    std::vector<Sighting> finish() { return packet(); }

private:
    bool hexLine(QByteArrayView line);
    bool isWhole() const;
    std::vector<Sighting> packet();
    std::vector<Sighting> log(QByteArrayView line);
    std::vector<Sighting> asked(const Serial &serial, const std::optional<MacAddress> &mac, const std::optional<Ipv4> &address);

    QByteArray m_packet; ///< of tcpdump, as far as it has come
    DhcpLogReader m_log;
    struct Board
    {
        Sighting seen;
        std::optional<quint8> serialEnd{}; ///< the lowest byte of its serial, all that dnsmasq's log tells of it
    };
    void remember(const Sighting &seen, std::optional<quint8> serialEnd);

    QHash<MacAddress, Board> m_boards; ///< boot loaders that asked DHCP, by their address
    QHash<Ipv4, MacAddress> m_addresses; ///< who got which, as far as it was heard
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"

namespace bramble {

/// How the Pis get their address and learn where to boot from.
enum class DhcpRole {
    Proxy, ///< the router gives addresses, our service says where to boot from
    Full, ///< our service does both
    Elsewhere ///< another program does both, on this machine or on a router; our service has the files
};

/// What our boot service is told beside the cluster: it follows from the server.
struct BootServer
{
    QString interface; ///< that faces the Pis
    Ipv4Network lan = *Ipv4Network::parse(u"0.0.0.0/0"); ///< the server's address there
    DhcpRole dhcp = DhcpRole::Proxy;
    std::optional<Ipv4Range> range; ///< full only
    std::optional<Ipv4> gateway; ///< full only; nothing: the network has none
    std::vector<Ipv4> dns; ///< full only
    std::vector<MacAddress> toldByRouter; ///< proxy only: not answered by us, so that each board gets one answer

    bool operator==(const BootServer &) const = default;
};

/// A dnsmasq or Pi-hole that gives addresses on the server already and gets some lines of ours.
struct DhcpExtension
{
    enum class Program { Dnsmasq, Pihole };

    Program program = Program::Dnsmasq;
    QString unit; ///< dnsmasq.service
    bool needsProxy = false; ///< it gives no addresses on the network of the Pis: there it shall speak of booting only
    bool switchOn = false; ///< Pi-hole 6 has to be told that drop-ins count
    bool setsBootServer = false; ///< it names a boot server to everybody; Pis need their own
    QStringList knownMacs; ///< lower case; it has lines for them already

    bool operator==(const DhcpExtension &) const = default;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/boot_server.h"
#include "model/error.h"
#include "model/findings.h"

namespace bramble {

/// How a server and a cluster go together: every judgement about what was found is made here, once, for the plan and for the rows
/// that people read.
struct Arrangement
{
    BootServer boot;
    std::optional<DhcpExtension> extension; ///< dhcp is Elsewhere then: on this machine
    int nfsThreads = 0; ///< 0: as it is
    quint16 mountdPort = 0; ///< to be set; 0: as it is
    std::vector<PortNeed> closed; ///< that a firewall keeps out, and that it can be told to let in
    std::vector<Error> hindrances; ///< why there can be no plan; the first is said first

    bool operator==(const Arrangement &) const = default;
};

/// Pure. Hindrances: ServerUnsupported, ServerAddressUnknown, ServerFilesystemUnfit, ServerPortTaken, ServerDropInsDormant,
/// ServerNfsWithout3, ServerNetworkUnasked, ServerOtherDhcp, DhcpRangeInvalid.
Arrangement arrange(const Cluster &cluster, const ServerFacts &facts);

/// Whether a socket is our own service's.
bool isOurs(const PortOwner &owner, const ServerFacts &facts);
/// Whether a socket stands where ours would have to: the same interface and address, or all of them.
bool isInTheWay(const PortOwner &owner, const BootServer &boot);
/// What has to be let in for these roles.
std::vector<PortNeed> neededPorts(quint16 mountdPort);
/// Whether a firewall lets a port in on the interface of the Pis.
bool letsIn(const Firewall &firewall, const PortNeed &need, const BootServer &boot);

} // namespace bramble

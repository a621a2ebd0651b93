// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"
#include "model/plan.h"
#include "steps/arrange.h"

namespace bramble {

/// The settings files of a set-up as they should be, with what lies there now. Pure.
std::vector<WriteFile> serverFiles(const Cluster &cluster, const ServerLayout &layout, const BootServer &boot, const ServerFacts &facts);

/// Those that not every server needs: lines for its NFS server, for its own dnsmasq, for its firewall. Pure.
std::optional<TuneNfs> nfsSettings(const Arrangement &arrangement, const ServerFacts &facts);
std::optional<ExtendDhcp> dhcpLines(const Cluster &cluster, const Arrangement &arrangement, const ServerFacts &facts);
Result<std::optional<OpenFirewall>> firewallRules(const Arrangement &arrangement, const ServerFacts &facts);

/// What people fear for and what stays as it is. Pure.
std::vector<Untouched> untouched(const Arrangement &arrangement, const ServerFacts &facts);

/// The interface that faces the Pis and the server's address there: the wish, or the one this login came in by, or the default route's.
std::optional<std::pair<QString, Ipv4Network>> facing(const Cluster &cluster, const ServerFacts &facts);

} // namespace bramble

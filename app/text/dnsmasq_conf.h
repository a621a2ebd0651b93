// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/boot_server.h"
#include "model/plan.h"

namespace bramble {

/// Files of our own boot server on a Debian server. It is an instance beside whatever dnsmasq the machine runs already.
inline constexpr QLatin1StringView dnsmasqConfPath{"/etc/brambleboot/dnsmasq.conf"};
inline constexpr QLatin1StringView dnsmasqUnitPath{"/etc/systemd/system/brambleboot-dnsmasq.service"};
inline constexpr QLatin1StringView dnsmasqUnitName{"brambleboot-dnsmasq.service"};

/// What another dnsmasq of the server is told, where that one gives the addresses.
inline constexpr QLatin1StringView dropInPath{"/etc/dnsmasq.d/brambleboot.conf"};

/// TFTP for the Pis on one interface, and what server.dhcp says of DHCP (reference: netboot 2.1, 2.2, 2.7; limits: ux 2.4).
QByteArray renderDnsmasqConf(const Cluster &cluster, const BootServer &server, const ServerLayout &layout);

/// For a dnsmasq or Pi-hole that has port 67: the Pis' boot menu, and nothing about anybody else. Files and disks stay with our own
/// service, so that theirs needs no rights to them.
QByteArray renderDropIn(const Cluster &cluster, const BootServer &server, const DhcpExtension &extension);

/// The address a node is given where our service gives them: by its place in the cluster file, from the start of the range. Nothing: its
/// MAC address is not known, so it gets any.
std::optional<Ipv4> reservedAddress(const Cluster &cluster, const Node &node, const Ipv4Range &range);

} // namespace bramble

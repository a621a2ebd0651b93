// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan.h"

namespace bramble {

/// Files of our own boot server on a Debian server. It is an instance beside whatever dnsmasq the machine runs already.
inline constexpr QLatin1StringView dnsmasqConfPath{"/etc/brambleboot/dnsmasq.conf"};
inline constexpr QLatin1StringView dnsmasqUnitPath{"/etc/systemd/system/brambleboot-dnsmasq.service"};
inline constexpr QLatin1StringView dnsmasqUnitName{"brambleboot-dnsmasq.service"};

/// Proxy DHCP and TFTP for the Pis on one interface (reference: netboot 2.1, 2.2, 2.7; limits: ux 2.4). The router
/// keeps giving addresses.
QByteArray renderDnsmasqConf(const Cluster &cluster, const QString &interface, Ipv4Network lan,
                             const ServerLayout &layout);

} // namespace bramble

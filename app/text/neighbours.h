// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/mac_address.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace bramble {

/// Who has which address: tables of neighbours and files of leases, of this computer, a server or a router.
struct Neighbour
{
    Ipv4 address;
    MacAddress mac;
    QString name{}; ///< as its DHCP server knows it; empty: not said
    QString interface{}; ///< empty: not said

    bool operator==(const Neighbour &) const = default;
};

/// `ip neigh` with or without -j, /proc/net/arp, and `arp -a` of Linux, macOS and Windows (in whatever language). What is
/// incomplete, a group's address, or none of these lines is left out. Looks at the first MiB.
std::vector<Neighbour> parseNeighbours(QByteArrayView text);

/// dnsmasq's and OpenWrt's lines, ISC dhcpd's blocks and Kea's CSV, of which the last for an address holds. Looks at the first MiB.
std::vector<Neighbour> parseLeases(QByteArrayView text);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/mac_address.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace bramble {

/// A board that somebody entered in a DHCP server's settings, whether it has ever been switched on or not.
struct Reservation
{
    MacAddress mac;
    std::optional<Ipv4> address{}; ///< nothing: it only has a name there
    QString name{}; ///< empty: not said

    bool operator==(const Reservation &) const = default;
};

/// In dnsmasq's settings (dhcp-host=, with any number of MAC addresses), what `uci show dhcp` prints, ISC dhcpd's and Kea's
/// settings, Pi-hole's pihole.toml and /etc/ethers; any mixture of them. What has no MAC address is left out. Looks at the first 512 KiB.
std::vector<Reservation> parseReservations(QByteArrayView text);

} // namespace bramble

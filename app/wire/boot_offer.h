// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/dhcp.h"
#include "wire/pxe.h"

namespace bramble {

/// What a DHCP offer tells a Pi about where to boot from, one answer each: whether what was entered in a router arrives on the wire.
struct OfferCheck
{
    enum class What { Text, TftpServer, NextServer };

    What what = What::Text;
    bool good = false;
    QString found; ///< what the offer says, where it is not good; empty: nothing

    bool operator==(const OfferCheck &) const = default;
};

/// server: what the Pis are to be served by; rule: of the boot ROM that reads it. Pure; three rows, in the order of What.
std::vector<OfferCheck> checkOffer(const DhcpMessage &offer, Ipv4 server, BootTextRule rule);

} // namespace bramble

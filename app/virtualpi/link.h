// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/mac_address.h"
#include "model/result.h"
#include "wire/frame.h"

#include <QDeadlineTimer>
#include <QString>

#include <memory>
#include <optional>

namespace bramble {

/// The Ethernet port of a virtual Pi: frames before it has an address, an address for the kernel's own sockets after.
class Link
{
public:
    Link() = default;
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;
    /// Takes back the address it gave.
    virtual ~Link() = default;

    virtual MacAddress mac() const = 0;
    virtual Result<> send(const UdpFrame &frame) = 0;
    /// The next UDP datagram to this MAC or to all, or nothing by the deadline.
    virtual Result<std::optional<UdpFrame>> receive(const QDeadlineTimer &deadline) = 0;
    /// Replaces an address it gave before.
    virtual Result<> setAddress(Ipv4Network address, std::optional<Ipv4> router) = 0;
    virtual Result<> clearAddress() = 0;
};

/// Brings the interface up and, if told so, gives it the MAC. PiInterface where there is no such interface, no right to
/// raw sockets, or an address that a virtual Pi did not put there: then the interface belongs to somebody.
Result<std::unique_ptr<Link>> openLink(const QString &interface, std::optional<MacAddress> mac);

} // namespace bramble

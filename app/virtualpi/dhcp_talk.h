// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/stop.h"
#include "virtualpi/link.h"
#include "wire/dhcp.h"

#include <chrono>

namespace bramble {

/// Asking and being answered over DHCP, whoever asks.

/// time * factor, in whole milliseconds.
std::chrono::milliseconds scaled(std::chrono::milliseconds time, double factor);

/// A message of a client with its type as the first option.
DhcpMessage dhcpRequest(MacAddress mac, DhcpType type, quint32 xid);
/// Adds what makes a REQUEST of it: server and address of the offer.
DhcpMessage requestFor(DhcpMessage message, const DhcpMessage &offer);

Result<> sendDhcp(Link &link, const DhcpMessage &message);
/// The next answer to this client and exchange; nothing by the deadline. Stopped where stop was asked for.
Result<std::optional<DhcpMessage>> nextDhcp(Link &link, quint32 xid, const QDeadlineTimer &deadline, const Stop &stop);
Result<std::optional<DhcpMessage>> nextDhcpOfType(Link &link, quint32 xid, DhcpType type,
                                                  const QDeadlineTimer &deadline, const Stop &stop);
/// Sends the REQUEST until an ACK for the address it asks for comes; PiNoOffer when none came by the end, or a NAK.
Result<DhcpMessage> requestLease(Link &link, const DhcpMessage &request, std::chrono::milliseconds resend,
                                 const QDeadlineTimer &end, const Stop &stop);

/// Who answered: server id, or the next server where the answer names none.
Ipv4 serverOf(const DhcpMessage &answer);
/// Address and mask; without a mask that of the address class, as RFC 950 has it.
Ipv4Network networkOf(const DhcpMessage &lease);

} // namespace bramble

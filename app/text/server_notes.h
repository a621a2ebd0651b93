// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"

#include <optional>

/// Lines of the server's programs that say why a boot goes no further, and nothing of how far it is.
namespace bramble {

/// dnsmasq about itself, rpc.mountd, exportfs (what our hook prints), the kernel, systemd about the NFS server and our own unit.
std::optional<Noticed> serverNote(const QString &identifier, const QString &message);
/// A line about DHCP that is of no exchange: no range for this network, an interface without an address.
std::optional<Noticed> dhcpNote(const QString &message);
/// The boot menu that was sent, of which dnsmasq shows 14 bytes: nothing where it is a Pi's with its three blanks.
std::optional<SignKind> menuSign(const QString &message);
/// What option 97 says of the serial, of which dnsmasq shows 14 bytes: eight digits of a 3B+, the last two of a Pi 4 or 5, nothing of a 3B.
QString serialInLog(const QString &message);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtualpi/link.h"
#include "virtualpi/recorder.h"
#include "wire/dhcp.h"

namespace bramble {

/// The two conversations over DHCP of a boot: the boot ROM's and that of Linux.
struct RomNetwork
{
    Ipv4Network address;
    std::optional<Ipv4> router;
    Ipv4 tftpServer;
};

struct LinuxNetwork
{
    Ipv4Network address;
    std::optional<Ipv4> router;
    Ipv4 rootServer; ///< for an nfsroot= that names no server
};

/// As the ROM or EEPROM of the model asks. PiNoOffer: nobody gave an address (detail: who else answered);
/// PiNoBootOffer: an address, but no usable option 43 (detail: the address and its giver).
Result<RomNetwork> askAsRom(Link &link, const VirtualPiOptions &options, const Recorder &record, const Stop &stop);

/// The ROM's question alone, for whoever sends it in another way.
DhcpMessage romQuestion(const VirtualPiOptions &options, MacAddress mac, quint32 xid);
/// Whether a board of this model takes the answer for a boot server's.
bool isBootOffer(const DhcpMessage &answer, PiModel model);

/// As klibc's ipconfig asks from an initramfs, or the kernel itself without one.
Result<LinuxNetwork> askAsLinux(Link &link, bool initramfs, double timeScale, const Recorder &record, const Stop &stop);

/// The revision a board of this model usually carries: what option 97 says where none was given.
BoardRevision usualRevision(PiModel model);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sightings.h"
#include "wire/dhcp.h"

namespace bramble {

/// Who asked DHCP, where it was a Pi: its boot loader by option 97 and by what it asks for, its Linux by the chip it names
/// (reference: netboot 2.1). Nothing for anybody else, whatever the MAC address looks like. A log that cuts option 97
/// after 14 bytes gives all but the serial.
std::optional<Sighting> piRequest(const DhcpMessage &message);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"

namespace bramble {

/// What `nft -j list ruleset` (libnftables-json(5)) says about packets that come in over IPv4. Kind None: nothing stops them. Other: there
/// is more than one chain that may, or one that old iptables filled: whether a port is open cannot be told.
Firewall readNftables(const QByteArray &json);

} // namespace bramble

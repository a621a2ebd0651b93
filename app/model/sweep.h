// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/result.h"

#include <vector>

namespace bramble {

/// The addresses of a network that may be looked through: all hosts of it but our own. Never beyond a network this computer
/// is in, and above 1022 hosts only where somebody agreed; above 65534 never.
/// Errors: NetworkTooLarge, InvalidAddress (it is none of ours).
Result<std::vector<Ipv4>> sweepTargets(const Ipv4Network &network, const std::vector<Ipv4Network> &ours, bool agreed);

/// Those of our networks that are looked through only where somebody agrees, because they are so large.
std::vector<Ipv4Network> sweepsToAskFor(const std::vector<Ipv4Network> &ours);

} // namespace bramble

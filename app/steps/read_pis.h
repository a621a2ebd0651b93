// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pi_state.h"
#include "model/sightings.h"
#include "remote/connect.h"

/// Running Pis are asked over SSH what they are and how they start.
namespace bramble {

/// Called on the thread that awaits, once for each.
using PiReadSink = std::function<void(Ipv4, Result<PiState>)>;

/// Logs in to each and reads it; a few at once. login: but for the host. Whoever has a host key that is not known is
/// sent nothing: that is SshHostKeyUnknown. Errors: those of connectTo and readPi.
QCoro::Task<> readPis(std::vector<Ipv4> addresses, ConnectOptions login, PiReadSink sink, Stop stop);

/// Where a login may be worth it: Pis for certain, those with an address of Raspberry Pi's, and whatever greets as a system that Pis run.
std::vector<Ipv4> worthReading(const std::vector<SeenMachine> &machines);

Sighting sightingOf(const PiState &state, Ipv4 address);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sightings.h"
#include "model/result.h"
#include "model/stop.h"
#include "remote/remote.h"

#include <QCoro/QCoroTask>

#include <functional>

/// Who is there: around this computer, and where a server listens.
namespace bramble {

struct FindWish
{
    std::optional<Ipv4Network> network; ///< nothing: every network of this computer that need not be asked for
    bool agreed = false; ///< to a network of more than 1022 hosts
};

/// Neighbours, mDNS and SSH greetings of this computer's own networks; about two seconds for a /24. None of it proves that
/// something is a Pi, but a greeting of Raspbian. Errors: NetworkTooLarge, InvalidAddress, Stopped.
QCoro::Task<Result<std::vector<Sighting>>> findHere(FindWish wish, Stop stop);

/// Whom a server or router knows: leases and reservations of its DHCP server, and its neighbours. None of it proves a Pi. Errors: those of must().
QCoro::Task<Result<std::vector<Sighting>>> askThere(RemotePtr remote, Stop stop);

/// Called on the thread that awaits.
using SightingSink = std::function<void(Sighting)>;

/// Tells whom the server (or router) knows, and listens there while Pis are switched on: tcpdump where it is, else the log of its dnsmasq. interface:
/// empty for all. begun: called once it listens, on the thread that awaits; a Pi that asked before that was not heard. Ends by stop, which is Stopped, or with the errors of Remote::follow; ServerCommandFailed where neither is there.
QCoro::Task<Result<>> listenThere(RemotePtr remote, QString interface, SightingSink sink, std::function<void()> begun, Stop stop);

} // namespace bramble

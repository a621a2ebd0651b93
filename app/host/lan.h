// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "model/stop.h"
#include "text/neighbours.h"

#include <QCoro/QCoroTask>

#include <chrono>

/// This computer's own network, without any rights.
namespace bramble {

/// The networks of its interfaces that are up; not the loopback.
std::vector<Ipv4Network> localNetworks();

/// The table of neighbours as the system has it, read without asking anybody. Empty where it cannot be read.
QCoro::Task<std::vector<Neighbour>> neighbours();

/// Sends one datagram to each address (port 9, discard), so that the system asks who has it, and reads the table after that
/// time. Nobody else answers, and nothing listens. Errors: Stopped.
QCoro::Task<Result<std::vector<Neighbour>>> nudge(std::vector<Ipv4> targets, std::chrono::milliseconds patience, Stop stop);

/// Asks all of mDNS once from an address of ours, and gives the packets that came back within the time.
QCoro::Task<std::vector<QByteArray>> askMdns(QByteArray query, Ipv4 from, std::chrono::milliseconds patience, Stop stop);

/// The first line of what answers at port 22; empty where nothing does.
QCoro::Task<QByteArray> sshGreeting(Ipv4 address, std::chrono::milliseconds patience);

} // namespace bramble

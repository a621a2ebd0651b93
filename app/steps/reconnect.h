// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/perform.h"

namespace bramble {

/// What a run does about a connection that is lost in the middle.

/// The other side did not answer; what it does meanwhile is not known.
bool isLostConnection(const Error &error);
/// The same, or it took too long: as it looks where a machine has cut itself off from its network.
bool isSilence(const Error &error);

/// Connects anew, for up to three minutes: longer than a machine waits before it takes a run back. False: it could not be.
QCoro::Task<bool> connectAnew(std::shared_ptr<SteadyRemote> remote, Stop stop);

/// Connects anew and takes the lock again. False: it could not be, and the run ends.
QCoro::Task<bool> reconnect(WorkshopPtr workshop, Stop stop);

/// Runs a command on the server away from this connection, and waits for its end, over a new connection where the old one is lost. A command
/// that a killed run began is picked up: same name and same command. name: letters and dashes. Errors: as done().
QCoro::Task<Result<>> doneDetached(WorkshopPtr workshop, QString name, Command command, std::chrono::milliseconds deadline, Stop stop);

/// From now on the machine of that journal takes this run back by itself, if for a while nothing is heard of us and confirmAnew() is not called.
QCoro::Task<Result<>> arm(Journal journal, std::chrono::seconds patience, Stop stop);

/// Over a new connection, made after the change: the machine can be reached, so it may keep what was done. Errors: ServerTookBack.
QCoro::Task<Result<>> confirmAnew(Journal journal, Stop stop);

} // namespace bramble

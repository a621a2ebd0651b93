// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remote.h"
#include "steps/prepare_plan.h"

/// Reads a running Pi over SSH, sets it to start from the network, and takes that back.
namespace bramble {

/// Changes nothing. Errors: those of must(), ServerAnswerUnreadable, NotAPi.
QCoro::Task<Result<PiState>> readPi(RemotePtr remote, Stop stop);

/// Does what the plan says and gives the Pi as it is then. What the EEPROM had lies on the Pi before it is changed, and the
/// change goes on there if the connection is lost. Errors: the plan's own, EepromToolMissing, EepromUpdateRefused,
/// EepromWriteProtected, BootFolderUnfit, those of readPi.
QCoro::Task<Result<PiState>> preparePi(RemotePtr remote, PiState state, PreparePlan plan, Stop stop);

/// The same for the way back; nothing of ours stays on the Pi. A fuse stays as it is.
QCoro::Task<Result<PiState>> unpreparePi(RemotePtr remote, PiState state, UnpreparePlan plan, Stop stop);

/// It starts anew a second later. Errors: those of must().
QCoro::Task<Result<>> restartPi(RemotePtr remote, Stop stop);

} // namespace bramble

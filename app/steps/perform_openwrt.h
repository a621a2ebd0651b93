// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/perform.h"

namespace bramble {

/// The actions on an OpenWrt router, each recorded in its journal first.

QCoro::Task<Result<>> installOnRouter(WorkshopPtr shop, InstallOnRouter install, Stop stop);
/// Errors: RouterStagedChanges, ServerFileForeign, RouterSettingsRefused, ServerServiceFailed.
QCoro::Task<Result<>> changeUci(WorkshopPtr shop, ChangeUci uci, Stop stop);
QCoro::Task<Result<>> mountStorage(WorkshopPtr shop, MountStorage mount, Stop stop);
QCoro::Task<Result<>> writeBlock(WorkshopPtr shop, WriteBlock block, Stop stop);
QCoro::Task<Result<>> startOnRouter(WorkshopPtr shop, StartOnRouter start, Stop stop);
QCoro::Task<Result<>> checkRouter(WorkshopPtr shop, Stop stop);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/perform.h"

namespace bramble {

/// The actions that change the server itself, each with its way back in the journal; see perform().

QCoro::Task<Result<>> fetchPackages(WorkshopPtr workshop, FetchPackages fetch, Stop stop);
QCoro::Task<Result<>> installPackages(WorkshopPtr workshop, InstallPackages install, Stop stop);
QCoro::Task<Result<>> writeFile(WorkshopPtr workshop, WriteFile file, Stop stop);
QCoro::Task<Result<>> startUnit(WorkshopPtr workshop, StartUnit start, Stop stop);
QCoro::Task<Result<>> reloadExports(WorkshopPtr workshop, Stop stop);
QCoro::Task<Result<>> checkServing(WorkshopPtr workshop, Stop stop);

} // namespace bramble

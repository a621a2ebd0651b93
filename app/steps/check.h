// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/check_row.h"
#include "model/findings.h"
#include "model/plan.h"
#include "remote/remote.h"

namespace bramble {

/// Compares the server with the plan that would be made for it, and fetches each node's config.txt by TFTP as a Pi would.
/// router: the cluster file's, or nothing: then what it tells is not looked at. Read-only. Errors only where the question could not be put.
QCoro::Task<Result<std::vector<CheckRow>>> check(Cluster cluster, RemotePtr remote, Stop stop, RemotePtr router = {});

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/findings.h"
#include "remote/remote.h"

namespace bramble {

/// One read-only look at the server. Errors: those of Remote::run, ServerAnswerUnreadable.
QCoro::Task<Result<ServerFacts>> lookAt(RemotePtr remote, Cluster cluster, Stop stop);

} // namespace bramble

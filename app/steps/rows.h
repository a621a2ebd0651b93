// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/findings.h"
#include "model/row.h"

namespace bramble {

/// Everything that was found on a server and matters for this cluster, in the order people read; each with a step that sees to it or
/// a reason. Pure. A row that blocks is there exactly where arrange() says that there can be no plan.
std::vector<Row> rowsOf(const Cluster &cluster, const ServerFacts &facts);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/plan.h"
#include "model/result.h"

namespace bramble {

/// Reads the user data that a cluster names into it; clusterFile: what relative paths start beside, empty: the current
/// folder. Without a name there is nothing to do. Errors: FileUnreadable, UserDataInvalid, UserDataForbidden.
Result<> takeUserData(Cluster &cluster, const QString &clusterFile);

/// Whether a node of the plan gets a password that apply has to be told the hash of.
bool needsNodePassword(const Plan &plan);

/// The same, with the hash in its place; for the moment of laying only, and never shown.
LayNode withNodePassword(LayNode lay, const QByteArray &hash);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/check.h"

namespace bramble {

/// The same questions, put to an OpenWrt router that serves.
QCoro::Task<Result<std::vector<CheckRow>>> checkOpenWrt(Cluster cluster, ServerFacts facts, Stop stop);

} // namespace bramble

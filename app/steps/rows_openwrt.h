// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/rows.h"

namespace bramble {

/// As rowsOf(), for an OpenWrt router that is to serve. A row blocks exactly where routerHindrances() says something.
std::vector<Row> rowsOfRouter(const Cluster &cluster, const ServerFacts &facts);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/check.h"
#include "steps/openwrt_settings.h"

namespace bramble {

/// As check(), for an OpenWrt router that serves: what it runs with, each node's files by TFTP with their hashes, and its mountd asked for
/// each disk by this computer, which is a stranger to it.
QCoro::Task<Result<std::vector<CheckRow>>> checkOpenWrt(Cluster cluster, ServerFacts facts, RemotePtr remote, Stop stop);

/// A row for each node that this router tells where to boot from.
QCoro::Task<Result<std::vector<CheckRow>>> checkOffers(RemotePtr router, Cluster cluster, OffersBy by, Stop stop);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/perform.h"

namespace bramble {

/// The actions that change what is somebody else's on the server: its dnsmasq, its firewall, its NFS server; see perform(). Errors of
/// their own: ServerFileForeign, ServerServiceFailed, ServerFirewallFailed.

QCoro::Task<Result<>> extendDhcp(WorkshopPtr workshop, ExtendDhcp extend, Stop stop);
QCoro::Task<Result<>> openFirewall(WorkshopPtr workshop, OpenFirewall open, Stop stop);
QCoro::Task<Result<>> tuneNfs(WorkshopPtr workshop, TuneNfs tune, Stop stop);

} // namespace bramble

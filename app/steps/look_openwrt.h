// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/findings.h"
#include "remote/remote.h"

namespace bramble {

/// One read-only look at an OpenWrt router. Errors: those of Remote::run, ServerAnswerUnreadable.
QCoro::Task<Result<ServerFacts>> lookAtOpenWrt(RemotePtr remote, Cluster cluster, Stop stop);

/// The same of a router that only gives the addresses. Errors: also ServerUnsupported, where it is none.
QCoro::Task<Result<OpenWrtFacts>> lookAtRouter(RemotePtr remote, Stop stop);

/// Whether that machine is one.
QCoro::Task<Result<bool>> isOpenWrt(RemotePtr remote, Stop stop);

/// Where that machine keeps its journal.
QCoro::Task<Result<QString>> journalFolderOf(RemotePtr remote, Stop stop);

} // namespace bramble

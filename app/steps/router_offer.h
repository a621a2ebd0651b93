// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/check_row.h"
#include "model/plan.h"
#include "remote/remote.h"
#include "wire/dhcp.h"

namespace bramble {

/// Whether what was entered in a router, as a card of words/router_card.h has it, arrives on the wire: asked as a Pi 4 would ask, from the
/// server. Three rows for each machine that gives addresses there, or one that says that none does. Read-only. Errors: those of Remote::run.
QCoro::Task<Result<std::vector<CheckRow>>> routerOffer(BootServer boot, RemotePtr remote, Stop stop);

/// The answers of such a question, without the server's own. Pure.
std::vector<CheckRow> rowsOfOffers(const std::vector<DhcpMessage> &answers, Ipv4 server);

} // namespace bramble

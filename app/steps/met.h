// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connect.h"

namespace bramble {

/// A machine that was logged in to, and what was found there.
template<typename Found>
struct Met
{
    Met() = default; // constructors, so that no compiler takes it for an aggregate inside co_return
    Met(RemotePtr connection, Found what) : remote(std::move(connection)), found(std::move(what)) { }

    RemotePtr remote;
    Found found;
};

/// Logs in, and looks. Errors: those of connectTo and of look.
template<typename Found>
QCoro::Task<Result<Met<Found>>> meet(ConnectOptions login, QCoro::Task<Result<Found>> (*look)(RemotePtr, Stop), Stop stop)
{
    const Result<RemotePtr> remote = co_await connectTo(login, stop);
    if (!remote)
        co_return std::unexpected(remote.error());
    const Result<Found> found = co_await look(*remote, stop);
    if (!found)
        co_return std::unexpected(found.error());
    co_return Met<Found>(*remote, *found);
}

} // namespace bramble

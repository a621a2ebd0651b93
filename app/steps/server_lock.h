// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remote.h"

namespace bramble {

/// Only one Brambleboot may work on a server at a time. The lock is held by a process at the far end of a channel: it goes with the
/// connection, whatever becomes of this program.
struct ServerLock
{
    StopSource release;
    std::shared_ptr<bool> held = std::make_shared<bool>(false);
    std::shared_ptr<bool> over = std::make_shared<bool>(false);
};

/// A killed run's lock ends a moment after its connection; that moment is waited for. run: an id of its own for each run, which takes over what
/// it held itself over a connection that is gone; or nothing. Errors: ServerBusy, Stopped.
QCoro::Task<Result<std::shared_ptr<ServerLock>>> lockServer(RemotePtr remote, QString run, Stop stop);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "remote/abort_switch.h"
#include "remote/connect.h"
#include "remote/ssh_handles.h"
#include "remote/ssh_target.h"

#include <QHostAddress>
#include <QList>

namespace bramble {

/// A session that is logged in, still in blocking mode.
struct OpenSession
{
    SshSession session;
    int descriptor = -1; ///< the session's, not ours to close
};

/// TCP, key exchange, host key, login. Blocks; abort cuts it short. Errors: those of connectTo.
Result<OpenSession> openSession(QList<QHostAddress> addresses, SshTarget target, const ConnectOptions &options,
                                AbortSwitch &abort);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "remote/abort_switch.h"

#include <QHostAddress>
#include <QList>

#include <chrono>
#include <memory>

namespace bramble {

/// Our own TCP connect: libssh's keeps only the first address that is "in progress", so that a dead IPv6 route hides a
/// living IPv4 one, and it cannot be stopped.

/// Tries the addresses in their order, the next one 250 ms after the last (RFC 8305) or at once when that one failed;
/// the first to answer wins. Blocks, ends early when aborted. Gives a connected, blocking socket with TCP_NODELAY set:
/// libssh's small packets would otherwise wait for delayed acknowledgements. Errors: SshConnect, SshTimeout, Stopped.
Result<int> tcpConnect(QList<QHostAddress> addresses, quint16 port, std::chrono::milliseconds timeout,
                       const AbortSwitch &abort);

} // namespace bramble

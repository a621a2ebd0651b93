// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "model/stop.h"

#include <QCoro/QCoroTask>

#include <QHostAddress>
#include <QList>

#include <chrono>

namespace bramble {

/// A name to its addresses, in the order of the system's resolver (RFC 6724). The resolver's own call can be neither
/// stopped nor hurried, so nobody waits for it longer than timeout. Errors: SshResolve (subject: the name), SshTimeout,
/// Stopped.
QCoro::Task<Result<QList<QHostAddress>>> resolve(QString name, std::chrono::milliseconds timeout, Stop stop);

} // namespace bramble

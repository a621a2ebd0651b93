// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/command.h"
#include "model/plan.h"
#include "model/server_look.h"

#include <QSet>

namespace bramble {

/// A read-only look at the server and at what it serves, as root, while a node hangs: less than a second, and a few KiB to read.
/// deep: folders of nodes whose kernel is read too, for its version; that takes a second each on a slow server.
Command serverLookCommand(const Cluster &cluster, const QSet<QString> &deep, const ServerLayout &layout);

/// What that printed. ourClockMs: Unix ms here, to compare clocks. Hostile bytes: bounded, unknown lines are passed over.
ServerLook parseServerLook(QByteArrayView output, const Cluster &cluster, const ServerLayout &layout, qint64 ourClockMs);

} // namespace bramble

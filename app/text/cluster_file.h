// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"

#include <QByteArray>

namespace bramble {

/// The cluster file (YAML, `brambleboot: 1`) to a Cluster and back: what people keep in version control.

/// Largest file that is read, in bytes.
inline constexpr qsizetype clusterFileLimit = 1024 * 1024;

/// Strict: unknown keys, doubled keys, wrong types, aliases and anchors are ClusterSchema; a value that is wrong in
/// itself has its own kind (InvalidSerial, InvalidMac …). subject is the key or value, detail is "FILE:LINE". What the
/// values say together is judged by problems() of model/cluster.h, not here.
Result<Cluster> parseCluster(QByteArrayView yaml, const QString &fileName);

/// The same, as people write it; parseCluster() of it gives the same Cluster. Empty settings are left out.
QByteArray renderCluster(const Cluster &cluster);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"

#include <QByteArray>

namespace bramble {

/// /etc/fstab for a root over NFS: no card, no swap, and the TFTP folder at /boot/firmware, so that a kernel upgrade on
/// the node lands where the next boot takes it from. nolock: nobody locks a boot file, and rpc.statd may take long to
/// start. nofail: a node without it still comes up (netboot 4.4). Other lines stay as they are.
QByteArray nfsFstab(QByteArrayView imageFstab, Ipv4 server, const QString &bootExportPath);

} // namespace bramble

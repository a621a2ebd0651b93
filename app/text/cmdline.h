// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"

#include <QByteArray>

namespace bramble {

/// SERVER:PATH,OPTIONS, as the kernel and initramfs-tools read it.
QByteArray nfsRootWord(Ipv4 server, const QString &exportPath, QByteArrayView options);

/// cmdline.txt for a root over NFS: what the image says, less what speaks of its card, plus where the root is now.
/// options: as nfsRootOf() has them. One line with a line break. exportPath is absolute and has no blanks.
/// network-config=disabled keeps cloud-init's hands off the interface that the root hangs on; all others ignore it.
QByteArray nfsCmdline(QByteArrayView imageLine, Ipv4 server, const QString &exportPath, QByteArrayView options);

} // namespace bramble

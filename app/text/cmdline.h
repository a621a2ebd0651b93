// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"

#include <QByteArray>

namespace bramble {

/// cmdline.txt for a root over NFS: what the image says, less what speaks of its card, plus where the root is now.
/// vers=3,tcp is what both the kernel and klibc's nfsmount in the initramfs take; vers=4 and proto= end there
/// (netboot 4.1). One line with a line break. exportPath is absolute and has no blanks.
QByteArray nfsCmdline(QByteArrayView imageLine, Ipv4 server, const QString &exportPath);

} // namespace bramble

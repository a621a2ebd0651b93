// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>

namespace bramble {

/// A drop-in of nfs.conf(5): what the NFS server needs for many Pis, or behind a firewall.
inline constexpr QLatin1StringView nfsConfPath{"/etc/nfs.conf.d/brambleboot.conf"};
inline constexpr quint16 mountdPort = 20048; ///< what firewalld means by "mountd", IANA's too

/// How many kernel threads the NFS server should have for so many nodes; 0: as it is. A node holds a connection, and the kernel
/// takes (threads + 3) x 20 of them (ux 2.3, 2.4).
int nfsThreads(qsizetype nodes, int processors);

/// threads 0 and port 0: not said. Empty where nothing is.
QByteArray renderNfsConf(int threads, quint16 port);

} // namespace bramble

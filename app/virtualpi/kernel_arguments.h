// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace bramble {

/// What cmdline.txt tells Linux about its network and its root (kernel: Documentation/admin-guide/nfs/nfsroot.rst;
/// initramfs-tools: scripts/nfs). Written apart from the code that writes cmdline.txt, so that mistakes do not agree.
struct KernelArguments
{
    struct Fixed
    {
        Ipv4Network address;
        std::optional<Ipv4> router;
        std::optional<Ipv4> server;
    };

    QString root; ///< of root=; the last one counts, as everywhere here
    std::optional<Ipv4> server; ///< of nfsroot=; absent: whoever gave the address
    QString path; ///< of nfsroot=; empty: none
    QStringList options; ///< of nfsroot=, behind the path
    bool writable = false; ///< rw
    bool network = false; ///< ip= is there and does not say off or none
    std::optional<Fixed> fixed; ///< of ip=ADDRESS::ROUTER:MASK:...
    bool oneLine = true; ///< the firmware takes the first line only
    bool serverMalformed = false; ///< a server that is no dotted address
};

KernelArguments parseKernelArguments(QByteArrayView commandLine);

/// The first option with which mounting the root would end, in the words of whoever mounts; empty: none.
/// initramfs: klibc's nfsmount 2.0.12 to 2.0.14 mounts, else the kernel. udp and NFS 2 or 4 are refused in both, since
/// the virtual Pi speaks NFS 3 over TCP.
QString refusedNfsOption(const QStringList &options, bool initramfs);

} // namespace bramble

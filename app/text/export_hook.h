// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/nfs_exports.h"

namespace bramble {

/// The program that dnsmasq calls after each transfer; it is why nobody needs to know a node's address beforehand, nor
/// keep this program open.
inline constexpr QLatin1StringView exportHookPath{"/usr/local/lib/brambleboot/bind-export"};

/// Where the hook keeps and writes things; other than these only in tests.
struct HookPaths
{
    QString addresses = QStringLiteral("/var/lib/brambleboot/addresses"); ///< one file per node, content: its address
    QString exports{exportsPath};
    QString exportfs = QStringLiteral("exportfs");
};

/// A POSIX shell script. `tftp SIZE ADDRESS PATH` (dnsmasq(8), dhcp-script): binds the exports of the node whose folder
/// PATH lies in to ADDRESS, and takes the address from any other node. `refresh`: writes the exports anew from what is
/// known, for folders that came or went. Anything else: nothing, exit 0. Whoever can send packets as a node's address
/// can have its disk; so it is with NFS and sec=sys (netboot 8).
QByteArray renderExportHook(const ServerLayout &layout, const HookPaths &paths = {});

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"
#include "model/plan.h"
#include "model/result.h"

#include <QMap>

namespace bramble {

/// Where things go on an OpenWrt router that serves: which disk, which folder, which address for which node. Pure.

/// The disk that is served from.
struct RouterStorage
{
    QString folder; ///< served
    QString mount; ///< where the disk is, or is to be, mounted
    AttachedStorage disk;
    bool isKept = false; ///< /etc/config/fstab mounts it there at every start already
};

/// The wish of the cluster file, or else the disk with the most room. Errors: RouterStorageMissing (subject: the folder that was wished
/// for, detail: the disks there are), ServerAnswerUnreadable.
Result<RouterStorage> routerStorage(const Cluster &cluster, const ServerFacts &facts);

/// A MAC address by which the router will know the node: its own, or what the boot ROMs up to the Pi 3 make of their serial.
std::optional<MacAddress> macOf(const Node &node);

/// The address of each node, by its folder: the one that somebody reserved for it, or the one it has, or a free one. Errors:
/// RouterNodeWithoutMac (subject: the node), RouterNoFreeAddress.
Result<QMap<QString, Ipv4>> nodeAddresses(const Cluster &cluster, const ServerFacts &facts, const UciConfig &dhcp, Ipv4Network lan);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/mac_address.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <vector>

namespace bramble {

/// A file system on a disk of an OpenWrt router that is not its flash.
struct AttachedStorage
{
    QString device; ///< /dev/sda1
    QString uuid;
    QString label;
    QString filesystem; ///< ext4; empty: none that was recognised
    QString mountedAt; ///< empty: not mounted
    qint64 bytes = 0; ///< of the whole
    qint64 freeBytes = 0; ///< 0 where it is not known

    bool operator==(const AttachedStorage &) const = default;
};

/// What is only asked of an OpenWrt router.
struct OpenWrtFacts
{
    QString release; ///< 23.05.5
    QString target; ///< ramips/mt7621
    QString manager; ///< opkg, apk
    qint64 flashFree = 0; ///< bytes, where packages go
    qint64 memoryTotal = 0; ///< bytes
    qint64 memoryAvailable = 0; ///< bytes
    std::vector<AttachedStorage> storage;
    QStringList filesystems; ///< that its kernel can mount now
    QHash<QString, QByteArray> configs; ///< files of /etc/config by name, as they are
    QStringList staged; ///< uci changes that nobody has committed: "dhcp.lan.start='50'"
    QStringList installed; ///< of the packages we need
    QStringList available; ///< of those we need and lack; empty too where it has no package lists yet
    bool hasPackageLists = false;
    bool knowsPxeService = false; ///< its dnsmasq script hands the option on
    QString dnsmasqVersion; ///< 2.90
    QHash<MacAddress, Ipv4> leases; ///< as its DHCP server has them now
    std::vector<Ipv4> neighbours; ///< addresses that somebody has spoken from

    bool operator==(const OpenWrtFacts &) const = default;
};

} // namespace bramble

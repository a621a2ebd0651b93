// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/mac_address.h"
#include "model/openwrt.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace bramble {

struct NetworkInterface
{
    QString name;
    std::optional<MacAddress> mac;
    std::vector<Ipv4Network> addresses;
    bool up = false;
    bool wireless = false;
    bool dynamicAddress = false; ///< the kernel knows a lifetime: somebody leased it

    bool operator==(const NetworkInterface &) const = default;
};

struct PortOwner
{
    QString protocol; ///< udp, tcp
    quint16 port = 0;
    QString process; ///< empty where the kernel holds it (nfsd) or it may not be seen

    bool operator==(const PortOwner &) const = default;
};

/// What one read-only look at the server found.
struct ServerFacts
{
    QString osId; ///< debian, ubuntu, raspbian: ID of os-release
    QStringList osLike; ///< ID_LIKE
    QString osVersion; ///< 13, 24.04
    QString osName; ///< PRETTY_NAME
    QString hostname;
    QString architecture; ///< x86_64, aarch64
    bool systemd = false;
    QString defaultInterface; ///< of the default route
    std::optional<Ipv4> sshAddress; ///< the address of the server that this very login came to
    std::vector<NetworkInterface> interfaces;
    std::vector<PortOwner> ports; ///< of 53, 67, 69, 111, 2049, 4011 only
    QString folderFilesystem; ///< ext4, btrfs: where the served folder lies or would lie
    qint64 freeBytes = 0; ///< there, for root
    qint64 freeNodes = 0; ///< inodes free there; 0 where the file system has no such number
    QStringList packagesInstalled; ///< of those we need
    QStringList packagesAvailable; ///< of those we need and lack: apt has a candidate
    QHash<QString, QByteArray> files; ///< the present content of each file we would write; absent files are absent here
    QHash<QString, QString> laidTrees; ///< node folder to the id of the tree that lies there, complete
    QStringList keptImages; ///< SHA-256 of the images that lie there whole
    QStringList activeUnits; ///< of ours
    qint64 clockMs = 0; ///< the server's idea of now, Unix time in ms
    std::optional<OpenWrtFacts> openWrt; ///< where it is an OpenWrt router
    std::optional<OpenWrtFacts> router; ///< of the cluster file's router, which is another machine

    bool operator==(const ServerFacts &) const = default;
};

} // namespace bramble

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
#include <utility>
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

/// Who listens on a port. Two may share one as long as each listens on another interface or address.
struct PortOwner
{
    QString protocol; ///< udp, tcp
    quint16 port = 0;
    QString process; ///< empty where the kernel holds it (nfsd) or it may not be seen
    std::optional<Ipv4> address; ///< that it listens on; nothing: on all
    QString device; ///< the interface it is bound to; empty: all
    QString unit; ///< dnsmasq.service: what systemd started it as; empty where that is not known
    QStringList commandLine; ///< of a process on one of the UDP ports

    bool operator==(const PortOwner &) const = default;
};

/// One mounted file system.
struct Mount
{
    QString path;
    QString filesystem;
    qint64 freeBytes = 0; ///< for anybody

    bool operator==(const Mount &) const = default;
};

/// A line of somebody's settings, with the file it stands in.
struct SettingLine
{
    QString file;
    QString text;

    bool operator==(const SettingLine &) const = default;
};

/// A DHCP server that answered when asked.
struct DhcpOffer
{
    Ipv4 server; ///< as it calls itself
    Ipv4 offered;
    std::optional<Ipv4> router;
    std::optional<MacAddress> mac; ///< that the answer came from

    bool operator==(const DhcpOffer &) const = default;
};

/// What was heard on the wire in some seconds of listening.
struct LanProbe
{
    QString interface;
    qint64 listenedMs = 0;
    std::vector<DhcpOffer> offers; ///< by server
    bool spanningTree = false; ///< the switch speaks it on this port
    int forwardDelay = 0; ///< seconds for which such a switch may hold up a new link, once for listening and once for learning

    bool operator==(const LanProbe &) const = default;
};

/// One rule of a firewall for what comes in, as far as it can be understood.
struct FirewallRule
{
    enum class Verdict { Accept, Drop };

    Verdict verdict = Verdict::Accept;
    QString interface; ///< empty: all
    QString protocol; ///< udp, tcp; empty: all
    std::vector<std::pair<quint16, quint16>> ports; ///< from, to; empty: all
    std::optional<Ipv4Network> from; ///< nothing: anybody
    bool conditional = false; ///< depends on more than that: counts for nothing

    bool operator==(const FirewallRule &) const = default;
};

/// What decides about packets that come in.
struct Firewall
{
    enum class Kind { None, Ufw, Firewalld, Nftables, Other };

    Kind kind = Kind::None;
    FirewallRule::Verdict policy = FirewallRule::Verdict::Accept; ///< for what no rule speaks of
    std::vector<FirewallRule> rules; ///< the first that fits decides
    QString place; ///< of nftables: "inet filter input"
    QHash<QString, QString> zones; ///< of firewalld: interface to zone, the empty name to the default one

    bool operator==(const Firewall &) const = default;
};

/// A port that has to be let in.
struct PortNeed
{
    QString protocol;
    quint16 port = 0;
    bool anybody = false; ///< who asks has no address yet; else the network of the Pis is enough

    bool operator==(const PortNeed &) const = default;
};

/// Somebody's export of a folder, as the NFS server has it now.
struct ForeignExport
{
    QString folder;
    QString client; ///< an address, a name, a network, *

    bool operator==(const ForeignExport &) const = default;
};

/// A Pi-hole on the server.
struct PiholeFacts
{
    int version = 0; ///< 5, 6; 0: there is none
    bool readsDropIns = false; ///< /etc/dnsmasq.d counts

    bool operator==(const PiholeFacts &) const = default;
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
    int processors = 0; ///< 0: not known
    bool systemd = false;
    QString defaultInterface; ///< of the default route
    std::optional<Ipv4> gateway; ///< of the default route
    std::vector<Ipv4> nameServers; ///< that this machine asks, itself left out
    std::optional<Ipv4> sshAddress; ///< the address of the server that this very login came to
    std::vector<NetworkInterface> interfaces;
    QHash<QString, QString> managers; ///< interface to who looks after it: NetworkManager, systemd-networkd; NetworkManager/shared
    std::vector<PortOwner> ports; ///< of 53, 67, 69, 111, 2049, 4011 only
    std::vector<Mount> mounts; ///< of real disks
    QString folderFilesystem; ///< ext4, btrfs: where the served folder lies or would lie
    QString folderMount; ///< the mount point of that
    bool reflink = false; ///< copies of a file there share their room
    bool overlayExport = false; ///< the kernel can export an overlay
    qint64 freeBytes = 0; ///< there, for root
    qint64 freeNodes = 0; ///< inodes free there; 0 where the file system has no such number
    QStringList packagesInstalled; ///< of those we need
    QStringList packagesAvailable; ///< of those we need and lack: apt has a candidate
    QHash<QString, QByteArray> files; ///< the present content of each file we would write; absent files are absent here
    QHash<QString, int> fileModes; ///< of those
    QHash<QString, QString> laidTrees; ///< node folder to the id of the tree that lies there, complete
    QStringList keptImages; ///< SHA-256 of the images that lie there whole
    QStringList drifted; ///< files of ours that somebody changed, or took away, since a run that went through wrote them
    QStringList activeUnits; ///< of ours, and of those that could be in our way
    std::vector<SettingLine> dnsmasqLines; ///< what an existing dnsmasq or Pi-hole is told about DHCP, TFTP and interfaces
    QStringList dropIns; ///< files in /etc/dnsmasq.d
    PiholeFacts pihole;
    QStringList tftpFiles; ///< some of what another TFTP server serves
    std::vector<ForeignExport> exports; ///< not ours
    int nfsThreads = 0; ///< that somebody chose; 0: nobody did
    quint16 mountdPort = 0; ///< that somebody chose; 0: any
    QStringList nfsVersions; ///< that a running NFS server speaks: 3, 4.2; empty: none runs
    Firewall firewall;
    std::optional<LanProbe> lan; ///< what the network said; nothing: it could not be asked
    std::optional<bool> clockSynchronised;
    qint64 clockMs = 0; ///< the server's idea of now, Unix time in ms
    qint64 clockOffMs = 0; ///< how far that is ahead of this computer's, as far as a connection lets one tell
    std::optional<OpenWrtFacts> openWrt; ///< where it is an OpenWrt router
    std::optional<OpenWrtFacts> router; ///< of the cluster file's router, which is another machine

    bool operator==(const ServerFacts &) const = default;
};

} // namespace bramble

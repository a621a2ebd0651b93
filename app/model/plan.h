// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/boot_server.h"
#include "model/cluster.h"
#include "model/findings.h"
#include "model/ipv4.h"
#include "model/tree_file.h"
#include "model/uci.h"

#include <QByteArray>

#include <variant>

namespace bramble {

/// Packages are fetched, but not yet installed: what can fail for want of a network fails before anything changes.
struct FetchPackages
{
    QStringList packages;
    bool operator==(const FetchPackages &) const = default;
};

struct InstallPackages
{
    QStringList packages;
    bool operator==(const InstallPackages &) const = default;
};

/// The root file system or the boot files of the image, streamed once into the staging folder.
struct StreamImage
{
    enum class Part { Root, Boot };
    Part part = Part::Root;
    QString into; ///< absolute path on the server
    qint64 bytes = 0; ///< about what it takes there
    bool operator==(const StreamImage &) const = default;
};

/// The image as it came stays on the server, for nodes that are laid later: they need no second upload.
struct KeepImage
{
    QString image; ///< its SHA-256
    qint64 bytes = 0; ///< about what it takes
    bool operator==(const KeepImage &) const = default;
};

/// A kept image goes, because this cluster has another one now.
struct DropImage
{
    QString image; ///< its SHA-256
    bool operator==(const DropImage &) const = default;
};

/// One node's tree and boot folder, made from those of the image and put into place by rename.
struct LayNode
{
    QString node; ///< host name
    QString from; ///< folder on the server with the image's root/ and boot/
    qint64 bytes = 0; ///< about what it takes there
    QString folder; ///< serial or MAC
    QString treeId; ///< what the finished tree is marked with: a hash of all that went into it
    bool again = false; ///< a reimage: the node keeps its SSH host keys, and its former tree stays on the server until the next one
    bool takesStaged = false; ///< the last one moves the image's trees instead of copying them: there is no room to keep the image
    std::vector<TreeFile> rootFiles; ///< laid over the root
    std::vector<TreeFile> bootFiles; ///< laid over the boot folder
    QStringList rootRemoved; ///< paths taken out of the root
    QStringList bootRemoved;
    bool operator==(const LayNode &) const = default;
};

/// A file of ours; before is what lies there now, if anything does.
struct WriteFile
{
    QString path;
    int mode = 0644;
    QByteArray content;
    std::optional<QByteArray> before;
    bool operator==(const WriteFile &) const = default;
};

/// A dnsmasq or Pi-hole that gives the addresses already gets a file of ours, is asked whether it understands it, and starts anew.
struct ExtendDhcp
{
    DhcpExtension extension;
    WriteFile file;
    bool operator==(const ExtendDhcp &) const = default;
};

/// A firewall lets in what the Pis need, from their network alone.
struct OpenFirewall
{
    Firewall::Kind kind = Firewall::Kind::Ufw;
    QString interface;
    QString place; ///< zone of firewalld, chain of nftables
    Ipv4Network lan = *Ipv4Network::parse(u"0.0.0.0/0");
    std::vector<PortNeed> ports;
    std::optional<WriteFile> file; ///< of nftables: its settings with our block, for the next start
    bool operator==(const OpenFirewall &) const = default;
};

/// The NFS server gets settings of ours; one that runs is restarted, and everybody's disks stand still for a second.
struct TuneNfs
{
    WriteFile file;
    bool restart = false;
    bool operator==(const TuneNfs &) const = default;
};

/// A systemd unit of ours is (re)started and set to start with the server.
struct StartUnit
{
    QString unit;
    bool operator==(const StartUnit &) const = default;
};

/// The exports are made known to the running NFS server.
struct ReloadExports
{
    bool operator==(const ReloadExports &) const = default;
};

/// The finished set-up is looked at as a Pi would see it.
struct CheckServing
{
    bool operator==(const CheckServing &) const = default;
};

/// An OpenWrt router gets packages by its own tool, dependencies and all.
struct InstallOnRouter
{
    QString manager; ///< opkg, apk
    QStringList packages;
    bool operator==(const InstallOnRouter &) const = default;
};

/// One file of an OpenWrt router's settings is changed by its own tool, and what reads it is restarted.
struct ChangeUci
{
    QString config; ///< dhcp, fstab
    std::vector<UciChange> changes;
    QByteArray before; ///< the file as it was seen; empty: there was none
    QByteArray after; ///< as the tool will write it
    QString service; ///< init script that reads it; empty: none
    bool onRouter = false; ///< of the cluster file's router, not of the server
    bool operator==(const ChangeUci &) const = default;
};

/// A disk of an OpenWrt router is mounted as /etc/config/fstab says.
struct MountStorage
{
    QString uuid;
    QString target;
    bool operator==(const MountStorage &) const = default;
};

/// Lines of ours within a file that others write too, between two marks.
struct WriteBlock
{
    QString path;
    QByteArray lines;
    bool operator==(const WriteBlock &) const = default;
};

/// A service of an OpenWrt router starts now and at every start of it.
struct StartOnRouter
{
    QString service;
    QString serves; ///< tftp folder to be handed to dnsmasq; empty: nothing
    bool operator==(const StartOnRouter &) const = default;
};

/// An OpenWrt router that serves is looked at.
struct CheckRouter
{
    bool operator==(const CheckRouter &) const = default;
};

using Action = std::variant<FetchPackages, StreamImage, KeepImage, DropImage, LayNode, InstallPackages, WriteFile, StartUnit, ReloadExports, CheckServing, ExtendDhcp,
                            OpenFirewall, TuneNfs, InstallOnRouter, ChangeUci, MountStorage, WriteBlock, StartOnRouter, CheckRouter>;

/// What stays as it is, said on purpose: people fear for it.
struct Untouched
{
    enum class What {
        Router, ///< gives the addresses; names: its address
        DnsmasqSettings, ///< names: the files of an existing dnsmasq or Pi-hole
        Dns, ///< names: the program on port 53
        Exports, ///< names: folders
        FirewallRules, ///< those that are not ours
        Networks, ///< names: interfaces on which nothing is answered
        Services ///< names: others that run
    };

    What what = What::Router;
    QStringList names;
    bool operator==(const Untouched &) const = default;
};

/// The folders and files that a set-up has on the server; pure names, all derived from one folder.
struct ServerLayout
{
    explicit ServerLayout(QString servedFolder = QString(defaultFolder)) : folder(std::move(servedFolder)) { }

    QString folder;
    QString tftp() const { return folder + QStringLiteral("/tftp"); }
    QString nfs() const { return folder + QStringLiteral("/nfs"); }
    QString staging() const { return folder + QStringLiteral("/staging"); }
    QString staged() const { return staging() + QStringLiteral("/image"); }
    QString images() const { return folder + QStringLiteral("/images"); } ///< one folder per kept image: root/ and boot/, complete
    QString image(const QString &sha256) const { return images() + u'/' + sha256; }
    QString marks() const { return folder + QStringLiteral("/laid"); } ///< one file per finished tree, content: its id
    QString bootFolder(const QString &node) const { return tftp() + u'/' + node; }
    QString rootFolder(const QString &node) const { return nfs() + u'/' + node; }

    bool operator==(const ServerLayout &) const = default;
};

/// What will be done, in order, and to what end. A value: the same facts and wishes give the same plan.
struct Plan
{
    Cluster cluster;
    ServerLayout layout;
    QString serverName; ///< as the server calls itself
    QString interface; ///< the one that faces the Pis
    Ipv4Network lan = *Ipv4Network::parse(u"0.0.0.0/0"); ///< the server's address there
    qint64 bytesNeeded = 0; ///< on the server's disk
    std::vector<Action> actions;
    bool byRouter = false; ///< an OpenWrt router serves: other tools, and the journal where it survives a restart
    std::vector<Untouched> untouched;
    BootServer boot; ///< how the Pis learn where to boot from
    QStringList drifted; ///< as the facts have it: apply asks before it writes one of them

    bool nothingToDo() const;
    bool operator==(const Plan &) const = default;
};

/// How much of the whole an action is, for one honest bar: rough seconds on a LAN.
double weight(const Action &action);

} // namespace bramble

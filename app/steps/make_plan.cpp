// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/make_plan.h"

#include "steps/arrange.h"
#include "steps/make_openwrt_plan.h"
#include "steps/server_files.h"
#include "text/customise.h"
#include "text/dnsmasq_conf.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Everything that a node's tree and boot folder are made of; the same id means that nothing would come out differently.
QString treeIdOf(const ImageFacts &image, const NodeChanges &changes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray(QByteArray::number(part.size()) + ':'));
        hash.addData(part);
    };
    add("brambleboot tree 1");
    add(image.sha256.toLatin1());
    for (const auto *files : {&changes.rootFiles, &changes.bootFiles}) {
        add(QByteArray::number(qsizetype(files->size())));
        for (const TreeFile &file : *files) {
            add(file.path.toUtf8());
            add(QByteArray::number(int(file.type)) + ' ' + QByteArray::number(file.mode, 8) + ' ' + QByteArray::number(file.uid) + ' ' + QByteArray::number(file.gid));
            add(file.content);
        }
    }
    for (const QStringList &removed : {changes.rootRemoved, changes.bootRemoved})
        add(removed.join(u'\n').toUtf8());
    return QString::fromLatin1(hash.result().toHex().first(32));
}

// It goes into dnsmasq's and exports' own languages, and everything below it is ours to clear: plain characters, and never a folder that
// others share, as /srv itself is.
bool isServable(const QString &folder)
{
    static const QRegularExpression shape(u"\\A(/[A-Za-z0-9._-]+){2,}\\z"_s);
    return shape.matchView(folder).hasMatch() && !folder.contains("/../"_L1) && !folder.endsWith("/.."_L1);
}

bool isForeign(const WriteFile &file)
{
    return file.before && !file.before->contains("Brambleboot");
}

constexpr qint64 spareBytes = 64 * 1024 * 1024; // packages, and never the last block of somebody's disk

Result<> fits(const Plan &plan, const ServerFacts &facts, const ImageFacts &image, qsizetype toLay)
{
    if (toLay == 0)
        return {};
    if (facts.freeBytes < plan.bytesNeeded)
        return fail(ErrorKind::ServerNotEnoughSpace, plan.layout.folder, u"%1 %2"_s.arg(plan.bytesNeeded).arg(facts.freeBytes));
    const qint64 nodes = toLay * (image.rootNodes + qint64(image.bootFiles.size()));
    if (facts.freeNodes > 0 && facts.freeNodes < nodes)
        return fail(ErrorKind::ServerNotEnoughSpace, plan.layout.folder, u"%1 %2 inodes"_s.arg(nodes).arg(facts.freeNodes));
    return {};
}

// A router has nothing that could make a node's host keys, and the operator's computer is not to know them: the node makes them before its
// SSH server starts for the first time.
TreeFile ownKeys()
{
    TreeFile file;
    file.path = u"etc/systemd/system/ssh.service.d/brambleboot-keys.conf"_s;
    file.content = "# Written by Brambleboot\n[Service]\nExecStartPre=\nExecStartPre=/usr/bin/ssh-keygen -A\nExecStartPre=/usr/sbin/sshd -t\n";
    return file;
}

Result<std::vector<LayNode>> nodesToLay(const Cluster &cluster, const ServerFacts &facts, const ImageFacts &image, Ipv4 server, const ServerLayout &layout)
{
    std::vector<LayNode> lays;
    for (const Node &node : cluster.nodes) {
        auto changes = customise(image, cluster, node, server, layout);
        if (!changes)
            return std::unexpected(changes.error());
        if (facts.openWrt && cluster.access.ssh)
            changes->rootFiles.push_back(ownKeys());
        LayNode lay;
        lay.treeId = treeIdOf(image, *changes);
        if (facts.laidTrees.value(node.folder()) == lay.treeId)
            continue;
        lay.node = node.name;
        lay.bytes = image.rootBytes + image.bootBytes();
        lay.folder = node.folder();
        lay.rootFiles = std::move(changes->rootFiles);
        lay.bootFiles = std::move(changes->bootFiles);
        lay.rootRemoved = std::move(changes->rootRemoved);
        lay.bootRemoved = std::move(changes->bootRemoved);
        lays.push_back(std::move(lay));
    }
    return lays;
}

enum class Source { Kept, UploadAndKeep, Upload };

/// An image that is kept costs room once more, and saves every later node its upload; where the room is short, the last node takes the
/// uploaded trees themselves.
Source sourceOf(const ServerFacts &facts, const ImageFacts &image, qint64 bytesEach, qsizetype toLay)
{
    if (facts.keptImages.contains(image.sha256))
        return Source::Kept;
    const qint64 nodes = (toLay + 1) * (image.rootNodes + qint64(image.bootFiles.size()));
    const bool inodes = facts.freeNodes == 0 || facts.freeNodes >= nodes + nodes / 10;
    // A tenth of a disk that is not ours stays free.
    return inodes && facts.freeBytes / 10 * 9 >= (toLay + 1) * bytesEach + spareBytes ? Source::UploadAndKeep : Source::Upload;
}

void planTrees(Plan &plan, std::vector<LayNode> lays, const ImageFacts &image, Source source)
{
    if (lays.empty())
        return;
    if (source != Source::Kept) {
        // In the order in which they lie in the image: both come out of one pass over it.
        plan.actions.push_back(StreamImage{StreamImage::Part::Boot, plan.layout.staged() + u"/boot"_s, image.bootBytes()});
        plan.actions.push_back(StreamImage{StreamImage::Part::Root, plan.layout.staged() + u"/root"_s, image.rootBytes});
    }
    if (source == Source::UploadAndKeep)
        plan.actions.push_back(KeepImage{image.sha256, image.rootBytes + image.bootBytes()});
    if (source == Source::Upload)
        lays.back().takesStaged = true;
    for (LayNode &lay : lays) {
        lay.from = source == Source::Upload ? plan.layout.staged() : plan.layout.image(image.sha256);
        plan.actions.push_back(std::move(lay));
    }
}

} // namespace

QStringList neededPackages()
{
    return {u"dnsmasq-base"_s, u"nfs-kernel-server"_s};
}

ServerLayout layoutOf(const Cluster &cluster)
{
    return cluster.server.folder.isEmpty() ? ServerLayout() : ServerLayout(cluster.server.folder);
}

Result<bool> addTrees(Plan &plan, const ServerFacts &facts, const ImageFacts &image)
{
    auto lays = nodesToLay(plan.cluster, facts, image, plan.lan.address(), plan.layout);
    if (!lays)
        return std::unexpected(lays.error());
    const auto toLay = qsizetype(lays->size());
    const qint64 each = image.rootBytes + image.bootBytes();
    const Source source = sourceOf(facts, image, each, toLay);
    plan.bytesNeeded = toLay == 0 ? 0 : (toLay + (source == Source::UploadAndKeep ? 1 : 0)) * each + spareBytes;
    if (const Result<> enough = fits(plan, facts, image, toLay); !enough)
        return std::unexpected(enough.error());
    planTrees(plan, *std::move(lays), image, source);
    return toLay > 0;
}

Result<Plan> makePlan(const Cluster &cluster, const ServerFacts &facts, const ImageFacts &image)
{
    if (const auto wrong = problems(cluster); !wrong.empty())
        return std::unexpected(wrong.front());
    if (facts.openWrt)
        return makeOpenWrtPlan(cluster, facts, image);
    if (!isServable(layoutOf(cluster).folder))
        return fail(ErrorKind::ServerFileForeign, layoutOf(cluster).folder);
    const Arrangement arrangement = arrange(cluster, facts);
    if (!arrangement.hindrances.empty())
        return std::unexpected(arrangement.hindrances.front());

    Plan plan{cluster, layoutOf(cluster), facts.hostname, arrangement.boot.interface, arrangement.boot.lan, 0, {}, false, untouched(arrangement, facts), arrangement.boot, facts.drifted};
    Plan trees = plan;
    const auto lays = addTrees(trees, facts, image);
    if (!lays)
        return std::unexpected(lays.error());
    plan.bytesNeeded = trees.bytesNeeded;
    QStringList lacking = neededPackages();
    lacking.removeIf([&facts](const QString &name) { return facts.packagesInstalled.contains(name); });
    // What may fail comes first and changes least: packages are fetched, the long stream runs into a folder of our own, and
    // only then is anything installed or started.
    if (!lacking.isEmpty())
        plan.actions.push_back(FetchPackages{lacking});
    std::ranges::move(trees.actions, std::back_inserter(plan.actions));
    const auto nfs = nfsSettings(arrangement, facts);
    const auto dhcp = dhcpLines(cluster, arrangement, facts);
    for (const WriteFile *file : {nfs ? &nfs->file : nullptr, dhcp ? &dhcp->file : nullptr})
        if (file && isForeign(*file))
            return fail(ErrorKind::ServerFileForeign, file->path);
    // Before the package comes: then its first start knows it.
    if (nfs)
        plan.actions.push_back(*nfs);
    if (!lacking.isEmpty())
        plan.actions.push_back(InstallPackages{lacking});
    bool changed = !lacking.isEmpty() || *lays;
    for (WriteFile &file : serverFiles(cluster, plan.layout, plan.boot, facts)) {
        if (isForeign(file))
            return fail(ErrorKind::ServerFileForeign, file.path);
        if (file.before == file.content)
            continue;
        changed = true;
        plan.actions.push_back(std::move(file));
    }
    if (changed || !facts.activeUnits.contains(QString(dnsmasqUnitName))) {
        plan.actions.push_back(ReloadExports{});
        plan.actions.push_back(StartUnit{QString(dnsmasqUnitName)});
    }
    const auto firewall = firewallRules(arrangement, facts);
    if (!firewall)
        return std::unexpected(firewall.error());
    if (*firewall)
        plan.actions.push_back(**firewall);
    // Last of what others feel: from here on Pis are sent to us.
    if (dhcp)
        plan.actions.push_back(*dhcp);
    if (const Result<> routed = addRouter(plan, facts); !routed)
        return std::unexpected(routed.error());
    plan.actions.push_back(CheckServing{});
    // Last, for it cannot be taken back; nothing but a later upload depends on it.
    if (*lays)
        for (const QString &kept : facts.keptImages)
            if (kept != image.sha256)
                plan.actions.push_back(DropImage{kept});
    return plan;
}

} // namespace bramble

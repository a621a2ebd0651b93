// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/make_openwrt_plan.h"

#include "steps/make_plan.h"
#include "steps/openwrt_layout.h"
#include "steps/openwrt_settings.h"
#include "steps/server_files.h"
#include "text/nfs_exports.h"
#include "text/uci_text.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MiB = 1024 * 1024;
constexpr qint64 flashForPackages = 3 * MiB; // the NFS server, its kernel modules and its libraries, compressed
constexpr QByteArrayView begin("# brambleboot begin: these lines are written anew by Brambleboot\n");
constexpr QByteArrayView end("# brambleboot end\n");

Result<UciConfig> configOf(const ServerFacts &facts, const QString &name)
{
    return parseUci(facts.openWrt->configs.value(name), name);
}

// The server of version 3 is what every initramfs can speak to. block-mount mounts at every start; a file system that the kernel cannot
// read yet has a package of its own.
QStringList lackingPackages(const OpenWrtFacts &router, const RouterStorage &storage)
{
    QStringList wanted{u"nfs-kernel-server"_s, u"block-mount"_s};
    if (!router.filesystems.contains(storage.disk.filesystem))
        wanted << u"kmod-fs-"_s + storage.disk.filesystem;
    wanted.removeIf([&router](const QString &name) { return router.installed.contains(name); });
    return wanted;
}

Result<> canServe(const ServerFacts &facts, const QStringList &lacking, qsizetype nodes)
{
    const OpenWrtFacts &router = *facts.openWrt;
    if (!router.staged.isEmpty())
        return fail(ErrorKind::RouterStagedChanges, facts.hostname, router.staged.join(u'\n'));
    if (!router.knowsPxeService)
        return fail(ErrorKind::RouterTooOld, facts.osName);
    if (!lacking.isEmpty() && router.manager.isEmpty())
        return fail(ErrorKind::ServerPackagesUnavailable, lacking.join(u' '));
    if (router.hasPackageLists)
        for (const QString &package : lacking)
            if (!router.available.contains(package))
                return fail(ErrorKind::ServerPackagesUnavailable, package, router.manager);
    if (!lacking.isEmpty() && router.flashFree < flashForPackages)
        return fail(ErrorKind::RouterFlashFull, facts.hostname, u"%1 %2"_s.arg(flashForPackages).arg(router.flashFree));
    const qint64 memory = 16 * MiB + nodes * MiB;
    if (router.memoryAvailable < memory)
        return fail(ErrorKind::RouterMemoryShort, facts.hostname, u"%1 %2"_s.arg(memory).arg(router.memoryAvailable));
    return {};
}

struct Settings
{
    std::optional<ChangeUci> fstab;
    std::optional<ChangeUci> dhcp;
    QMap<QString, Ipv4> addresses;
};

Result<Settings> settingsFor(const Cluster &cluster, const ServerFacts &facts, const RouterStorage &storage, const ServerLayout &layout, Ipv4Network lan)
{
    const auto fstab = configOf(facts, u"fstab"_s);
    const auto dhcp = configOf(facts, u"dhcp"_s);
    if (!fstab || !dhcp)
        return std::unexpected(!fstab ? fstab.error() : dhcp.error());
    const auto addresses = nodeAddresses(cluster, facts, *dhcp, lan);
    if (!addresses)
        return std::unexpected(addresses.error());
    auto serving = servingChanges(cluster, *dhcp, layout, *addresses);
    if (!serving)
        return std::unexpected(serving.error());
    auto mounting = storage.isKept ? std::vector<UciChange>() : mountChanges(storage.disk.uuid, storage.mount, *fstab);
    auto mount = changeOf(*fstab, facts.openWrt->configs.value(u"fstab"_s), std::move(mounting), {});
    auto serve = changeOf(*dhcp, facts.openWrt->configs.value(u"dhcp"_s), *std::move(serving), u"dnsmasq"_s);
    if (!mount || !serve)
        return std::unexpected(!mount ? mount.error() : serve.error());
    return Settings{*std::move(mount), *std::move(serve), *addresses};
}

QByteArray upgradeList(const ServerLayout &)
{
    return "/etc/exports\n/etc/brambleboot/\n"_ba;
}

void planBlock(Plan &plan, const ServerFacts &facts, QLatin1StringView path, const QByteArray &lines)
{
    const QByteArray now = facts.files.value(path);
    if (withBlock(now, lines) != now)
        plan.actions.push_back(WriteBlock{path, lines});
}

} // namespace

QStringList routerFiles()
{
    return {routerExportsPath, upgradeListPath};
}

QStringList routerPackages()
{
    return {u"nfs-kernel-server"_s, u"block-mount"_s, u"kmod-fs-ext4"_s, u"kmod-fs-btrfs"_s, u"kmod-fs-xfs"_s, u"kmod-fs-f2fs"_s};
}

QStringList routerConfigs()
{
    return {u"dhcp"_s, u"network"_s, u"fstab"_s, u"system"_s, u"firewall"_s};
}

QByteArray routerExports(const ServerLayout &layout, const QMap<QString, Ipv4> &addresses)
{
    QByteArray lines;
    for (const QByteArray &line : renderExports(layout, addresses).split('\n'))
        if (!line.isEmpty() && !line.startsWith('#'))
            lines += line + '\n';
    return lines;
}

QByteArray withBlock(const QByteArray &file, const QByteArray &lines)
{
    const QByteArray block = lines.isEmpty() ? QByteArray() : begin + lines + end;
    const qsizetype from = file.indexOf(begin);
    const qsizetype to = from < 0 ? -1 : file.indexOf(end, from);
    if (to >= 0)
        return file.first(from) + block + file.sliced(to + end.size());
    const bool needsBreak = !file.isEmpty() && !file.endsWith('\n') && !block.isEmpty();
    return file + (needsBreak ? "\n" : "") + block;
}

Result<> addRouter(Plan &plan, const ServerFacts &facts)
{
    const QString &host = plan.cluster.router.host;
    if (host.isEmpty())
        return {};
    if (!facts.router)
        return fail(ErrorKind::RouterNotLookedAt, host);
    if (!facts.router->staged.isEmpty())
        return fail(ErrorKind::RouterStagedChanges, host, facts.router->staged.join(u'\n'));
    const QByteArray before = facts.router->configs.value(u"dhcp"_s);
    const auto dhcp = parseUci(before, u"dhcp"_s);
    if (!dhcp)
        return std::unexpected(dhcp.error());
    auto changes = optionChanges(plan.cluster, *dhcp, plan.lan.address());
    if (!changes)
        return std::unexpected(changes.error());
    auto change = changeOf(*dhcp, before, *std::move(changes), u"dnsmasq"_s);
    if (!change)
        return std::unexpected(change.error());
    if (*change) {
        (*change)->onRouter = true;
        plan.actions.push_back(**std::move(change));
    }
    return {};
}

Cluster resolved(Cluster cluster, const ServerFacts &facts)
{
    if (facts.openWrt && cluster.server.folder.isEmpty())
        if (const auto storage = routerStorage(cluster, facts))
            cluster.server.folder = storage->folder;
    return cluster;
}

Result<Plan> makeOpenWrtPlan(const Cluster &wish, const ServerFacts &facts, const ImageFacts &image)
{
    const auto storage = routerStorage(wish, facts);
    if (!storage)
        return std::unexpected(storage.error());
    const Cluster cluster = resolved(wish, facts);
    const auto face = facing(cluster, facts);
    if (!face)
        return fail(ErrorKind::ServerAddressUnknown, cluster.server.interface.isEmpty() ? facts.hostname : cluster.server.interface);
    const QStringList lacking = lackingPackages(*facts.openWrt, *storage);
    if (const Result<> can = canServe(facts, lacking, qsizetype(cluster.nodes.size())); !can)
        return std::unexpected(can.error());
    Plan plan{cluster, layoutOf(cluster), facts.hostname, face->first, face->second, 0, {}, true, {}, {}};
    const auto settings = settingsFor(cluster, facts, *storage, plan.layout, face->second);
    if (!settings)
        return std::unexpected(settings.error());

    // What the router cannot do without comes first: packages may fail for want of a network, and nothing else is changed then. The
    // addresses change last, when everything they lead to is there.
    if (!lacking.isEmpty())
        plan.actions.push_back(InstallOnRouter{facts.openWrt->manager, lacking});
    if (settings->fstab)
        plan.actions.push_back(*settings->fstab);
    if (storage->disk.mountedAt.isEmpty())
        plan.actions.push_back(MountStorage{storage->disk.uuid, storage->mount});
    ServerFacts there = facts;
    there.freeBytes = storage->disk.freeBytes;
    const auto laid = addTrees(plan, there, image);
    if (!laid)
        return std::unexpected(laid.error());
    const qsizetype before = qsizetype(plan.actions.size());
    planBlock(plan, facts, routerExportsPath, routerExports(plan.layout, settings->addresses));
    planBlock(plan, facts, upgradeListPath, upgradeList(plan.layout));
    const bool serves = std::ranges::any_of(facts.ports, [](const PortOwner &port) { return port.protocol == "tcp"_L1 && port.port == 2049; });
    if (qsizetype(plan.actions.size()) != before || *laid || !serves)
        plan.actions.push_back(StartOnRouter{u"nfsd"_s, plan.layout.tftp()});
    if (settings->dhcp)
        plan.actions.push_back(*settings->dhcp);
    plan.actions.push_back(CheckRouter{});
    if (*laid)
        for (const QString &kept : facts.keptImages)
            if (kept != image.sha256)
                plan.actions.push_back(DropImage{kept});
    return plan;
}

} // namespace bramble

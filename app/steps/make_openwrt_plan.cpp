// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/make_openwrt_plan.h"

#include "steps/make_plan.h"
#include "steps/openwrt_settings.h"
#include "steps/server_files.h"
#include "text/marked_block.h"
#include "text/nfs_exports.h"
#include "text/uci_text.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MiB = 1024 * 1024;
constexpr qint64 flashForPackages = 3 * MiB; // the NFS server, its kernel modules and its libraries, compressed

Result<UciConfig> configOf(const ServerFacts &facts, const QString &name)
{
    return parseUci(facts.openWrt->configs.value(name), name);
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

// Settings in /etc/config are kept by themselves; packages never are.
QByteArray upgradeList()
{
    return "/etc/exports\n/etc/brambleboot/\n"_ba;
}

Result<> planBlock(Plan &plan, const ServerFacts &facts, QLatin1StringView path, const QByteArray &lines)
{
    const QByteArray now = facts.files.value(path);
    const auto after = withBlock(now, lines);
    if (!after)
        return fail(ErrorKind::ServerFileForeign, path);
    if (*after != now)
        plan.actions.push_back(WriteBlock{path, lines});
    return {};
}

} // namespace

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

RouterNeeds routerNeeds(const Cluster &cluster)
{
    return {flashForPackages, 16 * MiB + qint64(cluster.nodes.size()) * MiB};
}

std::vector<Error> routerHindrances(const Cluster &cluster, const ServerFacts &facts)
{
    const OpenWrtFacts &router = *facts.openWrt;
    std::vector<Error> out;
    if (!router.staged.isEmpty())
        out.push_back({ErrorKind::RouterStagedChanges, facts.hostname, router.staged.join(u'\n')});
    if (!router.knowsPxeService)
        out.push_back({ErrorKind::RouterTooOld, facts.osName, {}});
    const auto storage = routerStorage(cluster, facts);
    if (!storage)
        out.push_back(storage.error());
    const QStringList lacking = lackingPackages(router, storage.value_or(RouterStorage()));
    if (storage && !lacking.isEmpty() && router.manager.isEmpty())
        out.push_back({ErrorKind::ServerPackagesUnavailable, lacking.join(u' '), {}});
    if (storage && router.hasPackageLists)
        for (const QString &package : lacking)
            if (!router.available.contains(package))
                out.push_back({ErrorKind::ServerPackagesUnavailable, package, router.manager});
    const RouterNeeds needs = routerNeeds(cluster);
    if (storage && !lacking.isEmpty() && router.flashFree < needs.flash)
        out.push_back({ErrorKind::RouterFlashFull, facts.hostname, u"%1 %2"_s.arg(needs.flash).arg(router.flashFree)});
    if (router.memoryAvailable < needs.memory)
        out.push_back({ErrorKind::RouterMemoryShort, facts.hostname, u"%1 %2"_s.arg(needs.memory).arg(router.memoryAvailable)});
    const auto face = facing(cluster, facts);
    if (!face)
        out.push_back({ErrorKind::ServerAddressUnknown, cluster.server.interface.isEmpty() ? facts.hostname : cluster.server.interface, {}});
    if (face && storage) {
        const Cluster served = resolved(cluster, facts);
        if (const auto settings = settingsFor(served, facts, *storage, layoutOf(served), face->second); !settings)
            out.push_back(settings.error());
    }
    return out;
}

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
        std::erase_if(plan.untouched, [](const Untouched &stays) { return stays.what == Untouched::What::Router; });
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
    if (const auto hindrances = routerHindrances(wish, facts); !hindrances.empty())
        return std::unexpected(hindrances.front());
    const auto storage = routerStorage(wish, facts);
    const Cluster cluster = resolved(wish, facts);
    const auto face = facing(cluster, facts);
    const QStringList lacking = lackingPackages(*facts.openWrt, *storage);
    Plan plan{cluster, layoutOf(cluster), facts.hostname, face->first, face->second, 0, {}, true, {}, {}, facts.drifted};
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
    for (const auto &[path, lines] : {std::pair(routerExportsPath, routerExports(plan.layout, settings->addresses)), std::pair(upgradeListPath, upgradeList())})
        if (const Result<> planned = planBlock(plan, facts, path, lines); !planned)
            return std::unexpected(planned.error());
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

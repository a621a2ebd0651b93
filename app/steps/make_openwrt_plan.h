// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"
#include "model/image_facts.h"
#include "model/plan.h"
#include "model/result.h"
#include "steps/openwrt_layout.h"

namespace bramble {

/// What has to be done so that an OpenWrt router gives the addresses, the boot files and the disks of this cluster. Pure. Errors: Router…,
/// ServerPackagesUnavailable, ServerNotEnoughSpace, ServerAddressUnknown, and those of customise().
Result<Plan> makeOpenWrtPlan(const Cluster &cluster, const ServerFacts &facts, const ImageFacts &image);

/// Appends what makes the cluster file's router say that the plan's server serves; nothing where it names none. Errors: RouterNotLookedAt,
/// RouterStagedChanges, RouterGivesNoAddresses, RouterSettingsRefused.
Result<> addRouter(Plan &plan, const ServerFacts &facts);

/// Why there can be no such plan, as far as the router itself goes; the first is said first. Pure.
std::vector<Error> routerHindrances(const Cluster &cluster, const ServerFacts &facts);

/// What a router needs before it can serve so many, in bytes: of its flash for packages, of its memory beside what it does already.
struct RouterNeeds
{
    qint64 flash = 0;
    qint64 memory = 0;
};
RouterNeeds routerNeeds(const Cluster &cluster);

/// Packages that have to come.
QStringList lackingPackages(const OpenWrtFacts &router, const RouterStorage &storage);

/// The cluster as it is served from that machine: an OpenWrt router's folder is known only once its disks are.
Cluster resolved(Cluster cluster, const ServerFacts &facts);

/// What a look at an OpenWrt router has to ask for.
QStringList routerFiles();
QStringList routerPackages();
QStringList routerConfigs();

/// The lines of ours in /etc/exports, and in the list of what an upgrade of the router keeps.
QByteArray routerExports(const ServerLayout &layout, const QMap<QString, Ipv4> &addresses);

inline constexpr QLatin1StringView routerExportsPath{"/etc/exports"};
inline constexpr QLatin1StringView upgradeListPath{"/etc/sysupgrade.conf"};

} // namespace bramble

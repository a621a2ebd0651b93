// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/rows_openwrt.h"

#include "steps/make_openwrt_plan.h"
#include "steps/server_files.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using What = Row::What;
using State = Row::State;

// A hindrance as people read it; the numbers of an Error's detail are "NEEDED FREE".
Row blocking(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::RouterStorageMissing: return {What::RouterDiskMissing, State::Blocks, {}};
    case ErrorKind::RouterFlashFull: return {What::RouterFlashShort, State::Blocks, error.detail.split(u' ')};
    case ErrorKind::RouterMemoryShort: return {What::RouterMemoryShort, State::Blocks, error.detail.split(u' ')};
    case ErrorKind::RouterStagedChanges: return {What::RouterStaged, State::Blocks, error.detail.split(u'\n')};
    case ErrorKind::RouterTooOld: return {What::RouterTooOld, State::Blocks, {error.subject}};
    case ErrorKind::RouterTftpTaken: return {What::RouterTftpTaken, State::Blocks, {error.subject}};
    case ErrorKind::RouterNodeWithoutMac: return {What::RouterNeedsMac, State::Blocks, {error.subject}};
    case ErrorKind::RouterNoFreeAddress: return {What::RouterLanFull, State::Blocks, {error.subject, error.detail}};
    case ErrorKind::RouterGivesNoAddresses: return {What::RouterGivesNone, State::Blocks, {error.subject}};
    case ErrorKind::ServerPackagesUnavailable: return {What::PackagesMissing, State::Blocks, error.subject.split(u' ')};
    case ErrorKind::ServerAddressUnknown: return {What::AddressUnclear, State::Blocks, {}};
    default: return {What::SystemUnfit, State::Blocks, {error.subject}}; // its settings cannot be read
    }
}

} // namespace

std::vector<Row> rowsOfRouter(const Cluster &cluster, const ServerFacts &facts)
{
    const OpenWrtFacts &router = *facts.openWrt;
    std::vector<Row> rows{{What::System, State::Good, {facts.osName, facts.architecture}}};
    const auto number = [](qint64 bytes) { return QString::number(bytes); };
    if (const auto face = facing(cluster, facts))
        rows.push_back({What::Address, State::Good, {face->second.toString(), face->first}});
    if (const auto storage = routerStorage(cluster, facts)) {
        rows.push_back({What::RouterDisk, storage->isKept ? State::Good : State::Planned, {storage->disk.device, storage->disk.filesystem, number(storage->disk.freeBytes)}});
        const QStringList lacking = lackingPackages(router, *storage);
        const bool known = router.hasPackageLists;
        if (lacking.isEmpty())
            rows.push_back({What::PackagesThere, State::Good, {}});
        else if (!known || std::ranges::all_of(lacking, [&](const QString &name) { return router.available.contains(name); }))
            rows.push_back({known ? What::PackagesToCome : What::PackagesUnknown, State::Planned, lacking});
        if (lacking.isEmpty() || router.flashFree >= routerNeeds(cluster).flash)
            rows.push_back({What::RouterFlash, State::Good, {number(router.flashFree)}});
    }
    if (router.memoryAvailable >= routerNeeds(cluster).memory)
        rows.push_back({What::RouterMemory, State::Good, {number(router.memoryAvailable)}});
    for (const Error &error : routerHindrances(cluster, facts))
        rows.push_back(blocking(error));
    return rows;
}

} // namespace bramble

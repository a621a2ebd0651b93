// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/check.h"

#include "steps/in_background.h"
#include "steps/check_openwrt.h"
#include "steps/look.h"
#include "steps/make_plan.h"
#include "steps/must.h"
#include "steps/preview.h"
#include "steps/self_test.h"
#include "steps/server_files.h"
#include "text/dnsmasq_conf.h"
#include "virtualpi/tftp_fetch.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CheckRow row(CheckRow::What what, QString subject, bool good, QString detail)
{
    return CheckRow{what, std::move(subject), good, good ? QString() : std::move(detail)};
}

// What the facts alone answer.
std::vector<CheckRow> fromFacts(const Cluster &cluster, const ServerFacts &facts, const BootServer &boot)
{
    std::vector<CheckRow> rows;
    for (const QString &package : neededPackages())
        rows.push_back(row(CheckRow::What::Packages, package, facts.packagesInstalled.contains(package), u"absent"_s));
    for (const WriteFile &file : serverFiles(cluster, layoutOf(cluster), boot, facts))
        rows.push_back(row(CheckRow::What::Files, file.path, file.before == file.content, !file.before ? u"absent"_s : unifiedDiff(file.path, file.content, *file.before)));
    rows.push_back(row(CheckRow::What::Service, QString(dnsmasqUnitName), facts.activeUnits.contains(QString(dnsmasqUnitName)), u"not running"_s));
    for (const Node &node : cluster.nodes)
        rows.push_back(row(CheckRow::What::Tree, node.name, facts.laidTrees.contains(node.folder()), u"absent"_s));
    return rows;
}

// As a Pi would: over the network, from this computer. A firewall between here and there shows as well.
QCoro::Task<CheckRow> fetchAsPi(Node node, Ipv4 server, Stop stop)
{
    const QString path = node.folder() + u"/config.txt"_s;
    const auto work = [server, path, stop] { return tftpFetch(server, path, 4s, stop); };
    const Result<QByteArray> fetched = co_await inBackground(work);
    const bool good = fetched && !fetched->isEmpty();
    co_return row(CheckRow::What::Tftp, path, good, fetched ? u"empty"_s : fetched.error().detail);
}

} // namespace

QCoro::Task<Result<std::vector<CheckRow>>> check(Cluster cluster, RemotePtr remote, Stop stop, RemotePtr router)
{
    const Result<ServerFacts> facts = co_await lookAt(remote, cluster, stop);
    if (!facts)
        co_return std::unexpected(facts.error());
    if (facts->openWrt)
        co_return co_await checkOpenWrt(cluster, *facts, remote, stop);
    const Arrangement arrangement = arrange(cluster, *facts);
    if (!arrangement.hindrances.empty())
        co_return std::unexpected(arrangement.hindrances.front());
    std::vector<CheckRow> rows = fromFacts(cluster, *facts, arrangement.boot);

    const Command exportfs = asRoot(u"exportfs"_s, {u"-s"_s});
    const RunOptions none;
    const Result<Output> exports = co_await remote->run(exportfs, none, stop);
    if (!exports)
        co_return std::unexpected(exports.error());
    rows.push_back(row(CheckRow::What::Exports, u"exportfs"_s, exports->exitCode == 0, QString::fromUtf8(exports->err.trimmed())));

    if (router) {
        const Result<std::vector<CheckRow>> told = co_await checkOffers(router, cluster, OffersBy::Options, stop);
        if (!told)
            co_return std::unexpected(told.error());
        rows.insert(rows.end(), told->begin(), told->end());
    }
    for (const Node &node : cluster.nodes) {
        const CheckRow fetched = co_await fetchAsPi(node, arrangement.boot.lan.address(), stop);
        rows.push_back(fetched);
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
    }
    // What only a set-up that is complete can answer.
    if (std::ranges::all_of(rows, &CheckRow::good)) {
        const Result<std::vector<CheckRow>> played = co_await selfTest(cluster, layoutOf(cluster), arrangement.boot.interface, arrangement.boot.lan.address(), remote, stop);
        if (!played)
            co_return std::unexpected(played.error());
        rows.insert(rows.end(), played->begin(), played->end());
    }
    co_return rows;
}

} // namespace bramble

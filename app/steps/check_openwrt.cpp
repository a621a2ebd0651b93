// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/check_openwrt.h"

#include "steps/in_background.h"
#include "steps/make_openwrt_plan.h"
#include "steps/make_plan.h"
#include "steps/openwrt_layout.h"
#include "steps/openwrt_settings.h"
#include "steps/server_files.h"
#include "text/uci_text.h"
#include "virtualpi/tftp_fetch.h"

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using What = CheckRow::What;

CheckRow row(What what, QString subject, bool good, QString detail)
{
    return CheckRow{what, std::move(subject), good, good ? QString() : std::move(detail)};
}

bool listens(const ServerFacts &facts, const QString &protocol, quint16 port)
{
    return std::ranges::any_of(facts.ports, [&](const PortOwner &owner) { return owner.protocol == protocol && owner.port == port; });
}

Result<std::vector<CheckRow>> fromFacts(const Cluster &cluster, const ServerFacts &facts, Ipv4Network lan)
{
    const ServerLayout layout = layoutOf(cluster);
    const auto dhcp = parseUci(facts.openWrt->configs.value(u"dhcp"_s), u"dhcp"_s);
    if (!dhcp)
        return std::unexpected(dhcp.error());
    const auto addresses = nodeAddresses(cluster, facts, *dhcp, lan);
    if (!addresses)
        return std::unexpected(addresses.error());
    std::vector<CheckRow> rows;
    for (const QString &package : {u"nfs-kernel-server"_s, u"block-mount"_s})
        rows.push_back(row(What::Packages, package, facts.openWrt->installed.contains(package), u"absent"_s));
    const auto lacking = servingChanges(cluster, *dhcp, layout, *addresses);
    rows.push_back(row(What::Files, u"/etc/config/dhcp"_s, lacking && lacking->empty(), lacking ? u"differs"_s : lacking.error().subject));
    const QByteArray exports = facts.files.value(routerExportsPath);
    rows.push_back(row(What::Exports, routerExportsPath, withBlock(exports, routerExports(layout, *addresses)) == exports, u"differs"_s));
    rows.push_back(row(What::Service, u"dnsmasq"_s, listens(facts, u"udp"_s, 67) && listens(facts, u"udp"_s, 69), u"not running"_s));
    rows.push_back(row(What::Service, u"nfsd"_s, listens(facts, u"tcp"_s, 2049), u"not running"_s));
    for (const Node &node : cluster.nodes)
        rows.push_back(row(What::Tree, node.name, facts.laidTrees.contains(node.folder()), u"absent"_s));
    return rows;
}

} // namespace

QCoro::Task<Result<std::vector<CheckRow>>> checkOpenWrt(Cluster cluster, ServerFacts facts, Stop stop)
{
    cluster = resolved(cluster, facts);
    const auto face = facing(cluster, facts);
    if (!face)
        co_return fail(ErrorKind::ServerAddressUnknown, facts.hostname);
    Result<std::vector<CheckRow>> rows = fromFacts(cluster, facts, face->second);
    if (!rows)
        co_return rows;
    for (const Node &node : cluster.nodes) {
        const QString path = node.folder() + u"/config.txt"_s;
        const auto work = [server = face->second.address(), path, stop] { return tftpFetch(server, path, 4s, stop); };
        const Result<QByteArray> fetched = co_await inBackground(work);
        rows->push_back(row(What::Tftp, path, fetched && !fetched->isEmpty(), fetched ? u"empty"_s : fetched.error().detail));
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
    }
    co_return rows;
}

} // namespace bramble

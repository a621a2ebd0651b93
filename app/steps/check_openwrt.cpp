// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/check_openwrt.h"

#include "steps/in_background.h"
#include "steps/make_openwrt_plan.h"
#include "steps/make_plan.h"
#include "steps/must.h"
#include "steps/openwrt_layout.h"
#include "steps/openwrt_settings.h"
#include "steps/self_test.h"
#include "steps/server_files.h"
#include "text/marked_block.h"
#include "text/uci_text.h"
#include "virtualpi/nfs_mount.h"
#include "virtualpi/tftp_fetch.h"

#include <algorithm>

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
    rows.push_back(row(What::Exports, routerExportsPath, withBlock(exports, routerExports(layout, *addresses)) == std::optional(exports), u"differs"_s));
    rows.push_back(row(What::Service, u"dnsmasq"_s, listens(facts, u"udp"_s, 67) && listens(facts, u"udp"_s, 69), u"not running"_s));
    rows.push_back(row(What::Service, u"nfsd"_s, listens(facts, u"tcp"_s, 2049), u"not running"_s));
    for (const Node &node : cluster.nodes)
        rows.push_back(row(What::Tree, node.name, facts.laidTrees.contains(node.folder()), u"absent"_s));
    return rows;
}

// $1 a word: the last of the log's lines that have it.
const QString logOf = u"logread 2>/dev/null | grep -F -e \"$1\" | tail -n 1"_s;

// This computer is a stranger, and its mountd is to say so. Refused for its port alone, a Pi's neighbour with rights would get the disk: the
// reason stands in the router's log.
QCoro::Task<CheckRow> refusesStrangers(Node node, QString folder, Ipv4 server, RemotePtr remote, Stop stop)
{
    const auto work = [server, folder, stop] { return NfsMount(server, folder, stop).ask(); };
    const std::expected<void, QString> answer = co_await inBackground(work);
    if (answer)
        co_return row(What::Refused, node.name, false, u"offered to a stranger"_s);
    if (answer.error() != "acces"_L1 && answer.error() != "noent"_L1 && answer.error() != "perm"_L1)
        co_return row(What::Refused, node.name, false, answer.error());
    const Command read(u"sh"_s, {u"-c"_s, logOf, u"log"_s, u" for "_s + folder + u" ("_s});
    const Result<QByteArray> said = co_await must(remote, read, shortly(), stop);
    if (!said)
        co_return row(What::Refused, node.name, false, said.error().detail);
    const QString line = QString::fromUtf8(said->trimmed());
    const bool asStranger = line.contains("refused mount request"_L1) && !line.contains("illegal port"_L1);
    co_return row(What::Refused, node.name, asStranger, line.isEmpty() ? u"its log does not say why"_s : line);
}

} // namespace

QCoro::Task<Result<std::vector<CheckRow>>> checkOffers(RemotePtr router, Cluster cluster, OffersBy by, Stop stop)
{
    // A router has nothing that could ask the wire and hear its own answer; so what its dnsmasq was given at its last start is read.
    const Command read(u"sh"_s, {u"-c"_s, u"cat /var/etc/dnsmasq.conf.* /var/etc/dnsmasq.conf 2>/dev/null || :"_s});
    const Result<QByteArray> generated = co_await must(router, read, shortly(), stop);
    if (!generated)
        co_return std::unexpected(generated.error());
    std::vector<CheckRow> rows;
    for (const Node &node : cluster.nodes)
        if (by == OffersBy::PxeItem || isToldByRouter(cluster, node))
            rows.push_back(row(What::BootOffer, node.name, offersBoot(*generated, node, by), u"not in what the router's dnsmasq was started with"_s));
    co_return rows;
}

QCoro::Task<Result<std::vector<CheckRow>>> checkOpenWrt(Cluster cluster, ServerFacts facts, RemotePtr remote, Stop stop)
{
    cluster = resolved(cluster, facts);
    const auto face = facing(cluster, facts);
    if (!face)
        co_return fail(ErrorKind::ServerAddressUnknown, facts.hostname);
    const Ipv4 server = face->second.address();
    Result<std::vector<CheckRow>> rows = fromFacts(cluster, facts, face->second);
    if (!rows)
        co_return rows;
    for (const Node &node : cluster.nodes) {
        const QString path = node.folder() + u"/config.txt"_s;
        const auto work = [server, path, stop] { return tftpFetch(server, path, 4s, stop); };
        const Result<QByteArray> fetched = co_await inBackground(work);
        rows->push_back(row(What::Tftp, path, fetched && !fetched->isEmpty(), fetched ? u"empty"_s : fetched.error().detail));
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
    }
    if (!std::ranges::all_of(*rows, &CheckRow::good))
        co_return rows;
    // What only a set-up that is complete can answer.
    const ServerLayout layout = layoutOf(cluster);
    const Result<std::vector<CheckRow>> offers = co_await checkOffers(remote, cluster, OffersBy::PxeItem, stop);
    if (!offers)
        co_return offers;
    rows->insert(rows->end(), offers->begin(), offers->end());
    QList<PiModel> played; // one of each model is enough
    for (const Node &node : cluster.nodes) {
        if (node.serial && !played.contains(node.model)) {
            played << node.model;
            const CheckRow fetched = co_await filesAsFetched(node, layout, server, remote, stop);
            rows->push_back(fetched);
        }
        const CheckRow refused = co_await refusesStrangers(node, layout.rootFolder(node.folder()), server, remote, stop);
        rows->push_back(refused);
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
    }
    co_return rows;
}

} // namespace bramble

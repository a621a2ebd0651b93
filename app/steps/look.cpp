// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/look.h"

#include "steps/journal.h"
#include "steps/look_openwrt.h"
#include "steps/make_plan.h"
#include "steps/must.h"
#include "text/dnsmasq_conf.h"
#include "text/parse_facts.h"

#include <QDateTime>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QCoro::Task<Result<ServerFacts>> lookAtDebian(RemotePtr remote, Cluster cluster, Stop stop)
{
    // Only the login itself knows by which address it came in; sudo takes the variable away.
    const Command who(u"printenv"_s, {u"SSH_CONNECTION"_s});
    const RunOptions none;
    const Result<Output> connection = co_await remote->run(who, none, stop);
    if (!connection)
        co_return std::unexpected(connection.error());
    LookAt what;
    what.folder = layoutOf(cluster).folder;
    what.interface = cluster.server.interface;
    what.listenSeconds = 5; // a router that first asks whether the address is free takes three
    what.files = filesToSee();
    what.packages = neededPackages();
    what.units = unitsToSee();
    what.sshConnection = QString::fromUtf8(connection->out.trimmed());
    const Result<QByteArray> seen = co_await must(remote, lookCommand(what), none, stop);
    if (!seen)
        co_return std::unexpected(seen.error());
    Result<ServerFacts> facts = parseFacts(*seen);
    if (facts)
        facts->clockOffMs = facts->clockMs - QDateTime::currentMSecsSinceEpoch();
    co_return facts;
}

} // namespace

QCoro::Task<Result<ServerFacts>> lookAt(RemotePtr remote, Cluster cluster, Stop stop)
{
    const Result<bool> router = co_await isOpenWrt(remote, stop);
    if (!router)
        co_return std::unexpected(router.error());
    Result<ServerFacts> facts = fail(ErrorKind::Stopped);
    if (*router)
        facts = co_await lookAtOpenWrt(remote, cluster, stop);
    else
        facts = co_await lookAtDebian(remote, cluster, stop);
    if (!facts)
        co_return facts;
    const Result<std::vector<JournalLine>> recorded = co_await readJournal(remote, *router ? QString(openWrtJournal) : QString(debianJournal), stop);
    if (!recorded)
        co_return std::unexpected(recorded.error());
    facts->drifted = drift(*recorded);
    co_return facts;
}

} // namespace bramble

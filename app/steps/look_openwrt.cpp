// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/look_openwrt.h"

#include "steps/journal.h"
#include "steps/make_openwrt_plan.h"
#include "steps/must.h"
#include "text/openwrt_look.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QCoro::Task<Result<ServerFacts>> lookOnce(RemotePtr remote, QString folder, Stop stop)
{
    OpenWrtLook what;
    what.folder = std::move(folder);
    what.files = routerFiles();
    what.packages = routerPackages();
    what.configs = routerConfigs();
    const Command look = openWrtLookCommand(what);
    const Result<QByteArray> seen = co_await must(remote, look, shortly(), stop);
    if (!seen)
        co_return std::unexpected(seen.error());
    co_return parseOpenWrtFacts(*seen);
}

} // namespace

QCoro::Task<Result<ServerFacts>> lookAtOpenWrt(RemotePtr remote, Cluster cluster, Stop stop)
{
    const Result<ServerFacts> first = co_await lookOnce(remote, cluster.server.folder, stop);
    if (!first)
        co_return first;
    // Which folder is served follows from the disks; what lies there is seen only then.
    const QString folder = resolved(cluster, *first).server.folder;
    if (folder == cluster.server.folder)
        co_return first;
    co_return co_await lookOnce(remote, folder, stop);
}

QCoro::Task<Result<OpenWrtFacts>> lookAtRouter(RemotePtr remote, Stop stop)
{
    const Result<bool> router = co_await isOpenWrt(remote, stop);
    if (!router)
        co_return std::unexpected(router.error());
    if (!*router)
        co_return fail(ErrorKind::ServerUnsupported, remote->description());
    const Result<ServerFacts> facts = co_await lookOnce(remote, {}, stop);
    if (!facts)
        co_return std::unexpected(facts.error());
    co_return *facts->openWrt;
}

QCoro::Task<Result<bool>> isOpenWrt(RemotePtr remote, Stop stop)
{
    const Command test(u"test"_s, {u"-e"_s, u"/etc/openwrt_release"_s});
    const Result<Output> output = co_await remote->run(test, shortly(), stop);
    if (!output)
        co_return std::unexpected(output.error());
    co_return output->exitCode == 0;
}

QCoro::Task<Result<QString>> journalFolderOf(RemotePtr remote, Stop stop)
{
    const Result<bool> router = co_await isOpenWrt(remote, stop);
    if (!router)
        co_return std::unexpected(router.error());
    co_return *router ? QString(openWrtJournal) : QString(debianJournal);
}

} // namespace bramble

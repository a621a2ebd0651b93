// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/reimage.h"

#include "steps/look.h"
#include "steps/make_plan.h"
#include "steps/must.h"
#include "steps/server_scripts.h"

#include <QTemporaryFile>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Node *nodeNamed(const Cluster &cluster, const QString &name)
{
    const auto it = std::ranges::find(cluster.nodes, name, &Node::name);
    return it == cluster.nodes.end() ? nullptr : &*it;
}

} // namespace

Result<Plan> planReimage(const Cluster &cluster, const QString &node, const ServerFacts &facts, const ImageFacts &image)
{
    const Node *which = nodeNamed(cluster, node);
    if (!which)
        return fail(ErrorKind::NodeUnknown, node);
    ServerFacts asIfFresh = facts;
    asIfFresh.laidTrees.remove(which->folder());
    Result<Plan> plan = makePlan(cluster, asIfFresh, image);
    if (!plan)
        return plan;
    std::erase_if(plan->actions, [which](const Action &action) {
        const auto *lay = std::get_if<LayNode>(&action);
        return !lay || lay->folder != which->folder();
    });
    for (Action &action : plan->actions)
        std::get<LayNode>(action).again = true;
    return plan;
}

QCoro::Task<Result<Reimage>> prepareReimage(Cluster cluster, QString node, RemotePtr remote, Stop stop)
{
    if (!nodeNamed(cluster, node))
        co_return fail(ErrorKind::NodeUnknown, node);
    const Result<ServerFacts> facts = co_await lookAt(remote, cluster, stop);
    if (!facts)
        co_return std::unexpected(facts.error());
    // There is one as a rule: the cluster's. Two only between an upload and the end of its run.
    QString kept = cluster.image.sha256.toLower();
    if (!facts->keptImages.contains(kept))
        kept = facts->keptImages.value(0);
    if (kept.isEmpty())
        co_return fail(ErrorKind::ServerImageMissing, node);
    const Result<ImageSourcePtr> image = co_await keptImageSource(remote, layoutOf(cluster), kept, stop);
    if (!image)
        co_return std::unexpected(image.error());
    const Result<Plan> plan = planReimage(cluster, node, *facts, (*image)->facts);
    if (!plan)
        co_return std::unexpected(plan.error());
    Reimage reimage;
    reimage.plan = *plan;
    reimage.image = *image;
    co_return reimage;
}

QCoro::Task<bool> rebootNode(RemotePtr server, Cluster cluster, QString node, ConnectOptions login, Secret password, Stop stop)
{
    const Node *which = nodeNamed(cluster, node);
    if (!which)
        co_return false;
    const QString folder = which->folder();
    const Command whereabouts = script(scripts::nodeLogin, {layoutOf(cluster).folder, folder});
    const Result<QByteArray> known = co_await must(server, whereabouts, shortly(), stop);
    // The first line is its address, the others are its public host keys.
    const QByteArrayList lines = known ? known->trimmed().split('\n') : QByteArrayList();
    QTemporaryFile hosts;
    if (lines.size() < 2 || !hosts.open())
        co_return false;
    for (const QByteArray &key : lines.sliced(1))
        hosts.write(lines[0] + ' ' + key + '\n');
    hosts.close();
    login.host = QString::fromLatin1(lines[0]);
    login.port = 0;
    login.user = cluster.access.user;
    login.knownHostsFile = hosts.fileName();
    login.password = password;
    login.sudoPassword = password;
    login.connectTimeout = 5s;
    const Result<RemotePtr> pi = co_await connectTo(login, stop);
    if (!pi)
        co_return false;
    // Whatever of the programs can still be loaded from the disk that was exchanged.
    const Command restart = asRoot(u"sh"_s, {u"-c"_s, u"sync; systemctl reboot || reboot -f || echo b > /proc/sysrq-trigger"_s});
    RunOptions options;
    options.deadline = 20s;
    const Result<Output> told = co_await (*pi)->run(restart, options, stop);
    co_return told ? told->exitCode == 0 : told.error().kind == ErrorKind::SshDisconnected;
}

} // namespace bramble

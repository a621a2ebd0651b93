// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/reimage.h"

#include "steps/look.h"
#include "steps/make_plan.h"

namespace bramble {

using namespace Qt::StringLiterals;

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

} // namespace bramble

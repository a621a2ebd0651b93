// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/mend.h"

#include "steps/journal.h"
#include "steps/lay_node.h"
#include "steps/make_plan.h"
#include "steps/mend_scripts.h"
#include "steps/must.h"
#include "steps/server_lock.h"
#include "steps/server_scripts.h"
#include "steps/watch.h"
#include "text/dnsmasq_conf.h"
#include "text/export_hook.h"
#include "text/nfs_exports.h"

#include <QCoro/QCoroTimer>

#include <QUuid>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Seen
{
    Timeline timeline;
    std::optional<Diagnosis> diagnosis;
    qint64 firstMs = 0;
    bool isThere = false;
    bool isSettled = false;
};

// The server's log of the last hours was read: what was silent then was silent.
void take(Seen &seen, const WatchNews &news, const QString &node)
{
    const auto it = std::ranges::find_if(news.timelines, [&node](const Timeline &t) { return t.node.name == node; });
    if (it == news.timelines.end())
        return;
    if (!seen.isThere)
        seen.firstMs = news.nowMs;
    Situation situation = news.situation();
    if (it->stage > Stage::Off && it->stage < Stage::Disk)
        situation.sinceMs = 0;
    seen.isThere = true;
    seen.timeline = *it;
    seen.diagnosis = diagnose(*it, situation);
    // The log comes in pieces, and a look takes a moment: what both say counts, not what the first of them does.
    constexpr qint64 settlingMs = 4000;
    const bool looked = news.look && news.nowMs - seen.firstMs > settlingMs;
    seen.isSettled = it->stage == Stage::Running || (seen.diagnosis && looked);
}

// What a fix needs besides the journal: pieces that are read and staged before anything that counts changes.
struct Mending
{
    JournalEntry entry;
    Command command;
};

// The entries of the set-up have the same keys: then theirs is the way back, and the journal does not grow.
Mending mendingOf(const Cluster &cluster, const Timeline &timeline, Fix fix)
{
    const ServerLayout layout = layoutOf(cluster);
    const QString hook(exportHookPath);
    Mending mending;
    JournalEntry &entry = mending.entry;
    if (fix == Fix::StartNfs) {
        entry.what = u"nfs-service"_s;
        entry.prepare = {script(scripts::noteNfs, {})};
        entry.takesBack = {script(scripts::settleNfs, {layout.folder})};
        mending.command = script(scripts::startNfs, {hook});
    } else if (fix == Fix::ExportAgain) {
        const QString address = timeline.address ? timeline.address->toString() : QString();
        entry.what = u"exports"_s;
        entry.prepare = {script(scripts::noteExports, {})};
        entry.takesBack = {script(scripts::forgetExports, {})};
        mending.command = script(scripts::exportAgain, {hook, QString(exportsPath), layout.bootFolder(timeline.node.folder()), address});
    } else {
        const QString unit(dnsmasqUnitName);
        entry.what = u"service "_s + unit;
        entry.prepare = {script(scripts::noteUnit, {unit})};
        entry.takesBack = {script(scripts::settleUnit, {unit, hook})};
        mending.command = script(scripts::restartUnit, {unit});
    }
    entry.key = entry.what;
    return mending;
}

// Up to, but without, the moment in which the folder goes live.
QCoro::Task<Result<Mending>> stageBootFiles(Cluster cluster, QString node, RemotePtr remote, Stop stop)
{
    const Result<Reimage> reimage = co_await prepareReimage(cluster, node, remote, stop);
    if (!reimage)
        co_return std::unexpected(reimage.error());
    const auto *lay = reimage->plan.actions.empty() ? nullptr : std::get_if<LayNode>(&reimage->plan.actions.front());
    if (!lay)
        co_return fail(ErrorKind::NodeUnknown, node);
    const QString folder = reimage->plan.layout.folder;
    const Command stage = script(scripts::stageBoot, {folder, lay->folder, lay->from});
    if (const Result<> staged = co_await done(remote, stage, patiently(copyPatience), stop); !staged)
        co_return std::unexpected(staged.error());
    const QString tree = reimage->plan.layout.staging() + u'/' + lay->folder + u".mended"_s;
    const Result<> laid = co_await layOver(remote, Unpacker::Gnu, tree, lay->bootFiles, lay->bootRemoved, {}, stop);
    if (!laid)
        co_return std::unexpected(laid.error());
    Mending mending;
    mending.entry.what = u"node "_s + lay->node + u' ' + lay->folder;
    mending.entry.key = u"node "_s + lay->folder;
    mending.entry.prepare = {script(scripts::noteNode, {folder, lay->folder})};
    // Only the set-up's own way back takes the mark of a tree away; a disk that stayed must not be taken for one that was never laid.
    const QString noTree = u"-"_s;
    mending.entry.takesBack = {script(scripts::unplaceNode, {folder, lay->folder, noTree})};
    mending.command = script(scripts::placeBoot, {folder, lay->folder});
    co_return mending;
}

QCoro::Task<Result<>> mendLocked(Cluster cluster, Timeline timeline, Fix fix, RemotePtr remote, Stop stop)
{
    Result<Mending> mending = mendingOf(cluster, timeline, fix);
    if (fix == Fix::LayBootFiles)
        mending = co_await stageBootFiles(cluster, timeline.node.name, remote, stop);
    if (!mending)
        co_return std::unexpected(mending.error());
    const Journal journal(remote, QString(debianJournal), QUuid::createUuid().toString(QUuid::Id128));
    if (const Result<> open = co_await openJournal(journal, stop); !open)
        co_return std::unexpected(open.error());
    const Result<std::vector<JournalLine>> before = co_await readJournal(remote, journal.folder, stop);
    if (!before)
        co_return std::unexpected(before.error());
    const Result<QString> number = co_await record(journal, mending->entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    const Result<> mended = co_await done(remote, mending->command, patiently(2min), Stop());
    if (!mended)
        co_return std::unexpected(mended.error());
    if (const Result<> finished = co_await finish(journal, *number, Stop()); !finished)
        co_return std::unexpected(finished.error());
    // What a run that was killed has left behind is not to count as gone through because of this.
    if (!std::ranges::all_of(*before, &JournalLine::committed))
        co_return Result<>();
    co_return co_await commit(journal);
}

} // namespace

QCoro::Task<Result<Found>> findCause(Cluster cluster, QString node, RemotePtr remote, std::chrono::seconds patience, Stop stop)
{
    if (std::ranges::none_of(cluster.nodes, [&node](const Node &each) { return each.name == node; }))
        co_return fail(ErrorKind::NodeUnknown, node);
    const auto seen = std::make_shared<Seen>();
    StopSource enough;
    const std::stop_callback passOn(stop, [&enough] { enough.request_stop(); });
    const auto until = std::make_shared<qint64>(0);
    const WatchSink sink = [seen, node, until, patience, &enough](const WatchNews &news) {
        take(*seen, news, node);
        if (*until == 0)
            *until = news.nowMs + qint64(std::chrono::milliseconds(patience).count());
        if (seen->isSettled || news.nowMs > *until)
            enough.request_stop();
    };
    const WatchOptions onlyWatch;
    const Result<> watched = co_await watch(cluster, remote, onlyWatch, sink, enough.get_token());
    if (!watched && (watched.error().kind != ErrorKind::Stopped || stop.stop_requested()))
        co_return std::unexpected(watched.error());
    Found found;
    found.timeline = seen->timeline;
    found.diagnosis = seen->diagnosis;
    co_return found;
}

bool mendsDirectly(Fix fix)
{
    return fix == Fix::RestartService || fix == Fix::StartNfs || fix == Fix::ExportAgain || fix == Fix::LayBootFiles;
}

QCoro::Task<Result<>> mend(Cluster cluster, Timeline timeline, Fix fix, RemotePtr remote, Stop stop)
{
    const Result<std::shared_ptr<ServerLock>> lock = co_await lockServer(remote, {}, stop);
    if (!lock)
        co_return std::unexpected(lock.error());
    const std::shared_ptr<ServerLock> held = *lock;
    const Result<> mended = co_await mendLocked(cluster, timeline, fix, remote, stop);
    held->release.request_stop();
    co_return mended;
}

} // namespace bramble

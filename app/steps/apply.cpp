// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/apply.h"

#include "steps/node_secrets.h"
#include "steps/perform.h"
#include "steps/preview.h"
#include "steps/reconnect.h"
#include "steps/server_lock.h"

#include <QUuid>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Progress comes from worker threads, many times a second; the sink belongs to the thread that awaits.
struct Relay
{
    explicit Relay(ApplySink s) : sink(std::move(s)) { }

    ApplySink sink;
    qsizetype index = 0; ///< of the action under way
    QObject here; ///< lives on the awaiting thread
};

ReportProgress reporter(std::shared_ptr<Relay> relay, qsizetype index)
{
    return [relay, index](Progress progress) {
        const auto tell = [relay, index, progress] { relay->sink(ApplyNews{index, ApplyNews::State::Progressed, progress}); };
        QMetaObject::invokeMethod(&relay->here, tell, Qt::QueuedConnection);
    };
}

QCoro::Task<bool> takeBackOn(std::shared_ptr<SteadyRemote> remote, QString folder)
{
    Result<Undone> undone = co_await undoJournal(remote, folder, UndoScope::Uncommitted, UndoChanged::Leave);
    if (!undone && isSilence(undone.error())) {
        const bool back = co_await connectAnew(remote, Stop()); // by then it may have done that by itself
        if (back)
            undone = co_await undoJournal(remote, folder, UndoScope::Uncommitted, UndoChanged::Leave);
    }
    co_return undone && undone->failed.isEmpty() && undone->left.isEmpty();
}

// The way back does not listen to stop: a half-undone server is worse than a late answer. What a killed run before this one left goes
// too: the server is as it was after the last run that went through. True if all of it went.
QCoro::Task<bool> takeBack(WorkshopPtr shop)
{
    bool router = true;
    if (shop->router) // changed last
        router = co_await takeBackOn(shop->steadyRouter, shop->routerJournal.folder);
    const bool server = co_await takeBackOn(shop->steady, shop->journal.folder);
    co_return router && server;
}

constexpr std::chrono::seconds deadMansPatience{90};

bool isOnRouter(const Action &action)
{
    const auto *uci = std::get_if<ChangeUci>(&action);
    return uci && uci->onRouter;
}

// What could cut the server off from the network, or from us; or the router, which gives everybody their addresses. Settings that no service
// is started anew for have no effect yet, and much that takes its time may follow them.
bool couldCutOff(const Action &action)
{
    const auto *uci = std::get_if<ChangeUci>(&action);
    return std::holds_alternative<WriteFile>(action) || std::holds_alternative<StartUnit>(action) || (uci && !uci->service.isEmpty());
}

// The dead man's switches of a run: one for each machine that it changes.
struct Armed
{
    bool server = false;
    bool router = false;
};

// What somebody did to a file of ours is not overwritten unasked.
QCoro::Task<Result<>> refuseDrift(WorkshopPtr shop, Stop stop)
{
    const Result<std::vector<JournalLine>> recorded = co_await readJournal(shop->remote, shop->journal.folder, stop);
    if (!recorded)
        co_return std::unexpected(recorded.error());
    Plan now = shop->plan;
    now.drifted = drift(*recorded);
    for (const Change &change : preview(now))
        if (change.drifted)
            co_return fail(ErrorKind::ServerFileDrifted, change.name);
    co_return Result<>();
}

using Doing = std::function<QCoro::Task<Result<>>()>;

// A lost connection is made anew, and what was under way is done once more: everything here is content with that.
QCoro::Task<Result<>> steadily(WorkshopPtr shop, Doing doing, Stop stop, bool onRouter = false)
{
    Result<> outcome;
    for (int attempt = 0; attempt < 4; ++attempt) {
        outcome = co_await doing();
        if (outcome || !isLostConnection(outcome.error()))
            break;
        co_await endPass(shop); // a stream begins anew
        shop->wasLost = true;
        bool back = false;
        if (onRouter)
            back = co_await connectAnew(shop->steadyRouter, stop);
        else
            back = co_await reconnect(shop, stop);
        if (!back)
            break;
    }
    co_return outcome;
}

// What was switched may stay, where the machine can still be reached.
QCoro::Task<Result<>> keepAll(WorkshopPtr shop, Armed armed, Stop stop)
{
    if (armed.server)
        if (const Result<> confirmed = co_await confirmAnew(shop->journal, stop); !confirmed)
            co_return confirmed;
    if (armed.router)
        if (const Result<> confirmed = co_await confirmAnew(shop->routerJournal, stop); !confirmed)
            co_return confirmed;
    if (shop->router)
        if (const Result<> kept = co_await commit(shop->routerJournal); !kept)
            co_return kept;
    const Doing committing = [shop] { return commit(shop->journal); };
    co_return co_await steadily(shop, committing, stop);
}

QCoro::Task<Result<>> performAll(WorkshopPtr shop, std::shared_ptr<Relay> relay, Stop stop)
{
    Armed armed;
    const auto count = qsizetype(shop->plan.actions.size());
    for (qsizetype index = 0; index < count; ++index) {
        relay->index = index;
        relay->sink(ApplyNews{index, ApplyNews::State::Started, {}});
        const Action action = shop->plan.actions[size_t(index)];
        const ReportProgress report = reporter(relay, index);
        Result<> outcome;
        if (stop.stop_requested())
            outcome = fail(ErrorKind::Stopped);
        const bool onRouter = isOnRouter(action);
        const Doing arming = [shop, onRouter, stop] { return arm(onRouter ? shop->routerJournal : shop->journal, deadMansPatience, stop); };
        if (outcome && couldCutOff(action) && !std::exchange(onRouter ? armed.router : armed.server, true))
            outcome = co_await steadily(shop, arming, stop, onRouter);
        const Doing doing = [shop, action, report, stop] { return perform(shop, action, report, stop); };
        if (outcome)
            outcome = co_await steadily(shop, doing, stop, onRouter);
        if (std::exchange(shop->spilled, false))
            relay->sink(ApplyNews{index, ApplyNews::State::Spilled, {}});
        relay->sink(ApplyNews{index, outcome ? ApplyNews::State::Done : ApplyNews::State::Failed, {}});
        // Found again after a silence, it does not know this run any more: that is what it does when it takes one back.
        const bool tookBack = outcome ? false : isSilence(outcome.error()) || (shop->wasLost && outcome.error().kind == ErrorKind::ServerCommandFailed);
        if (tookBack && (onRouter ? armed.router : armed.server))
            co_return fail(ErrorKind::ServerTookBack, onRouter ? shop->router->description() : shop->remote->description());
        if (!outcome)
            co_return outcome;
    }
    co_return co_await keepAll(shop, armed, stop);
}

} // namespace

QCoro::Task<Result<>> apply(Plan plan, RemotePtr remote, ImageSourcePtr image, ApplySink sink, Stop stop, QByteArray nodePasswordHash, bool overwritesDrift, RemotePtr router)
{
    if (nodePasswordHash.isEmpty() && needsNodePassword(plan))
        co_return fail(ErrorKind::NodePasswordNeeded, plan.cluster.access.user);
    const auto relay = std::make_shared<Relay>(sink);
    const auto shop = std::make_shared<Workshop>();
    shop->plan = std::move(plan);
    shop->steady = std::make_shared<SteadyRemote>(remote);
    shop->remote = shop->steady;
    shop->image = std::move(image);
    shop->nodePasswordHash = std::move(nodePasswordHash);

    const QString run = QUuid::createUuid().toString(QUuid::Id128);
    const auto locked = co_await lockServer(shop->remote, run, stop);
    if (!locked)
        co_return std::unexpected(locked.error());
    shop->lock = *locked;
    shop->journal = Journal(shop->remote, shop->plan.byRouter ? QString(openWrtJournal) : QString(debianJournal), run);
    if (router && std::ranges::any_of(shop->plan.actions, isOnRouter)) {
        shop->steadyRouter = std::make_shared<SteadyRemote>(router);
        shop->router = shop->steadyRouter;
        shop->routerJournal = Journal(shop->router, QString(openWrtJournal), run);
    }
    const Doing looking = [shop, stop] { return refuseDrift(shop, stop); };
    const Doing opening = [shop, stop] { return openJournal(shop->journal, stop); };
    Result<> outcome;
    if (!overwritesDrift)
        outcome = co_await steadily(shop, looking, stop);
    if (outcome)
        outcome = co_await steadily(shop, opening, stop);
    if (outcome && shop->router)
        outcome = co_await openJournal(shop->routerJournal, stop);
    if (!outcome) {
        shop->lock->release.request_stop();
        co_return outcome; // nothing was begun
    }
    outcome = co_await performAll(shop, relay, stop);
    co_await endPass(shop);
    if (!outcome) {
        relay->sink(ApplyNews{relay->index, ApplyNews::State::UndoStarted, {}});
        const bool whole = co_await takeBack(shop);
        relay->sink(ApplyNews{relay->index, whole ? ApplyNews::State::Undone : ApplyNews::State::UndoFailed, {}});
    }
    shop->lock->release.request_stop();
    co_return outcome;
}

} // namespace bramble

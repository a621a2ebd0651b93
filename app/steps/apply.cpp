// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/apply.h"

#include "steps/must.h"
#include "steps/node_secrets.h"
#include "steps/perform.h"
#include "steps/server_scripts.h"
#include "text/dnsmasq_conf.h"
#include "text/export_hook.h"

#include <QCoro/QCoroTimer>

#include <QTimer>


namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Progress comes from worker threads, many times a second; the sink belongs to the thread that awaits.
struct Relay
{
    explicit Relay(ApplySink s) : sink(std::move(s)) { }

    ApplySink sink;
    QObject here; ///< lives on the awaiting thread
};

ReportProgress reporter(std::shared_ptr<Relay> relay, qsizetype index)
{
    return [relay, index](Progress progress) {
        const auto tell = [relay, index, progress] { relay->sink(ApplyNews{index, ApplyNews::State::Progressed, progress}); };
        QMetaObject::invokeMethod(&relay->here, tell, Qt::QueuedConnection);
    };
}

// Only one Brambleboot may work on a server at a time. The lock is held by a process at the far end of a channel: it goes with the
// connection, whatever becomes of this program.
struct Lock
{
    StopSource release;
    std::shared_ptr<bool> held = std::make_shared<bool>(false);
    std::shared_ptr<bool> over = std::make_shared<bool>(false);
};

QCoro::Task<> holdLock(RemotePtr remote, std::shared_ptr<bool> held, std::shared_ptr<bool> over, Stop stop)
{
    const Command command = asRoot(u"flock"_s, {u"--nonblock"_s, u"--no-fork"_s, u"/run/brambleboot.lock"_s, u"sh"_s, u"-c"_s,
                                                u"echo locked; exec sleep 86400"_s});
    const LineSink sink = [held](const QByteArray &line) {
        if (line == "locked")
            *held = true;
    };
    const Result<Output> ended = co_await remote->follow(command, sink, stop);
    Q_UNUSED(ended);
    *held = false;
    *over = true;
}

// A killed run's lock ends a moment after its connection; that moment is waited for.
QCoro::Task<Result<std::shared_ptr<Lock>>> takeLock(RemotePtr remote, Stop stop)
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        auto lock = std::make_shared<Lock>();
        auto task = holdLock(remote, lock->held, lock->over, lock->release.get_token());
        for (int i = 0; i < 200 && !*lock->held && !*lock->over; ++i) {
            if (stop.stop_requested())
                break;
            QTimer timer;
            timer.setSingleShot(true);
            timer.start(50ms);
            co_await timer;
        }
        if (*lock->held)
            co_return lock;
        lock->release.request_stop();
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
        QTimer pause;
        pause.setSingleShot(true);
        pause.start(1s);
        co_await pause;
    }
    co_return fail(ErrorKind::ServerBusy, remote->description());
}

// The way back does not listen to stop: a half-undone server is worse than a late answer. True if all of it went.
QCoro::Task<bool> takeBack(WorkshopPtr shop)
{
    RunOptions options;
    options.deadline = 15min;
    bool whole = true;
    while (!shop->undo.empty()) {
        const Undo undo = shop->undo.back();
        shop->undo.pop_back();
        options.input = undo.input;
        const Result<Output> output = co_await shop->remote->run(undo.command, options, Stop());
        if (!output && output.error().kind == ErrorKind::SshDisconnected)
            co_return false; // the next run starts from what it finds
        whole = whole && output && output->exitCode == 0;
    }
    // What the hook wrote in the meantime, and a service that ran before with its old settings.
    const auto wrote = [&shop](QLatin1StringView path) {
        const auto it = std::ranges::find_if(shop->plan.actions, [path](const Action &action) {
            const auto *file = std::get_if<WriteFile>(&action);
            return file && file->path == path;
        });
        return it == shop->plan.actions.end() ? nullptr : std::get_if<WriteFile>(&*it);
    };
    if (const WriteFile *hook = wrote(exportHookPath); hook && !hook->before) {
        const Command forget = script(scripts::forgetExports, {});
        const Result<Output> forgotten = co_await shop->remote->run(forget, options, Stop());
        if (!forgotten)
            co_return false;
    }
    const Command settle = script(scripts::settleUnit, {QString(dnsmasqUnitName), QString(exportHookPath)});
    const Result<Output> settled = co_await shop->remote->run(settle, options, Stop());
    co_return whole && settled && settled->exitCode == 0;
}

} // namespace

QCoro::Task<Result<>> apply(Plan plan, RemotePtr remote, ImageSourcePtr image, ApplySink sink, Stop stop, QByteArray nodePasswordHash)
{
    if (nodePasswordHash.isEmpty() && needsNodePassword(plan))
        co_return fail(ErrorKind::NodePasswordNeeded, plan.cluster.access.user);
    const auto relay = std::make_shared<Relay>(sink);
    const auto shop = std::make_shared<Workshop>();
    shop->plan = std::move(plan);
    shop->remote = remote;
    shop->image = std::move(image);
    shop->nodePasswordHash = std::move(nodePasswordHash);

    const auto locked = co_await takeLock(remote, stop);
    if (!locked)
        co_return std::unexpected(locked.error());
    const std::shared_ptr<Lock> lock = *locked;

    Result<> outcome;
    qsizetype index = 0;
    const auto count = qsizetype(shop->plan.actions.size());
    for (; index < count && outcome; ++index) {
        relay->sink(ApplyNews{index, ApplyNews::State::Started, {}});
        const Action action = shop->plan.actions[size_t(index)];
        const ReportProgress report = reporter(relay, index);
        if (stop.stop_requested())
            outcome = fail(ErrorKind::Stopped);
        else
            outcome = co_await perform(shop, action, report, stop);
        if (std::exchange(shop->spilled, false))
            relay->sink(ApplyNews{index, ApplyNews::State::Spilled, {}});
        relay->sink(ApplyNews{index, outcome ? ApplyNews::State::Done : ApplyNews::State::Failed, {}});
    }
    co_await endPass(shop);
    if (!outcome) {
        relay->sink(ApplyNews{index - 1, ApplyNews::State::UndoStarted, {}});
        const bool whole = co_await takeBack(shop);
        relay->sink(ApplyNews{index - 1, whole ? ApplyNews::State::Undone : ApplyNews::State::UndoFailed, {}});
    } else {
        RunOptions options;
        options.deadline = 10min;
        const Command clear = script(scripts::clearStaging, {shop->plan.layout.folder});
        const Result<Output> cleared = co_await remote->run(clear, options, Stop());
        const Command keep = script(scripts::keepPackages, {});
        const Result<Output> kept = co_await remote->run(keep, options, Stop());
        Q_UNUSED(cleared); // what stays behind takes room, not truth
        Q_UNUSED(kept);
    }
    lock->release.request_stop();
    co_return outcome;
}

} // namespace bramble

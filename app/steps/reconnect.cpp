// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/reconnect.h"

#include "steps/must.h"
#include "text/shell.h"

#include <QCoro/QCoroTimer>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int waitedAtOnce = 20; // seconds; well below what makes a silent connection suspicious

// "running", "gone", or "ended CODE", and then what it said.
struct Heard
{
    Heard() = default;

    bool running = false;
    bool gone = false;
    Output output;
};

Heard parse(const QByteArray &out)
{
    Heard heard;
    const QByteArray first = out.first(std::max<qsizetype>(0, out.indexOf('\n')));
    heard.running = first == "running";
    heard.gone = !first.startsWith("ended ") && !heard.running;
    heard.output.exitCode = first.mid(6).toInt();
    heard.output.err = out.mid(first.size() + 1);
    return heard;
}

} // namespace

bool isLostConnection(const Error &error)
{
    return error.kind == ErrorKind::SshDisconnected || error.kind == ErrorKind::SshStalled;
}

bool isSilence(const Error &error)
{
    return isLostConnection(error) || error.kind == ErrorKind::SshTimeout || error.kind == ErrorKind::SshConnect;
}

QCoro::Task<bool> connectAnew(std::shared_ptr<SteadyRemote> remote, Stop stop)
{
    const auto until = std::chrono::steady_clock::now() + 3min;
    while (remote && !stop.stop_requested() && std::chrono::steady_clock::now() < until) {
        const Result<RemotePtr> another = co_await remote->another(stop);
        if (another && !*another)
            co_return false; // there is no such thing here
        if (another) {
            remote->use(*another);
            co_return true;
        }
        co_await QCoro::sleepFor(5s);
    }
    co_return false;
}

QCoro::Task<bool> reconnect(WorkshopPtr shop, Stop stop)
{
    const bool back = co_await connectAnew(shop->steady, stop);
    if (!back)
        co_return false;
    const auto locked = co_await lockServer(shop->remote, shop->journal.run, stop);
    if (!locked)
        co_return false;
    shop->lock = *locked;
    co_return true;
}

QCoro::Task<Result<>> doneDetached(WorkshopPtr shop, QString name, Command command, std::chrono::milliseconds deadline, Stop stop)
{
    const QString folder = shop->journal.folder;
    const auto engine = [&folder](QStringList arguments) { return asRoot(u"sh"_s, QStringList{folder + u"/engine"_s, folder} + arguments); };
    const Command start = engine({u"start"_s, name});
    const Command wait = engine({u"wait_for"_s, name, QString::number(waitedAtOnce)});
    const Command reap = engine({u"reap"_s, name});
    const Command end = engine({u"end"_s, name});
    const QByteArray request = shellText(command) + "\nwhole\n"_ba;
    const auto until = std::chrono::steady_clock::now() + deadline;
    bool started = false;
    for (;;) {
        Result<Output> said = fail(ErrorKind::Stopped);
        if (!started)
            said = co_await shop->remote->run(start, patiently(1min, request), stop);
        else
            said = co_await shop->remote->run(wait, patiently(2min), stop);
        if (!said && isLostConnection(said.error())) {
            const bool back = co_await reconnect(shop, stop);
            if (!back)
                co_return std::unexpected(said.error());
            continue;
        }
        if (!said || std::chrono::steady_clock::now() > until) {
            const Result<Output> ended = co_await shop->remote->run(end, patiently(1min), Stop());
            Q_UNUSED(ended);
            co_return said ? fail(ErrorKind::SshTimeout, command.program) : std::unexpected(said.error());
        }
        if (said->exitCode != 0)
            co_return std::unexpected(errorOf(command, *said));
        if (!std::exchange(started, true))
            continue;
        const Heard heard = parse(said->out);
        if (heard.running)
            continue;
        if (heard.gone) { // the server was restarted
            started = false;
            continue;
        }
        const Result<Output> reaped = co_await shop->remote->run(reap, shortly(), stop);
        Q_UNUSED(reaped);
        if (heard.output.exitCode != 0)
            co_return std::unexpected(errorOf(command, heard.output));
        co_return Result<>();
    }
}

QCoro::Task<Result<>> arm(Journal journal, std::chrono::seconds patience, Stop stop)
{
    const QString folder = journal.folder;
    const Command command = asRoot(u"sh"_s, {folder + u"/engine"_s, folder, u"arm"_s, QString::number(patience.count())});
    co_return co_await done(journal.remote, command, shortly(), stop);
}

QCoro::Task<Result<>> confirmAnew(Journal journal, Stop stop)
{
    const QString folder = journal.folder;
    const Command command = asRoot(u"sh"_s, {folder + u"/engine"_s, folder, u"confirm"_s});
    for (int attempt = 0; attempt < 12; ++attempt) {
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
        const Result<RemotePtr> another = co_await journal.remote->another(stop);
        if (another) {
            const RemotePtr over = *another ? *another : journal.remote;
            const Result<Output> confirmed = co_await over->run(command, shortly(), stop);
            if (confirmed && confirmed->exitCode == 0)
                co_return Result<>();
            if (confirmed)
                break; // it is too late
        }
        co_await QCoro::sleepFor(5s);
    }
    co_return fail(ErrorKind::ServerTookBack, journal.remote->description());
}

} // namespace bramble

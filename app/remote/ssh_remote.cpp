// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh_remote.h"

#include "remote/await_future.h"
#include "remote/produce.h"
#include "remote/remote_shell.h"
#include "remote/session.h"
#include "text/shell.h"

#include <QCoro/QCoroTimer>

#include <QRandomGenerator>

#include <stop_token>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using LinePtr = std::shared_ptr<SshLine>;

/// Puts the run on its lane and waits for its end. Holds the run weakly, so that a lane that closes can drop it.
QCoro::Task<Result<Output>> finished(LinePtr line, RunSpec spec, Stop stop)
{
    if (stop.stop_requested())
        co_return fail(ErrorKind::Stopped);
    const std::shared_ptr<Lane> lane = line->lane;
    auto run = std::make_shared<ChannelRun>(std::move(spec));
    const std::weak_ptr<ChannelRun> watched = run;
    const Reply<Output> reply = run->reply();
    lane->post([run](Session &session) { session.start(run); });
    run.reset();
    const std::stop_callback onStop(stop, [lane, watched] {
        lane->post([watched](Session &session) {
            if (const std::shared_ptr<ChannelRun> alive = watched.lock())
                session.stop(alive);
        });
    });
    co_await reply.settled();
    Result<Output> result = reply.take();
    if (!result && result.error().kind == ErrorKind::SshDisconnected && result.error().subject.isEmpty())
        result = fail(ErrorKind::SshDisconnected, line->who);
    co_return result;
}

/// What every kind of call needs in its spec.
RunSpec specFor(const LinePtr &line, const Command &command, const QByteArray &script, bool throughSudo)
{
    RunSpec spec;
    spec.program = command.program;
    spec.who = line->who;
    spec.input = std::make_shared<BytePipe>();
    if (throughSudo) {
        const QByteArray nonce = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
        spec.text = sudoText(script, nonce);
        spec.sudo.emplace(nonce);
        spec.sudoPassword = line->sudoPassword;
    } else {
        spec.text = plainText(script);
    }
    return spec;
}

/// Whether sudo has to stand between; asks the server once who we are.
QCoro::Task<Result<bool>> needsSudo(LinePtr line, Command command, Stop stop)
{
    if (!canBeShellText(command))
        co_return fail(ErrorKind::SshChannel, command.program, u"not a command line"_s);
    Result<bool> needed = false; // named: g++ 14 warns of the temporary in a coroutine
    if (!command.asRoot)
        co_return needed;
    if (!line->isRoot) {
        const Command who(u"id"_s, {u"-u"_s});
        RunSpec spec = specFor(line, who, watchedScript(who, 0), false);
        spec.holdInputOpen = true;
        spec.deadline = 30s;
        spec.input->close();
        const Result<Output> answer = co_await finished(line, std::move(spec), stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        line->isRoot = answer->exitCode == 0 && answer->out.trimmed() == "0";
    }
    needed = !*line->isRoot;
    co_return needed;
}

QCoro::Task<Result<Output>> runOn(LinePtr line, Command command, RunOptions options, Stop stop)
{
    const Result<bool> throughSudo = co_await needsSudo(line, command, stop);
    if (!throughSudo)
        co_return std::unexpected(throughSudo.error());
    RunSpec spec = specFor(line, command, watchedScript(command, options.input.size()), *throughSudo);
    spec.holdInputOpen = true;
    spec.deadline = options.deadline;
    if (!options.input.isEmpty())
        spec.input->push(options.input);
    spec.input->close();
    co_return co_await finished(line, std::move(spec), stop);
}

QCoro::Task<Result<Output>> sendOn(LinePtr line, Command command, std::shared_ptr<ByteSource> source,
                                   ReportProgress report, Stop stop)
{
    const Result<bool> throughSudo = co_await needsSudo(line, command, stop);
    if (!throughSudo)
        co_return std::unexpected(throughSudo.error());
    RunSpec spec = specFor(line, command, streamScript(command), *throughSudo);
    spec.stall = line->stallTimeout;
    spec.report = std::move(report);
    spec.expected = source->expectedSize();
    const QFuture<void> produced = produce(std::move(source), spec.input);
    const std::shared_ptr<BytePipe> input = spec.input;
    const Result<Output> result = co_await finished(line, std::move(spec), stop);
    // Whoever gave the source may touch it again when this ends.
    input->abandon();
    co_await finishOf(produced);
    co_return result;
}

QCoro::Task<Result<Output>> followOn(LinePtr line, Command command, LineSink sink, Stop stop)
{
    const Result<bool> throughSudo = co_await needsSudo(line, command, stop);
    if (!throughSudo)
        co_return std::unexpected(throughSudo.error());
    RunSpec spec = specFor(line, command, watchedScript(command, 0), *throughSudo);
    spec.holdInputOpen = true;
    spec.input->close();
    const auto lines = std::make_shared<LineQueue>();
    spec.lines = lines;
    const QCoro::Task<Result<Output>> running = finished(line, std::move(spec), stop);
    QElapsedTimer slice;
    while (!lines->isAtEnd() && !stop.stop_requested()) {
        const QFuture<void> ready = lines->ready();
        co_await finishOf(ready);
        slice.start();
        const QList<QByteArray> some = lines->take();
        for (const QByteArray &text : some) {
            if (stop.stop_requested())
                break;
            sink(text);
            // Resumed by posted events again and again, we would starve the timers and the input of this thread.
            if (slice.elapsed() >= 4) {
                co_await QCoro::sleepFor(1ms);
                slice.start();
            }
        }
    }
    co_return co_await running;
}

} // namespace

SshRemote::~SshRemote()
{
    m_line->lane->close();
}

QCoro::Task<Result<Output>> SshRemote::run(Command command, RunOptions options, Stop stop)
{
    return runOn(m_line, std::move(command), std::move(options), std::move(stop));
}

QCoro::Task<Result<Output>> SshRemote::send(Command command, std::shared_ptr<ByteSource> source, ReportProgress report,
                                            Stop stop)
{
    return sendOn(m_line, std::move(command), std::move(source), std::move(report), std::move(stop));
}

QCoro::Task<Result<Output>> SshRemote::follow(Command command, LineSink sink, Stop stop)
{
    return followOn(m_line, std::move(command), std::move(sink), std::move(stop));
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/calls.h"

#include "remote/await_future.h"
#include "remote/produce.h"
#include "remote/remote_shell.h"
#include "text/shell.h"

#include <QCoro/QCoroTimer>

#include <QElapsedTimer>
#include <QRandomGenerator>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What every kind of call needs in its spec.
RunSpec specFor(const CalleePtr &callee, const Command &command, const QByteArray &script, bool throughSudo)
{
    RunSpec spec;
    spec.program = command.program;
    spec.who = callee->who;
    spec.input = std::make_shared<BytePipe>();
    if (throughSudo) {
        const QByteArray nonce = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
        spec.text = sudoText(script, nonce);
        spec.sudo.emplace(nonce);
        spec.sudoPassword = callee->sudoPassword;
    } else {
        spec.text = plainText(script);
    }
    return spec;
}

/// Whether sudo has to stand between; asks the server once who we are.
QCoro::Task<Result<bool>> needsSudo(CalleePtr callee, Command command, Stop stop)
{
    if (!canBeShellText(command))
        co_return fail(ErrorKind::SshChannel, command.program, u"not a command line"_s);
    Result<bool> needed = false; // named: g++ 14 warns of the temporary in a coroutine
    if (!command.asRoot)
        co_return needed;
    if (!callee->isRoot) {
        const Command who(u"id"_s, {u"-u"_s});
        RunSpec spec = specFor(callee, who, watchedScript(who, 0), false);
        spec.holdInputOpen = true;
        spec.deadline = 30s;
        spec.input->close();
        const Result<Output> answer = co_await callee->finished(std::move(spec), stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        callee->isRoot = answer->exitCode == 0 && answer->out.trimmed() == "0";
    }
    needed = !*callee->isRoot;
    co_return needed;
}

} // namespace

QCoro::Task<Result<Output>> runOn(CalleePtr callee, Command command, RunOptions options, Stop stop)
{
    const Result<bool> throughSudo = co_await needsSudo(callee, command, stop);
    if (!throughSudo)
        co_return std::unexpected(throughSudo.error());
    RunSpec spec = specFor(callee, command, watchedScript(command, options.input.size()), *throughSudo);
    spec.holdInputOpen = true;
    spec.deadline = options.deadline;
    if (!options.input.isEmpty())
        spec.input->push(options.input);
    spec.input->close();
    co_return co_await callee->finished(std::move(spec), stop);
}

QCoro::Task<Result<Output>> sendOn(CalleePtr callee, Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop stop)
{
    const Result<bool> throughSudo = co_await needsSudo(callee, command, stop);
    if (!throughSudo)
        co_return std::unexpected(throughSudo.error());
    RunSpec spec = specFor(callee, command, streamScript(command), *throughSudo);
    spec.stall = callee->stallTimeout;
    spec.report = std::move(report);
    spec.expected = source->expectedSize();
    const QFuture<void> produced = produce(std::move(source), spec.input);
    const std::shared_ptr<BytePipe> input = spec.input;
    const Result<Output> result = co_await callee->finished(std::move(spec), stop);
    // Whoever gave the source may touch it again when this ends.
    input->abandon();
    co_await finishOf(produced);
    co_return result;
}

QCoro::Task<Result<Output>> followOn(CalleePtr callee, Command command, LineSink sink, Stop stop)
{
    const Result<bool> throughSudo = co_await needsSudo(callee, command, stop);
    if (!throughSudo)
        co_return std::unexpected(throughSudo.error());
    RunSpec spec = specFor(callee, command, watchedScript(command, 0), *throughSudo);
    spec.holdInputOpen = true;
    spec.input->close();
    const auto lines = std::make_shared<LineQueue>();
    spec.lines = lines;
    const QCoro::Task<Result<Output>> running = callee->finished(std::move(spec), stop);
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

} // namespace bramble

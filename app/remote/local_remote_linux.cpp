// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/local_remote.h"

#include "remote/await_future.h"
#include "remote/local_process.h"
#include "remote/produce.h"
#include "remote/remote_shell.h"
#include "text/shell.h"

#include <QCoro/QCoroTimer>

#include <QRandomGenerator>
#include <QSysInfo>

#include <stop_token>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What the calls share. Used on the awaiting thread only.
struct Here
{
    LocalOptions options;
    QString who;
    std::optional<bool> isRoot; ///< found out when somebody first asks for root
    std::vector<QPointer<LocalProcess>> running;
};

using HerePtr = std::shared_ptr<Here>;

QCoro::Task<Result<Output>> finished(HerePtr here, LocalSpec spec, Stop stop)
{
    if (stop.stop_requested())
        co_return fail(ErrorKind::Stopped);
    const QPointer<LocalProcess> process(new LocalProcess(std::move(spec)));
    std::erase_if(here->running, [](const QPointer<LocalProcess> &p) { return p.isNull(); });
    here->running.push_back(process);
    const Reply<Output> reply = process->reply();
    process->start();
    const std::stop_callback onStop(stop, [process] {
        if (process)
            QMetaObject::invokeMethod(process.data(), [process] { process->fail(ErrorKind::Stopped); }, Qt::QueuedConnection);
    });
    co_await reply.settled();
    co_return reply.take();
}

LocalSpec specFor(const HerePtr &here, const Command &command, const QByteArray &script, bool throughSudo)
{
    LocalSpec spec;
    spec.program = command.program;
    spec.who = here->who;
    spec.input = std::make_shared<BytePipe>();
    QByteArray text = plainText(script);
    if (throughSudo) {
        const QByteArray nonce = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
        text = sudoText(script, nonce);
        spec.sudo.emplace(nonce);
        spec.sudoPassword = here->options.sudoPassword;
    }
    spec.shell = here->options.startedBy + QStringList{u"/bin/sh"_s, u"-c"_s, QString::fromUtf8(text)};
    return spec;
}

QCoro::Task<Result<bool>> needsSudo(HerePtr here, Command command, Stop stop)
{
    if (!canBeShellText(command))
        co_return fail(ErrorKind::SshChannel, command.program, u"not a command line"_s);
    Result<bool> needed = false; // named: g++ 14 warns of the temporary in a coroutine
    if (!command.asRoot)
        co_return needed;
    if (!here->isRoot) {
        const Command who(u"id"_s, {u"-u"_s});
        LocalSpec spec = specFor(here, who, watchedScript(who, 0), false);
        spec.holdInputOpen = true;
        spec.deadline = 30s;
        spec.input->close();
        const Result<Output> answer = co_await finished(here, std::move(spec), stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        here->isRoot = answer->exitCode == 0 && answer->out.trimmed() == "0";
    }
    needed = !*here->isRoot;
    co_return needed;
}

QCoro::Task<Result<Output>> runHere(HerePtr here, Command command, RunOptions options, Stop stop)
{
    const Result<bool> throughSudo = co_await needsSudo(here, command, stop);
    if (!throughSudo)
        co_return std::unexpected(throughSudo.error());
    LocalSpec spec = specFor(here, command, watchedScript(command, options.input.size()), *throughSudo);
    spec.holdInputOpen = true;
    spec.deadline = options.deadline;
    if (!options.input.isEmpty())
        spec.input->push(options.input);
    spec.input->close();
    co_return co_await finished(here, std::move(spec), stop);
}

QCoro::Task<Result<Output>> sendHere(HerePtr here, Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop stop)
{
    const Result<bool> throughSudo = co_await needsSudo(here, command, stop);
    if (!throughSudo)
        co_return std::unexpected(throughSudo.error());
    LocalSpec spec = specFor(here, command, streamScript(command), *throughSudo);
    spec.stall = here->options.stallTimeout;
    spec.report = std::move(report);
    spec.expected = source->expectedSize();
    const QFuture<void> produced = produce(std::move(source), spec.input);
    const std::shared_ptr<BytePipe> input = spec.input;
    const Result<Output> result = co_await finished(here, std::move(spec), stop);
    // Whoever gave the source may touch it again when this ends.
    input->abandon();
    co_await finishOf(produced);
    co_return result;
}

QCoro::Task<Result<Output>> followHere(HerePtr here, Command command, LineSink sink, Stop stop)
{
    const Result<bool> throughSudo = co_await needsSudo(here, command, stop);
    if (!throughSudo)
        co_return std::unexpected(throughSudo.error());
    LocalSpec spec = specFor(here, command, watchedScript(command, 0), *throughSudo);
    spec.holdInputOpen = true;
    spec.input->close();
    const auto lines = std::make_shared<LineQueue>();
    spec.lines = lines;
    const QCoro::Task<Result<Output>> running = finished(here, std::move(spec), stop);
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

class LocalRemote : public Remote
{
public:
    explicit LocalRemote(HerePtr here) : m_here(std::move(here)) { }
    ~LocalRemote() override
    {
        for (const QPointer<LocalProcess> &process : m_here->running)
            if (process)
                process->fail(ErrorKind::SshDisconnected);
    }

    QCoro::Task<Result<Output>> run(Command command, RunOptions options, Stop stop) override
    {
        return runHere(m_here, std::move(command), std::move(options), std::move(stop));
    }
    QCoro::Task<Result<Output>> send(Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop stop) override
    {
        return sendHere(m_here, std::move(command), std::move(source), std::move(report), std::move(stop));
    }
    QCoro::Task<Result<Output>> follow(Command command, LineSink sink, Stop stop) override
    {
        return followHere(m_here, std::move(command), std::move(sink), std::move(stop));
    }
    QString description() const override { return m_here->who; }

private:
    HerePtr m_here;
};

} // namespace

Result<RemotePtr> remoteHere(LocalOptions options)
{
    const auto here = std::make_shared<Here>();
    here->options = std::move(options);
    here->who = QSysInfo::machineHostName();
    return std::make_shared<LocalRemote>(here);
}

} // namespace bramble

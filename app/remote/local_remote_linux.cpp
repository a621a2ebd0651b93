// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/local_remote.h"

#include "remote/calls.h"
#include "remote/local_process.h"

#include <QSysInfo>

#include <stop_token>

namespace bramble {

namespace {

using Running = std::vector<QPointer<LocalProcess>>;

QCoro::Task<Result<Output>> finishedHere(std::shared_ptr<Running> running, QStringList startedBy, RunSpec spec, Stop stop)
{
    if (stop.stop_requested())
        co_return fail(ErrorKind::Stopped);
    const QPointer<LocalProcess> process(new LocalProcess(std::move(startedBy), std::move(spec)));
    std::erase_if(*running, [](const QPointer<LocalProcess> &p) { return p.isNull(); });
    running->push_back(process);
    const Reply<Output> reply = process->reply();
    process->start();
    const std::stop_callback onStop(stop, [process] {
        if (process)
            QMetaObject::invokeMethod(process.data(), [process] { process->fail(ErrorKind::Stopped); }, Qt::QueuedConnection);
    });
    co_await reply.settled();
    co_return reply.take();
}

/// This computer's shell.
class Here : public Callee
{
public:
    QCoro::Task<Result<Output>> finished(RunSpec spec, Stop stop) override
    {
        return finishedHere(running, startedBy, std::move(spec), std::move(stop));
    }

    QStringList startedBy;
    std::shared_ptr<Running> running = std::make_shared<Running>();
};

class LocalRemote : public Remote
{
public:
    explicit LocalRemote(std::shared_ptr<Here> here) : m_here(std::move(here)) { }
    ~LocalRemote() override
    {
        for (const QPointer<LocalProcess> &process : *m_here->running)
            if (process)
                process->fail(ErrorKind::SshDisconnected);
    }

    QCoro::Task<Result<Output>> run(Command command, RunOptions options, Stop stop) override
    {
        return runOn(m_here, std::move(command), std::move(options), std::move(stop));
    }
    QCoro::Task<Result<Output>> send(Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop stop) override
    {
        return sendOn(m_here, std::move(command), std::move(source), std::move(report), std::move(stop));
    }
    QCoro::Task<Result<Output>> follow(Command command, LineSink sink, Stop stop) override
    {
        return followOn(m_here, std::move(command), std::move(sink), std::move(stop));
    }
    QString description() const override { return m_here->who; }

private:
    std::shared_ptr<Here> m_here;
};

} // namespace

Result<RemotePtr> remoteHere(LocalOptions options)
{
    const auto here = std::make_shared<Here>();
    here->who = QSysInfo::machineHostName();
    here->sudoPassword = options.sudoPassword;
    here->stallTimeout = options.stallTimeout;
    here->startedBy = std::move(options.startedBy);
    return std::make_shared<LocalRemote>(here);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remote.h"

#include <QCoro/QCoroTimer>

namespace bramble {

enum class Fault { None, CutBefore, CutDuring, CutAfter, Fails, DiskFull, ServerKilled };

/// A real connection that notes every command, and at one of them has an accident.
class FaultRemote : public Remote
{
public:
    FaultRemote(RemotePtr inner, Fault fault, qsizetype at, std::chrono::milliseconds pause) : m_inner(std::move(inner)), m_fault(fault), m_at(at), m_pause(pause) { }

    QStringList commands; ///< what was asked, in words of a test
    std::function<void()> accident; ///< cuts the connection, fills the disk, kills the server
    std::function<RemotePtr()> connectsAgain; ///< nothing: once lost, the connection is lost
    bool happened = false;

    QCoro::Task<Result<Output>> run(Command command, RunOptions options, Stop stop) override
    {
        if (!comesUp(command))
            co_return co_await m_inner->run(command, options, stop);
        if (m_fault == Fault::Fails)
            co_return failure();
        if (m_fault == Fault::CutBefore || m_fault == Fault::DiskFull)
            accident();
        auto task = m_inner->run(command, options, stop);
        if (m_fault == Fault::CutDuring || m_fault == Fault::ServerKilled) {
            co_await QCoro::sleepFor(m_pause);
            accident();
        }
        Result<Output> output = co_await task;
        if (m_fault == Fault::CutAfter) {
            accident();
            output = fail(ErrorKind::SshDisconnected);
        }
        co_return output;
    }

    QCoro::Task<Result<Output>> send(Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop stop) override
    {
        if (!comesUp(command))
            co_return co_await m_inner->send(command, source, report, stop);
        if (m_fault == Fault::Fails)
            co_return failure();
        if (m_fault == Fault::CutBefore || m_fault == Fault::DiskFull)
            accident();
        auto task = m_inner->send(command, source, report, stop);
        if (m_fault == Fault::CutDuring || m_fault == Fault::ServerKilled) {
            co_await QCoro::sleepFor(m_pause);
            accident();
        }
        Result<Output> output = co_await task;
        if (m_fault == Fault::CutAfter) {
            accident();
            output = fail(ErrorKind::SshDisconnected);
        }
        co_return output;
    }

    QCoro::Task<Result<Output>> follow(Command command, LineSink sink, Stop stop) override { co_return co_await m_inner->follow(command, sink, stop); }
    QCoro::Task<Result<RemotePtr>> another(Stop) override
    {
        Result<RemotePtr> again = connectsAgain ? connectsAgain() : RemotePtr();
        co_return again;
    }
    QString description() const override { return m_inner->description(); }

private:
    bool comesUp(const Command &command)
    {
        QString name = command.program;
        for (const QString &word : command.arguments)
            if (!word.contains(u'\n') && word.size() < 60)
                name += u' ' + word;
        commands << name;
        happened = happened || commands.size() - 1 == m_at;
        return m_fault != Fault::None && commands.size() - 1 == m_at;
    }
    static Output failure()
    {
        Output output;
        output.exitCode = 1;
        output.err = "it failed because the test wanted it to\n";
        return output;
    }

    RemotePtr m_inner;
    Fault m_fault;
    qsizetype m_at;
    std::chrono::milliseconds m_pause;
};

} // namespace bramble

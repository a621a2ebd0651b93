// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh_remote.h"

#include "remote/session.h"

#include <stop_token>

namespace bramble {

namespace {

/// Puts the run on its lane and waits for its end. Holds the run weakly, so that a lane that closes can drop it.
QCoro::Task<Result<Output>> finishedOn(std::shared_ptr<Lane> lane, QString who, RunSpec spec, Stop stop)
{
    if (stop.stop_requested())
        co_return fail(ErrorKind::Stopped);
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
        result = fail(ErrorKind::SshDisconnected, who);
    co_return result;
}

} // namespace

QCoro::Task<Result<Output>> SshLine::finished(RunSpec spec, Stop stop)
{
    return finishedOn(lane, who, std::move(spec), std::move(stop));
}

SshRemote::~SshRemote()
{
    m_line->lane->close();
}

QCoro::Task<Result<Output>> SshRemote::run(Command command, RunOptions options, Stop stop)
{
    return runOn(m_line, std::move(command), std::move(options), std::move(stop));
}

QCoro::Task<Result<Output>> SshRemote::send(Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop stop)
{
    return sendOn(m_line, std::move(command), std::move(source), std::move(report), std::move(stop));
}

QCoro::Task<Result<Output>> SshRemote::follow(Command command, LineSink sink, Stop stop)
{
    return followOn(m_line, std::move(command), std::move(sink), std::move(stop));
}

} // namespace bramble

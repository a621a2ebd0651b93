// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/calls.h"
#include "remote/connect.h"
#include "remote/lane.h"

namespace bramble {

/// Remote over SSH: turns each call into one channel of the lane's session.

/// What the calls of one connection share.
class SshLine : public Callee
{
public:
    QCoro::Task<Result<Output>> finished(RunSpec spec, Stop stop) override;

    std::shared_ptr<Lane> lane;
    ConnectOptions options; ///< for another connection
};

class SshRemote : public Remote
{
public:
    explicit SshRemote(std::shared_ptr<SshLine> line) : m_line(std::move(line)) { }
    /// Calls under way end with SshDisconnected.
    ~SshRemote() override;

    QCoro::Task<Result<Output>> run(Command command, RunOptions options, Stop stop) override;
    QCoro::Task<Result<Output>> send(Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop stop) override;
    QCoro::Task<Result<Output>> follow(Command command, LineSink sink, Stop stop) override;
    QCoro::Task<Result<RemotePtr>> another(Stop stop) override { return connectTo(m_line->options, std::move(stop)); }
    QString description() const override { return m_line->who; }

private:
    std::shared_ptr<SshLine> m_line;
};

} // namespace bramble

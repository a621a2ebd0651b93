// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remote.h"

namespace bramble {

/// A connection that can be replaced by a new one while others hold it.
class SteadyRemote : public Remote
{
public:
    explicit SteadyRemote(RemotePtr inner) : m_inner(std::move(inner)) { }

    QCoro::Task<Result<Output>> run(Command command, RunOptions options, Stop stop) override
    {
        return m_inner->run(std::move(command), std::move(options), std::move(stop));
    }
    QCoro::Task<Result<Output>> send(Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop stop) override
    {
        return m_inner->send(std::move(command), std::move(source), std::move(report), std::move(stop));
    }
    QCoro::Task<Result<Output>> follow(Command command, LineSink sink, Stop stop) override
    {
        return m_inner->follow(std::move(command), std::move(sink), std::move(stop));
    }
    QCoro::Task<Result<RemotePtr>> another(Stop stop) override { return m_inner->another(std::move(stop)); }
    QString description() const override { return m_inner->description(); }

    void use(RemotePtr inner) { m_inner = std::move(inner); }

private:
    RemotePtr m_inner;
};

} // namespace bramble

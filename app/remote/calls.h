// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/run_spec.h"

namespace bramble {

/// The three calls of a Remote, the same however the machine is reached: what stands between is only how one command runs there.

/// What the calls on one machine share. Used on the awaiting thread only.
class Callee
{
public:
    Callee() = default;
    Callee(const Callee &) = delete;
    Callee &operator=(const Callee &) = delete;
    virtual ~Callee() = default;

    /// One command, from its start to its end.
    virtual QCoro::Task<Result<Output>> finished(RunSpec spec, Stop stop) = 0;

    QString who; ///< user@host:port
    Secret sudoPassword;
    std::chrono::milliseconds stallTimeout{0};
    std::optional<bool> isRoot; ///< found out when somebody first asks for root
};

using CalleePtr = std::shared_ptr<Callee>;

QCoro::Task<Result<Output>> runOn(CalleePtr callee, Command command, RunOptions options, Stop stop);
QCoro::Task<Result<Output>> sendOn(CalleePtr callee, Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop stop);
QCoro::Task<Result<Output>> followOn(CalleePtr callee, Command command, LineSink sink, Stop stop);

} // namespace bramble

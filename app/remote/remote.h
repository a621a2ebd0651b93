// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/byte_source.h"
#include "model/command.h"
#include "model/progress.h"
#include "model/result.h"
#include "model/stop.h"

#include <QCoro/QCoroTask>

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

namespace bramble {

/// What a finished command left.
struct Output
{
    int exitCode = -1; ///< as the shell has it; death by a signal is an error, not an output
    QByteArray out; ///< at most 8 MiB are kept
    QByteArray err; ///< at most 1 MiB is kept
};

/// How long a command may take, and what it is given to read.
struct RunOptions
{
    RunOptions() = default; // a constructor, so that no compiler takes it for an aggregate inside co_await
    explicit RunOptions(QByteArray in) : input(std::move(in)) { }

    QByteArray input;
    std::chrono::milliseconds deadline{60'000}; ///< for the whole command
};

/// Called on the thread that awaits, once per line, without the line break.
using LineSink = std::function<void(QByteArray)>;

/// One open connection to one machine. Many calls may be under way at once; each ends by itself, by its deadline, or by
/// stop, and an exit code other than 0 is an answer, not an error. Errors: SshDisconnected, SshTimeout, SshStalled,
/// SshChannel, Stopped, and Sudo… where the command asks for root.
class Remote
{
public:
    Remote() = default;
    Remote(const Remote &) = delete;
    Remote &operator=(const Remote &) = delete;
    virtual ~Remote() = default;

    virtual QCoro::Task<Result<Output>> run(Command command, RunOptions options, Stop stop) = 0;

    /// Streams what source makes into the command's standard input; source is read on a thread of its own. If the
    /// source fails, the channel is torn down and the source's error is the result. No deadline; 60 s without a byte
    /// moving is SshStalled.
    virtual QCoro::Task<Result<Output>> send(Command command, std::shared_ptr<ByteSource> source, ReportProgress report,
                                             Stop stop)
        = 0;

    /// Hands over the command's lines (stdout and stderr) until it ends or stop is requested; the command is then ended
    /// on the server too. Stopped is the error after a stop.
    virtual QCoro::Task<Result<Output>> follow(Command command, LineSink sink, Stop stop) = 0;

    /// A new connection to the same machine, made in the same way as this one; nothing where there is no such thing.
    virtual QCoro::Task<Result<std::shared_ptr<Remote>>> another(Stop stop);

    /// user@host:port, for people.
    virtual QString description() const = 0;
};

using RemotePtr = std::shared_ptr<Remote>;

inline QCoro::Task<Result<RemotePtr>> Remote::another(Stop)
{
    Result<RemotePtr> nothing = RemotePtr(); // named: see steps/
    co_return nothing;
}

} // namespace bramble

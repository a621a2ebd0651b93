// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/must.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString lastLines(const QByteArray &text)
{
    constexpr qsizetype enough = 600;
    return QString::fromUtf8(text.trimmed().last(std::min(text.trimmed().size(), enough)));
}

} // namespace

RunOptions patiently(std::chrono::milliseconds deadline, QByteArray input)
{
    RunOptions options(std::move(input));
    options.deadline = deadline;
    return options;
}

RunOptions shortly(QByteArray input)
{
    return RunOptions(std::move(input));
}

QCoro::Task<Result<>> done(RemotePtr remote, Command command, RunOptions options, Stop stop)
{
    const Result<QByteArray> out = co_await must(remote, command, options, stop);
    if (!out)
        co_return std::unexpected(out.error());
    co_return Result<>();
}

Command script(QStringView text, QStringList parameters)
{
    QStringList arguments{u"-euc"_s, text.toString(), u"sh"_s};
    arguments += parameters;
    return asRoot(u"sh"_s, std::move(arguments));
}

Error errorOf(const Command &command, const Output &output)
{
    const QByteArray said = output.err.trimmed().isEmpty() ? output.out : output.err;
    if (said.contains("No space left on device") || said.contains("Disk quota exceeded"))
        return {ErrorKind::ServerDiskFull, command.program, lastLines(said)};
    return {ErrorKind::ServerCommandFailed, command.program, lastLines(said)};
}

QCoro::Task<Result<QByteArray>> must(RemotePtr remote, Command command, RunOptions options, Stop stop)
{
    const Result<Output> output = co_await remote->run(command, options, stop);
    if (!output)
        co_return std::unexpected(output.error());
    if (output->exitCode != 0)
        co_return std::unexpected(errorOf(command, *output));
    co_return output->out;
}

} // namespace bramble

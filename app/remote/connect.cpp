// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/connect.h"

#include "remote/resolve.h"
#include "remote/session.h"
#include "remote/ssh_remote.h"

#include <stop_token>

namespace bramble {

namespace {

/// Waits for an answer of the lane, but not once stop is requested: the lane may hang where nothing can cut it short.
template<typename T>
QCoro::Task<Result<T>> unlessStopped(Reply<T> reply, Stop stop)
{
    const std::stop_callback onStop(stop, [reply] { reply.settle(fail(ErrorKind::Stopped)); });
    co_await reply.settled();
    co_return reply.take();
}

} // namespace

QCoro::Task<Result<RemotePtr>> connectTo(ConnectOptions options, Stop stop)
{
    if (stop.stop_requested())
        co_return fail(ErrorKind::Stopped);
    const auto lane = std::make_shared<Lane>();
    const std::stop_callback onStop(stop, [lane] { lane->abort(); });

    // On the lane, since a "Match exec" in ssh_config may take its time.
    const auto read = lane->ask<SshTarget>([options](Session &) { return readTarget(options); });
    const Result<SshTarget> target = co_await unlessStopped<SshTarget>(read, stop);
    if (!target)
        co_return std::unexpected(target.error());
    const Result<QList<QHostAddress>> addresses = co_await resolve(target->host, options.connectTimeout, stop);
    if (!addresses)
        co_return std::unexpected(addresses.error());
    const auto opening = lane->ask<QString>([addresses = *addresses, target = *target, options](Session &session) {
        return session.open(addresses, target, options);
    });
    const Result<QString> opened = co_await unlessStopped<QString>(opening, stop);
    if (!opened)
        co_return std::unexpected(opened.error());

    const auto line = std::make_shared<SshLine>();
    line->lane = lane;
    line->who = *opened;
    line->options = options;
    line->sudoPassword = options.sudoPassword.isEmpty() ? options.password : options.sudoPassword;
    line->stallTimeout = options.stallTimeout;
    co_return std::make_shared<SshRemote>(line);
}

} // namespace bramble

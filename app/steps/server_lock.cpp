// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/server_lock.h"

#include "steps/must.h"

#include <QCoro/QCoroTimer>

#include <QTimer>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> holdLock(RemotePtr remote, std::shared_ptr<bool> held, std::shared_ptr<bool> over, Stop stop)
{
    const Command command = script(u"d=/run; [ -d $d ] || d=/var/run; exec 9>$d/brambleboot.lock; flock -n 9; echo locked; exec sleep 86400", {});
    const LineSink sink = [held](const QByteArray &line) {
        if (line == "locked")
            *held = true;
    };
    const Result<Output> ended = co_await remote->follow(command, sink, stop);
    Q_UNUSED(ended);
    *held = false;
    *over = true;
}

} // namespace

QCoro::Task<Result<std::shared_ptr<ServerLock>>> lockServer(RemotePtr remote, Stop stop)
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        auto lock = std::make_shared<ServerLock>();
        auto task = holdLock(remote, lock->held, lock->over, lock->release.get_token());
        for (int i = 0; i < 200 && !*lock->held && !*lock->over; ++i) {
            if (stop.stop_requested())
                break;
            QTimer timer;
            timer.setSingleShot(true);
            timer.start(50ms);
            co_await timer;
        }
        if (*lock->held)
            co_return lock;
        lock->release.request_stop();
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
        QTimer pause;
        pause.setSingleShot(true);
        pause.start(1s);
        co_await pause;
    }
    co_return fail(ErrorKind::ServerBusy, remote->description());
}

} // namespace bramble

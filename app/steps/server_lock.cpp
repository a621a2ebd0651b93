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

// $1 the run. Who holds the lock wrote its process and run into the file. A server may take minutes to notice that a connection is gone: what
// the same run held over it is ended, since its next connection is here.
const QString hold = uR"sh(
d=/run; [ -d $d ] || d=/var/run
lock=$d/brambleboot.lock
exec 9<>$lock
if ! flock -n 9; then
    read -r holder run < $lock || exit 1
    [ -n "$1" ] && [ "$run" = "$1" ] || exit 1
    kill "$holder" || :
    n=0
    until flock -n 9; do
        n=$((n + 1))
        [ $n -lt 5 ] || exit 1
        sleep 1
    done
fi
printf '%s %s\n' $$ "$1" > $lock
echo locked
exec sleep 86400
)sh"_s;

QCoro::Task<> holdLock(RemotePtr remote, QString run, std::shared_ptr<bool> held, std::shared_ptr<bool> over, Stop stop)
{
    const Command command = script(hold, {run});
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

QCoro::Task<Result<std::shared_ptr<ServerLock>>> lockServer(RemotePtr remote, QString run, Stop stop)
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        auto lock = std::make_shared<ServerLock>();
        auto task = holdLock(remote, run, lock->held, lock->over, lock->release.get_token());
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

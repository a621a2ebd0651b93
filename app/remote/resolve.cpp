// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/resolve.h"

#include "remote/answer.h"

#include <QHostInfo>
#include <QTimer>

#include <stop_token>

namespace bramble {

using Addresses = QList<QHostAddress>;

QCoro::Task<Result<Addresses>> resolve(QString name, std::chrono::milliseconds timeout, Stop stop)
{
    if (const QHostAddress literal(name); !literal.isNull()) {
        const Result<Addresses> itself = Addresses{literal}; // named: g++ 14 warns of the temporary in a coroutine
        co_return itself;
    }
    const Reply<Addresses> reply;
    const QObject context; // goes with this frame, and takes the lookup's and the timer's calls along
    QTimer::singleShot(timeout, &context, [reply, name] { reply.settle(fail(ErrorKind::SshTimeout, name)); });
    QHostInfo::lookupHost(name, &context, [reply, name](const QHostInfo &info) {
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            reply.settle(fail(ErrorKind::SshResolve, name, info.errorString()));
        else
            reply.settle(info.addresses());
    });
    const std::stop_callback onStop(stop, [reply] { reply.settle(fail(ErrorKind::Stopped)); });
    co_await reply.settled();
    co_return reply.take();
}

} // namespace bramble

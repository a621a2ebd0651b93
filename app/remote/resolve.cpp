// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/resolve.h"

#include "remote/answer.h"
#include "remote/await_future.h"

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
    const auto answer = std::make_shared<Answer<Addresses>>();
    const QObject context; // goes with this frame, and takes the lookup's and the timer's calls along
    QTimer::singleShot(timeout, &context, [answer, name] { answer->settle(fail(ErrorKind::SshTimeout, name)); });
    QHostInfo::lookupHost(name, &context, [answer, name](const QHostInfo &info) {
        if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
            answer->settle(fail(ErrorKind::SshResolve, name, info.errorString()));
        else
            answer->settle(info.addresses());
    });
    const std::stop_callback onStop(stop, [answer] { answer->settle(fail(ErrorKind::Stopped)); });
    const QFuture<Result<Addresses>> future = answer->future();
    co_return co_await finishOf(future);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <coroutine>

namespace bramble {

/// `co_await finishOf(future)`: QCoro's own awaiter for futures connects without a context, which our rules forbid.
template<typename T>
class FinishOf
{
public:
    explicit FinishOf(QFuture<T> future) : m_future(std::move(future)) { }

    bool await_ready() const { return m_future.isFinished(); }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        auto *watcher = new QFutureWatcher<T>;
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, coroutine] {
            watcher->deleteLater();
            coroutine.resume();
        });
        watcher->setFuture(m_future);
    }
    T await_resume() const
    {
        if constexpr (!std::is_void_v<T>)
            return m_future.result();
    }

private:
    QFuture<T> m_future;
};

template<typename T>
FinishOf<T> finishOf(QFuture<T> future)
{
    return FinishOf<T>(std::move(future));
}

} // namespace bramble

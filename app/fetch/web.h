// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/stop.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace bramble {

/// The thread on which everything from the net is received, checked and written, so that no window waits for a disk.
class Web
{
public:
    Web();
    Web(const Web &) = delete;
    Web &operator=(const Web &) = delete;
    ~Web();

    QNetworkAccessManager *net() const { return m_net; } ///< to be used on its thread only
    QObject *there() const { return m_there; } ///< lives on that thread
    /// Whatever is under way ends now and nobody is told: for the end of the program.
    void end();

private:
    QThread m_thread;
    QObject *m_there = nullptr;
    QNetworkAccessManager *m_net = nullptr;
};

using WebPtr = std::shared_ptr<Web>;

/// Awaits on this thread what a coroutine does on the thread of the web.
template<typename T>
class OnWeb
{
public:
    using Work = std::function<QCoro::Task<T>(QNetworkAccessManager *)>;

    OnWeb(WebPtr web, Work work) : m_web(std::move(web)), m_work(std::move(work)) { }

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        QMetaObject::invokeMethod(m_web->there(), [this, waiting] { work(this, waiting); }, Qt::QueuedConnection);
    }
    T await_resume() { return *std::move(m_value); }

private:
    static QCoro::Task<void> work(OnWeb *self, std::coroutine_handle<> waiting)
    {
        T value = co_await self->m_work(self->m_web->net());
        self->m_value.emplace(std::move(value));
        QMetaObject::invokeMethod(&self->m_here, [waiting] { waiting.resume(); }, Qt::QueuedConnection);
    }

    WebPtr m_web;
    Work m_work;
    std::optional<T> m_value;
    QObject m_here; // lives on the thread that awaits, inside its frame
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoro/QCoroTask>

#include <QObject>
#include <QThreadPool>

#include <coroutine>
#include <optional>
#include <type_traits>

namespace bramble {

/// Blocking work on a thread of the pool; the coroutine that awaits it wakes up on its own thread, which must run an event loop.
template<typename Work>
class InBackground
{
public:
    explicit InBackground(Work work) : m_work(std::move(work)) { }

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        QThreadPool::globalInstance()->start([this, waiting] {
            m_value.emplace(m_work());
            QMetaObject::invokeMethod(&m_here, [waiting] { waiting.resume(); }, Qt::QueuedConnection);
        });
    }
    std::invoke_result_t<Work> await_resume() { return *std::move(m_value); }

private:
    Work m_work;
    std::optional<std::invoke_result_t<Work>> m_value;
    QObject m_here; // lives on the thread that awaits, inside its frame
};

template<typename Work>
QCoro::Task<std::invoke_result_t<Work>> inBackground(Work work)
{
    InBackground<Work> waiting(std::move(work));
    co_return co_await waiting;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <coroutine>
#include <utility>

namespace bramble {

/// What one coroutine waits for: rung by signals of the same thread, by ringFromAnywhere, or by nobody within the time.
class Bell
{
public:
    class Wait
    {
    public:
        Wait(Bell &bell, std::chrono::milliseconds patience) : m_bell(bell), m_patience(patience) { }
        bool await_ready() const { return m_bell.m_rung; }
        void await_suspend(std::coroutine_handle<> waiting)
        {
            m_bell.m_waiting = waiting;
            m_bell.m_timer.start(m_patience);
        }
        /// false: the time is over.
        bool await_resume()
        {
            m_bell.m_timer.stop();
            return std::exchange(m_bell.m_rung, false);
        }

    private:
        Bell &m_bell;
        std::chrono::milliseconds m_patience;
    };

    Bell()
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_here, [this] { wake(); });
    }
    Bell(const Bell &) = delete;
    Bell &operator=(const Bell &) = delete;

    void ring()
    {
        m_rung = true;
        if (!m_waiting || std::exchange(m_posted, true))
            return;
        // Not from inside the signal: whoever wakes up may delete its sender.
        QMetaObject::invokeMethod(
            &m_here,
            [this] {
                m_posted = false;
                wake();
            },
            Qt::QueuedConnection);
    }
    void ringFromAnywhere()
    {
        QMetaObject::invokeMethod(&m_here, [this] { ring(); }, Qt::QueuedConnection);
    }
    Wait rung(std::chrono::milliseconds patience) { return {*this, patience}; }
    QObject *context() { return &m_here; }

private:
    void wake()
    {
        if (const auto waiting = std::exchange(m_waiting, nullptr))
            waiting.resume();
    }

    QObject m_here;
    QTimer m_timer;
    std::coroutine_handle<> m_waiting;
    bool m_rung = false;
    bool m_posted = false;
};

} // namespace bramble

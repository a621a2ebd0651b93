// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QPromise>

#include <functional>
#include <memory>
#include <mutex>

namespace bramble {

/// Lines on their way from the session's thread to the coroutine that follows a command. While it holds more than a
/// mebibyte the session stops reading the channel, so that the command on the server waits instead of our memory
/// growing.
class LineQueue
{
public:
    /// Session's thread.
    bool isFull() const;
    void add(QList<QByteArray> lines);
    void finish();
    /// wake is called, on the consumer's thread, when a full queue has room again; empty to unhook it.
    void setWake(std::function<void()> wake);

    /// Consumer: finishes when there is a line to take or none will come any more.
    QFuture<void> ready();
    QList<QByteArray> take();
    bool isAtEnd() const;

private:
    static constexpr qsizetype limit = 1024 * 1024;

    void release();

    mutable std::mutex m_mutex;
    QList<QByteArray> m_lines;
    qsizetype m_bytes = 0;
    bool m_finished = false;
    std::function<void()> m_wake;
    std::unique_ptr<QPromise<void>> m_waiting;
};

} // namespace bramble

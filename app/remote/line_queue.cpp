// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/line_queue.h"

#include <utility>

namespace bramble {

namespace {

// What a line costs beside its bytes, so that a million empty lines count too.
constexpr qsizetype perLine = 32;

} // namespace

bool LineQueue::isFull() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes >= limit;
}

void LineQueue::add(QList<QByteArray> lines)
{
    if (lines.isEmpty())
        return;
    const std::lock_guard lock(m_mutex);
    for (const QByteArray &line : std::as_const(lines))
        m_bytes += line.size() + perLine;
    m_lines.append(std::move(lines));
    release();
}

void LineQueue::finish()
{
    const std::lock_guard lock(m_mutex);
    m_finished = true;
    m_wake = nullptr;
    release();
}

void LineQueue::setWake(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

QFuture<void> LineQueue::ready()
{
    const std::lock_guard lock(m_mutex);
    m_waiting = std::make_unique<QPromise<void>>();
    m_waiting->start();
    QFuture<void> future = m_waiting->future();
    if (m_finished || !m_lines.isEmpty())
        release();
    return future;
}

QList<QByteArray> LineQueue::take()
{
    const std::lock_guard lock(m_mutex);
    const bool wasFull = m_bytes >= limit;
    m_bytes = 0;
    if (wasFull && m_wake)
        m_wake();
    return std::exchange(m_lines, {});
}

bool LineQueue::isAtEnd() const
{
    const std::lock_guard lock(m_mutex);
    return m_finished && m_lines.isEmpty();
}

void LineQueue::release()
{
    if (!m_waiting)
        return;
    m_waiting->finish();
    m_waiting.reset();
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/byte_pipe.h"

#include <utility>

namespace bramble {

bool BytePipe::push(QByteArray block)
{
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [this] { return m_abandoned || m_bytes < limit; });
    if (m_abandoned)
        return false;
    const bool wasEmpty = m_blocks.empty();
    m_bytes += block.size();
    m_blocks.push_back(std::move(block));
    // Under the lock: abandon() unhooks wake before its session goes, and must not do so in the middle of the call.
    if (wasEmpty && m_wake)
        m_wake();
    return true;
}

void BytePipe::close()
{
    end({});
}

void BytePipe::fail(Error error)
{
    end(std::move(error));
}

void BytePipe::end(std::optional<Error> error)
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_failure = std::move(error);
    if (m_wake)
        m_wake();
}

std::optional<QByteArray> BytePipe::pop()
{
    const std::lock_guard lock(m_mutex);
    if (m_blocks.empty())
        return {};
    QByteArray block = std::move(m_blocks.front());
    m_blocks.pop_front();
    m_bytes -= block.size();
    if (m_bytes <= limit / 2)
        m_room.notify_all();
    return block;
}

bool BytePipe::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return m_blocks.empty();
}

bool BytePipe::isAtEnd() const
{
    const std::lock_guard lock(m_mutex);
    return m_ended && m_blocks.empty();
}

std::optional<Error> BytePipe::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

void BytePipe::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_abandoned = true;
    m_blocks.clear();
    m_bytes = 0;
    m_wake = nullptr;
    m_room.notify_all();
}

void BytePipe::setWake(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/error.h"

#include <QByteArray>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace bramble {

/// Bytes on their way from the thread that makes them to the session's thread, at most 4 MiB at a time.
class BytePipe
{
public:
    /// Producer: blocks while the pipe is full; false when nobody reads any more.
    bool push(QByteArray block);
    /// Producer: the clean end.
    void close();
    /// Producer: there is no more, and what was pushed is not the whole.
    void fail(Error error);

    /// Session's thread: the next block, or nothing for now.
    std::optional<QByteArray> pop();
    bool isEmpty() const;
    bool isAtEnd() const;
    std::optional<Error> failure() const;
    /// Session's thread: nothing will be read any more; lets a blocked producer go.
    void abandon();
    /// wake is called, on the producer's thread, when an empty pipe is so no more; empty to unhook it.
    void setWake(std::function<void()> wake);

private:
    static constexpr qsizetype limit = 4 * 1024 * 1024;

    void end(std::optional<Error> error);

    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    std::deque<QByteArray> m_blocks;
    qsizetype m_bytes = 0;
    bool m_ended = false;
    bool m_abandoned = false;
    std::optional<Error> m_failure;
    std::function<void()> m_wake;
};

} // namespace bramble

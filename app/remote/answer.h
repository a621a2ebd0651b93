// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "remote/await_future.h"

#include <QPromise>

#include <memory>
#include <mutex>
#include <utility>

namespace bramble {

/// One answer to one question, given on any thread; the first to settle wins. `co_await reply.settled()`, then
/// `reply.take()`. The value crosses under a lock of our own and the promise only wakes, so that a thread checker sees
/// the hand-over too.
template<typename T>
class Reply
{
public:
    Reply() : m_shared(std::make_shared<Shared>()) { }

    void settle(Result<T> result) const
    {
        {
            const std::lock_guard lock(m_shared->mutex);
            if (m_shared->isSettled)
                return;
            m_shared->isSettled = true;
            m_shared->result = std::make_unique<Result<T>>(std::move(result));
        }
        m_shared->promise.finish();
    }

    FinishOf<void> settled() const { return finishOf(m_shared->promise.future()); }

    /// Once, after settled().
    Result<T> take() const
    {
        const std::lock_guard lock(m_shared->mutex);
        return std::move(*std::exchange(m_shared->result, nullptr));
    }

private:
    struct Shared
    {
        Shared() { promise.start(); }
        std::mutex mutex;
        bool isSettled = false;
        std::unique_ptr<Result<T>> result;
        QPromise<void> promise;
    };
    std::shared_ptr<Shared> m_shared;
};

/// The duty to settle a reply, held by whoever is to answer. If it is dropped unanswered (its session went away before
/// the question was read) the answer is SshDisconnected, so that nothing ever waits for an answer that cannot come.
template<typename T>
class Answer
{
public:
    Answer() = default;
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;
    ~Answer() { m_reply.settle(fail(ErrorKind::SshDisconnected)); }

    void settle(Result<T> result) const { m_reply.settle(std::move(result)); }
    Reply<T> reply() const { return m_reply; }

private:
    Reply<T> m_reply;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <memory>

namespace bramble {

/// One answer to one question, given on any thread. The first to settle wins, and a question that everybody forgot (its
/// session went away before it was read) answers SshDisconnected, so that nothing ever waits for an answer that cannot come.
template<typename T>
class Answer
{
public:
    Answer() { m_promise.start(); }
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;
    ~Answer() { settle(fail(ErrorKind::SshDisconnected)); }

    void settle(Result<T> result)
    {
        if (m_settled.exchange(true))
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    bool isSettled() const { return m_settled; }
    QFuture<Result<T>> future() const { return m_promise.future(); }

private:
    QPromise<Result<T>> m_promise;
    std::atomic<bool> m_settled = false;
};

template<typename T>
using AnswerPtr = std::shared_ptr<Answer<T>>;

} // namespace bramble

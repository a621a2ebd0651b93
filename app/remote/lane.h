// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/abort_switch.h"
#include "remote/answer.h"

#include <QThread>

#include <functional>
#include <memory>
#include <mutex>

namespace bramble {

class Session;

/// A thread with one session in it. Work goes in through post() and comes back through replies; nothing else crosses.
class Lane
{
public:
    Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;
    ~Lane() { close(); }

    /// Runs job on the session's thread; false, and job is dropped, once the lane is closed.
    bool post(std::function<void(Session &)> job);

    /// Asks the session's thread something that may block there.
    template<typename T, typename Question>
    Reply<T> ask(Question question)
    {
        // Only the job holds the answer: when the lane drops the job, the answer is SshDisconnected.
        const auto answer = std::make_shared<Answer<T>>();
        const Reply<T> reply = answer->reply();
        post([answer, question](Session &session) { answer->settle(question(session)); });
        return reply;
    }

    /// Ends whatever the session is doing. Waits half a second at most: a thread that hangs elsewhere than on its
    /// socket (an agent that asks its owner) is left to end by itself.
    void close();

    /// Cuts short what blocks; any thread.
    void abort() { m_abort->abort(); }

private:
    std::mutex m_mutex;
    std::shared_ptr<AbortSwitch> m_abort;
    QThread *m_thread;
    Session *m_session;
};

} // namespace bramble

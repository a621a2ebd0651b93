// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/answer.h"
#include "remote/line_splitter.h"
#include "remote/run_spec.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>

#include <QElapsedTimer>

#include <optional>

namespace bramble {

/// One command on one channel, from opening to its exit status: a small machine that the session steps whenever bytes
/// moved. Lives on the session's thread, except for its making and reply().
class ChannelRun
{
public:
    explicit ChannelRun(RunSpec spec);
    ChannelRun(const ChannelRun &) = delete;
    ChannelRun &operator=(const ChannelRun &) = delete;

    Reply<Output> reply() const { return m_answer.reply(); }

    bool isBegun() const { return m_channel != nullptr; }
    /// Not begun, and not just refused.
    bool mayBegin() const;
    /// The answer is given.
    bool isDone() const { return m_phase == Phase::Leaving || m_phase == Phase::Done; }
    /// And the channel is gone: only now may the session forget it.
    bool isGone() const { return m_phase == Phase::Done; }

    /// wake is called from other threads when there is something to write, or room to read into.
    void begin(ssh_session session, const std::function<void()> &wake);
    /// Does what can be done without waiting; whether anything moved. Where the session is lost, only what had already
    /// arrived.
    bool step(bool isLost);
    /// Deadline, stall, and commands that leave their output open.
    void checkClock();
    /// Ends it here; the remote command too, where it still runs. Not inside a libssh callback: freeing a channel there
    /// crashes.
    void finish(Result<Output> result);
    /// Ends it here where the session, which owns all channels, is about to be freed.
    void finishWithoutSession(const Error &error);

private:
    enum class Phase { Waiting, Opening, Requesting, Running, Leaving, Done };

    bool isReady() const { return m_phase == Phase::Running && (!m_spec.sudo || m_spec.sudo->isReady()); }
    bool open();
    void refused();
    void freeChannel();
    bool hasDataToSend() const { return m_offset < m_block.size() || !m_spec.input->isEmpty(); }
    bool read(bool isError);
    void takeOut(QByteArrayView bytes);
    void takeError(QByteArrayView bytes);
    void answerSudo();
    bool write();
    bool writeControl();
    bool nextBlock();
    void endInput();
    void reportProgress(bool last);
    void conclude();
    void release();
    Error error(ErrorKind kind, QString detail = {}) const;
    Error notBegun() const;

    RunSpec m_spec;
    Answer<Output> m_answer;
    Output m_output;
    Phase m_phase = Phase::Waiting;
    bool m_isOpen = false; ///< the server has given the channel a number
    ssh_session m_session = nullptr;
    ssh_channel m_channel = nullptr;
    ssh_channel_callbacks_struct m_callbacks{};
    QElapsedTimer m_sinceMade;
    QElapsedTimer m_sinceBegun;
    QElapsedTimer m_sinceFirstRefused;
    QElapsedTimer m_sinceRefused;
    QElapsedTimer m_sinceMoved;
    QElapsedTimer m_sinceReported;

    // What the callbacks leave for the next step.
    std::optional<int> m_exitStatus;
    QByteArray m_exitSignal;
    bool m_closed = false;

    QByteArray m_control; ///< the sudo password, until it is sent
    QByteArray m_block;
    qsizetype m_offset = 0;
    qint64 m_sent = 0;
    bool m_inputEnded = false;
    LineSplitter m_outLines;
    LineSplitter m_errorLines;
};

} // namespace bramble

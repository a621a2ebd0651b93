// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/channel_run.h"

#include "remote/ssh_handles.h"

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostOut = 8 * 1024 * 1024;
constexpr qsizetype mostError = 1024 * 1024;
constexpr auto handshakePatience = 60s; // where the command as a whole has no deadline
constexpr auto outputPatience = 2s; // after the exit status, for what the command left running with its output open
constexpr qint64 reportEvery = 100; // ms
constexpr auto refusalPatience = 10s;
constexpr auto refusalPause = 200ms;

bool isPast(const QElapsedTimer &timer, std::chrono::milliseconds limit)
{
    return timer.isValid() && timer.durationElapsed() > limit;
}

} // namespace

ChannelRun::ChannelRun(RunSpec spec) : m_spec(std::move(spec))
{
    m_sinceMade.start();
    m_callbacks.userdata = this;
    m_callbacks.channel_exit_status_function = [](ssh_session, ssh_channel, int status, void *run) {
        static_cast<ChannelRun *>(run)->m_exitStatus = status;
    };
    m_callbacks.channel_exit_signal_function
        = [](ssh_session, ssh_channel, const char *signal, int, const char *, const char *, void *run) {
              static_cast<ChannelRun *>(run)->m_exitSignal = QByteArray(signal);
          };
    m_callbacks.channel_close_function
        = [](ssh_session, ssh_channel, void *run) { static_cast<ChannelRun *>(run)->m_closed = true; };
    ssh_callbacks_init(&m_callbacks);
}

void ChannelRun::begin(ssh_session session, const std::function<void()> &wake)
{
    m_session = session;
    m_channel = ssh_channel_new(session);
    if (!m_channel)
        return finish(std::unexpected(notBegun()));
    ssh_set_channel_callbacks(m_channel, &m_callbacks);
    m_phase = Phase::Opening;
    m_sinceBegun.start();
    m_sinceMoved.start();
    m_sinceReported.start();
    m_spec.input->setWake(wake);
    if (m_spec.lines)
        m_spec.lines->setWake(wake);
}

// A connection that goes away while a command is begun is a lost connection, which can be made anew, and not a server that refuses.
Error ChannelRun::notBegun() const
{
    return error(ssh_is_connected(m_session) ? ErrorKind::SshChannel : ErrorKind::SshDisconnected, sshSaid(m_session));
}

bool ChannelRun::mayBegin() const
{
    return m_phase == Phase::Waiting && (!m_sinceRefused.isValid() || isPast(m_sinceRefused, refusalPause));
}

void ChannelRun::refused()
{
    if (!m_sinceFirstRefused.isValid())
        m_sinceFirstRefused.start();
    freeChannel();
    m_phase = Phase::Waiting;
    if (isPast(m_sinceFirstRefused, refusalPatience))
        return finish(std::unexpected(error(ErrorKind::SshChannel, sshSaid(m_session))));
    // A server counts a command that was cut short until its shell is gone, which may take the 2 s of the watcher.
    m_sinceRefused.start();
}

bool ChannelRun::open()
{
    const int answer = ssh_channel_open_session(m_channel);
    if (answer == SSH_AGAIN)
        return false;
    m_isOpen = answer == SSH_OK;
    if (m_phase == Phase::Leaving) {
        freeChannel();
        m_phase = Phase::Done;
        return true;
    }
    if (answer != SSH_OK) {
        refused();
        return false;
    }
    m_phase = Phase::Requesting;
    return true;
}

bool ChannelRun::step(bool isLost)
{
    if ((m_phase == Phase::Opening || m_phase == Phase::Leaving) && (!open() || isGone()))
        return isGone();
    if (m_phase == Phase::Requesting) {
        const int answer = ssh_channel_request_exec(m_channel, m_spec.text.constData());
        if (answer == SSH_AGAIN)
            return false;
        if (answer != SSH_OK) {
            finish(std::unexpected(notBegun()));
            return true;
        }
        m_phase = Phase::Running;
    }
    if (m_phase != Phase::Running)
        return false;

    // Both streams, always: they share one window, and reading only one of them dead-locks.
    bool moved = read(false);
    if (!isDone())
        moved |= read(true);
    if (!isDone())
        moved |= write();
    // A lost session closes its channels too; only with a status is that the command's end.
    const bool isOver = m_exitStatus || !m_exitSignal.isEmpty() || !isLost;
    if (!isDone() && !moved && isOver && (m_closed || ssh_channel_is_closed(m_channel))
        && ssh_channel_poll(m_channel, 0) <= 0 && ssh_channel_poll(m_channel, 1) <= 0)
        conclude();
    return moved || isDone();
}

bool ChannelRun::read(bool isError)
{
    std::array<char, 64 * 1024> buffer;
    bool moved = false;
    for (int i = 0; i < 32; ++i) {
        // Not reading closes the SSH window, which makes the command on the server wait.
        if (m_spec.lines && m_spec.lines->isFull())
            return moved;
        const int size
            = ssh_channel_read_nonblocking(m_channel, buffer.data(), static_cast<uint32_t>(buffer.size()), isError);
        if (size <= 0)
            return moved; // 0, end, again, error: the states tell which, and whoever asks them is step() or the session
        moved = true;
        m_sinceMoved.restart();
        const QByteArrayView bytes(buffer.data(), size);
        if (isError)
            takeError(bytes);
        else
            takeOut(bytes);
        if (isDone())
            return true;
    }
    return moved;
}

void ChannelRun::takeOut(QByteArrayView bytes)
{
    QByteArray own;
    if (m_spec.sudo) {
        own = m_spec.sudo->feedOut(bytes);
        bytes = own;
    }
    if (m_spec.lines)
        m_spec.lines->add(m_outLines.feed(bytes));
    else
        m_output.out.append(bytes.first(std::min(bytes.size(), mostOut - m_output.out.size())));
}

void ChannelRun::takeError(QByteArrayView bytes)
{
    QByteArray own;
    if (m_spec.sudo) {
        own = m_spec.sudo->feedErr(bytes);
        bytes = own;
        answerSudo();
        if (isDone())
            return;
    }
    m_output.err.append(bytes.first(std::min(bytes.size(), mostError - m_output.err.size())));
    if (m_spec.lines)
        m_spec.lines->add(m_errorLines.feed(bytes));
}

void ChannelRun::answerSudo()
{
    if (m_spec.sudo->isReady() || m_spec.sudo->prompts() == 0)
        return;
    if (m_spec.sudoPassword.isEmpty())
        return finish(std::unexpected(error(ErrorKind::SudoPasswordNeeded)));
    if (m_spec.sudo->prompts() > 1)
        return finish(std::unexpected(error(ErrorKind::SudoPasswordWrong)));
    if (m_control.isEmpty() && m_sent == 0)
        m_control = m_spec.sudoPassword.reveal() + '\n';
}

bool ChannelRun::writeControl()
{
    const int size = ssh_channel_write(m_channel, m_control.constData(), static_cast<uint32_t>(m_control.size()));
    if (size <= 0)
        return false;
    std::fill_n(m_control.data(), size, '\0');
    m_control.remove(0, size);
    m_sinceMoved.restart();
    return true;
}

bool ChannelRun::write()
{
    if (m_exitStatus || m_closed || !m_exitSignal.isEmpty()) {
        // The command is gone; a watched script's watcher still reads, and holds the channel open until it sees the
        // end.
        m_spec.input->abandon();
        endInput();
        return false;
    }
    if (!m_control.isEmpty())
        return writeControl();
    if (m_inputEnded || !isReady())
        return false;
    bool moved = false;
    for (int i = 0; i < 16; ++i) {
        // What libssh has not got rid of yet comes first; it would take any amount into memory.
        if ((ssh_get_status(m_session) & SSH_WRITE_PENDING) || (m_offset >= m_block.size() && !nextBlock()))
            break;
        // Window 0: the adjustment arrives as something to read.
        const auto window = static_cast<qsizetype>(ssh_channel_window_size(m_channel));
        const qsizetype size = std::min({m_block.size() - m_offset, window, qsizetype(128 * 1024)});
        const int written
            = size > 0 ? ssh_channel_write(m_channel, m_block.constData() + m_offset, static_cast<uint32_t>(size)) : 0;
        if (written <= 0)
            break; // also while keys are exchanged anew
        m_offset += written;
        m_sent += written;
        m_sinceMoved.restart();
        moved = true;
    }
    if (moved)
        reportProgress(false);
    return moved || isDone();
}

bool ChannelRun::nextBlock()
{
    if (std::optional<QByteArray> block = m_spec.input->pop()) {
        m_block = std::move(*block);
        m_offset = 0;
        // Silence while there was nothing to send is the source's, not the server's.
        m_sinceMoved.restart();
        return !m_block.isEmpty();
    }
    if (!m_spec.input->isAtEnd())
        return false;
    if (const std::optional<Error> failure = m_spec.input->failure()) {
        finish(std::unexpected(*failure));
        return false;
    }
    reportProgress(true);
    if (!m_spec.holdInputOpen)
        endInput();
    return false;
}

void ChannelRun::endInput()
{
    if (!m_inputEnded && ssh_channel_send_eof(m_channel) == SSH_OK)
        m_inputEnded = true;
}

void ChannelRun::reportProgress(bool last)
{
    if (!m_spec.report || (!last && m_sinceReported.elapsed() < reportEvery))
        return;
    m_sinceReported.restart();
    m_spec.report(Progress{m_sent, m_spec.expected});
}

void ChannelRun::conclude()
{
    if (m_spec.sudo && !m_spec.sudo->isReady()) {
        Error failure = m_spec.sudo->failure();
        failure.subject = m_spec.who;
        return finish(std::unexpected(failure));
    }
    if (!m_exitSignal.isEmpty())
        return finish(std::unexpected(error(ErrorKind::SshChannel, "signal "_L1 + QString::fromLatin1(m_exitSignal))));
    // A channel that closes with neither status nor signal is a failure, not a success.
    if (!m_exitStatus)
        return finish(std::unexpected(error(ErrorKind::SshChannel, u"no exit status"_s)));
    if (m_spec.lines) {
        m_spec.lines->add(m_outLines.finish());
        m_spec.lines->add(m_errorLines.finish());
    }
    m_output.exitCode = *m_exitStatus;
    finish(std::move(m_output));
}

void ChannelRun::checkClock()
{
    if (isDone())
        return;
    if (m_spec.deadline && isPast(m_sinceMade, *m_spec.deadline))
        return finish(std::unexpected(error(ErrorKind::SshTimeout)));
    if (!m_spec.deadline && isBegun() && !isReady() && isPast(m_sinceBegun, handshakePatience))
        return finish(std::unexpected(error(ErrorKind::SshTimeout)));
    const bool ended = m_exitStatus || !m_exitSignal.isEmpty();
    if (ended && isPast(m_sinceMoved, outputPatience) && !(m_spec.lines && m_spec.lines->isFull()))
        return conclude();
    if (m_spec.stall && isReady() && !ended && !m_inputEnded && hasDataToSend() && isPast(m_sinceMoved, *m_spec.stall))
        finish(std::unexpected(error(ErrorKind::SshStalled)));
}

void ChannelRun::finish(Result<Output> result)
{
    if (isDone())
        return;
    // Where no watcher stands behind the input, a signal is all there is; it must come before the end of the data that
    // ssh_channel_close() always sends first. Not every server passes it on.
    if (m_phase == Phase::Running && !result && !m_spec.holdInputOpen)
        ssh_channel_request_send_signal(m_channel, "TERM");
    // A channel that the server has not answered for yet cannot go: its answer, for a channel that libssh does not know
    // any more, would end the whole session.
    bool mustStay = false;
    if (m_channel && m_phase == Phase::Opening) {
        const int answer = ssh_channel_open_session(m_channel);
        m_isOpen = answer == SSH_OK;
        mustStay = answer == SSH_AGAIN;
    }
    m_phase = mustStay ? Phase::Leaving : Phase::Done;
    if (!mustStay)
        freeChannel();
    release();
    m_answer.settle(std::move(result));
}

void ChannelRun::freeChannel()
{
    if (!m_channel)
        return;
    ssh_remove_channel_callbacks(m_channel, &m_callbacks);
    // libssh closes a channel that the server refused under the number 0, which is somebody else's command.
    if (m_isOpen)
        ssh_channel_close(m_channel);
    ssh_channel_free(m_channel);
    m_channel = nullptr;
    m_isOpen = false;
}

void ChannelRun::finishWithoutSession(const Error &error)
{
    if (isGone())
        return;
    const bool isAnswered = isDone();
    m_phase = Phase::Done;
    if (m_channel)
        ssh_remove_channel_callbacks(m_channel, &m_callbacks);
    m_channel = nullptr;
    if (isAnswered)
        return;
    release();
    m_answer.settle(std::unexpected(error));
}

void ChannelRun::release()
{
    m_control.fill('\0');
    m_spec.sudoPassword = {};
    m_block.clear();
    m_spec.input->abandon();
    if (m_spec.lines)
        m_spec.lines->finish();
}

Error ChannelRun::error(ErrorKind kind, QString detail) const
{
    const bool aboutSudo = kind == ErrorKind::SudoPasswordNeeded || kind == ErrorKind::SudoPasswordWrong;
    return {kind, aboutSudo ? m_spec.who : m_spec.program, std::move(detail)};
}

} // namespace bramble

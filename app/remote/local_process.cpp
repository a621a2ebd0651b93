// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/local_process.h"

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostOut = 8 * 1024 * 1024;
constexpr qsizetype mostError = 1024 * 1024;
constexpr qint64 mostUnwritten = 512 * 1024;

void append(QByteArray &to, const QByteArray &bytes, qsizetype most)
{
    to.append(bytes.first(std::min(bytes.size(), most - to.size())));
}

// As an SSH server names them (RFC 4254, 6.10); all others by their number.
QString signalName(int number)
{
    static const QHash<int, QString> names{{1, u"HUP"_s}, {2, u"INT"_s}, {3, u"QUIT"_s}, {6, u"ABRT"_s}, {8, u"FPE"_s}, {9, u"KILL"_s}, {11, u"SEGV"_s}, {13, u"PIPE"_s}, {15, u"TERM"_s}};
    return names.value(number, QString::number(number));
}

} // namespace

LocalProcess::LocalProcess(QStringList startedBy, RunSpec spec) : m_startedBy(std::move(startedBy)), m_spec(std::move(spec))
{
    // A session of its own: the watcher ends what shares it, and that must not be us; and no terminal for sudo to ask on.
    QProcess::UnixProcessParameters parameters;
    parameters.flags = QProcess::UnixProcessFlag::CreateNewSession | QProcess::UnixProcessFlag::ResetSignalHandlers | QProcess::UnixProcessFlag::CloseFileDescriptors;
    m_process.setUnixProcessParameters(parameters);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &LocalProcess::takeOut);
    connect(&m_process, &QProcess::readyReadStandardError, this, &LocalProcess::takeError);
    connect(&m_process, &QProcess::bytesWritten, this, [this](qint64 bytes) {
        m_sent += bytes;
        m_sinceMoved.restart();
        write();
    });
    connect(&m_process, &QProcess::finished, this, &LocalProcess::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError what) {
        if (what != QProcess::FailedToStart)
            return; // a full pipe, or a death that finished() tells of
        settle(std::unexpected(error(ErrorKind::SshChannel, m_process.errorString())));
        deleteLater();
    });
    connect(&m_clock, &QTimer::timeout, this, &LocalProcess::checkClock);
}

void LocalProcess::start()
{
    const QPointer<LocalProcess> self(this);
    m_spec.input->setWake([self] {
        if (self) // queued: the producer is on a thread of its own
            QMetaObject::invokeMethod(self.data(), &LocalProcess::write, Qt::QueuedConnection);
    });
    m_sinceStarted.start();
    m_sinceMoved.start();
    m_clock.start(100ms);
    const QStringList shell = m_startedBy + QStringList{u"/bin/sh"_s, u"-c"_s, QString::fromUtf8(m_spec.text)};
    m_process.start(shell.front(), shell.sliced(1));
    write();
}

void LocalProcess::takeOut()
{
    QByteArray bytes = m_process.readAllStandardOutput();
    m_sinceMoved.restart();
    if (m_spec.sudo)
        bytes = m_spec.sudo->feedOut(bytes);
    if (m_spec.lines)
        m_spec.lines->add(m_outLines.feed(bytes));
    else
        append(m_output.out, bytes, mostOut);
    write();
}

void LocalProcess::takeError()
{
    QByteArray bytes = m_process.readAllStandardError();
    m_sinceMoved.restart();
    if (m_spec.sudo) {
        bytes = m_spec.sudo->feedErr(bytes);
        answerSudo();
    }
    append(m_output.err, bytes, mostError);
    if (m_spec.lines)
        m_spec.lines->add(m_errorLines.feed(bytes));
    write();
}

void LocalProcess::answerSudo()
{
    if (m_spec.sudo->isReady() || m_spec.sudo->prompts() == 0)
        return;
    if (m_spec.sudoPassword.isEmpty())
        return fail(ErrorKind::SudoPasswordNeeded);
    if (m_spec.sudo->prompts() > 1)
        return fail(ErrorKind::SudoPasswordWrong);
    if (std::exchange(m_saidPassword, true))
        return;
    const QByteArray line = m_spec.sudoPassword.reveal() + '\n';
    m_sent -= line.size(); // not part of what is sent
    m_process.write(line);
}

// Only as much as the pipe and a little more: the rest stays with whoever makes it.
void LocalProcess::write()
{
    if (m_inputEnded || m_isSettled || !isReady() || m_process.state() == QProcess::NotRunning)
        return;
    while (m_process.bytesToWrite() < mostUnwritten) {
        const std::optional<QByteArray> block = m_spec.input->pop();
        if (!block)
            break;
        m_process.write(*block);
    }
    const bool isAll = m_spec.input->isAtEnd() && m_process.bytesToWrite() == 0;
    if (m_spec.report && m_sent >= 0 && (isAll || !m_sinceReported.isValid() || m_sinceReported.durationElapsed() > 100ms)) {
        m_sinceReported.start();
        m_spec.report(Progress{m_sent, m_spec.expected});
    }
    if (!isAll)
        return;
    if (const std::optional<Error> failure = m_spec.input->failure()) {
        m_process.terminate();
        settle(std::unexpected(*failure));
    } else if (!m_spec.holdInputOpen) {
        m_inputEnded = true;
        m_process.closeWriteChannel();
    }
}

void LocalProcess::checkClock()
{
    if (m_spec.deadline && m_sinceStarted.durationElapsed() > *m_spec.deadline)
        return fail(ErrorKind::SshTimeout);
    if (m_spec.stall && isReady() && m_process.bytesToWrite() > 0 && m_sinceMoved.durationElapsed() > *m_spec.stall)
        fail(ErrorKind::SshStalled);
}

void LocalProcess::fail(ErrorKind kind, const QString &detail)
{
    if (!m_spec.holdInputOpen)
        m_process.terminate(); // before the end of its data, which it would take for all of them
    settle(std::unexpected(error(kind, detail)));
}

void LocalProcess::ended(int exitCode, QProcess::ExitStatus status)
{
    takeOut();
    takeError();
    if (m_spec.sudo && !m_spec.sudo->isReady()) {
        Error failure = m_spec.sudo->failure();
        failure.subject = m_spec.who;
        settle(std::unexpected(failure));
    } else if (status == QProcess::CrashExit) {
        settle(std::unexpected(error(ErrorKind::SshChannel, u"signal "_s + signalName(exitCode))));
    } else {
        if (m_spec.lines) {
            m_spec.lines->add(m_outLines.finish());
            m_spec.lines->add(m_errorLines.finish());
        }
        m_output.exitCode = exitCode;
        settle(std::move(m_output));
    }
    deleteLater();
}

void LocalProcess::settle(Result<Output> result)
{
    if (std::exchange(m_isSettled, true))
        return;
    m_clock.stop();
    m_spec.sudoPassword = {};
    m_spec.input->abandon();
    if (m_spec.lines)
        m_spec.lines->finish();
    m_process.closeWriteChannel(); // what still runs is ended by its watcher
    m_answer.settle(std::move(result));
}

Error LocalProcess::error(ErrorKind kind, const QString &detail) const
{
    const bool aboutSudo = kind == ErrorKind::SudoPasswordNeeded || kind == ErrorKind::SudoPasswordWrong;
    return {kind, aboutSudo ? m_spec.who : m_spec.program, detail};
}

} // namespace bramble

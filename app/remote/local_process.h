// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/answer.h"
#include "remote/line_splitter.h"
#include "remote/run_spec.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QProcess>
#include <QTimer>

namespace bramble {

/// One command on this computer. It outlives its answer until the process is gone, and deletes itself then. All on one thread, but for
/// whoever fills the input.
class LocalProcess : public QObject
{
    Q_OBJECT

public:
    /// startedBy: program and arguments in front of the shell, or nothing.
    LocalProcess(QStringList startedBy, RunSpec spec);

    void start();
    Reply<Output> reply() const { return m_answer.reply(); }
    void fail(ErrorKind kind, const QString &detail = {});

private:
    void takeOut();
    void takeError();
    void answerSudo();
    void write();
    void checkClock();
    void ended(int exitCode, QProcess::ExitStatus status);
    void settle(Result<Output> result);
    bool isReady() const { return !m_spec.sudo || m_spec.sudo->isReady(); }
    Error error(ErrorKind kind, const QString &detail) const;

    QStringList m_startedBy;
    RunSpec m_spec;
    Answer<Output> m_answer;
    QProcess m_process;
    QTimer m_clock;
    QElapsedTimer m_sinceStarted;
    QElapsedTimer m_sinceMoved;
    QElapsedTimer m_sinceReported;
    Output m_output;
    LineSplitter m_outLines;
    LineSplitter m_errorLines;
    qint64 m_sent = 0;
    bool m_saidPassword = false;
    bool m_inputEnded = false;
    bool m_isSettled = false;
};

} // namespace bramble

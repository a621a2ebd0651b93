// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/abort_switch.h"
#include "remote/channel_run.h"
#include "remote/open_session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace bramble {

/// One libssh session and all its channels, on the one thread that may touch them. open() blocks; afterwards nothing
/// here does: the session and the socket are non-blocking and driven by notifiers, with many channels at once.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(std::shared_ptr<AbortSwitch> abort);
    ~Session() override;

    /// Any thread: runs job on this session's thread, or drops it when the session goes first.
    void post(std::function<void(Session &)> job);
    /// Any thread: looks soon whether there is something to do.
    void wake();

    /// Blocks. What the session is called, or why there is none; errors: those of connectTo.
    Result<QString> open(const QList<QHostAddress> &addresses, const SshTarget &target, const ConnectOptions &options);

    void start(std::shared_ptr<ChannelRun> run);
    void stop(const std::shared_ptr<ChannelRun> &run);

protected:
    bool event(QEvent *event) override;

private:
    void runJobs();
    void beginWaiting();
    void pump();
    bool moveBytes();
    bool stepAll();
    void tick();
    void watchSilence();
    bool isLost() const;
    void close(const Error &error);

    std::shared_ptr<AbortSwitch> m_abort;
    SshSession m_session;
    ssh_event m_event = nullptr;
    QString m_who;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
    std::unique_ptr<QTimer> m_ticking;
    std::vector<std::shared_ptr<ChannelRun>> m_runs;
    std::mutex m_jobsMutex;
    std::deque<std::function<void(Session &)>> m_jobs;
    std::atomic<bool> m_woken = false;
    bool m_pumping = false;

    ssh_counter_struct m_received{};
    ssh_counter_struct m_raw{};
    uint64_t m_lastReceived = 0;
    QElapsedTimer m_silence;
    QElapsedTimer m_sinceAsked;
    std::chrono::milliseconds m_keepAlive{0};
};

} // namespace bramble

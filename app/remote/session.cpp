// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/session.h"

#include <libssh/server.h> // ssh_send_keepalive

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <utility>

namespace bramble {

using namespace std::chrono_literals;

namespace {

// OpenSSH allows 10 per connection (MaxSessions) and refuses more; the others wait for their turn.
constexpr std::ptrdiff_t mostChannels = 8;
constexpr auto slice = 20ms; // of pumping, before other work of this thread has its turn
constexpr int missedAnswers = 4;
constexpr auto wakeUp = QEvent::User;

/// Writing to a connection that is gone must be an error, not the end of the program.
void blockBrokenPipeSignal()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

} // namespace

Session::Session(std::shared_ptr<AbortSwitch> abort) : m_abort(std::move(abort)) { }

Session::~Session()
{
    close(Error{ErrorKind::SshDisconnected, m_who, {}});
}

Result<QString> Session::open(const QList<QHostAddress> &addresses, const SshTarget &target,
                              const ConnectOptions &options)
{
    blockBrokenPipeSignal();
    Result<OpenSession> opened = openSession(addresses, target, options, *m_abort);
    if (!opened)
        return std::unexpected(opened.error());
    m_session = std::move(opened->session);
    m_who = target.description();
    m_keepAlive = options.keepAlive;
    ssh_set_counters(m_session.get(), &m_received, &m_raw);
    ssh_set_blocking(m_session.get(), 0);
    // libssh's "non-blocking" leaves the socket as it is: send() would hang this thread when the peer stops reading.
    ::fcntl(opened->descriptor, F_SETFL, ::fcntl(opened->descriptor, F_GETFL) | O_NONBLOCK);
    m_event = ssh_event_new();
    ssh_event_add_session(m_event, m_session.get());
    m_readable = std::make_unique<QSocketNotifier>(opened->descriptor, QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(opened->descriptor, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &Session::pump);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &Session::pump);
    m_ticking = std::make_unique<QTimer>();
    connect(m_ticking.get(), &QTimer::timeout, this, &Session::tick);
    m_ticking->start(200ms);
    m_silence.start();
    m_sinceAsked.start();
    return m_who;
}

void Session::start(std::shared_ptr<ChannelRun> run)
{
    if (!m_session)
        return run->finishWithoutSession(Error{ErrorKind::SshDisconnected, m_who, {}});
    m_runs.push_back(std::move(run));
    beginWaiting();
    pump();
}

void Session::stop(const std::shared_ptr<ChannelRun> &run)
{
    run->finish(fail(ErrorKind::Stopped));
    pump();
}

void Session::beginWaiting()
{
    std::erase_if(m_runs, [](const std::shared_ptr<ChannelRun> &run) { return run->isGone(); });
    auto under = std::ranges::count_if(m_runs, &ChannelRun::isBegun,
                                       [](const auto &run) -> const ChannelRun & { return *run; });
    for (const std::shared_ptr<ChannelRun> &run : m_runs) {
        if (under >= mostChannels)
            return;
        if (!run->mayBegin())
            continue;
        run->begin(m_session.get(), [this] { wake(); });
        ++under;
    }
}

void Session::post(std::function<void(Session &)> job)
{
    {
        const std::lock_guard lock(m_jobsMutex);
        m_jobs.push_back(std::move(job));
    }
    wake();
}

void Session::wake()
{
    if (!m_woken.exchange(true))
        QCoreApplication::postEvent(this, new QEvent(wakeUp));
}

bool Session::event(QEvent *event)
{
    if (event->type() != wakeUp)
        return QObject::event(event);
    m_woken = false;
    runJobs();
    pump();
    return true;
}

void Session::runJobs()
{
    std::unique_lock lock(m_jobsMutex);
    while (!m_jobs.empty()) {
        // Dropped before the next one runs: an answer that a job holds must not outlive it.
        const std::function<void(Session &)> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job(*this);
        lock.lock();
    }
}

bool Session::moveBytes()
{
    // libssh receives 4 KiB at a time, hence so many turns.
    bool moved = false;
    for (int i = 0; i < 64 && ssh_event_dopoll(m_event, 0) == SSH_OK; ++i)
        moved = true;
    return moved;
}

bool Session::stepAll()
{
    bool moved = false;
    for (const std::shared_ptr<ChannelRun> &run : m_runs) {
        if (run->isBegun())
            moved |= run->step(isLost());
    }
    beginWaiting();
    return moved;
}

void Session::pump()
{
    if (m_pumping || !m_session)
        return;
    m_pumping = true;
    QElapsedTimer spent;
    spent.start();
    bool moved = true;
    while (moved && !isLost() && spent.durationElapsed() < slice) {
        moved = moveBytes();
        // What arrived before the connection went still counts: a command may have ended properly.
        moved |= stepAll();
    }
    m_pumping = false;
    if (isLost())
        return close(Error{ErrorKind::SshDisconnected, m_who, sshSaid(m_session.get())});
    m_writable->setEnabled((ssh_get_status(m_session.get()) & SSH_WRITE_PENDING) != 0);
    if (moved)
        wake();
}

bool Session::isLost() const
{
    return !ssh_is_connected(m_session.get())
        || (ssh_get_status(m_session.get()) & (SSH_CLOSED | SSH_CLOSED_ERROR)) != 0
        || ssh_get_error_code(m_session.get()) == SSH_FATAL;
}

void Session::tick()
{
    for (const std::shared_ptr<ChannelRun> &run : m_runs)
        run->checkClock();
    beginWaiting();
    watchSilence();
    pump();
}

void Session::watchSilence()
{
    // A keepalive says nothing about the peer by itself; only bytes that come in do.
    if (m_received.in_bytes != m_lastReceived) {
        m_lastReceived = m_received.in_bytes;
        m_silence.restart();
    }
    if (m_silence.durationElapsed() > m_keepAlive * missedAnswers)
        return close(Error{ErrorKind::SshDisconnected, m_who, {}});
    if (m_silence.durationElapsed() > m_keepAlive && m_sinceAsked.durationElapsed() > m_keepAlive) {
        m_sinceAsked.restart();
        ssh_send_keepalive(m_session.get());
    }
}

void Session::close(const Error &error)
{
    m_readable.reset();
    m_writable.reset();
    m_ticking.reset();
    // First the socket: nothing below may wait for the peer.
    m_abort->abort();
    for (const std::shared_ptr<ChannelRun> &run : m_runs)
        run->finishWithoutSession(error);
    m_runs.clear();
    if (m_event) {
        ssh_event_remove_session(m_event, m_session.get());
        ssh_event_free(m_event);
        m_event = nullptr;
    }
    m_session.reset();
    m_abort->disarm();
}

} // namespace bramble

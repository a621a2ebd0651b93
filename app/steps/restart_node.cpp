// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/restart_node.h"

#include "steps/make_plan.h"
#include "steps/must.h"
#include "steps/server_scripts.h"

#include <QCoro/QCoroTimer>
#include <QTemporaryFile>

#include <condition_variable>
#include <mutex>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What the waiting shell reads: an empty line now and then, and the keys once it is time.
class Keys : public ByteSource
{
public:
    Result<QByteArray> next() override
    {
        std::unique_lock lock(m_mutex);
        if (m_sent > 0)
            m_word.wait_for(lock, 1s, [this] { return m_over; }); // writing and closing go on behind the key
        else
            m_word.wait_for(lock, 10s, [this] { return m_over || m_go; }); // silence would be taken for a lost connection
        if (m_over || m_sent == keys.size())
            return QByteArray();
        if (!m_go)
            return QByteArray("\n");
        return QByteArray(1, keys[m_sent++]) + '\n';
    }

    void go()
    {
        const std::lock_guard lock(m_mutex);
        m_go = true;
        m_word.notify_all();
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
        m_word.notify_all();
    }
    bool areSent() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sent == keys.size();
    }

private:
    static constexpr std::string_view keys = "sub";

    mutable std::mutex m_mutex;
    std::condition_variable m_word;
    size_t m_sent = 0;
    bool m_go = false;
    bool m_over = false;
};

// The file is opened beforehand, and read and echo are the shell's own: no path is looked up after the exchange.
const Command &waiting()
{
    static const Command command
        = asRoot(u"sh"_s, {u"-c"_s, u"exec 3>/proc/sysrq-trigger || exit 1; while read -r key; do case $key in [sub]) echo $key >&3 ;; esac; done"_s});
    return command;
}

QCoro::Task<> keepWaiting(RemotePtr pi, std::shared_ptr<Keys> keys, std::shared_ptr<bool> isOver, Stop stop)
{
    const Result<Output> ended = co_await pi->send(waiting(), keys, {}, stop);
    *isOver = true;
}

} // namespace

class ArmedRestart
{
public:
    explicit ArmedRestart(RemotePtr pi) : m_pi(std::move(pi)), m_waiting(keepWaiting(m_pi, m_keys, m_isOver, m_stop.get_token())) { }
    ArmedRestart(const ArmedRestart &) = delete;
    ArmedRestart &operator=(const ArmedRestart &) = delete;
    ~ArmedRestart() { end(); }

    void go() { m_keys->go(); }
    bool isTold() const { return m_keys->areSent(); }
    bool isOver() const { return *m_isOver; }
    void end()
    {
        m_keys->end();
        m_stop.request_stop();
    }

private:
    RemotePtr m_pi;
    std::shared_ptr<Keys> m_keys = std::make_shared<Keys>();
    std::shared_ptr<bool> m_isOver = std::make_shared<bool>(false);
    StopSource m_stop;
    QCoro::Task<> m_waiting;
};

QCoro::Task<ArmedRestartPtr> armRestart(RemotePtr server, Cluster cluster, QString node, ConnectOptions login, Secret password, Stop stop)
{
    const Node *which = nodeNamed(cluster, node);
    if (!which)
        co_return ArmedRestartPtr();
    const QString folder = which->folder();
    const Command whereabouts = script(scripts::nodeLogin, {layoutOf(cluster).folder, folder});
    const Result<QByteArray> known = co_await must(server, whereabouts, shortly(), stop);
    // The first line is its address, the others are its public host keys.
    const QByteArrayList lines = known ? known->trimmed().split('\n') : QByteArrayList();
    QTemporaryFile hosts;
    if (lines.size() < 2 || !hosts.open())
        co_return ArmedRestartPtr();
    for (const QByteArray &key : lines.sliced(1))
        hosts.write(lines[0] + ' ' + key + '\n');
    hosts.close();
    login.host = QString::fromLatin1(lines[0]);
    login.port = 0;
    login.user = cluster.access.user;
    login.knownHostsFile = hosts.fileName();
    login.password = password;
    login.sudoPassword = password;
    login.connectTimeout = 5s;
    const Result<RemotePtr> pi = co_await connectTo(login, stop);
    if (!pi)
        co_return ArmedRestartPtr();
    // Whether it may, and as much as can be written in peace.
    const Command may = asRoot(u"sh"_s, {u"-c"_s, u"sync; test -w /proc/sysrq-trigger"_s});
    RunOptions options;
    options.deadline = 20s;
    const Result<Output> told = co_await (*pi)->run(may, options, stop);
    if (!told || told->exitCode != 0)
        co_return ArmedRestartPtr();
    co_return std::make_shared<ArmedRestart>(*pi);
}

QCoro::Task<bool> restartNow(ArmedRestartPtr armed)
{
    if (!armed || armed->isOver())
        co_return false;
    armed->go();
    for (int i = 0; i < 60 && !armed->isTold() && !armed->isOver(); ++i)
        co_await QCoro::sleepFor(100ms);
    const bool told = armed->isTold();
    co_await QCoro::sleepFor(500ms); // until the last key has left
    armed->end();
    co_return told;
}

} // namespace bramble

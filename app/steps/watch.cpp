// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/watch.h"

#include "capture/packet_reader.h"
#include "steps/ears.h"
#include "steps/look_openwrt.h"
#include "steps/make_openwrt_plan.h"
#include "steps/make_plan.h"
#include "steps/must.h"
#include "steps/reconnect.h"
#include "steps/replay.h"
#include "text/log_line.h"
#include "text/server_log.h"
#include "text/socket_reader.h"
#include "wire/pcap_reader.h"

#include <QCoro/QCoroTimer>

#include <QElapsedTimer>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct LookedAt
{
    std::vector<Node> nodes;
    QSet<QString> deep; ///< folders of those that are looked at more closely
};

// What hangs is worth a look at the server: at what it serves, and at whether it serves at all. Earlier than a rule may speak, so that what is
// named first is right; and then at all that are under way.
LookedAt hanging(const std::vector<Timeline> &timelines, const Situation &situation)
{
    constexpr qint64 silentMs = 6'000;
    constexpr qint64 startingMs = 25'000;
    constexpr size_t atMost = 20;
    LookedAt some;
    bool hangs = false;
    for (const Timeline &t : timelines) {
        // A Pi that starts from its disk is heard all the time, and there the rules ask how long it takes.
        const qint64 silence = situation.nowMs - (t.stage == Stage::Disk ? t.stageSinceMs : t.lastSignMs);
        const bool underWay = t.stage > Stage::Off && t.stage < Stage::Running;
        const bool silent = underWay && silence > (t.stage < Stage::Disk ? silentMs : startingMs);
        const bool refused = underWay && (find(t.signs, SignKind::Refused) || find(t.signs, SignKind::RefusedOther));
        const bool gone = t.stage == Stage::Running && silence > startingMs;
        const bool worth = silent || refused || gone || diagnose(t, situation);
        hangs = hangs || worth;
        if ((worth || underWay) && some.nodes.size() < atMost) {
            some.nodes.push_back(t.node);
            // Its kernel has to be read for that.
            if (t.stage >= Stage::Kernel && silence > startingMs)
                some.deep.insert(t.node.folder());
        }
    }
    return hangs ? some : LookedAt();
}

// "size path", one a line, with what BusyBox has.
constexpr QLatin1StringView routerSizes{"ls -lnR -- \"$1\" | awk '/:$/ { d = substr($0, 1, length($0) - 1); next } /^-/ { print $5, d \"/\" $9 }'"};

QCoro::Task<Result<QHash<QString, qint64>>> bootFileSizes(RemotePtr remote, bool isRouter, ServerLayout layout, Stop stop)
{
    const Command find = isRouter ? asRoot(u"sh"_s, {u"-c"_s, QString(routerSizes), u"sizes"_s, layout.tftp()})
                                  : asRoot(u"find"_s, {layout.tftp(), u"-type"_s, u"f"_s, u"-printf"_s, u"%s %p\\n"_s});
    const RunOptions none;
    const Result<Output> output = co_await remote->run(find, none, stop);
    if (!output)
        co_return std::unexpected(output.error());
    QHash<QString, qint64> sizes; // no folder, no sizes: bytes are then not shown, nothing else suffers
    for (const QByteArray &line : output->out.split('\n'))
        if (const qsizetype blank = line.indexOf(' '); blank > 0)
            sizes.insert(QString::fromUtf8(line.sliced(blank + 1)), line.first(blank).toLongLong());
    co_return sizes;
}

QCoro::Task<Result<qint64>> serverClock(RemotePtr remote, bool isRouter, Stop stop)
{
    const Command date(u"date"_s, {isRouter ? u"+%s000"_s : u"+%s%3N"_s});
    const RunOptions none;
    const Result<QByteArray> now = co_await must(remote, date, none, stop);
    if (!now)
        co_return std::unexpected(now.error());
    co_return now->trimmed().toLongLong();
}

// The server's, and this computer's as the server sees it: what they fetch is a test. First, if it says so, the one that we came in by.
QCoro::Task<Result<std::vector<Ipv4>>> ownAddresses(RemotePtr remote, Stop stop)
{
    const Command ask(u"sh"_s, {u"-c"_s, u"set -- $SSH_CONNECTION; echo \"$3 $1\"; ip -4 -o addr show"_s});
    const Result<QByteArray> said = co_await must(remote, ask, shortly(), stop);
    if (!said)
        co_return std::unexpected(said.error());
    std::vector<Ipv4> all;
    for (const QByteArray &word : said->simplified().split(' '))
        if (const auto address = Ipv4::parse(QString::fromLatin1(word.first(std::max(word.indexOf('/'), word.contains('/') ? 0 : word.size())))))
            all.push_back(*address);
    co_return all;
}

// Whether SSH answers is asked of a Pi that has its disk, and from time to time of one that runs: that is its sign of life.
bool worthAsking(const Timeline &timeline, qint64 now)
{
    if (!timeline.address || timeline.stage < Stage::Disk)
        return false;
    constexpr qint64 pulseMs = 10'000;
    return timeline.stage != Stage::Running || now - timeline.lastSignMs > pulseMs;
}

enum Witness : size_t { Log, Wire };

/// One watching, over as many connections as it takes.
class Watching
{
public:
    Watching(Cluster cluster, WatchOptions options, bool isRouter, QHash<QString, qint64> sizes, std::vector<Ipv4> own, qint64 clock)
        : m_cluster(std::move(cluster)), m_layout(layoutOf(m_cluster)), m_options(options), m_isRouter(isRouter), m_sizes(std::move(sizes)), m_own(std::move(own)),
          m_clock(clock), m_boot(m_cluster, m_layout, m_sizes, m_own), m_packets(m_layout.tftp())
    {
        m_since.start();
        m_news.sinceMs = clock;
    }

    qint64 now() const { return m_clock + m_since.elapsed(); }
    bool isAllRunning() const { return m_options.untilRunning && m_boot.running() == int(m_cluster.nodes.size()); }

    void listen(RemotePtr remote, EarsPtr ears, Stop stop)
    {
        if (m_isRouter && !m_cursor.isEmpty())
            m_boot = Boot(m_cluster, m_layout, m_sizes, m_own); // its memory is told again from the beginning
        m_hearing = hearLog(remote, m_isRouter, m_isRouter ? QByteArray() : m_cursor, ears, stop);
        m_frames = PcapReader();
        m_isWired = m_options.capture && !m_isRouter;
        m_news.capturing = !m_options.capture ? Capturing::No : m_isRouter ? Capturing::Impossible : Capturing::Yes;
        if (m_isWired)
            m_wire = hearWire(remote, m_cluster.server.interface, cameInBy(), ears, stop);
        m_sockets.beginAnew();
        m_disks = hearSockets(remote, ears, stop);
        m_news.remote = remote;
    }
    QCoro::Task<> settle() // all end by the stop that they were given
    {
        co_await m_hearing;
        co_await m_disks;
        if (m_isWired)
            co_await m_wire;
    }

    /// Takes in what the ears have; true: that was something.
    bool take(Ears &ears)
    {
        bool heard = false;
        const qint64 at = now();
        for (const QByteArray &line : std::exchange(ears.lines, {})) {
            const std::vector<Event> events = m_log.read(line);
            if (const QByteArray cursor = m_isRouter ? "router"_ba : cursorOf(line); !cursor.isEmpty())
                m_cursor = cursor;
            // How long a file is, no log says; whoever is told this again wants to know.
            for (const Event &event : events)
                if (const auto *sent = std::get_if<FileSent>(&event.kind); sent && m_sizes.contains(sent->path))
                    m_news.recorded << recordingLine({event.atMs, FileUnderWay{sent->address, sent->path, m_sizes[sent->path], m_sizes[sent->path]}});
            // Of what the kernel says, very little is about boots.
            if (!events.empty() || !line.contains("\"kernel\""))
                m_news.recorded << line;
            for (const Event &event : events)
                heard = feed(event, Log) || heard;
            const auto spoken = readLogLine(line, at, 0);
            if (spoken && spoken->identifier != "kernel"_L1)
                m_news.heard << spoken->identifier + u": "_s + spoken->message;
        }
        for (const QByteArray &piece : std::exchange(ears.packets, {})) {
            m_frames.feed(piece);
            for (auto frame = m_frames.next(); frame; frame = m_frames.next(), ++m_news.frames)
                for (const Event &event : m_packets.read(frame->atMicroseconds / 1000, frame->bytes))
                    heard = feed(event, Wire) || heard;
        }
        if (m_frames.isBroken() || ears.captureIsOver)
            m_news.capturing = Capturing::Impossible;
        for (const Ipv4 address : std::exchange(ears.answered, {})) {
            // Nobody answers before what was heard of him already: the server's clock is known no better than a question takes.
            const Event event{std::max(at, m_latestMs), SshAnswered{address}, u"SSH: %1 answers"_s.arg(address.toString())};
            feed(event, Log);
            m_news.recorded << recordingLine(event);
            heard = true;
        }
        return takeDisks(std::exchange(ears.sockets, {}), std::max(at, m_latestMs)) || heard;
    }

    void askNodes(const EarsPtr &ears) const
    {
        const qint64 at = now();
        for (const Timeline &timeline : m_boot.timelines())
            if (worthAsking(timeline, at) && !ears->asking.contains(*timeline.address))
                greet(*timeline.address, ears);
    }

    void lookIfHanging(const RemotePtr &remote, const EarsPtr &ears, Stop stop)
    {
        constexpr qint64 pauseMs = 8'000;
        const qint64 at = now();
        if (m_isRouter || ears->looking || at - m_lookedMs <= pauseMs)
            return;
        Cluster some = m_cluster;
        const LookedAt looked = hanging(m_boot.timelines(), m_news.situation());
        some.nodes = looked.nodes;
        if (some.nodes.empty()) {
            ears->look.reset();
            return;
        }
        lookThere(remote, some, looked.deep, m_layout, ears, stop);
        m_lookedMs = at;
    }

    void tell(const WatchSink &sink, const std::shared_ptr<const ServerLook> &look)
    {
        m_news.timelines = m_boot.timelines();
        m_news.strangers = m_boot.strangers();
        m_news.nowMs = m_news.isConnected ? now() : m_news.lostMs;
        m_news.server = m_boot.serverSigns();
        m_news.look = look;
        sink(m_news);
        m_news.heard.clear();
        m_news.recorded.clear();
        m_news.events.clear();
        m_toldMs = now();
    }
    bool isTimeToTell() const { return now() - m_toldMs >= 1000; }

    void lost()
    {
        if (m_news.isConnected)
            m_news.lostMs = now();
        m_news.isConnected = false;
    }
    void found() { m_news.isConnected = true; }
    bool isConnected() const { return m_news.isConnected; }

private:
    QString cameInBy() const
    {
        const auto it = std::ranges::find_if(m_own, [](const Ipv4 &address) { return address.value() >> 24 != 127; });
        return it == m_own.end() ? QString() : it->toString();
    }
    bool takeDisks(const QList<QByteArray> &lines, qint64 at)
    {
        bool heard = false;
        for (const QByteArray &line : lines)
            for (const DiskBytes &disk : m_sockets.read(line)) {
                const Event event{at, disk, u"ss: %1 bytes to and from %2"_s.arg(disk.bytes).arg(disk.address.toString())};
                if (!m_boot.nodeOf(event))
                    continue; // what somebody else does with the server's disks is nobody's business
                heard = feed(event, Log) || heard;
                m_news.recorded << recordingLine(event);
            }
        return heard;
    }
    bool feed(const Event &event, Witness witness)
    {
        if (isPace(event.kind)) {
            m_boot.feed(event);
            return true;
        }
        if (m_isWired && !m_merger.isNew(event, witness))
            return false;
        m_latestMs = std::max(m_latestMs, event.atMs);
        m_boot.feed(event);
        if (const auto node = m_boot.nodeOf(event))
            m_news.events.push_back({*node, event});
        return true;
    }

    Cluster m_cluster;
    ServerLayout m_layout;
    WatchOptions m_options;
    bool m_isRouter;
    QHash<QString, qint64> m_sizes;
    std::vector<Ipv4> m_own;
    qint64 m_clock; ///< the server's when watching began, Unix ms
    qint64 m_latestMs = 0; ///< of what was heard
    QElapsedTimer m_since;
    Boot m_boot;
    LogReader m_log;
    PacketReader m_packets;
    PcapReader m_frames;
    SocketReader m_sockets;
    Merger m_merger;
    bool m_isWired = false;
    QByteArray m_cursor; ///< of the last line
    WatchNews m_news;
    qint64 m_toldMs = 0;
    qint64 m_lookedMs = 0;
    QCoro::Task<> m_hearing;
    QCoro::Task<> m_wire;
    QCoro::Task<> m_disks;
};

// Over one connection, until it ends.
QCoro::Task<Result<>> watchOver(RemotePtr remote, std::shared_ptr<Watching> watching, WatchSink sink, Stop stop)
{
    constexpr qint64 catchingUpMs = 1500; // a connection that was made anew brings what was missed first
    const auto ears = std::make_shared<Ears>();
    StopSource hush;
    watching->listen(remote, ears, hush.get_token());
    QElapsedTimer since, quiet, asked;
    since.start();
    quiet.start();
    asked.start();
    for (;;) {
        const bool heard = watching->take(*ears);
        if (heard)
            quiet.start();
        if (!watching->isConnected() && since.elapsed() > catchingUpMs && quiet.elapsed() > catchingUpMs / 3)
            watching->found();
        if (asked.elapsed() >= 200) {
            asked.start();
            watching->askNodes(ears);
        }
        if (heard || watching->isTimeToTell()) {
            watching->tell(sink, ears->look);
            if (watching->isConnected())
                watching->lookIfHanging(remote, ears, hush.get_token());
        }
        if (watching->isAllRunning() || stop.stop_requested() || ears->isOver) {
            hush.request_stop();
            co_await watching->settle();
            if (watching->isAllRunning())
                co_return Result<>();
            if (stop.stop_requested())
                co_return fail(ErrorKind::Stopped);
            if (!ears->ended)
                co_return std::unexpected(ears->ended.error());
            co_return fail(ErrorKind::ServerCommandFailed, u"journalctl"_s, QString::fromUtf8(ears->ended->err.trimmed()));
        }
        co_await QCoro::sleepFor(50ms);
    }
}

} // namespace

QCoro::Task<Result<>> watch(Cluster cluster, RemotePtr remote, WatchOptions options, WatchSink sink, Stop stop)
{
    const Result<bool> router = co_await isOpenWrt(remote, stop);
    if (!router)
        co_return std::unexpected(router.error());
    if (*router) {
        const Result<ServerFacts> facts = co_await lookAtOpenWrt(remote, cluster, stop);
        if (!facts)
            co_return std::unexpected(facts.error());
        cluster = resolved(cluster, *facts);
    }
    const Result<QHash<QString, qint64>> sizes = co_await bootFileSizes(remote, *router, layoutOf(cluster), stop);
    if (!sizes)
        co_return std::unexpected(sizes.error());
    const Result<std::vector<Ipv4>> own = co_await ownAddresses(remote, stop);
    if (!own)
        co_return std::unexpected(own.error());
    const Result<qint64> clock = co_await serverClock(remote, *router, stop);
    if (!clock)
        co_return std::unexpected(clock.error());
    const auto watching = std::make_shared<Watching>(cluster, options, *router, *sizes, *own, *clock);
    for (;;) {
        const Result<> ended = co_await watchOver(remote, watching, sink, stop);
        if (ended || !isLostConnection(ended.error()) || stop.stop_requested())
            co_return ended;
        watching->lost();
        const std::shared_ptr<const ServerLook> nothing;
        for (bool back = false; !back;) {
            watching->tell(sink, nothing);
            const Result<RemotePtr> another = co_await remote->another(stop);
            if (stop.stop_requested())
                co_return fail(ErrorKind::Stopped);
            if (!another && !isSilence(another.error()))
                co_return std::unexpected(another.error());
            if (another && !*another)
                co_return ended; // there is no such thing here
            back = another.has_value();
            if (back)
                remote = *another;
            else
                co_await QCoro::sleepFor(2s);
        }
    }
}

} // namespace bramble

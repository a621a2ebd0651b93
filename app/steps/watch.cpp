// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/watch.h"

#include "host/host.h"
#include "steps/look_openwrt.h"
#include "steps/make_openwrt_plan.h"
#include "steps/make_plan.h"
#include "steps/must.h"
#include "text/log_line.h"
#include "text/server_log.h"
#include "text/server_look.h"

#include <QCoro/QCoroTimer>

#include <QDateTime>
#include <QElapsedTimer>
#include <QSet>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What the coroutines that run side by side tell the one that counts. All on one thread.
struct Ears
{
    QList<QByteArray> lines;
    QSet<Ipv4> answered;
    QSet<Ipv4> asking;
    std::shared_ptr<const ServerLook> look;
    bool looking = false;
    bool over = false;
    Result<Output> ended;
};

struct LookedAt
{
    std::vector<Node> nodes;
    QSet<QString> deep; ///< folders of those that are looked at more closely
};

// A router's log is a ring in its memory; all that is still in it comes first.
Command routerLog()
{
    return asRoot(u"logread"_s, {u"-l"_s, u"5000"_s, u"-f"_s});
}

QCoro::Task<> listen(RemotePtr remote, bool isRouter, std::shared_ptr<Ears> ears, Stop stop)
{
    // The last two hours too: a panel that is opened later shows what has happened, and a Pi that runs is shown as running.
    // Fields and not --unit: that could not be joined with the kernel's own lines.
    QStringList arguments{u"--quiet"_s, u"--follow"_s, u"--since=-2h"_s, u"--lines=20000"_s, u"--output=json"_s, u"--output-fields=MESSAGE,SYSLOG_IDENTIFIER"_s};
    for (const QString &unit : {u"brambleboot-dnsmasq.service"_s, u"nfs-mountd.service"_s, u"nfs-server.service"_s})
        arguments << u"_SYSTEMD_UNIT="_s + unit << u"+"_s << u"UNIT="_s + unit << u"+"_s;
    // These may be somebody's; what they say of DNS is nobody's business.
    for (const QString &unit : {u"dnsmasq.service"_s, u"pihole-FTL.service"_s})
        arguments << u"_SYSTEMD_UNIT="_s + unit << u"SYSLOG_IDENTIFIER=dnsmasq-dhcp"_s << u"SYSLOG_IDENTIFIER=dnsmasq-tftp"_s << u"+"_s;
    arguments << u"_TRANSPORT=kernel"_s;
    const Command journal = asRoot(u"journalctl"_s, arguments);
    const LineSink sink = [ears](const QByteArray &line) { ears->lines << line; };
    const Command command = isRouter ? routerLog() : journal;
    ears->ended = co_await remote->follow(command, sink, stop);
    ears->over = true;
}

QCoro::Task<> greet(Ipv4 address, std::shared_ptr<Ears> ears)
{
    ears->asking.insert(address);
    const bool answers = co_await sshAnswers(address, 3s);
    ears->asking.remove(address);
    if (answers)
        ears->answered.insert(address);
}

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
        const qint64 silence = situation.nowMs - t.lastSignMs;
        const bool underWay = t.stage > Stage::Off && t.stage < Stage::Running;
        const bool silent = underWay && silence > (t.stage < Stage::Disk ? silentMs : startingMs);
        const bool refused = underWay && find(t.signs, SignKind::Refused);
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

QCoro::Task<> lookThere(RemotePtr remote, Cluster cluster, QSet<QString> deep, ServerLayout layout, std::shared_ptr<Ears> ears, Stop stop)
{
    ears->looking = true;
    const Command command = serverLookCommand(cluster, deep, layout);
    RunOptions options;
    options.deadline = 20s;
    const Result<Output> output = co_await remote->run(command, options, stop);
    // A look that failed says nothing; what the log and the wire say stands.
    if (output)
        ears->look = std::make_shared<ServerLook>(parseServerLook(output->out, cluster, layout, QDateTime::currentMSecsSinceEpoch()));
    ears->looking = false;
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

// The server's, and this computer's as the server sees it: what they fetch is a test.
QCoro::Task<Result<std::vector<Ipv4>>> ownAddresses(RemotePtr remote, Stop stop)
{
    const Command ask(u"sh"_s, {u"-c"_s, u"echo $SSH_CONNECTION; ip -4 -o addr show"_s});
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

} // namespace

QCoro::Task<Result<>> watch(Cluster cluster, RemotePtr remote, bool untilRunning, WatchSink sink, Stop stop)
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
    const ServerLayout layout = layoutOf(cluster);
    const Result<qint64> clock = co_await serverClock(remote, *router, stop);
    if (!clock)
        co_return std::unexpected(clock.error());
    const Result<QHash<QString, qint64>> sizes = co_await bootFileSizes(remote, *router, layout, stop);
    if (!sizes)
        co_return std::unexpected(sizes.error());

    QElapsedTimer since;
    since.start();
    const Result<std::vector<Ipv4>> noPis = co_await ownAddresses(remote, stop);
    if (!noPis)
        co_return std::unexpected(noPis.error());
    Boot boot(cluster, layout, *sizes, *noPis);
    LogReader reader;
    const auto ears = std::make_shared<Ears>();
    StopSource hush;
    auto listening = listen(remote, *router, ears, hush.get_token());

    WatchNews news;
    news.sinceMs = *clock;
    qint64 lastNewsMs = 0;
    qint64 lookedMs = 0;
    for (;;) {
        const qint64 now = *clock + since.elapsed();
        bool heard = false;
        for (const QByteArray &line : std::exchange(ears->lines, {})) {
            const std::vector<Event> events = reader.read(line);
            // Of what the kernel says, very little is about boots.
            if (!events.empty() || !line.contains("\"kernel\""))
                news.recorded << line;
            for (const Event &event : events) {
                boot.feed(event);
                heard = true;
            }
            const auto spoken = readLogLine(line, now, 0);
            if (spoken && spoken->identifier != "kernel"_L1)
                news.heard << spoken->identifier + u": "_s + spoken->message;
        }
        for (const Ipv4 address : std::exchange(ears->answered, {})) {
            const Event event{now, SshAnswered{address}};
            boot.feed(event);
            news.recorded << recordingLine(event);
            heard = true;
        }
        for (const Timeline &timeline : boot.timelines())
            if (worthAsking(timeline, now) && !ears->asking.contains(*timeline.address))
                greet(*timeline.address, ears);
        if (heard || now - lastNewsMs >= 1000) {
            news.timelines = boot.timelines();
            news.strangers = boot.strangers();
            news.nowMs = now;
            news.server = boot.serverSigns();
            news.look = ears->look;
            constexpr qint64 lookPauseMs = 8'000;
            if (!*router && !ears->looking && now - lookedMs > lookPauseMs) {
                Cluster some = cluster;
                const LookedAt looked = hanging(news.timelines, news.situation());
                some.nodes = looked.nodes;
                if (some.nodes.empty()) {
                    ears->look.reset();
                } else {
                    lookThere(remote, some, looked.deep, layout, ears, hush.get_token());
                    lookedMs = now;
                }
            }
            sink(news);
            news.heard.clear();
            news.recorded.clear();
            lastNewsMs = now;
        }
        const bool allRun = untilRunning && boot.running() == int(cluster.nodes.size());
        if (allRun || stop.stop_requested() || ears->over) {
            hush.request_stop();
            co_await listening;
            if (allRun)
                co_return Result<>();
            if (stop.stop_requested())
                co_return fail(ErrorKind::Stopped);
            if (!ears->ended)
                co_return std::unexpected(ears->ended.error());
            co_return fail(ErrorKind::ServerCommandFailed, u"journalctl"_s, QString::fromUtf8(ears->ended->err.trimmed()));
        }
        co_await QCoro::sleepFor(200ms);
    }
}

} // namespace bramble

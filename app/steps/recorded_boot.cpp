// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/recorded_boot.h"

#include "host/host.h"
#include "steps/make_plan.h"
#include "steps/replay.h"
#include "text/cluster_file.h"
#include "text/log_line.h"
#include "text/server_log.h"
#include "wire/pcap_reader.h"

#include <QCoro/QCoroTimer>

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What the panel's log would have shown.
void addLines(std::vector<HeardLine> &lines, const QByteArray &content, qint64 nowMs)
{
    if (PcapReader::isCapture(content))
        return;
    for (QByteArrayView rest(content); !rest.isEmpty();) {
        const qsizetype end = rest.indexOf('\n');
        const auto said = readLogLine(end < 0 ? rest : rest.first(end), nowMs, 0);
        if (said && said->identifier != "kernel"_L1 && said->identifier != ownLogName)
            lines.push_back({said->atMs, said->identifier + u": "_s + said->message});
        rest = rest.sliced(end < 0 ? rest.size() : end + 1);
    }
}

// What the server itself fetches is a test.
Boot newBoot(const Cluster &cluster)
{
    std::vector<Ipv4> noPis;
    if (const auto server = Ipv4::parse(cluster.server.host))
        noPis.push_back(*server);
    return Boot(cluster, layoutOf(cluster), {}, noPis);
}

// A log begins when its server did, and for hours nobody may have switched on a Pi.
qint64 firstSign(const RecordedBoot &recorded)
{
    constexpr qint64 before = 2000;
    Boot boot = newBoot(recorded.cluster);
    for (const Event &event : recorded.events) {
        boot.feed(event);
        if (boot.nodeOf(event))
            return std::max(event.atMs - before, recorded.events.front().atMs);
    }
    return recorded.events.front().atMs;
}

} // namespace

Result<RecordedBoot> readRecordedBoot(const QStringList &files, const Cluster &cluster, bool withLines, qint64 limit)
{
    RecordedBoot recorded;
    recorded.cluster = cluster;
    std::vector<std::vector<Event>> witnesses;
    for (const QString &file : files) {
        const Result<QByteArray> content = readFile(file, limit);
        if (!content)
            return std::unexpected(content.error());
        const qint64 writtenMs = QFileInfo(file).lastModified().toMSecsSinceEpoch();
        const RecordingOptions options{file, layoutOf(cluster).tftp(), writtenMs, 0, Ipv4::parse(cluster.server.host)};
        Result<std::vector<Event>> events = readRecording(*content, options);
        if (!events)
            return std::unexpected(events.error());
        witnesses.push_back(*std::move(events));
        if (withLines)
            addLines(recorded.lines, *content, writtenMs);
    }
    std::ranges::stable_sort(recorded.lines, {}, &HeardLine::atMs);
    recorded.events = mergedEvents(std::move(witnesses));
    return recorded;
}

Result<RecordedBoot> openRecording(const QString &file, const Cluster &otherwise)
{
    constexpr qint64 limit = qint64(256) << 20;
    const QString beside = file + u".yaml"_s;
    Cluster cluster = otherwise;
    if (QFileInfo::exists(beside) || otherwise.nodes.empty()) {
        const Result<QByteArray> content = readFile(beside, clusterFileLimit);
        if (!content)
            return fail(ErrorKind::ClusterUnreadable, beside, content.error().detail);
        Result<Cluster> whose = parseCluster(*content, QFileInfo(beside).fileName());
        if (!whose)
            return std::unexpected(whose.error());
        cluster = *std::move(whose);
    }
    return readRecordedBoot({file}, cluster, true, limit);
}

Retelling::Retelling(RecordedBoot recorded, qint64 silenceMs) : m_recorded(std::move(recorded)), m_boot(newBoot(m_recorded.cluster))
{
    m_news.sinceMs = firstSign(m_recorded);
    m_endMs = m_recorded.events.back().atMs + silenceMs;
}

void Retelling::tell(qint64 atMs, const WatchSink &sink)
{
    m_news.nowMs = m_toldMs = atMs;
    m_news.timelines = m_boot.timelines();
    m_news.strangers = m_boot.strangers();
    m_news.server = m_boot.serverSigns();
    for (; m_nextLine < m_recorded.lines.size() && m_recorded.lines[m_nextLine].atMs <= atMs; ++m_nextLine)
        m_news.heard << m_recorded.lines[m_nextLine].text;
    m_hasMore = false;
    sink(m_news);
    m_news.heard.clear();
    m_news.events.clear();
}

void Retelling::feed(const Event &event)
{
    m_boot.feed(event);
    m_hasMore = true;
    if (isPace(event.kind))
        return;
    if (const auto node = m_boot.nodeOf(event))
        m_news.events.push_back({*node, event});
}

void Retelling::advanceTo(qint64 nowMs, const WatchSink &sink)
{
    constexpr qint64 secondMs = 1000;
    constexpr qint64 atMost = 1000; // times at once, however long it is
    const qint64 until = std::min(nowMs, m_endMs);
    const qint64 from = std::max(m_toldMs, m_news.sinceMs);
    const qint64 step = std::max(secondMs, (until - from) / atMost);
    for (qint64 at = std::min(from + step, until);; at = std::min(at + step, until)) {
        for (; m_next < m_recorded.events.size() && m_recorded.events[m_next].atMs <= at; ++m_next) {
            const Event &event = m_recorded.events[m_next];
            const auto node = m_boot.nodeOf(event);
            const Stage before = node ? m_boot.timelines()[*node].stage : Stage::Off;
            feed(event);
            if (node && m_boot.timelines()[*node].stage != before)
                tell(event.atMs, sink);
        }
        if (m_hasMore || m_toldMs == 0 || at - m_toldMs >= secondMs || (at >= m_endMs && at > m_toldMs))
            tell(at, sink);
        if (at >= until)
            break;
    }
    m_news.nowMs = std::max(m_news.nowMs, until);
}

QCoro::Task<Result<>> retell(RecordedBoot recorded, std::shared_ptr<const RetellingPace> pace, WatchSink sink, Stop stop)
{
    Retelling retelling(std::move(recorded), pace->silenceMs);
    double now = double(retelling.sinceMs());
    retelling.advanceTo(qint64(now), sink);
    QElapsedTimer clock;
    clock.start();
    while (!retelling.isOver() && !(pace->untilRunning && retelling.isAllRunning())) {
        co_await QCoro::sleepFor(50ms);
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
        now += double(clock.restart()) * pace->speed;
        retelling.advanceTo(qint64(now), sink);
    }
    co_return Result<>();
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cause_lines.h"
#include "cli/commands.h"
#include "diagnosis/diagnose.h"
#include "host/host.h"
#include "steps/make_plan.h"
#include "steps/recorded_boot.h"
#include "steps/typical_store.h"
#include "steps/watch.h"
#include "text/cluster_file.h"
#include "text/mask_recording.h"
#include "wire/pcap_reader.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimer>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    QStringList lines; ///< the last line of each node: it is printed again only when it changes
    int running = 0;
    bool isConnected = true;
    qint64 frames = 0;
    Capturing capturing = Capturing::No;
    TypicalStore typical;
    bool learns = true; ///< what is told again teaches nothing new
};

// How much its disk has carried is told when it is four times as much as last: enough to see that it goes on.
int diskSteps(const Timeline &timeline)
{
    int steps = 0;
    for (qint64 kib = timeline.diskBytes / 1024; kib > 0; kib /= 4)
        ++steps;
    return steps;
}

QString stageLine(const Timeline &timeline)
{
    QString text = u"%1  %2"_s.arg(timeline.node.name, -16).arg(words(timeline));
    if (timeline.address)
        text += u"  "_s + timeline.address->toString();
    return text;
}

QJsonObject toJson(const Timeline &timeline, const WatchNews &news, const TypicalTimes &times)
{
    QJsonObject object{{u"node"_s, timeline.node.name}, {u"stage"_s, int(timeline.stage)}, {u"stageName"_s, words(timeline)},
                       {u"files"_s, timeline.files}, {u"bytes"_s, timeline.bytes}, {u"lastFile"_s, timeline.lastFile},
                       {u"diskBytes"_s, timeline.diskBytes}};
    if (timeline.underWay)
        object[u"underWay"_s] = QJsonObject{{u"file"_s, timeline.underWay->file}, {u"bytes"_s, timeline.underWay->bytes}, {u"size"_s, timeline.underWay->size.value_or(-1)}};
    if (timeline.address)
        object[u"address"_s] = timeline.address->toString();
    if (timeline.lastSignMs > 0)
        object[u"silentMs"_s] = news.nowMs - timeline.lastSignMs;
    if (const auto left = times.untilRunning(timeline, news.nowMs))
        object[u"leftMs"_s] = *left;
    if (const auto found = diagnose(timeline, news.situation()))
        addCause(object, *found, timeline);
    return object;
}

void showConnection(const WatchNews &news, Shown &shown, Terminal &terminal)
{
    if (shown.isConnected != news.isConnected) {
        shown.isConnected = news.isConnected;
        terminal.object({{u"connection"_s, news.isConnected ? u"back"_s : u"lost"_s}, {u"lostMs"_s, news.lostMs}});
        terminal.line(news.isConnected ? QCoreApplication::translate("CommandLine", "The server is back; what was missed was read.")
                                       : QCoreApplication::translate("CommandLine", "The server cannot be reached any more; trying again."));
    }
    if (shown.capturing != news.capturing && news.capturing == Capturing::Impossible)
        terminal.line(QCoreApplication::translate("CommandLine", "The server's network cannot be listened to (no tcpdump there, or it is a router); its log tells all that is shown."));
    shown.capturing = news.capturing;
}

void show(const WatchNews &news, Shown &shown, Terminal &terminal)
{
    showConnection(news, shown, terminal);
    if (shown.learns)
        shown.typical.take(news);
    shown.running = 0;
    shown.frames = news.frames;
    shown.lines.resize(qsizetype(news.timelines.size()));
    for (size_t i = 0; i < news.timelines.size(); ++i) {
        const Timeline &timeline = news.timelines[i];
        shown.running += timeline.stage == Stage::Running;
        QString line = stageLine(timeline);
        QString key = line + QString::number(diskSteps(timeline));
        if (const auto found = diagnose(timeline, news.situation())) {
            // What proves it grows with each second; it is told anew when the cause is another one.
            key += causeId(found->cause) + found->detail;
            line += u'\n' + causeLines(*found, timeline);
        }
        if (shown.lines[qsizetype(i)] == key)
            continue;
        shown.lines[qsizetype(i)] = key;
        const auto left = shown.typical.times().untilRunning(timeline, news.nowMs);
        const QString eta = left && *left > 0 ? u"  "_s + QCoreApplication::translate("CommandLine", "about %1 left").arg(timeWords(*left)) : QString();
        QString detail = timeline.files > 0 ? u"  "_s + QCoreApplication::translate("CommandLine", "%n file(s)", nullptr, timeline.files) + u", "_s + bytesWords(timeline.bytes)
                                            : QString();
        if (const QString disk = diskWords(timeline); !disk.isEmpty())
            detail += (detail.isEmpty() ? u"  "_s : u", "_s) + disk;
        terminal.line(line.contains(u'\n') ? line : line + detail + eta);
        terminal.object(toJson(timeline, news, shown.typical.times()));
    }
}

QJsonObject toJson(const Timeline &timeline, const Situation &situation)
{
    QJsonArray stages;
    for (const Reached &reached : timeline.reached)
        stages.append(QJsonObject{{u"stage"_s, stageId(reached.stage)}, {u"atMs"_s, reached.atMs}});
    QJsonObject object{{u"node"_s, timeline.node.name}, {u"stages"_s, stages}, {u"files"_s, timeline.files}, {u"bytes"_s, timeline.bytes},
                       {u"diskBytes"_s, timeline.diskBytes}};
    if (timeline.node.mac)
        object[u"mac"_s] = timeline.node.mac->toString();
    if (timeline.node.serial)
        object[u"serial"_s] = timeline.node.serial->toString();
    if (timeline.address)
        object[u"address"_s] = timeline.address->toString();
    if (const auto found = diagnose(timeline, situation))
        addCause(object, *found, timeline);
    return object;
}

void showWhole(const Timeline &timeline, const Situation &situation, Terminal &terminal)
{
    terminal.object(toJson(timeline, situation));
    terminal.line(timeline.node.name + (timeline.address ? u"  "_s + timeline.address->toString() : QString()));
    for (const Reached &reached : timeline.reached) {
        const QString time = QDateTime::fromMSecsSinceEpoch(reached.atMs).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
        terminal.line(u"  %1  %2"_s.arg(time, words(reached.stage)));
    }
    if (timeline.reached.empty())
        terminal.line(u"  "_s + words(Stage::Off));
    if (const QString disk = diskWords(timeline); !disk.isEmpty())
        terminal.line(u"  "_s + disk);
    if (const auto found = diagnose(timeline, situation))
        terminal.line(causeLines(*found, timeline));
}

constexpr qint64 recordingLimit = qint64(2) << 30; // bytes

int replay(const Arguments &arguments, const Cluster &cluster, const TerminalPtr &terminal)
{
    const Result<RecordedBoot> recorded = readRecordedBoot(arguments.replay, cluster, false, recordingLimit);
    if (!recorded)
        return failed(terminal, recorded.error());
    Boot boot(cluster, layoutOf(cluster));
    for (const Event &event : recorded->events)
        boot.feed(event);
    // Judged when the last of the witnesses fell silent, or later: a recording may end because somebody waited long enough.
    const qint64 endMs = recorded->events.back().atMs + qint64(arguments.timeoutSeconds) * 1000;
    const Situation situation{endMs, recorded->events.front().atMs, &boot.serverSigns(), nullptr};
    for (const Timeline &timeline : boot.timelines())
        showWhole(timeline, situation, *terminal);
    const auto all = int(cluster.nodes.size());
    terminal->object({{u"running"_s, boot.running()}, {u"of"_s, all}});
    terminal->line(QCoreApplication::translate("CommandLine", "%1 of %2 running").arg(boot.running()).arg(all));
    return 0;
}

// As it went, but faster or slower: what changes is shown when it changed, silences and their causes too.
QCoro::Task<int> replayLive(Arguments arguments, Cluster cluster, TerminalPtr terminal, Stop stop)
{
    Result<RecordedBoot> recorded = readRecordedBoot(arguments.replay, cluster, false, recordingLimit);
    if (!recorded)
        co_return failed(terminal, recorded.error());
    const auto shown = std::make_shared<Shown>();
    shown->learns = false;
    const WatchSink sink = [shown, terminal](const WatchNews &news) { show(news, *shown, *terminal); };
    const auto pace = std::make_shared<RetellingPace>();
    pace->speed = arguments.speed;
    pace->silenceMs = qint64(arguments.timeoutSeconds) * 1000;
    const Result<> outcome = co_await retell(*std::move(recorded), pace, sink, stop); // stopped: what was shown until then holds
    const auto all = int(cluster.nodes.size());
    terminal->object({{u"running"_s, shown->running}, {u"of"_s, all}});
    terminal->line(QCoreApplication::translate("CommandLine", "%1 of %2 running").arg(shown->running).arg(all));
    co_return 0;
}

/// Appends what is heard; says once if that does not work.
class Recorder
{
public:
    /// masked: without addresses and names of that cluster, which becomes another one beside the file.
    Recorder(const QString &path, const Cluster *masked) : m_file(path)
    {
        if (masked)
            m_masker.emplace(*masked);
    }

    Result<> open()
    {
        if (m_file.fileName().isEmpty())
            return {};
        if (m_masker)
            if (const Result<> written = writeFile(m_file.fileName() + u".yaml"_s, renderCluster(m_masker->cluster())); !written)
                return written;
        if (m_file.open(QIODevice::WriteOnly | QIODevice::Append))
            return {};
        return fail(ErrorKind::FileUnwritable, m_file.fileName(), m_file.errorString());
    }
    void take(const QList<QByteArray> &lines, qint64 nowMs = 0)
    {
        if (!m_file.isOpen())
            return;
        for (const QByteArray &line : lines)
            if (const QByteArray kept = m_masker ? m_masker->line(line, nowMs) : line; !kept.isEmpty())
                m_file.write(kept + '\n');
        m_file.flush();
    }

    /// Logs and recordings; of a capture there is nothing to keep.
    Result<> takeFiles(const QStringList &files)
    {
        constexpr qint64 limit = qint64(2) << 30;
        for (const QString &file : m_file.isOpen() ? files : QStringList()) {
            const Result<QByteArray> content = readFile(file, limit);
            if (!content)
                return std::unexpected(content.error());
            if (!PcapReader::isCapture(*content))
                take(content->split('\n'), QFileInfo(file).lastModified().toMSecsSinceEpoch());
        }
        return {};
    }

private:
    QFile m_file;
    std::optional<Masker> m_masker;
};

} // namespace

QCoro::Task<int> watchCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    if (arguments.practice) {
        arguments.replay = {QString(practiceRecording)};
        arguments.cluster = arguments.replay.front() + u".yaml"_s;
        arguments.speed = arguments.speed > 0 ? arguments.speed : 1;
    }
    const Result<Cluster> cluster = loadCluster(arguments);
    if (!cluster)
        co_return failed(terminal, cluster.error());
    const auto recorder = std::make_shared<Recorder>(arguments.record, arguments.mask ? &*cluster : nullptr);
    if (const Result<> open = recorder->open(); !open)
        co_return failed(terminal, open.error());
    if (!arguments.replay.isEmpty()) {
        if (const Result<> kept = recorder->takeFiles(arguments.replay); !kept)
            co_return failed(terminal, kept.error());
        if (arguments.speed > 0)
            co_return co_await replayLive(arguments, *cluster, terminal, stop);
        co_return replay(arguments, *cluster, terminal);
    }
    const Result<RemotePtr> remote = co_await logIn(arguments, *cluster, terminal, stop);
    if (!remote)
        co_return failed(terminal, remote.error());
    StopSource enough;
    const std::stop_callback passOn(stop, [&enough] { enough.request_stop(); });
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &deadline, [&enough] { enough.request_stop(); });
    if (arguments.timeoutSeconds > 0)
        deadline.start(std::chrono::seconds(arguments.timeoutSeconds));
    const auto shown = std::make_shared<Shown>();
    const WatchSink sink = [shown, terminal, recorder](const WatchNews &news) {
        recorder->take(news.recorded);
        show(news, *shown, *terminal);
    };
    const WatchOptions wishes(arguments.untilRunning, arguments.capture);
    const Result<> outcome = co_await watch(*cluster, *remote, wishes, sink, enough.get_token());
    const auto all = int(cluster->nodes.size());
    QJsonObject end{{u"running"_s, shown->running}, {u"of"_s, all}};
    if (arguments.capture)
        end[u"frames"_s] = shown->frames; // of the wire; 0: the log alone has told all this
    terminal->object(end);
    terminal->line(QCoreApplication::translate("CommandLine", "%1 of %2 running").arg(shown->running).arg(all));
    if (!outcome && outcome.error().kind != ErrorKind::Stopped)
        co_return failed(terminal, outcome.error());
    if (arguments.untilRunning && shown->running < all)
        co_return failed(terminal, Error{ErrorKind::BootNotAllRunning, u"%1/%2"_s.arg(shown->running).arg(all), {}});
    co_return 0;
}

} // namespace bramble

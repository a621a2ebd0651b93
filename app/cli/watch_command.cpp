// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "diagnosis/diagnose.h"
#include "steps/watch.h"
#include "words/words.h"

#include <QCoro/QCoroTimer>

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimer>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    QStringList lines; ///< the last line of each node: it is printed again only when it changes
    int running = 0;
};

QString stageLine(const Timeline &timeline)
{
    QString text = u"%1  %2"_s.arg(timeline.node.name, -16).arg(words(timeline.stage));
    if (timeline.address)
        text += u"  "_s + timeline.address->toString();
    return text;
}

QJsonObject toJson(const Timeline &timeline, const WatchNews &news)
{
    QJsonObject object{{u"node"_s, timeline.node.name}, {u"stage"_s, int(timeline.stage)}, {u"stageName"_s, words(timeline.stage)},
                       {u"files"_s, timeline.files}, {u"bytes"_s, timeline.bytes}, {u"lastFile"_s, timeline.lastFile}};
    if (timeline.address)
        object[u"address"_s] = timeline.address->toString();
    if (timeline.lastSignMs > 0)
        object[u"silentMs"_s] = news.nowMs - timeline.lastSignMs;
    if (const auto found = diagnose(timeline, news.nowMs, news.sinceMs))
        object[u"cause"_s] = words(*found, timeline).sentence;
    return object;
}

void show(const WatchNews &news, Shown &shown, Terminal &terminal)
{
    shown.running = 0;
    shown.lines.resize(qsizetype(news.timelines.size()));
    for (size_t i = 0; i < news.timelines.size(); ++i) {
        const Timeline &timeline = news.timelines[i];
        shown.running += timeline.stage == Stage::Running;
        QString line = stageLine(timeline);
        if (const auto found = diagnose(timeline, news.nowMs, news.sinceMs))
            line += u"\n    "_s + words(*found, timeline).sentence + u' ' + words(*found, timeline).todo;
        if (shown.lines[qsizetype(i)] == line)
            continue;
        shown.lines[qsizetype(i)] = line;
        const QString detail = timeline.files > 0 ? u"  "_s + QCoreApplication::translate("CommandLine", "%n file(s)", nullptr, timeline.files) + u", "_s + bytesWords(timeline.bytes)
                                                  : QString();
        terminal.line(line.contains(u'\n') ? line : line + detail);
        terminal.object(toJson(timeline, news));
    }
}

} // namespace

QCoro::Task<int> watchCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const Result<Cluster> cluster = loadCluster(arguments);
    if (!cluster)
        co_return failed(terminal, cluster.error());
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
    const WatchSink sink = [shown, terminal](const WatchNews &news) { show(news, *shown, *terminal); };
    const Result<> outcome = co_await watch(*cluster, *remote, arguments.untilRunning, sink, enough.get_token());
    const auto all = int(cluster->nodes.size());
    terminal->object({{u"running"_s, shown->running}, {u"of"_s, all}});
    terminal->line(QCoreApplication::translate("CommandLine", "%1 of %2 running").arg(shown->running).arg(all));
    if (!outcome && outcome.error().kind != ErrorKind::Stopped)
        co_return failed(terminal, outcome.error());
    if (arguments.untilRunning && shown->running < all)
        co_return failed(terminal, Error{ErrorKind::BootNotAllRunning, u"%1/%2"_s.arg(shown->running).arg(all), {}});
    co_return 0;
}

} // namespace bramble

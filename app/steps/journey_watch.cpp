// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/host.h"
#include "steps/journey.h"
#include "text/cluster_file.h"
#include "text/mask_recording.h"

#include <QCoro/QCoroTask>

#include <QPointer>

// Watching the Pis boot, and what is kept of that.
namespace bramble {

using namespace Qt::StringLiterals;

void Journey::startWatching()
{
    if (m_watching.busy || !m_remote)
        return;
    m_watching = {};
    m_watching.busy = true;
    m_histories.clear();
    m_recording.clear();
    m_recordingBytes = 0;
    m_stopWatch = StopSource();
    const QPointer<Journey> self(this);
    const Stop stop = m_stopWatch.get_token();
    const WatchSink sink = [self, stop](WatchNews news) {
        if (self && !stop.stop_requested())
            self->takeWatchNews(std::move(news));
    };
    QCoro::connect(watch(m_cluster, m_remote, WatchOptions(false, m_captures), sink, stop), this, [this, stop](const Result<> &outcome) {
        if (stop != m_stopWatch.get_token())
            return; // another watching has begun
        m_watching.busy = false;
        if (!outcome && outcome.error().kind != ErrorKind::Stopped)
            m_watching.error = outcome.error();
        scheduleChanged();
    });
    scheduleChanged();
}

void Journey::takeWatchNews(WatchNews news)
{
    constexpr qsizetype heardLines = 500; // that the panel can show
    constexpr qsizetype perNode = 2000;
    constexpr qint64 recordingLimit = 64 * 1024 * 1024;
    QStringList heard = m_boot ? m_boot->heard : QStringList();
    heard += news.heard;
    news.heard = heard.size() > heardLines ? heard.last(heardLines) : heard;
    m_histories.resize(news.timelines.size());
    for (NodeEvent &each : news.events) {
        QList<Event> &history = m_histories[each.node];
        history << std::move(each.event);
        if (history.size() > perNode + perNode / 10)
            history.remove(0, history.size() - perNode);
    }
    news.events.clear();
    for (QByteArray &line : news.recorded) {
        m_recordingBytes += line.size();
        m_recording << std::move(line);
    }
    news.recorded.clear();
    while (m_recordingBytes > recordingLimit && !m_recording.isEmpty())
        m_recordingBytes -= m_recording.takeFirst().size();
    m_typical.take(news);
    if (news.remote && news.isConnected)
        m_remote = std::exchange(news.remote, {}); // for whatever else is to be done there
    m_boot = std::move(news);
    scheduleChanged();
}

void Journey::setCapturing(bool captures)
{
    if (captures == m_captures)
        return;
    m_captures = captures;
    if (!m_watching.busy)
        return;
    m_stopWatch.request_stop();
    m_watching = {};
    startWatching();
}

QList<Event> Journey::history(size_t node) const
{
    return node < m_histories.size() ? m_histories[node] : QList<Event>();
}

Result<> Journey::saveRecording(const QString &file, bool masked) const
{
    QByteArray content;
    if (!masked) {
        content = m_recording.join('\n') + '\n';
        return writeFile(file, content);
    }
    Masker masker(m_cluster);
    for (const QByteArray &line : m_recording)
        if (const QByteArray kept = masker.line(line); !kept.isEmpty())
            content += kept + '\n';
    if (const Result<> written = writeFile(file, content); !written)
        return written;
    return writeFile(file + u".yaml"_s, renderCluster(masker.cluster()));
}

} // namespace bramble

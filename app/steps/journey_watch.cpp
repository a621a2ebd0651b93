// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/host.h"
#include "steps/in_background.h"
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
    if (m_watching.busy || !m_remote || m_retelling)
        return;
    m_watching = {};
    m_watching.busy = true;
    m_heard = {};
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
    m_typical.take(news);
    if (news.remote && news.isConnected)
        m_remote = std::exchange(news.remote, {}); // for whatever else is to be done there
    m_heard.take(std::move(news));
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

Result<> Journey::saveRecording(const QString &file, bool masked) const
{
    QByteArray content;
    if (!masked) {
        content = m_heard.recording().join('\n') + '\n';
        return writeFile(file, content);
    }
    Masker masker(m_cluster);
    for (const QByteArray &line : m_heard.recording())
        if (const QByteArray kept = masker.line(line); !kept.isEmpty())
            content += kept + '\n';
    if (const Result<> written = writeFile(file, content); !written)
        return written;
    return writeFile(file + u".yaml"_s, renderCluster(masker.cluster()));
}

namespace {

QCoro::Task<Result<>> openAndRetell(QString file, Cluster cluster, std::shared_ptr<const RetellingPace> pace, WatchSink sink, Stop stop)
{
    const auto open = [file, cluster] { return openRecording(file, cluster); };
    Result<RecordedBoot> recorded = co_await inBackground(open); // a large one takes a moment
    if (!recorded)
        co_return std::unexpected(recorded.error());
    co_return co_await retell(*std::move(recorded), pace, sink, stop);
}

} // namespace

void Journey::startRecordedBoot(QString file, double speed)
{
    leaveRecordedBoot();
    m_retelling = std::make_unique<RetoldBoot>();
    m_retelling->file = file;
    m_retelling->pace->speed = speed;
    m_retelling->pace->untilRunning = true;
    constexpr qint64 longestPatienceMs = 180'000; // no rule of app/diagnosis waits longer before it names a cause
    m_retelling->pace->silenceMs = longestPatienceMs;
    m_retelling->work.busy = true;
    const QPointer<Journey> self(this);
    const Stop stop = m_retelling->stop.get_token();
    const WatchSink sink = [self, stop](WatchNews news) {
        if (!self || stop.stop_requested())
            return;
        self->m_retelling->heard.take(std::move(news));
        self->scheduleChanged();
    };
    const QString from = file.isEmpty() ? QString(practiceRecording) : file;
    QCoro::connect(openAndRetell(from, m_cluster, m_retelling->pace, sink, stop), this, [this, stop](const Result<> &outcome) {
        if (stop.stop_requested())
            return; // nobody looks at it any more
        m_retelling->work.busy = false;
        if (outcome)
            m_retelling->work.value = true;
        else
            m_retelling->work.error = outcome.error();
        scheduleChanged();
    });
    scheduleChanged();
}

void Journey::setRecordedSpeed(double speed)
{
    if (m_retelling)
        m_retelling->pace->speed = speed;
}

void Journey::leaveRecordedBoot()
{
    if (!m_retelling)
        return;
    m_retelling->stop.request_stop();
    m_retelling.reset();
    scheduleChanged();
}

} // namespace bramble

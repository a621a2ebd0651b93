// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/watch.h"

#include <QStringList>

namespace bramble {

/// A line of a log, for people who want to read along.
struct HeardLine
{
    qint64 atMs = 0; ///< Unix ms
    QString text; ///< who said what
};

/// A boot that was recorded: of whose Pis, and what was heard, in order of time.
struct RecordedBoot
{
    Cluster cluster;
    std::vector<Event> events; ///< one at least
    std::vector<HeardLine> lines; ///< where they were wanted
};

/// Recordings of ours, captures of tcpdump and logs of the server, each another witness of the same boots. limit: bytes of each.
/// Errors: FileUnreadable, RecordingUnreadable.
Result<RecordedBoot> readRecordedBoot(const QStringList &files, const Cluster &cluster, bool withLines, qint64 limit);

/// One recording as somebody saved it: of the cluster in the file of the same name with .yaml behind it, where there is one, else of the given.
/// Errors: Cluster… too.
Result<RecordedBoot> openRecording(const QString &file, const Cluster &otherwise);

/// The name of the recording that this program brings along, for whoever wants to see a boot and has no network to practise in.
inline constexpr QLatin1StringView practiceRecording{":/practice/boot.jsonl"};

/// Tells a recorded boot again. Pure: how late it is, somebody else says.
class Retelling
{
public:
    /// silenceMs: for so long after the last event the clocks run on, since a silence may be what was recorded.
    Retelling(RecordedBoot recorded, qint64 silenceMs);

    qint64 sinceMs() const { return m_news.sinceMs; } ///< when the first thing was heard
    /// Tells everything until then, each stage that a node comes to by itself; else no more often than once in a recorded second.
    void advanceTo(qint64 nowMs, const WatchSink &sink);
    bool isOver() const { return m_news.nowMs >= m_endMs; }
    bool isAllRunning() const { return m_next == m_recorded.events.size() && m_boot.running() == int(m_recorded.cluster.nodes.size()); }

private:
    void tell(qint64 atMs, const WatchSink &sink);
    void feed(const Event &event);

    RecordedBoot m_recorded;
    Boot m_boot;
    WatchNews m_news;
    size_t m_next = 0;
    size_t m_nextLine = 0;
    qint64 m_endMs = 0;
    qint64 m_toldMs = 0;
    bool m_hasMore = false; ///< than was told
};

/// How a recorded boot is told again. Shared, so that somebody may change their mind while it is.
struct RetellingPace
{
    double speed = 1; ///< 1: as it went
    qint64 silenceMs = 0;
    bool untilRunning = false; ///< once all of it is told and every node runs, nothing more is waited for
};

/// As it went, but faster or slower. Ends with the recording, or when stop is requested (Stopped).
QCoro::Task<Result<>> retell(RecordedBoot recorded, std::shared_ptr<const RetellingPace> pace, WatchSink sink, Stop stop);

} // namespace bramble

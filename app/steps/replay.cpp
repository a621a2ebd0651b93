// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/replay.h"

#include "capture/packet_reader.h"
#include "text/server_log.h"
#include "wire/pcap_reader.h"

#include <algorithm>

namespace bramble {

namespace {

std::vector<Event> eventsOfCapture(QByteArrayView content, const RecordingOptions &options)
{
    PcapReader reader;
    PacketReader packets(options.tftpFolder, options.server);
    reader.feed(content);
    std::vector<Event> events;
    while (const auto frame = reader.next())
        std::ranges::move(packets.read(frame->atMicroseconds / 1000, frame->bytes), std::back_inserter(events));
    return events;
}

std::vector<Event> eventsOfLog(QByteArrayView content, const RecordingOptions &options)
{
    LogReader reader(options.nowMs, options.offsetSeconds);
    std::vector<Event> events;
    while (!content.isEmpty()) {
        const qsizetype end = content.indexOf('\n');
        const QByteArrayView line = end < 0 ? content : content.first(end);
        std::ranges::move(reader.read(line), std::back_inserter(events));
        content = content.sliced(end < 0 ? content.size() : end + 1);
    }
    return events;
}

} // namespace

Result<std::vector<Event>> readRecording(QByteArrayView content, const RecordingOptions &options)
{
    std::vector<Event> events
        = PcapReader::isCapture(content) ? eventsOfCapture(content, options) : eventsOfLog(content, options);
    if (events.empty())
        return fail(ErrorKind::RecordingUnreadable, options.name);
    return events;
}

bool Merger::isNew(const Event &event, size_t witness)
{
    constexpr qint64 togetherMs = 1500;
    constexpr qint64 lateMs = 15'000; // one of them may be slower to tell
    constexpr size_t limit = 20'000; // a flood makes it forget
    m_newestMs = std::max(m_newestMs, event.atMs);
    if (m_recent.size() >= limit)
        m_recent.clear();
    if (m_recent.size() > 64 && m_recent.front().event.atMs < m_newestMs - lateMs)
        std::erase_if(m_recent, [this](const Told &old) { return old.event.atMs < m_newestMs - lateMs; });
    // The same thing from somebody else.
    const auto twin = std::ranges::find_if(m_recent, [&](const Told &old) {
        return old.witness != witness && qAbs(old.event.atMs - event.atMs) <= togetherMs && old.event.kind == event.kind;
    });
    if (twin != m_recent.end()) {
        m_recent.erase(twin);
        return false;
    }
    m_recent.push_back({event, witness});
    return true;
}

std::vector<Event> mergedEvents(std::vector<std::vector<Event>> witnesses)
{
    struct Told
    {
        Event event;
        size_t witness = 0;
    };
    std::vector<Told> told;
    for (size_t i = 0; i < witnesses.size(); ++i)
        for (Event &event : witnesses[i])
            told.push_back({std::move(event), i});
    std::ranges::stable_sort(told, {}, [](const Told &each) { return each.event.atMs; });
    Merger merger;
    std::vector<Event> events;
    for (Told &each : told)
        if (merger.isNew(each.event, each.witness))
            events.push_back(std::move(each.event));
    return events;
}

} // namespace bramble

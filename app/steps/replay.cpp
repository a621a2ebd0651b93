// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/replay.h"

#include "capture/packet_reader.h"
#include "text/server_log.h"
#include "wire/pcap_reader.h"

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

struct Told
{
    Event event;
    size_t witness = 0;
};

} // namespace

Result<std::vector<Event>> readRecording(QByteArrayView content, const RecordingOptions &options)
{
    std::vector<Event> events
        = PcapReader::isCapture(content) ? eventsOfCapture(content, options) : eventsOfLog(content, options);
    if (events.empty())
        return fail(ErrorKind::RecordingUnreadable, options.name);
    return events;
}

std::vector<Event> mergedEvents(std::vector<std::vector<Event>> witnesses)
{
    constexpr qint64 togetherMs = 1500;
    std::vector<Told> told;
    for (size_t i = 0; i < witnesses.size(); ++i)
        for (Event &event : witnesses[i])
            told.push_back({std::move(event), i});
    std::ranges::stable_sort(told, {}, [](const Told &each) { return each.event.atMs; });
    std::vector<Event> events;
    std::vector<Told> recent; // kept ones, of the last moments
    for (Told &each : told) {
        std::erase_if(recent, [&each](const Told &old) { return each.event.atMs - old.event.atMs > togetherMs; });
        // The same thing from somebody else; each of its tellings is good for one.
        const auto twin = std::ranges::find_if(recent, [&each](const Told &old) {
            return old.witness != each.witness && old.event.kind == each.event.kind;
        });
        if (twin != recent.end()) {
            recent.erase(twin);
            continue;
        }
        events.push_back(each.event);
        recent.push_back(std::move(each));
    }
    return events;
}

} // namespace bramble

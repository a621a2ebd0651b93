// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/replay.h"
#include "text/log_line.h"
#include "text/mask_recording.h"

#include <cstdint>

using namespace bramble;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

constexpr qint64 aboutNow = 1'795'377'600'000;

Cluster cluster()
{
    Cluster out;
    out.server.host = u"nas.example.org"_s;
    Node node;
    node.name = u"teapot"_s;
    node.serial = Serial::parse(u"5e6f7a8b");
    node.mac = MacAddress::parse(u"dc:a6:32:01:02:02");
    out.nodes.push_back(node);
    return out;
}

} // namespace

/// A file that somebody says is a recorded boot: told again, and with its names taken out.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray content(reinterpret_cast<const char *>(data), qsizetype(size));
    const RecordingOptions options{u"it"_s, u"/srv/tftp"_s, aboutNow, 0, Ipv4::parse(u"192.168.77.10")};
    if (const Result<std::vector<Event>> events = readRecording(content, options)) {
        const std::vector<Event> merged = mergedEvents({*events, *events});
        if (merged.empty() || merged.size() > 2 * events->size())
            __builtin_trap();
    }
    Masker masker(cluster());
    for (const QByteArray &line : content.split('\n')) {
        const QByteArray kept = masker.line(line, aboutNow);
        if (kept.isEmpty())
            continue;
        const auto before = readLogLine(line, aboutNow, 0);
        const auto after = readLogLine(kept, aboutNow, 0);
        if (!before || !after || after->atMs != before->atMs || after->identifier != before->identifier)
            __builtin_trap();
    }
    return 0;
}

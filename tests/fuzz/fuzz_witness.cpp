// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/packet_reader.h"
#include "diagnosis/diagnose.h"
#include "text/server_log.h"
#include "text/server_look.h"
#include "wire/pcap_reader.h"

#include <cstdint>

using namespace bramble;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

Cluster cluster()
{
    Cluster out;
    Node node;
    node.name = u"pi-01"_s;
    node.serial = Serial::parse(u"5e6f7a8b");
    node.mac = MacAddress::parse(u"dc:a6:32:01:02:02");
    node.model = PiModel::Pi4B;
    out.nodes.push_back(node);
    return out;
}

} // namespace

/// What a server's programs, its wire and a look at it may say: read, fed and judged, whatever it is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const ServerLayout layout(u"/srv"_s);
    Boot boot(cluster(), layout, {{u"/srv/tftp/5e6f7a8b/kernel8.img"_s, 200'000'000}});
    ServerLook look;
    qint64 last = 0;
    const auto feed = [&boot, &last](const std::vector<Event> &events) {
        for (const Event &event : events) {
            boot.feed(event);
            last = event.atMs;
        }
    };
    if (PcapReader::isCapture(bytes)) {
        PcapReader reader;
        PacketReader packets(layout.tftp(), Ipv4::parse(u"192.168.77.10"));
        reader.feed(bytes);
        while (const auto frame = reader.next())
            feed(packets.read(frame->atMicroseconds / 1000, frame->bytes));
    } else {
        look = parseServerLook(bytes, cluster(), layout, 1'795'377'600'000);
        LogReader reader(1'795'377'600'000);
        for (const QByteArray &line : bytes.toByteArray().split('\n'))
            feed(reader.read(line));
    }
    const Timeline &timeline = boot.timelines().front();
    if (timeline.signs.size() > 200 || boot.serverSigns().size() > 200)
        __builtin_trap();
    for (const qint64 later : {0, 20'000, 100'000, 1'000'000}) {
        const auto found = diagnose(timeline, {last + later, 0, &boot.serverSigns(), &look});
        if (found && causeId(found->cause).isEmpty())
            __builtin_trap();
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/packet_reader.h"
#include "wire/bytes.h"
#include "wire/packet.h"

#include <cstdint>

using namespace bramble;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

void check(QByteArrayView frame)
{
    const auto packet = parsePacket(frame);
    if (!packet)
        return;
    const QByteArrayView payload = packet->payload;
    if (payload.size() > packet->payloadSize || (!payload.isEmpty() && (payload.begin() < frame.begin() || payload.end() > frame.end())))
        __builtin_trap();
}

} // namespace

/// Frames of a wire, one after the other, each with its length in front (16 bits): headers, ARP, the spanning tree, transfers, calls, and what is odd about them.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ByteReader in(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    PacketReader reader(u"/srv/tftp"_s, Ipv4::parse(u"192.168.77.10"));
    for (qint64 atMs = 1; in.ok() && in.left() > 0; atMs += 400) {
        const qsizetype length = in.u16();
        const QByteArrayView frame = in.take(std::min(length, in.left()));
        check(frame);
        const std::vector<Event> events = reader.read(atMs, frame);
        if (events.size() > 24)
            __builtin_trap();
        for (const Event &event : events)
            if (event.atMs != atMs || event.said.isEmpty())
                __builtin_trap();
    }
    return 0;
}

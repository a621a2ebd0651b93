// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/pcap_reader.h"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

struct Kept
{
    qint64 atMicroseconds = 0;
    qint64 size = 0;
    QByteArray bytes;

    bool operator==(const Kept &) const = default;
};

// piece: how much arrives at a time, bytes.
std::vector<Kept> framesOf(QByteArrayView all, qsizetype piece, bool &isBroken)
{
    PcapReader reader;
    std::vector<Kept> frames;
    for (qsizetype at = 0; at < all.size() && !reader.isBroken(); at += piece) {
        reader.feed(all.sliced(at, std::min(piece, all.size() - at)));
        while (const auto frame = reader.next()) {
            if (frame->bytes.size() > all.size() || frame->size < 0)
                __builtin_trap();
            frames.push_back({frame->atMicroseconds, frame->size, frame->bytes.toByteArray()});
        }
    }
    isBroken = reader.isBroken();
    return frames;
}

} // namespace

/// What comes from a server as a capture: the same frames, however the bytes are cut on their way.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView all(reinterpret_cast<const char *>(data), qsizetype(size));
    bool isBroken = false;
    const std::vector<Kept> whole = framesOf(all, std::max<qsizetype>(all.size(), 1), isBroken);
    for (const qsizetype piece : {qsizetype(1 + (size > 0 ? data[size - 1] % 97 : 0)), qsizetype(8192)}) {
        bool isBrokenToo = false;
        if (framesOf(all, piece, isBrokenToo) != whole || isBroken != isBrokenToo)
            __builtin_trap();
    }
    (void)PcapReader::isCapture(all);
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/pcap.h"

#include "wire/bytes.h"

namespace bramble {

namespace {

constexpr quint32 magicMicro = 0xa1b2c3d4;
constexpr quint32 magicNano = 0xa1b23c4d;
constexpr quint32 linkEthernet = 1;
constexpr quint32 frameLimit = 262144; // tcpdump's own largest snapshot

class Numbers
{
public:
    Numbers(ByteReader &in, bool turned) : m_in(in), m_turned(turned) { }
    quint32 u32() { return m_turned ? m_in.u32LittleEndian() : m_in.u32(); }

private:
    ByteReader &m_in;
    bool m_turned;
};

} // namespace

std::optional<std::vector<CapturedFrame>> parsePcap(QByteArrayView file, size_t atMost)
{
    const quint32 big = ByteReader(file).u32();
    const quint32 little = ByteReader(file).u32LittleEndian();
    const bool turned = little == magicMicro || little == magicNano;
    const quint32 magic = turned ? little : big;
    if (magic != magicMicro && magic != magicNano)
        return {};
    const qint64 divisor = magic == magicNano ? 1000 : 1;
    ByteReader in(file);
    Numbers numbers(in, turned);
    in.take(4 + 4 + 4 + 4 + 4); // magic, version, zone, accuracy, snapshot size
    if ((numbers.u32() & 0x0fffffff) != linkEthernet || !in.ok())
        return {};
    std::vector<CapturedFrame> frames;
    while (in.left() >= 16 && frames.size() < atMost) {
        CapturedFrame frame;
        frame.atMicroseconds = qint64(numbers.u32()) * 1'000'000;
        frame.atMicroseconds += qint64(numbers.u32()) / divisor;
        const quint32 kept = numbers.u32();
        frame.size = numbers.u32();
        if (kept > frameLimit)
            return {};
        frame.bytes = in.take(kept).toByteArray();
        if (!in.ok())
            break;
        frames.push_back(std::move(frame));
    }
    return frames;
}

} // namespace bramble

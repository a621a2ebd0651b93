// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/pcap_reader.h"

#include "wire/bytes.h"

namespace bramble {

namespace {

constexpr quint32 magicMicro = 0xa1b2c3d4;
constexpr quint32 magicNano = 0xa1b23c4d;
constexpr quint32 linkEthernet = 1;
constexpr quint32 frameLimit = 262144; // tcpdump's own largest snapshot
constexpr qsizetype headerSize = 24;
constexpr qsizetype frameHeaderSize = 16;

bool isMagic(quint32 number)
{
    return number == magicMicro || number == magicNano;
}

} // namespace

bool PcapReader::isCapture(QByteArrayView beginning)
{
    return isMagic(ByteReader(beginning).u32()) || isMagic(ByteReader(beginning).u32LittleEndian());
}

void PcapReader::feed(QByteArrayView bytes)
{
    if (m_isBroken)
        return;
    m_in.remove(0, m_at);
    m_at = 0;
    m_in.append(bytes);
}

bool PcapReader::readHeader()
{
    if (m_in.size() < headerSize)
        return false;
    ByteReader in(m_in);
    const quint32 little = ByteReader(m_in).u32LittleEndian();
    const quint32 big = in.u32();
    m_isTurned = isMagic(little);
    m_divisor = (m_isTurned ? little : big) == magicNano ? 1000 : 1;
    in.take(2 + 2 + 4 + 4 + 4); // version, zone, accuracy, snapshot size
    const quint32 link = m_isTurned ? in.u32LittleEndian() : in.u32();
    m_isBroken = !(m_isTurned || isMagic(big)) || (link & 0x0fffffff) != linkEthernet;
    m_hasHeader = !m_isBroken;
    m_at = headerSize;
    return m_hasHeader;
}

std::optional<PcapReader::Frame> PcapReader::next()
{
    if (m_isBroken || (!m_hasHeader && !readHeader()))
        return {};
    ByteReader in(QByteArrayView(m_in).sliced(m_at));
    const auto number = [this, &in] { return m_isTurned ? in.u32LittleEndian() : in.u32(); };
    if (in.left() < frameHeaderSize)
        return {};
    Frame frame;
    frame.atMicroseconds = qint64(number()) * 1'000'000;
    frame.atMicroseconds += number() / m_divisor;
    const quint32 kept = number();
    frame.size = number();
    if (kept > frameLimit) {
        m_isBroken = true;
        return {};
    }
    if (in.left() < qsizetype(kept))
        return {};
    frame.bytes = in.take(kept);
    m_at += frameHeaderSize + qsizetype(kept);
    return frame;
}

} // namespace bramble

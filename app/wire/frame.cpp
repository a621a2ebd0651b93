// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame.h"

#include "wire/bytes.h"

#include <algorithm>

namespace bramble {

namespace {

constexpr quint16 etherTypeIpv4 = 0x0800;
constexpr quint8 protocolUdp = 17;
constexpr quint16 moreFragmentsOrOffset = 0x3fff;

EthernetAddress takeAddress(ByteReader &in)
{
    EthernetAddress address{};
    std::ranges::generate(address, [&in] { return in.u8(); });
    return address;
}

quint32 pseudoHeaderSum(Ipv4 source, Ipv4 destination, quint16 size)
{
    const quint32 from = source.value();
    const quint32 to = destination.value();
    return (from >> 16) + (from & 0xffff) + (to >> 16) + (to & 0xffff) + protocolUdp + size;
}

void writeAddress(ByteWriter &out, const EthernetAddress &address)
{
    for (const quint8 octet : address)
        out.u8(octet);
}

} // namespace

quint16 internetChecksum(QByteArrayView bytes, quint32 sum)
{
    quint64 total = sum;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        total += quint64(quint8(bytes[i])) << (i % 2 == 0 ? 8 : 0);
    while ((total >> 16) != 0)
        total = (total & 0xffff) + (total >> 16);
    return quint16(~total & 0xffff);
}

std::optional<UdpFrame> parseUdpFrame(QByteArrayView bytes, UdpChecksum checksum)
{
    ByteReader ethernet(bytes);
    UdpFrame frame;
    frame.to = takeAddress(ethernet);
    frame.from = takeAddress(ethernet);
    if (ethernet.u16() != etherTypeIpv4 || ethernet.left() < 20)
        return {};
    const QByteArrayView packet = ethernet.rest();
    ByteReader ip(packet);
    const quint8 versionAndSize = ip.u8();
    const qsizetype headerSize = qsizetype(versionAndSize & 15) * 4;
    ip.u8();
    const quint16 total = ip.u16();
    ip.u16();
    const quint16 fragment = ip.u16();
    ip.u8();
    const quint8 protocol = ip.u8();
    ip.u16();
    frame.source = Ipv4::fromValue(ip.u32());
    frame.destination = Ipv4::fromValue(ip.u32());
    if ((versionAndSize >> 4) != 4 || headerSize < 20 || total < headerSize + 8 || total > packet.size()
        || (fragment & moreFragmentsOrOffset) != 0 || protocol != protocolUdp
        || internetChecksum(packet.first(headerSize)) != 0)
        return {};
    const QByteArrayView datagram = packet.sliced(headerSize, total - headerSize);
    ByteReader udp(datagram);
    frame.sourcePort = udp.u16();
    frame.destinationPort = udp.u16();
    const quint16 size = udp.u16();
    const quint16 sum = udp.u16();
    if (size < 8 || size > datagram.size())
        return {};
    const bool check = checksum == UdpChecksum::Check && sum != 0; // 0: the sender made none
    if (check && internetChecksum(datagram.first(size), pseudoHeaderSum(frame.source, frame.destination, size)) != 0)
        return {};
    frame.payload = udp.take(size - 8).toByteArray();
    return frame;
}

QByteArray toBytes(const UdpFrame &frame, quint16 ipId)
{
    const QByteArrayView payload
        = QByteArrayView(frame.payload).first(std::min<qsizetype>(frame.payload.size(), 65507));
    const quint16 udpSize = quint16(8 + payload.size());
    const auto udp = [&](quint16 sum) {
        ByteWriter out;
        out.u16(frame.sourcePort).u16(frame.destinationPort).u16(udpSize).u16(sum).raw(payload);
        return out.bytes();
    };
    const auto ip = [&](quint16 sum) {
        ByteWriter out;
        out.u8(0x45).u8(0).u16(quint16(20 + udpSize)).u16(ipId).u16(0).u8(64).u8(protocolUdp).u16(sum);
        out.u32(frame.source.value()).u32(frame.destination.value());
        return out.bytes();
    };
    const quint16 sum = internetChecksum(udp(0), pseudoHeaderSum(frame.source, frame.destination, udpSize));
    ByteWriter out;
    writeAddress(out, frame.to);
    writeAddress(out, frame.from);
    // A sum of zero would mean "none" and is sent as its other form (RFC 768).
    out.u16(etherTypeIpv4).raw(ip(internetChecksum(ip(0)))).raw(udp(sum == 0 ? 0xffff : sum));
    return out.bytes();
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/packet.h"

#include "wire/bytes.h"

#include <algorithm>

namespace bramble {

namespace {

constexpr quint16 typeIpv4 = 0x0800;
constexpr quint16 typeArp = 0x0806;
constexpr quint16 typeVlan = 0x8100;
constexpr quint16 largestLength = 1500; // up to here the field is a length (802.3)
constexpr quint8 protocolTcp = 6;
constexpr quint8 protocolUdp = 17;
constexpr quint16 moreFragmentsOrOffset = 0x3fff;
constexpr quint32 llcSpanningTree = 0x424203; // DSAP, SSAP, unnumbered information

std::optional<Packet> readArp(Packet packet, ByteReader &in)
{
    constexpr quint16 ethernet = 1;
    const bool known = in.u16() == ethernet && in.u16() == typeIpv4 && in.u8() == 6 && in.u8() == 4;
    in.u16(); // request or reply: both tell who speaks
    in.take(6);
    packet.source = Ipv4::fromValue(in.u32());
    in.take(6);
    packet.destination = Ipv4::fromValue(in.u32());
    packet.kind = Packet::Kind::Arp;
    return known && in.ok() ? std::optional(packet) : std::nullopt;
}

std::optional<Packet> readUdp(Packet packet, ByteReader &in)
{
    packet.sourcePort = in.u16();
    packet.destinationPort = in.u16();
    const quint16 size = in.u16();
    in.u16();
    if (!in.ok() || size < 8 || size - 8 > packet.payloadSize)
        return {};
    packet.kind = Packet::Kind::Udp;
    packet.payloadSize = size - 8;
    packet.payload = in.take(std::min<qsizetype>(in.left(), packet.payloadSize));
    return packet;
}

std::optional<Packet> readTcp(Packet packet, ByteReader &in)
{
    packet.sourcePort = in.u16();
    packet.destinationPort = in.u16();
    in.u32();
    in.u32();
    const qsizetype headerSize = qsizetype(in.u8() >> 4) * 4;
    packet.tcpFlags = in.u8();
    in.take(2 + 2 + 2);
    if (!in.ok() || headerSize < 20 || headerSize > packet.payloadSize + 8)
        return {};
    in.take(std::min(in.left(), headerSize - 20));
    packet.kind = Packet::Kind::Tcp;
    packet.payloadSize = packet.payloadSize + 8 - headerSize;
    packet.payload = in.take(std::min(in.left(), packet.payloadSize));
    return packet;
}

std::optional<Packet> readIpv4(Packet packet, ByteReader &in)
{
    const quint8 versionAndSize = in.u8();
    const qsizetype headerSize = qsizetype(versionAndSize & 15) * 4;
    in.u8();
    const quint16 total = in.u16();
    in.u16();
    const quint16 fragment = in.u16();
    in.u8();
    const quint8 protocol = in.u8();
    in.u16();
    packet.source = Ipv4::fromValue(in.u32());
    packet.destination = Ipv4::fromValue(in.u32());
    in.take(std::max<qsizetype>(headerSize - 20, 0));
    // Enough for the smaller of the two headers that follow; what is behind it may be padding of Ethernet's smallest frame.
    if (!in.ok() || (versionAndSize >> 4) != 4 || headerSize < 20 || total < headerSize + 8 || (fragment & moreFragmentsOrOffset) != 0)
        return {};
    packet.payloadSize = total - headerSize - 8;
    if (protocol == protocolUdp)
        return readUdp(packet, in);
    return protocol == protocolTcp ? readTcp(packet, in) : std::nullopt;
}

} // namespace

std::optional<Packet> parsePacket(QByteArrayView frame)
{
    ByteReader in(frame);
    Packet packet;
    std::ranges::generate(packet.to, [&in] { return in.u8(); });
    std::ranges::generate(packet.from, [&in] { return in.u8(); });
    quint16 type = in.u16();
    if (type == typeVlan) {
        in.u16();
        type = in.u16();
    }
    if (!in.ok())
        return {};
    if (type == typeIpv4)
        return readIpv4(packet, in);
    if (type == typeArp)
        return readArp(packet, in);
    if (type > largestLength)
        return {};
    const quint32 llc = quint32(in.u8()) << 16 | quint32(in.u16());
    if (!in.ok() || llc != llcSpanningTree)
        return {};
    packet.kind = Packet::Kind::SpanningTree;
    packet.payload = in.rest();
    packet.payloadSize = packet.payload.size();
    return packet;
}

} // namespace bramble

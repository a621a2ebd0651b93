// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/dhcp.h"

#include "wire/bytes.h"

#include <algorithm>

namespace bramble {

namespace {

constexpr quint32 magicCookie = 0x63825363;
constexpr quint8 pad = 0;
constexpr quint8 end = 255;
constexpr qsizetype serverNameSize = 64;
constexpr qsizetype bootFileSize = 128;

void appendOption(DhcpMessage &message, quint8 code, QByteArrayView value)
{
    const auto known = std::ranges::find(message.options, code, &std::pair<quint8, QByteArray>::first);
    if (known == message.options.end())
        message.options.emplace_back(code, value.toByteArray());
    else
        known->second.append(value);
}

void readOptions(DhcpMessage &message, QByteArrayView bytes)
{
    ByteReader in(bytes);
    while (in.left() > 0) {
        const quint8 code = in.u8();
        if (code == pad)
            continue;
        if (code == end)
            return;
        const quint8 size = in.u8();
        const QByteArrayView value = in.take(size);
        if (!in.ok())
            return;
        appendOption(message, code, value);
    }
}

QByteArray untilNul(QByteArrayView field)
{
    const qsizetype nul = field.indexOf('\0');
    return (nul < 0 ? field : field.first(nul)).toByteArray();
}

void writeField(ByteWriter &out, const QByteArray &text, qsizetype size)
{
    const QByteArray fitting = text.first(std::min(text.size(), size - 1));
    out.raw(fitting).zeros(size - fitting.size());
}

} // namespace

std::optional<QByteArray> DhcpMessage::option(quint8 code) const
{
    const auto found = std::ranges::find(options, code, &std::pair<quint8, QByteArray>::first);
    if (found == options.end())
        return {};
    return found->second;
}

std::optional<DhcpType> DhcpMessage::type() const
{
    const auto value = option(DhcpOption::MessageType);
    if (!value || value->size() != 1)
        return {};
    const quint8 number = quint8(value->front());
    if (number < quint8(DhcpType::Discover) || number > quint8(DhcpType::Inform))
        return {};
    return DhcpType(number);
}

std::optional<Ipv4> DhcpMessage::address(quint8 code) const
{
    const auto value = option(code);
    if (!value || value->size() < 4)
        return {};
    return Ipv4::fromValue(ByteReader(*value).u32());
}

std::optional<DhcpMessage> parseDhcp(QByteArrayView bytes)
{
    ByteReader in(bytes);
    const quint8 op = in.u8();
    const quint8 hardware = in.u8();
    const quint8 addressSize = in.u8();
    in.u8(); // hops
    const quint32 xid = in.u32();
    const quint16 secs = in.u16();
    const quint16 flags = in.u16();
    const quint32 ciaddr = in.u32();
    const quint32 yiaddr = in.u32();
    const quint32 siaddr = in.u32();
    const quint32 giaddr = in.u32();
    const QByteArrayView chaddr = in.take(16);
    const QByteArrayView serverName = in.take(serverNameSize);
    const QByteArrayView bootFile = in.take(bootFileSize);
    if (in.u32() != magicCookie || !in.ok() || (op != 1 && op != 2) || hardware != 1 || addressSize != 6)
        return {};
    std::array<quint8, 6> octets{};
    std::copy_n(chaddr.begin(), octets.size(), octets.begin());
    const auto mac = MacAddress::fromBytes(octets);
    if (!mac)
        return {};
    DhcpMessage message{.reply = op == 2,
                        .xid = xid,
                        .secs = secs,
                        .broadcast = (flags & 0x8000) != 0,
                        .ciaddr = Ipv4::fromValue(ciaddr),
                        .yiaddr = Ipv4::fromValue(yiaddr),
                        .siaddr = Ipv4::fromValue(siaddr),
                        .giaddr = Ipv4::fromValue(giaddr),
                        .mac = *mac,
                        .serverName = {},
                        .bootFile = {}};
    readOptions(message, in.rest());
    // RFC 2132, 9.3: bit 0 lends the file field to options, bit 1 the server name.
    const auto overload = message.option(DhcpOption::Overload);
    const int lent = overload && overload->size() == 1 ? overload->front() & 3 : 0;
    if ((lent & 1) != 0)
        readOptions(message, bootFile);
    else
        message.bootFile = untilNul(bootFile);
    if ((lent & 2) != 0)
        readOptions(message, serverName);
    else
        message.serverName = untilNul(serverName);
    return message;
}

QByteArray toBytes(const DhcpMessage &message)
{
    ByteWriter out;
    out.u8(message.reply ? 2 : 1).u8(1).u8(6).u8(0).u32(message.xid).u16(message.secs);
    out.u16(message.broadcast ? 0x8000 : 0);
    for (const Ipv4 address : {message.ciaddr, message.yiaddr, message.siaddr, message.giaddr})
        out.u32(address.value());
    for (const quint8 octet : message.mac.bytes())
        out.u8(octet);
    out.zeros(10);
    writeField(out, message.serverName, serverNameSize);
    writeField(out, message.bootFile, bootFileSize);
    out.u32(magicCookie);
    for (const auto &[code, value] : message.options) {
        qsizetype at = 0;
        do {
            const QByteArrayView piece = QByteArrayView(value).sliced(at, std::min<qsizetype>(255, value.size() - at));
            out.u8(code).u8(quint8(piece.size())).raw(piece);
            at += piece.size();
        } while (at < value.size());
    }
    out.u8(end);
    return out.bytes().leftJustified(300, '\0');
}

} // namespace bramble

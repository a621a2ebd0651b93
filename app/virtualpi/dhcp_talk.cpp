// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/dhcp_talk.h"

#include "virtualpi/clock.h"
#include "wire/bytes.h"

#include <algorithm>
#include <bit>

namespace bramble {

namespace {

constexpr quint16 serverPort = 67;
constexpr quint16 clientPort = 68;

QByteArray addressBytes(Ipv4 address)
{
    return ByteWriter().u32(address.value()).bytes();
}

int classPrefix(Ipv4 address)
{
    const quint32 top = address.value() >> 24;
    return top < 128 ? 8 : top < 192 ? 16 : 24;
}

} // namespace

std::chrono::milliseconds scaled(std::chrono::milliseconds time, double factor)
{
    return std::chrono::milliseconds(qRound64(double(time.count()) * std::clamp(factor, 0.001, 1000.0)));
}

DhcpMessage dhcpRequest(MacAddress mac, DhcpType type, quint32 xid)
{
    DhcpMessage message{.xid = xid, .mac = mac, .serverName = {}, .bootFile = {}};
    message.options.emplace_back(DhcpOption::MessageType, QByteArray(1, char(type)));
    return message;
}

DhcpMessage requestFor(DhcpMessage message, const DhcpMessage &offer)
{
    message.options.emplace_back(DhcpOption::ServerId, addressBytes(serverOf(offer)));
    message.options.emplace_back(DhcpOption::RequestedAddress, addressBytes(offer.yiaddr));
    return message;
}

Result<> sendDhcp(Link &link, const DhcpMessage &message)
{
    return link.send({.from = link.mac().bytes(),
                      .to = ethernetBroadcast,
                      .destination = Ipv4::fromValue(0xffffffff),
                      .sourcePort = clientPort,
                      .destinationPort = serverPort,
                      .payload = toBytes(message)});
}

Result<std::optional<DhcpMessage>> nextDhcp(Link &link, quint32 xid, const QDeadlineTimer &deadline, const Stop &stop)
{
    while (true) {
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped);
        const auto frame = link.receive(QDeadlineTimer(sliceMs(deadline)));
        if (!frame)
            return std::unexpected(frame.error());
        if (*frame && (*frame)->destinationPort == clientPort && (*frame)->sourcePort == serverPort) {
            auto message = parseDhcp((*frame)->payload);
            if (message && message->reply && message->xid == xid && message->mac == link.mac())
                return message;
        }
        if (deadline.hasExpired())
            return std::nullopt;
    }
}

Result<std::optional<DhcpMessage>> nextDhcpOfType(Link &link, quint32 xid, DhcpType type,
                                                  const QDeadlineTimer &deadline, const Stop &stop)
{
    while (true) {
        auto answer = nextDhcp(link, xid, deadline, stop);
        if (!answer || !*answer)
            return answer;
        const bool address = (*answer)->yiaddr.value() != 0; // a proxy's offer is no offer of an address
        if ((*answer)->type() == type && address)
            return answer;
    }
}

Result<DhcpMessage> requestLease(Link &link, const DhcpMessage &request, std::chrono::milliseconds resend,
                                 const QDeadlineTimer &end, const Stop &stop)
{
    const auto wanted = request.address(DhcpOption::RequestedAddress);
    while (!end.hasExpired()) {
        if (auto sent = sendDhcp(link, request); !sent)
            return std::unexpected(sent.error());
        const QDeadlineTimer deadline(std::min<std::chrono::nanoseconds>(resend, end.remainingTimeAsDuration()));
        while (true) {
            auto answer = nextDhcp(link, request.xid, deadline, stop);
            if (!answer)
                return std::unexpected(answer.error());
            if (!*answer)
                break;
            if ((*answer)->type() == DhcpType::Nak)
                return fail(ErrorKind::PiNoOffer, link.mac().toString(), serverOf(**answer).toString());
            if ((*answer)->type() == DhcpType::Ack && (*answer)->yiaddr == wanted)
                return std::move(**answer);
        }
    }
    return fail(ErrorKind::PiNoOffer, link.mac().toString(), wanted ? wanted->toString() : QString());
}

Ipv4 serverOf(const DhcpMessage &answer)
{
    return answer.address(DhcpOption::ServerId).value_or(answer.siaddr);
}

Ipv4Network networkOf(const DhcpMessage &lease)
{
    const auto mask = lease.address(DhcpOption::SubnetMask);
    const int ones = mask ? std::countl_one(mask->value()) : classPrefix(lease.yiaddr);
    return *Ipv4Network::from(lease.yiaddr, ones);
}

} // namespace bramble

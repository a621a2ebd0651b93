// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/packet_signs.h"

#include "wire/bytes.h"
#include "wire/dhcp.h"
#include "wire/machine_id.h"
#include "wire/netconsole.h"
#include "wire/nfs3.h"
#include "wire/packet.h"
#include "wire/pxe.h"
#include "wire/tftp.h"

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using enum SignKind;

constexpr quint16 dhcpServerPort = 67;
constexpr quint16 dhcpClientPort = 68;
constexpr quint16 tftpPort = 69;
constexpr quint16 nfsPort = 2049;
constexpr quint16 sshPort = 22;
constexpr std::array<quint16, 3> nfsPorts{Portmap::port, nfsPort, 20048};
constexpr quint8 flagSyn = 2;
constexpr quint8 flagReset = 4;
constexpr quint8 flagAck = 16;
constexpr qsizetype limit = 4096; // of each table
constexpr int enough = 3; // once is a lost packet, twice may be

template<typename Key, typename Value>
void bound(QHash<Key, Value> &table)
{
    if (table.size() >= limit)
        table.clear();
}

std::optional<MacAddress> sender(const Packet &packet)
{
    return MacAddress::fromBytes(packet.from);
}

Noticed of(SignKind kind, const std::optional<MacAddress> &mac, QString detail, std::optional<Ipv4> address = {})
{
    return Noticed{.kind = kind, .mac = mac, .address = address, .detail = std::move(detail)};
}

} // namespace

void PacketSigns::readDhcp(qint64 atMs, const Packet &packet, std::vector<EventKind> &out)
{
    const auto message = parseDhcp(packet.payload);
    if (!message)
        return;
    const auto type = message->type();
    if (!message->reply) {
        bound(m_questions);
        if (type == DhcpType::Discover)
            m_questions.insert(message->mac, atMs);
        const auto id = message->option(DhcpOption::MachineId);
        const auto machine = id ? parseMachineId(*id) : std::nullopt;
        if (machine && machine->serial)
            out.emplace_back(of(OtherSerial, message->mac, machine->serial->toString()));
        return;
    }
    if (type != DhcpType::Offer && type != DhcpType::Ack)
        return;
    const Ipv4 from = message->address(DhcpOption::ServerId).value_or(packet.source);
    const auto menu = message->option(DhcpOption::VendorEncapsulated);
    const auto file = message->option(DhcpOption::TftpServer);
    const bool bootsPi = menu && offersPiBoot(*menu, BootTextRule::MenuOrPlain);
    if (bootsPi && !m_server)
        m_server = from;
    if (message->yiaddr.value() != 0)
        out.emplace_back(of(AddressOffered, message->mac, from.toString()));
    if (m_server && from != *m_server && (bootsPi || file || (message->siaddr.value() != 0 && !message->bootFile.isEmpty())))
        out.emplace_back(of(ForeignOffer, message->mac, from.toString()));
    if (from != m_server || !menu)
        return;
    constexpr qint64 pause = 500; // dhcp-reply-delay is told in seconds
    if (atMs - m_questions.value(message->mac, atMs) >= pause)
        out.emplace_back(of(ReplyDelayed, message->mac, {}));
    if (!bootsPi)
        out.emplace_back(of(MenuOfOthers, message->mac, {}));
    else if (!offersPiBoot(*menu, BootTextRule::ThreeBlanks))
        out.emplace_back(of(MenuWithoutBlanks, message->mac, {}));
}

void PacketSigns::readTftp(const Packet &packet, std::vector<EventKind> &out)
{
    if (packet.destinationPort == tftpPort) {
        const auto parsed = parseTftp(packet.payload);
        const auto *request = parsed ? std::get_if<TftpRequest>(&*parsed) : nullptr;
        if (!request)
            return;
        if (m_server && packet.destination != *m_server) {
            out.emplace_back(of(FileElsewhere, sender(packet), packet.destination.toString()));
            return;
        }
        bound(m_asked);
        Asked &asked = m_asked[packet.source];
        if (asked.file != request->file)
            asked = {request->file, 0, false};
        if (++asked.count >= enough && !asked.answered)
            out.emplace_back(of(RequestUnanswered, sender(packet), QString::fromUtf8(asked.file).section(u'/', 1), packet.source));
        else if (asked.count > enough && asked.answered)
            out.emplace_back(of(RequestRepeated, sender(packet), QString::fromUtf8(asked.file).section(u'/', 1), packet.source));
        return;
    }
    if (const auto it = m_asked.find(packet.destination); it != m_asked.end() && packet.source == m_server.value_or(packet.source))
        it->answered = true;
    // Its own acknowledgements and "Early terminate" mean that it got on with it.
    if (const auto it = m_asked.find(packet.source); it != m_asked.end())
        *it = {};
}

void PacketSigns::readTcp(const Packet &packet, std::vector<EventKind> &out)
{
    const bool syn = (packet.tcpFlags & flagSyn) != 0;
    const bool ack = (packet.tcpFlags & flagAck) != 0;
    if ((packet.tcpFlags & flagReset) != 0) {
        if (packet.sourcePort == sshPort)
            out.emplace_back(of(SshClosed, {}, {}, packet.source));
        const std::pair key{packet.destination, packet.sourcePort};
        if (m_knocks.remove(key) && packet.payloadSize == 0)
            out.emplace_back(of(PortClosed, {}, QString::number(packet.sourcePort), packet.destination));
    } else if (syn && ack) {
        m_knocks.remove({packet.destination, packet.sourcePort});
    } else if (syn && std::ranges::contains(nfsPorts, packet.destinationPort)) {
        bound(m_knocks);
        if (++m_knocks[{packet.source, packet.destinationPort}] >= enough)
            out.emplace_back(of(PortSilent, sender(packet), QString::number(packet.destinationPort), packet.source));
    }
}

void PacketSigns::readArp(const Packet &packet, std::vector<EventKind> &out)
{
    const auto mac = sender(packet);
    if (!mac || packet.source.value() == 0) // a probe of an address that is not taken yet
        return;
    bound(m_speakers);
    const auto known = m_speakers.find(packet.source);
    if (known == m_speakers.end()) {
        m_speakers.insert(packet.source, Speaker{*mac, {}});
    } else if (known->mac != *mac) {
        // Handed on once is a lease that went to the next; claimed in turns by two is a conflict.
        if (known->before == mac) {
            out.emplace_back(of(AddressTaken, mac, known->mac.toString()));
            out.emplace_back(of(AddressTaken, known->mac, mac->toString()));
        }
        *known = Speaker{*mac, known->mac};
    }
    if (packet.destination == packet.source)
        return;
    constexpr int tooOften = 5; // a neighbour that is there answers the first
    bound(m_sought);
    const int count = ++m_sought[{packet.source, packet.destination}];
    m_sought.remove({packet.destination, packet.source});
    if (count < tooOften || m_speakers.contains(packet.destination))
        return;
    out.emplace_back(packet.source == m_server ? of(ArpUnanswered, {}, {}, packet.destination)
                                               : of(ArpElsewhere, mac, packet.destination.toString()));
}

/// message: of ONC RPC, without a record's length in front.
void PacketSigns::readCall(const Packet &packet, QByteArrayView message, std::vector<EventKind> &out)
{
    ByteReader head(message);
    const quint32 xid = head.u32();
    const quint32 direction = head.u32();
    if (!head.ok())
        return;
    if (direction == 0) {
        if (head.u32() != 2)
            return;
        const quint32 program = head.u32();
        const quint32 version = head.u32();
        if (packet.destinationPort == nfsPort && program == Nfs3::program && version == 4)
            out.emplace_back(of(NfsVersion4, sender(packet), {}, packet.source));
        if (packet.destinationPort != Portmap::port || program != Portmap::program)
            return;
        const auto call = parseRpcCall(message);
        if (!call || call->procedure != Portmap::getPort)
            return;
        ByteReader arguments(call->arguments);
        bound(m_lookups);
        m_lookups.insert({packet.source, xid}, arguments.u32());
        bound(m_knocks);
        if (packet.kind == Packet::Kind::Udp && ++m_knocks[{packet.source, Portmap::port}] >= enough)
            out.emplace_back(of(PortSilent, sender(packet), QString::number(Portmap::port), packet.source));
    } else if (direction == 1 && packet.sourcePort == Portmap::port) {
        m_knocks.remove({packet.destination, Portmap::port});
        const quint32 program = m_lookups.take({packet.destination, xid});
        const auto reply = program == 0 ? std::nullopt : parseRpcReply(message);
        const auto port = reply ? Portmap::parseGetPort(reply->result) : std::nullopt;
        if (port && *port == 0)
            out.emplace_back(of(ServiceUnknown, {}, QString::number(program), packet.destination));
    } else if (direction == 1 && packet.sourcePort == nfsPort) {
        constexpr std::array<quint32, 4> telling{28, 30, 69, 70}; // no space, read-only, quota, stale (RFC 1813 2.6)
        const auto reply = parseRpcReply(message);
        ByteReader result(reply ? QByteArrayView(reply->result) : QByteArrayView());
        const quint32 status = result.u32();
        if (reply && reply->outcome == RpcReply::Outcome::Success && std::ranges::contains(telling, status) && result.ok())
            out.emplace_back(of(NfsError, {}, QString::number(status), packet.destination));
    }
}

void PacketSigns::read(qint64 atMs, const Packet &packet, std::vector<EventKind> &out)
{
    const auto between = [&packet](quint16 port) { return packet.sourcePort == port || packet.destinationPort == port; };
    switch (packet.kind) {
    case Packet::Kind::SpanningTree:
        // The versions that let a new port wait; 802.1D says 0, the rapid one 2 (with several trees 3) and waits where the other end does not
        // take part. In front of that the protocol: 0.
        if (packet.payload.size() > 3 && packet.payload.startsWith(QByteArrayView("\0\0", 2)) && packet.payload[2] <= 3)
            out.emplace_back(of(SpanningTree, {}, QString::number(packet.payload[2])));
        return;
    case Packet::Kind::Arp: readArp(packet, out); return;
    case Packet::Kind::Tcp:
        readTcp(packet, out);
        if (packet.payloadSize > 4 && packet.payloadSize < 600 && (between(nfsPort) || between(Portmap::port)))
            readCall(packet, packet.payload.sliced(std::min<qsizetype>(4, packet.payload.size())), out);
        return;
    case Packet::Kind::Udp: break;
    }
    if (between(dhcpServerPort) || between(dhcpClientPort))
        readDhcp(atMs, packet, out);
    else if (between(Portmap::port) || between(nfsPort))
        readCall(packet, packet.payload, out);
    else if (packet.destinationPort != Netconsole::port) // it speaks, and has got nowhere by that
        readTftp(packet, out);
}

QString inWords(const EventKind &kind)
{
    struct Say
    {
        static QString who(const std::optional<Ipv4> &address) { return address ? address->toString() : u"somebody"_s; }
        QString operator()(const DhcpAsked &e) const
        {
            const QString as = e.asker == DhcpAsker::BootRom ? u"boot ROM"_s : e.asker == DhcpAsker::Initramfs ? u"initramfs"_s : u"a system"_s;
            return u"DHCP: %1 asks for an address (%2)"_s.arg(e.mac.toString(), as);
        }
        QString operator()(const BootOffered &e) const { return u"DHCP: %1 is told where to boot from"_s.arg(e.mac.toString()); }
        QString operator()(const AddressGiven &e) const { return u"DHCP: %1 gets %2"_s.arg(e.mac.toString(), e.address.toString()); }
        QString operator()(const FileSent &e) const { return u"TFTP: sent %1 to %2"_s.arg(e.path, e.address.toString()); }
        QString operator()(const FileUnderWay &e) const
        {
            return u"TFTP: %1 to %2: %3 of %4 bytes"_s.arg(e.path, e.address.toString()).arg(e.bytes).arg(e.size ? QString::number(*e.size) : u"?"_s);
        }
        QString operator()(const DiskBytes &e) const { return u"NFS: %1 bytes to and from %2"_s.arg(e.bytes).arg(e.address.toString()); }
        QString operator()(const bramble::FileMissing &e) const { return u"TFTP: %1 not found for %2"_s.arg(e.path, who(e.address)); }
        QString operator()(const FileProbed &e) const { return u"TFTP: %2 asked for the size of %1"_s.arg(e.path, e.address.toString()); }
        QString operator()(const bramble::FileFailed &e) const { return u"TFTP: %1 to %2 broke off: %3"_s.arg(e.path, who(e.address), e.reason); }
        QString operator()(const RootMounted &e) const { return u"NFS: %2 mounted %1"_s.arg(e.path, e.address.toString()); }
        QString operator()(const MountRefused &e) const { return u"NFS: %2 was refused %1: %3"_s.arg(e.path, e.address.toString(), e.reason); }
        QString operator()(const SshAnswered &e) const { return u"SSH: %1 answers"_s.arg(e.address.toString()); }
        QString operator()(const ServerSpoke &e) const { return e.text; }
        QString operator()(const ConsoleLine &e) const { return u"console: "_s + e.text; }
        QString operator()(const Noticed &e) const
        {
            const QString of = e.mac ? e.mac->toString() : e.address ? e.address->toString() : u"the wire"_s;
            return u"%1: %2 %3"_s.arg(of, signId(e.kind), e.detail.isEmpty() ? e.path : e.detail).trimmed();
        }
    };
    return std::visit(Say{}, kind);
}

} // namespace bramble

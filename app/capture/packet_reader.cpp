// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/packet_reader.h"

#include "wire/bytes.h"
#include "wire/dhcp.h"
#include "wire/nfs3.h"
#include "wire/packet.h"
#include "wire/pxe.h"
#include "wire/tftp.h"

#include <QtEndian>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 dhcpServerPort = 67;
constexpr quint16 dhcpClientPort = 68;
constexpr quint16 pxePort = 4011;
constexpr quint16 tftpPort = 69;
constexpr quint16 sshPort = 22;
constexpr quint16 nfsPort = 2049;
constexpr qsizetype underWayLimit = 4096; // transfers, and mounts: a flood of beginnings must not fill the memory

DhcpAsker askerOf(const DhcpMessage &message)
{
    const QByteArray vendorClass = message.option(DhcpOption::VendorClass).value_or(QByteArray());
    if (vendorClass.startsWith("PXEClient"))
        return DhcpAsker::BootRom;
    return vendorClass.startsWith("Linux ipconfig") ? DhcpAsker::Initramfs : DhcpAsker::Other;
}

quint16 numberAt(QByteArrayView bytes, qsizetype at)
{
    return bytes.size() < at + 2 ? quint16(0) : qFromBigEndian<quint16>(bytes.data() + at);
}

enum TftpCode : quint16 { Data = 3, Ack = 4, Error = 5, OptionsAgreed = 6 };

} // namespace

void PacketReader::readDhcp(const Packet &packet, std::vector<EventKind> &out) const
{
    const auto message = parseDhcp(packet.payload);
    if (!message)
        return;
    const auto type = message->type();
    if (!message->reply) {
        const DhcpAsker asker = askerOf(*message);
        // A system that remembers its address asks with a request alone; of a boot ROM it only confirms what it was offered.
        if (type == DhcpType::Discover || (type == DhcpType::Request && (asker != DhcpAsker::BootRom || packet.destinationPort == pxePort)))
            out.emplace_back(DhcpAsked{message->mac, asker, message->ciaddr.value() != 0});
        return;
    }
    if (type != DhcpType::Offer && type != DhcpType::Ack)
        return;
    const auto menu = message->option(DhcpOption::VendorEncapsulated);
    if (menu && offersPiBoot(*menu, BootTextRule::MenuOrPlain))
        out.emplace_back(BootOffered{message->mac});
    if (type == DhcpType::Ack && message->yiaddr.value() != 0)
        out.emplace_back(AddressGiven{message->mac, message->yiaddr});
}

// True: that was its end.
bool PacketReader::readFromServer(Transfer &transfer, const Packet &packet, std::vector<EventKind> &out) const
{
    switch (numberAt(packet.payload, 0)) {
    case Data:
        if (packet.payloadSize - 4 < transfer.blockSize)
            transfer.lastBlock = numberAt(packet.payload, 2);
        return false;
    case OptionsAgreed:
        if (const auto agreed = parseTftp(packet.payload))
            if (const auto *options = std::get_if<TftpOptions>(&*agreed)) {
                transfer.blockSize = std::clamp<qint64>(options->blksize.value_or(transfer.blockSize), 8, 65464); // RFC 2348
                transfer.size = options->tsize;
            }
        return false;
    case Error:
        if (numberAt(packet.payload, 2) == tftpNotFound) {
            out.emplace_back(FileMissing{packet.destination, transfer.path});
        } else {
            const auto said = parseTftp(packet.payload);
            const auto *error = said ? std::get_if<TftpError>(&*said) : nullptr;
            out.emplace_back(FileFailed{packet.destination, transfer.path, error ? QString::fromUtf8(error->text) : QString()});
        }
        return true;
    default: return false;
    }
}

// True: it is time to tell how far it is. Most files are there sooner.
bool PacketReader::acknowledge(qint64 atMs, Transfer &transfer, quint16 block) const
{
    constexpr qint64 pauseMs = 500;
    const auto ahead = quint16(block - transfer.acknowledged);
    if (ahead == 0 || ahead >= 0x8000) // said again, or late
        return false;
    transfer.acknowledged = block;
    transfer.blocks += ahead;
    if (qAbs(atMs - transfer.toldMs) < pauseMs)
        return false;
    transfer.toldMs = atMs;
    return true;
}

bool PacketReader::readFromClient(qint64 atMs, Transfer &transfer, const Packet &packet, std::vector<EventKind> &out) const
{
    const quint16 number = numberAt(packet.payload, 2);
    switch (numberAt(packet.payload, 0)) {
    case Ack:
        if (transfer.lastBlock != number) {
            const bool tells = acknowledge(atMs, transfer, number);
            const qint64 bytes = transfer.blocks * transfer.blockSize;
            if (tells)
                out.emplace_back(FileUnderWay{packet.source, transfer.path, transfer.size ? std::min(bytes, *transfer.size) : bytes, transfer.size});
            return false;
        }
        out.emplace_back(FileSent{packet.source, transfer.path});
        return true;
    case Error:
        // Code 0, "Early terminate": it only wanted the size. Others are failures.
        if (number == 0)
            out.emplace_back(FileProbed{packet.source, transfer.path});
        else
            out.emplace_back(FileFailed{packet.source, transfer.path, QString::number(number)});
        return true;
    default: return false;
    }
}

void PacketReader::readTftp(qint64 atMs, const Packet &packet, std::vector<EventKind> &out)
{
    const Socket client{packet.source, packet.sourcePort};
    if (packet.destinationPort == tftpPort) {
        const auto parsed = parseTftp(packet.payload);
        const auto *request = parsed ? std::get_if<TftpRequest>(&*parsed) : nullptr;
        if (!request)
            return;
        QByteArray file = request->file;
        while (file.startsWith('/'))
            file.remove(0, 1);
        if (!m_transfers.contains(client))
            m_transferOrder << client;
        m_transfers[client] = Transfer{.path = m_tftpFolder + u'/' + QString::fromUtf8(file), .toldMs = atMs};
        while (m_transferOrder.size() > underWayLimit)
            m_transfers.remove(m_transferOrder.takeFirst());
        return;
    }
    const Socket served{packet.destination, packet.destinationPort};
    bool isOver = false;
    Socket socket = served;
    if (const auto it = m_transfers.find(served); it != m_transfers.end()) {
        isOver = readFromServer(*it, packet, out);
    } else if (const auto mine = m_transfers.find(client); mine != m_transfers.end()) {
        socket = client;
        isOver = readFromClient(atMs, *mine, packet, out);
    }
    if (!isOver)
        return;
    m_transfers.remove(socket);
    m_transferOrder.removeOne(socket);
}

/// message: of ONC RPC, without a record's length in front.
void PacketReader::readCall(const Packet &packet, QByteArrayView message, std::vector<EventKind> &out)
{
    constexpr quint32 call = 0;
    constexpr quint32 answer = 1;
    ByteReader head(message);
    const quint32 xid = head.u32();
    const quint32 direction = head.u32();
    if (direction == call && head.u32() == 2 && head.u32() == Mount3::program) {
        const auto mount = parseRpcCall(message);
        if (!mount || mount->procedure != Mount3::mount)
            return;
        ByteReader arguments(mount->arguments);
        const QByteArrayView path = takeOpaque(arguments, 1024);
        if (m_mounts.size() >= underWayLimit)
            m_mounts.clear();
        if (arguments.ok())
            m_mounts.insert({{packet.source, packet.sourcePort}, xid}, QString::fromUtf8(path));
    } else if (direction == answer && !m_mounts.isEmpty()) {
        const QString path = m_mounts.take({{packet.destination, packet.destinationPort}, xid});
        const auto reply = path.isEmpty() ? std::nullopt : parseRpcReply(message);
        const auto mounted = reply ? Mount3::parseMount(reply->result) : std::nullopt;
        if (!mounted)
            return;
        if (*mounted)
            out.emplace_back(RootMounted{packet.destination, path});
        else
            out.emplace_back(MountRefused{packet.destination, path, nfsStatusName(mounted->error())});
    }
}

std::vector<Event> PacketReader::read(qint64 atMs, QByteArrayView frame)
{
    const auto packet = parsePacket(frame);
    if (!packet)
        return {};
    std::vector<EventKind> kinds;
    readProgress(atMs, *packet, kinds);
    // What is odd about a packet comes after what it does: a file that is asked for anew is first of all asked for.
    m_signs.read(atMs, *packet, kinds);
    std::vector<Event> events;
    for (EventKind &kind : kinds) {
        QString said = inWords(kind);
        events.push_back({atMs, std::move(kind), std::move(said)});
    }
    return events;
}

void PacketReader::readProgress(qint64 atMs, const Packet &packet, std::vector<EventKind> &kinds)
{
    if (packet.payload.isEmpty())
        return;
    const auto between = [&packet](quint16 port) { return packet.sourcePort == port || packet.destinationPort == port; };
    if (packet.kind == Packet::Kind::Tcp) {
        constexpr qsizetype recordMark = 4;
        if (packet.sourcePort == sshPort && packet.payload.startsWith("SSH-"))
            kinds.emplace_back(SshAnswered{packet.source});
        else if (!between(sshPort) && !between(nfsPort) && packet.payload.size() > recordMark)
            readCall(packet, packet.payload.sliced(recordMark), kinds);
    } else if (packet.kind == Packet::Kind::Udp) {
        if (between(dhcpServerPort) || between(dhcpClientPort) || between(pxePort))
            readDhcp(packet, kinds);
        else if (packet.destinationPort == Netconsole::port) {
            for (const QString &line : m_console.read(atMs, packet))
                kinds.emplace_back(ConsoleLine{*MacAddress::fromBytes(packet.from), packet.source, line});
        } else if (!between(nfsPort)) {
            readTftp(atMs, packet, kinds);
            if (kinds.empty())
                readCall(packet, packet.payload, kinds);
        }
    }
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/hearing.h"

#include "wire/frame.h"
#include "wire/pi_request.h"
#include "wire/tftp.h"

#include <QRegularExpression>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestPacket = 2048;
constexpr qsizetype mostBoards = 4096;

// What a log tells of a request, as the request itself.
DhcpMessage messageOf(const DhcpHeard &heard)
{
    DhcpMessage message{.mac = heard.mac, .serverName = {}, .bootFile = {}};
    message.options = {{DhcpOption::VendorClass, heard.vendorClass}, {DhcpOption::MachineId, heard.machineId}};
    if (!heard.requested.isEmpty())
        message.options.emplace_back(DhcpOption::ParameterList, heard.requested);
    if (!heard.hostName.isEmpty())
        message.options.emplace_back(DhcpOption::HostName, heard.hostName.toLatin1());
    return message;
}

std::optional<Serial> serialOf(const QByteArray &path)
{
    static const QRegularExpression shape(u"\\A/?([0-9a-f]{8})/+(start4?\\.elf|config\\.txt)\\z"_s);
    const auto match = shape.match(QString::fromLatin1(path));
    return match.hasMatch() ? Serial::parse(match.captured(1)) : std::nullopt;
}

// On a Pi 3 the last three bytes of serial and address are the same; of a Pi 4 or 5 the log tells the last byte of the serial.
bool fits(const Sighting &board, std::optional<quint8> serialEnd, const Serial &serial)
{
    if (board.serial)
        return board.serial == serial;
    if (serialEnd)
        return *serialEnd == (serial.value() & 0xff);
    const auto &octets = board.mac->bytes();
    return ((quint32(octets[3]) << 16) | (quint32(octets[4]) << 8) | octets[5]) == (serial.value() & 0xffffff);
}

} // namespace

std::vector<Sighting> Hearing::feed(QByteArrayView line)
{
    if (hexLine(line.trimmed()))
        return isWhole() ? packet() : std::vector<Sighting>();
    std::vector<Sighting> out = packet();
    std::ranges::copy(log(line), std::back_inserter(out));
    return out;
}

// "0x0010:  0148 0000 0000 4011 79a6 0000 0000 ffff"
bool Hearing::hexLine(QByteArrayView line)
{
    if (!line.startsWith("0x") || line.size() > 80)
        return false;
    const qsizetype colon = line.indexOf(':');
    bool ok = false;
    const qsizetype at = colon < 3 ? -1 : line.sliced(2, colon - 2).toByteArray().toLongLong(&ok, 16);
    if (!ok || at != m_packet.size() || m_packet.size() > largestPacket)
        return false;
    m_packet += QByteArray::fromHex(line.sliced(colon + 1).toByteArray());
    return true;
}

// By the length that IP gives: nobody has to wait for the next packet to see this one.
bool Hearing::isWhole() const
{
    constexpr qsizetype ethernet = 14;
    return m_packet.size() >= ethernet + 4 && m_packet.size() >= ethernet + ((quint8(m_packet[ethernet + 2]) << 8) | quint8(m_packet[ethernet + 3]));
}

std::vector<Sighting> Hearing::packet()
{
    const auto frame = parseUdpFrame(std::exchange(m_packet, {}), UdpChecksum::Trust);
    if (!frame)
        return {};
    if (frame->destinationPort == 69) {
        const auto request = parseTftp(frame->payload);
        const auto *read = request ? std::get_if<TftpRequest>(&*request) : nullptr;
        const auto serial = read ? serialOf(read->file) : std::nullopt;
        return serial ? asked(*serial, MacAddress::fromBytes(frame->from), frame->source) : std::vector<Sighting>();
    }
    const auto message = parseDhcp(frame->payload);
    if (message && message->reply && message->yiaddr.value() != 0)
        m_addresses.insert(message->yiaddr, message->mac);
    const auto seen = message ? piRequest(*message) : std::nullopt;
    if (!seen)
        return {};
    remember(*seen, {});
    return {*seen};
}

void Hearing::remember(const Sighting &seen, std::optional<quint8> serialEnd)
{
    if (m_boards.size() < mostBoards && seen.source == Sighting::Source::Bootloader)
        m_boards.insert(*seen.mac, {seen, serialEnd});
}

std::vector<Sighting> Hearing::log(QByteArrayView line)
{
    if (const auto tftp = DhcpLogReader::readTftp(line)) {
        const auto mac = tftp->address ? m_addresses.constFind(*tftp->address) : m_addresses.cend();
        return asked(tftp->serial, mac == m_addresses.cend() ? std::nullopt : std::optional(*mac), tftp->address);
    }
    if (const auto given = DhcpLogReader::readGiven(line))
        m_addresses.insert(given->first, given->second);
    const auto heard = m_log.readDhcp(line);
    const auto seen = heard ? piRequest(messageOf(*heard)) : std::nullopt;
    if (!seen)
        return {};
    const bool hasEnd = seen->revision && heard->machineId.size() >= 14;
    remember(*seen, hasEnd ? std::optional(quint8(heard->machineId[13])) : std::nullopt);
    return {*seen};
}

// A folder's name is the serial of the board that asks for it: known by its address, else by what both have in common, and
// then only where no other board could be meant.
std::vector<Sighting> Hearing::asked(const Serial &serial, const std::optional<MacAddress> &mac, const std::optional<Ipv4> &address)
{
    std::optional<MacAddress> who = mac;
    if (!who) {
        std::vector<MacAddress> fitting;
        for (const Board &board : std::as_const(m_boards))
            if (fits(board.seen, board.serialEnd, serial))
                fitting.push_back(*board.seen.mac);
        if (fitting.size() != 1)
            return {{.source = Sighting::Source::TftpPath, .serial = serial, .address = address}};
        who = fitting.front();
    }
    const auto board = m_boards.constFind(*who);
    if (board == m_boards.cend())
        return {};
    Sighting seen = board->seen;
    seen.source = Sighting::Source::TftpPath;
    seen.serial = seen.serial ? seen.serial : std::optional(serial);
    seen.address = address;
    return {seen};
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/dhcp_log.h"

#include "text/log_line.h"

#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLimit = 8192;
constexpr qsizetype exchangeLimit = 256;

QByteArray hexBytes(const QString &text)
{
    return QByteArray::fromHex(text.toLatin1());
}

// "43:vendor-encap, 60:vendor-class, 67:bootfile-name": may come in several lines.
QByteArray optionNumbers(const QString &list)
{
    static const QRegularExpression number(u"(?:\\A|, )([0-9]{1,3})(?=:|,|\\z|\\s)"_s);
    QByteArray out;
    for (auto it = number.globalMatch(list); it.hasNext();)
        out.append(char(it.next().captured(1).toUInt() & 255));
    return out;
}

} // namespace

std::optional<DhcpHeard> DhcpLogReader::readDhcp(QByteArrayView line)
{
    static const QRegularExpression shape(u"\\A([0-9]{1,10}) (.*)\\z"_s);
    static const QRegularExpression asked(u"\\A(?:PXE|DHCPDISCOVER|DHCPREQUEST)\\(\\S+\\) .*?([0-9a-f]{2}(?::[0-9a-f]{2}){5})"_s);
    static const QRegularExpression machine(u"option: 97 \\S+\\s+([0-9a-f:]+)"_s);
    if (line.size() > lineLimit)
        return {};
    const auto entry = readLogLine(line, 4'000'000'000'000, 0); // when it was does not matter here
    if (!entry || !entry->identifier.startsWith("dnsmasq"_L1))
        return {};
    const auto match = shape.match(entry->message);
    if (!match.hasMatch())
        return {};
    const QString id = match.captured(1);
    const QString text = match.captured(2);
    // A Pi 3 always has the same transaction id; where it begins anew, what another one said is forgotten.
    const bool begins = text.startsWith("available DHCP"_L1);
    if (begins || !m_exchanges.contains(id)) {
        m_exchanges[id] = {};
        m_order.removeAll(id);
        m_order << id;
        if (m_order.size() > exchangeLimit)
            m_exchanges.remove(m_order.takeFirst());
    }
    Exchange &exchange = m_exchanges[id];
    if (text.startsWith("vendor class: "_L1))
        exchange.vendorClass = text.sliced(14).toLatin1().left(255);
    else if (text.startsWith("client provides name: "_L1))
        exchange.hostName = text.sliced(22).left(63).toLower();
    else if (text.startsWith("requested options: "_L1))
        exchange.requested += optionNumbers(text.sliced(19));
    else if (const auto who = asked.match(text); who.hasMatch())
        exchange.mac = MacAddress::parse(who.capturedView(1));
    const auto found = machine.match(text);
    if (exchange.requested.size() > 255 || !found.hasMatch() || !exchange.mac)
        return {};
    return DhcpHeard{*exchange.mac, exchange.vendorClass, hexBytes(found.captured(1)), exchange.requested, exchange.hostName};
}

std::optional<TftpHeard> DhcpLogReader::readTftp(QByteArrayView line)
{
    static const QRegularExpression path(u"(?:sent|file|failed sending|error [0-9]+ .* for) .*/([0-9a-f]{8})/+(?:start4?\\.elf|config\\.txt)\\b"_s);
    static const QRegularExpression client(u"(?:to|for) ([0-9.]{7,15})\\s*\\z"_s);
    if (line.size() > lineLimit)
        return {};
    const auto entry = readLogLine(line, 4'000'000'000'000, 0);
    if (!entry || !entry->identifier.startsWith("dnsmasq"_L1))
        return {};
    const auto match = path.match(entry->message);
    const auto serial = match.hasMatch() ? Serial::parse(match.captured(1)) : std::nullopt;
    if (!serial)
        return {};
    const auto who = client.match(entry->message);
    return TftpHeard{*serial, who.hasMatch() ? Ipv4::parse(who.captured(1)) : std::nullopt};
}

std::optional<std::pair<Ipv4, MacAddress>> DhcpLogReader::readGiven(QByteArrayView line)
{
    static const QRegularExpression shape(u"DHCP(?:ACK|OFFER)\\(\\S+\\) ([0-9.]{7,15}) ([0-9a-f:]{17})(?: |\\z)"_s);
    if (line.size() > lineLimit || !line.contains("dnsmasq"))
        return {};
    const auto match = shape.match(QString::fromLatin1(line));
    const auto address = Ipv4::parse(match.capturedView(1));
    const auto mac = MacAddress::parse(match.capturedView(2));
    if (!match.hasMatch() || !address || !mac)
        return {};
    return std::pair(*address, *mac);
}

} // namespace bramble

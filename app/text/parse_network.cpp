// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/look_sections.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

std::optional<NetworkInterface> readInterface(const QJsonObject &object, const QStringList &wireless)
{
    NetworkInterface result;
    result.name = object["ifname"_L1].toString();
    if (result.name.isEmpty() || object["link_type"_L1].toString() == "loopback"_L1)
        return {};
    result.mac = MacAddress::parse(object["address"_L1].toString());
    result.up = object["flags"_L1].toArray().contains("UP"_L1) && object["operstate"_L1].toString() != "DOWN"_L1;
    result.wireless = wireless.contains(result.name);
    for (const auto &value : object["addr_info"_L1].toArray()) {
        const QJsonObject info = value.toObject();
        const auto address = Ipv4::parse(info["local"_L1].toString());
        if (info["family"_L1].toString() != "inet"_L1 || !address)
            continue;
        if (const auto network = Ipv4Network::from(*address, info["prefixlen"_L1].toInt(-1))) {
            result.addresses.push_back(*network);
            result.dynamicAddress = result.dynamicAddress || info["dynamic"_L1].toBool();
        }
    }
    return result;
}

// pid to what is known of it: "PID UNIT BASE64-OF-CMDLINE".
QHash<QString, PortOwner> readOwners(const QByteArrayList &lines)
{
    QHash<QString, PortOwner> owners;
    for (const QByteArray &line : lines) {
        const QByteArrayList words = line.split(' ');
        if (words.size() != 3)
            continue;
        PortOwner owner;
        if (words[1] != "-")
            owner.unit = QString::fromUtf8(words[1]);
        QByteArray commandLine = QByteArray::fromBase64(words[2]);
        if (commandLine.endsWith('\0'))
            commandLine.chop(1);
        for (const QByteArray &word : commandLine.split('\0'))
            owner.commandLine << QString::fromUtf8(word);
        owners.insert(QString::fromLatin1(words[0]), owner);
    }
    return owners;
}

// Local address of `ss -H`: 0.0.0.0:69, *:69, [::]:69, 127.0.0.53%lo:53.
void readLocal(PortOwner &owner, const QString &local)
{
    owner.port = local.section(u':', -1).toUShort();
    const QString where = local.left(local.lastIndexOf(u':'));
    owner.device = where.section(u'%', 1);
    if (const auto address = Ipv4::parse(where.section(u'%', 0, 0)); address && address->value() != 0)
        owner.address = address;
}

// State Recv-Q Send-Q Local Peer Process, of `ss -H`.
void readPorts(ServerFacts &facts, const QString &protocol, const QByteArrayList &lines, const QHash<QString, PortOwner> &owners)
{
    static const QRegularExpression process(u"\\(\\(\"([^\"]{1,64})\",pid=([0-9]+)"_s);
    static const QList<quint16> wanted{53, 67, 69, 111, 2049, 4011};
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line.simplified());
        const auto by = process.match(text);
        PortOwner owner = owners.value(by.captured(2));
        owner.protocol = protocol;
        owner.process = by.captured(1);
        readLocal(owner, text.section(u' ', 3, 3));
        // Nothing here speaks IPv6; a socket for both calls itself *.
        const bool four = !text.section(u' ', 3, 3).startsWith(u'[');
        if (four && wanted.contains(owner.port) && std::ranges::find(facts.ports, owner) == facts.ports.end())
            facts.ports.push_back(owner);
    }
}

void readNameServers(ServerFacts &facts, const QByteArrayList &lines)
{
    for (const QByteArray &line : lines) {
        const auto address = Ipv4::parse(QString::fromUtf8(line).simplified().section(u' ', 1, 1));
        if (address && address->value() >> 24 != 127 && !std::ranges::contains(facts.nameServers, *address))
            facts.nameServers.push_back(*address);
    }
}

void readLan(ServerFacts &facts, const LookSections &sections)
{
    LanProbe probe;
    bool whole = false;
    for (const QByteArray &line : sections.value(u"lan"_s)) {
        const QStringList words = QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
        if (words.value(0) == "asked"_L1 && words.size() == 2) {
            probe.interface = words[1];
        } else if (words.value(0) == "offer"_L1 && words.size() == 5) {
            const auto server = Ipv4::parse(words[1]);
            const auto offered = Ipv4::parse(words[2]);
            if (server && offered)
                probe.offers.push_back({*server, *offered, Ipv4::parse(words[3]), MacAddress::parse(words[4])});
        } else if (words.value(0) == "stp"_L1 && words.size() == 2) {
            probe.spanningTree = true;
            probe.forwardDelay = words[1].toInt();
        } else if (words.value(0) == "listened"_L1 && words.size() == 2) {
            probe.listenedMs = words[1].toLongLong();
            whole = true;
        }
    }
    std::ranges::sort(probe.offers, {}, &DhcpOffer::server);
    // A bridge of the server itself holds up its ports too: NAME STP_STATE FORWARD_DELAY (hundredths of a second).
    for (const QByteArray &line : sections.value(u"bridges"_s)) {
        const QByteArrayList words = line.split(' ');
        if (words.size() == 3 && QString::fromUtf8(words[0]) == probe.interface && words[1] != "0") {
            probe.spanningTree = true;
            probe.forwardDelay = std::max(probe.forwardDelay, words[2].toInt() / 100);
        }
    }
    if (whole)
        facts.lan = probe;
}

} // namespace

bool readNetwork(ServerFacts &facts, const LookSections &sections)
{
    const auto json = [&sections](const QString &name) { return QJsonDocument::fromJson(sections.value(name).join('\n')); };
    const QJsonDocument addresses = json(u"addresses"_s);
    if (!addresses.isArray())
        return false;
    QStringList wireless;
    for (const QByteArray &line : sections.value(u"wireless"_s))
        wireless << QString::fromUtf8(line);
    for (const auto &value : addresses.array())
        if (const auto interface = readInterface(value.toObject(), wireless))
            facts.interfaces.push_back(*interface);
    const QJsonObject route = json(u"routes"_s).array().at(0).toObject();
    facts.defaultInterface = route["dev"_L1].toString();
    facts.gateway = Ipv4::parse(route["gateway"_L1].toString());
    // "client port server port", sshd(8)
    const QStringList connection = firstLine(sections, u"ssh"_s).split(u' ', Qt::SkipEmptyParts);
    if (connection.size() == 4)
        facts.sshAddress = Ipv4::parse(connection[2]);
    for (const QByteArray &line : sections.value(u"managers"_s))
        facts.managers.insert(QString::fromUtf8(line).section(u' ', 0, 0), QString::fromUtf8(line).section(u' ', 1));
    const QHash<QString, PortOwner> owners = readOwners(sections.value(u"owners"_s));
    readPorts(facts, u"udp"_s, sections.value(u"udp"_s), owners);
    readPorts(facts, u"tcp"_s, sections.value(u"tcp"_s), owners);
    readNameServers(facts, sections.value(u"nameservers"_s));
    readLan(facts, sections);
    return true;
}

} // namespace bramble

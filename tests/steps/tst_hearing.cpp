// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What tcpdump and dnsmasq print while Pis ask.
#include "model/sweep.h"
#include "steps/hearing.h"
#include "wire/dhcp.h"
#include "wire/frame.h"
#include "wire/machine_id.h"
#include "wire/tftp.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

MacAddress macOf(const char *text)
{
    return *MacAddress::parse(QString::fromLatin1(text));
}

// As `tcpdump -l -n -xx` prints a packet.
QList<QByteArray> dumped(const QByteArray &frame)
{
    QList<QByteArray> lines{"12:00:00.000000 IP 0.0.0.0.68 > 255.255.255.255.67: BOOTP/DHCP, Request"};
    for (qsizetype at = 0; at < frame.size(); at += 16) {
        QByteArray line = "\t0x" + QByteArray::number(at, 16).rightJustified(4, '0') + ": ";
        for (qsizetype i = at; i < std::min(at + 16, frame.size()); i += 2)
            line += ' ' + frame.sliced(i, std::min<qsizetype>(2, frame.size() - i)).toHex();
        lines << line;
    }
    return lines;
}

QByteArray udp(const MacAddress &from, quint16 port, const QByteArray &payload)
{
    UdpFrame frame{.from = from.bytes(), .to = ethernetBroadcast, .destination = Ipv4::fromValue(0xffffffff), .sourcePort = 68, .destinationPort = port, .payload = payload};
    return toBytes(frame, 1);
}

QByteArray discover(const MacAddress &mac, const QByteArray &list, const QByteArray &id)
{
    DhcpMessage message{.xid = 1, .mac = mac, .serverName = {}, .bootFile = {}};
    message.options = {{53, "\x01"_ba}, {55, list}, {60, "PXEClient:Arch:00000:UNDI:002001"_ba}, {97, id}};
    return udp(mac, 67, toBytes(message));
}

const QByteArray rom("\x2b\x3c\x43\x80\x81\x82\x83\x84\x85\x86\x87\x42", 12);
const QByteArray loader("\x01\x03\x2b\x3c\x42\x43\x80\x81\x82\x83\x84\x85\x86\x87", 14);

QStringList heard(const QList<QByteArray> &lines)
{
    Hearing hearing;
    Sightings all;
    for (const QByteArray &line : lines)
        for (const Sighting &sighting : hearing.feed(line))
            all.add(sighting);
    QStringList out;
    for (const SeenMachine &m : all.pis())
        out << QStringList{shortName(m.model), m.serial ? m.serial->toString() : u"-"_s, m.mac ? m.mac->toString() : u"-"_s}.join(u' ');
    return out;
}

} // namespace

class TestHearing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packetsOfTcpdump()
    {
        const auto four = macOf("dc:a6:32:01:02:01");
        const auto three = macOf("b8:27:eb:86:96:f5");
        const auto id = machineIdEeprom(false, *BoardRevision::fromCode(0xc03111), four, *Serial::parse(u"38c128c0"));
        QList<QByteArray> lines{"tcpdump: listening on eth0, link-type EN10MB (Ethernet), snapshot length 600 bytes"};
        lines << dumped(discover(four, loader, id));
        // Nothing has to come behind the last line of a packet for it to count.
        QCOMPARE(heard(lines), QStringList{u"4B 38c128c0 dc:a6:32:01:02:01"_s});
        lines << dumped(discover(three, rom, machineId3B()));
        lines << dumped(udp(three, 69, toBytes(TftpRequest{"8d8696f5/start.elf"_ba, {}, {}})));
        lines << dumped(udp(macOf("3c:a6:2f:00:00:01"), 69, toBytes(TftpRequest{"11223344/start.elf"_ba, {}, {}}))); // never asked DHCP here
        lines << dumped(QByteArray(60, '\0')) << "\t0x0010:  0000" << "\t0xzz" << "0x0000:" << QByteArray(9000, '0');
        QCOMPARE(heard(lines), (QStringList{u"4B 38c128c0 dc:a6:32:01:02:01"_s, u"3B 8d8696f5 b8:27:eb:86:96:f5"_s}));
    }
    void logOfDnsmasq()
    {
        const auto lines = [](const char *mac, const char *id) {
            const QByteArray front = "Nov 22 19:10:00 dnsmasq-dhcp[17]: 653460281 ";
            return QList<QByteArray>{front + "available DHCP subnet: 192.168.77.0/255.255.255.0", front + "vendor class: PXEClient:Arch:00000:UNDI:002001",
                                     front + "PXE(eth0) " + mac + " proxy", front + "sent size: 17 option: 97 client-machine-id  " + id + "..."};
        };
        const QByteArray tftp = "Nov 22 19:10:03 dnsmasq-tftp[17]: ";
        QList<QByteArray> all = lines("dc:a6:32:01:02:01", "00:34:69:50:52:14:31:c0:00:32:01:02:01:4d");
        all << lines("e4:5f:01:01:02:02", "00:34:69:50:52:14:31:d0:00:01:01:02:02:8b");
        all << lines("b8:27:eb:86:96:f5", "00:44:44:44:44:44:44:44:44:44:44:44:44:44");
        all << lines("b8:27:eb:2f:aa:eb", "00:eb:aa:2f:b2:eb:aa:2f:b2:eb:aa:2f:b2:eb");
        all << tftp + "file /srv/tftp/1a2b3c4d/start4.elf not found for 192.168.77.134";
        all << tftp + "sent /srv/tftp/5e6f7a8b/start4.elf to 192.168.77.135";
        all << tftp + "sent /srv/tftp/8d8696f5/start.elf to 192.168.77.136";
        QCOMPARE(heard(all), (QStringList{u"4B 1a2b3c4d dc:a6:32:01:02:01"_s, u"4B 5e6f7a8b e4:5f:01:01:02:02"_s, u"3B 8d8696f5 b8:27:eb:86:96:f5"_s,
                                          u"unknown b22faaeb b8:27:eb:2f:aa:eb"_s}));
        // Two that could be meant: the folder stays a row of its own.
        QList<QByteArray> two = lines("dc:a6:32:01:02:01", "00:34:69:50:52:14:31:c0:00:32:01:02:01:4d");
        two << lines("dc:a6:32:01:02:02", "00:34:69:50:52:14:31:c0:00:32:01:02:02:4d") << tftp + "sent /srv/tftp/1a2b3c4d/start4.elf to 192.168.77.134";
        QCOMPARE(heard(two), (QStringList{u"4B - dc:a6:32:01:02:01"_s, u"4B - dc:a6:32:01:02:02"_s, u"unknown 1a2b3c4d -"_s}));
        // Their address tells them apart.
        two.insert(two.size() - 1, "Nov 22 19:10:02 dnsmasq-dhcp[17]: 653460281 DHCPACK(eth0) 192.168.77.134 dc:a6:32:01:02:02 pi"_ba);
        QCOMPARE(heard(two), (QStringList{u"4B - dc:a6:32:01:02:01"_s, u"4B 1a2b3c4d dc:a6:32:01:02:02"_s}));
    }
    void whatMayBeLookedThrough()
    {
        const auto net = [](const char16_t *text) { return *Ipv4Network::parse(text); };
        const std::vector ours{net(u"192.168.1.20/24"), net(u"10.1.2.3/16"), net(u"10.0.0.1/8")};
        QCOMPARE(sweepTargets(net(u"192.168.1.0/24"), ours, false)->size(), size_t(253)); // all but ours
        QCOMPARE(sweepTargets(net(u"192.168.1.128/25"), ours, false)->size(), size_t(126));
        QCOMPARE(sweepTargets(net(u"10.1.4.0/22"), ours, false)->size(), size_t(1022));
        QCOMPARE(sweepTargets(net(u"10.1.0.0/21"), ours, false).error().kind, ErrorKind::NetworkTooLarge);
        QVERIFY(sweepTargets(net(u"10.1.0.0/21"), ours, true).has_value());
        QCOMPARE(sweepTargets(net(u"10.0.0.0/8"), ours, true).error().kind, ErrorKind::NetworkTooLarge);
        for (const char16_t *foreign : {u"192.168.2.0/24", u"192.168.0.0/23", u"8.8.8.0/24"})
            QCOMPARE(sweepTargets(net(foreign), ours, true).error().kind, ErrorKind::InvalidAddress);
        QCOMPARE(sweepsToAskFor({net(u"192.168.1.20/24"), net(u"10.1.2.3/16"), net(u"172.16.0.1/21"), net(u"10.0.0.1/8")}), (std::vector{net(u"10.1.2.3/16"), net(u"172.16.0.1/21")}));
        QCOMPARE(sweepTargets(net(u"192.168.1.7/32"), ours, false)->size(), size_t(1));
        QVERIFY(!std::ranges::contains(*sweepTargets(net(u"192.168.1.0/24"), ours, false), *Ipv4::parse(u"192.168.1.255")));
    }
};

QTEST_GUILESS_MAIN(TestHearing)
#include "tst_hearing.moc"

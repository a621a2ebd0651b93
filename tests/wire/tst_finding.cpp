// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve Pis of seven models among twenty others: who is found, and who is not.
#include "model/sightings.h"
#include "text/dhcp_log.h"
#include "text/neighbours.h"
#include "text/ssh_banner.h"
#include "wire/bytes.h"
#include "wire/machine_id.h"
#include "wire/mdns.h"
#include "wire/pi_request.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

MacAddress macOf(const char *text)
{
    return *MacAddress::parse(QString::fromLatin1(text));
}

DhcpMessage asks(const MacAddress &mac, const QByteArray &vendorClass, const QByteArray &list, const QByteArray &machineId)
{
    DhcpMessage message{.xid = 1, .mac = mac, .serverName = {}, .bootFile = {}};
    message.options = {{DhcpOption::MessageType, "\x01"_ba}, {DhcpOption::ParameterList, list}, {DhcpOption::VendorClass, vendorClass}};
    if (!machineId.isEmpty())
        message.options.emplace_back(DhcpOption::MachineId, machineId);
    return *parseDhcp(toBytes(message)); // as the wire carries it
}

const QByteArray pxe = "PXEClient:Arch:00000:UNDI:002001"_ba;
const QByteArray romList("\x2b\x3c\x43\x80\x81\x82\x83\x84\x85\x86\x87\x42", 12);
const QByteArray loaderList("\x01\x03\x2b\x3c\x42\x43\x80\x81\x82\x83\x84\x85\x86\x87", 14);
const QByteArray pcList = QByteArray::fromHex("0102030405060b0c0d0f1011122b363c438081828384858687");

struct Pi
{
    const char *mac;
    const char *serial;
    quint32 revision;
    PiModel model;
    enum { Eeprom, Turned, Repeated, Constant, OwnHead, OldEeprom, Running, Off } how;
};

// Seven models, seven registered prefixes and one that nobody knows.
constexpr Pi pis[]{
    {"dc:a6:32:01:02:01", "38c128c0", 0xc03111, PiModel::Pi4B, Pi::Eeprom},    {"e4:5f:01:01:02:02", "5e6f7a8b", 0xd03114, PiModel::Pi4B, Pi::Turned},
    {"d8:3a:dd:01:02:03", "a1b2c3d4", 0xd04170, PiModel::Pi5, Pi::Eeprom},     {"2c:cf:67:01:02:04", "a1b2c3d5", 0xe04171, PiModel::Pi5, Pi::OwnHead},
    {"b8:27:eb:86:96:f5", "8d8696f5", 0xa02082, PiModel::Pi3B, Pi::Constant},  {"b8:27:eb:2f:aa:eb", "b22faaeb", 0xa020d3, PiModel::Pi3BPlus, Pi::Repeated},
    {"88:a2:9e:01:02:07", "11223344", 0xc03130, PiModel::Pi400, Pi::Eeprom},   {"28:cd:c1:01:02:08", "22334455", 0xb03140, PiModel::Cm4, Pi::OldEeprom},
    {"02:11:22:33:44:55", "33445566", 0xc04180, PiModel::Cm5, Pi::Eeprom},     {"e4:5f:01:01:02:0a", "44556677", 0xc03114, PiModel::Pi4B, Pi::Running},
    {"b8:27:eb:5e:2a:2e", "e75e2a2e", 0xa020d4, PiModel::Pi3BPlus, Pi::Running}, {"dc:a6:32:01:02:0c", "55667788", 0xc03114, PiModel::Pi4B, Pi::Off},
};

QByteArray machineIdOf(const Pi &pi)
{
    const auto serial = *Serial::parse(QString::fromLatin1(pi.serial));
    const auto revision = *BoardRevision::fromCode(pi.revision);
    QByteArray id = machineIdEeprom(bootRom(pi.model) == BootRom::Bcm2712, revision, macOf(pi.mac), serial);
    switch (pi.how) {
    case Pi::Turned: return id.replace(1, 4, "RPi4");
    case Pi::OwnHead: return id.replace(1, 4, "\x12\x34\x56\x78");
    case Pi::OldEeprom: return id.replace(9, 4, QByteArray(4, '\0'));
    case Pi::Repeated: return machineId3BPlus(serial);
    case Pi::Constant: return machineId3B();
    default: return id;
    }
}

// What each of them lets be heard, in packets, texts and by hand.
std::vector<Sighting> heardOf(const Pi &pi)
{
    const auto mac = macOf(pi.mac);
    const auto serial = Serial::parse(QString::fromLatin1(pi.serial));
    const auto revision = BoardRevision::fromCode(pi.revision);
    using Source = Sighting::Source;
    std::vector<Sighting> out{{.source = Source::Neighbour, .mac = mac}};
    switch (pi.how) {
    case Pi::Off: out = {{.source = Source::ByHand, .serial = serial, .mac = mac, .revision = revision, .name = u"shelf"_s}}; break;
    case Pi::Running:
        if (const auto seen = piRequest(asks(mac, "dhcpcd-9.4.1:Linux-6.1.21-v8+:aarch64:BCM2835"_ba, pcList, {})))
            out.push_back(*seen);
        out.push_back({.source = Source::Look, .serial = serial, .mac = mac, .revision = revision});
        break;
    default: {
        const bool rom = pi.how == Pi::Constant || pi.how == Pi::Repeated;
        const auto seen = piRequest(asks(mac, pxe, rom ? romList : loaderList, machineIdOf(pi)));
        if (seen)
            out.push_back(*seen);
        // Its folder tells the serial where option 97 does not; the address of the lease joins them.
        if (pi.how == Pi::Constant)
            out.push_back({.source = Source::TftpPath, .serial = serial, .mac = mac});
    }
    }
    return out;
}

QByteArray uuid(const char *hex)
{
    return QByteArray(1, '\0') + QByteArray::fromHex(hex);
}

// PCs that ask for PXE, UEFI and BIOS, with good and with careless UUIDs; phones, printers, televisions, a NAS.
std::vector<DhcpMessage> foreigners()
{
    std::vector<DhcpMessage> out;
    const auto pc = [&](const char *mac, const char *vendor, const QByteArray &list, const QByteArray &id) { out.push_back(asks(macOf(mac), vendor, list, id)); };
    pc("3c:a6:2f:00:00:01", "PXEClient:Arch:00000:UNDI:002001", pcList, uuid("4c4c4544004b3510805ab4c04f363232"));
    pc("3c:a6:2f:00:00:02", "PXEClient:Arch:00000:UNDI:002001", pcList, uuid("ffffffffffffffffffffffffffffffff"));
    pc("3c:a6:2f:00:00:03", "PXEClient:Arch:00000:UNDI:002001", pcList, uuid("00000000000000000000000000000000"));
    pc("3c:a6:2f:00:00:04", "PXEClient:Arch:00000:UNDI:002001", pcList, uuid("44444444444444444444444444444444"));
    pc("3c:a6:2f:00:00:05", "PXEClient:Arch:00000:UNDI:002001", pcList, uuid("12345678123456781234567812345678"));
    pc("3c:a6:2f:00:00:06", "PXEClient:Arch:00000:UNDI:002001", pcList, uuid("03000200040005000006000700080009"));
    pc("3c:a6:2f:00:00:07", "PXEClient:Arch:00007:UNDI:003016", pcList, uuid("52506934000000000000000000000000")); // begins like a Pi 4
    pc("3c:a6:2f:00:00:08", "PXEClient:Arch:00000:UNDI:002001", pcList, uuid("346950521431c00099999999c028c138")); // of another card
    pc("3c:a6:2f:00:00:09", "PXEClient:Arch:00007:UNDI:003016", pcList, uuid("4c4c4544004b3510805ab4c04f363232"));
    pc("3c:a6:2f:00:00:0a", "PXEClient:Arch:00011:UNDI:003000", loaderList, uuid("4c4c4544004b3510805ab4c04f363232")); // ARM server
    pc("3c:a6:2f:00:00:0b", "PXEClient:Arch:00016:UNDI:003001", pcList, uuid("4c4c4544004b3510805ab4c04f363232")); // HTTP boot
    pc("3c:a6:2f:00:00:0c", "PXEClient:Arch:00000:UNDI:002001", pcList, {});
    pc("3c:a6:2f:00:00:0d", "android-dhcp-14", QByteArray::fromHex("0103060f1a1c333a3b2b"), {});
    pc("3c:a6:2f:00:00:0e", "iPhone", QByteArray::fromHex("017903060f6c72775ffc"), {});
    pc("3c:a6:2f:00:00:0f", "Hewlett-Packard JetDirect", QByteArray::fromHex("0603010f42430d2c"), {});
    pc("3c:a6:2f:00:00:10", "MSFT 5.0", QByteArray::fromHex("0103060f1f212b2c2e2f7779f9fc"), {});
    pc("3c:a6:2f:00:00:11", "udhcp 1.36.1", QByteArray::fromHex("0103060c0f1c2a"), {});
    pc("3c:a6:2f:00:00:12", "dhcpcd-9.4.1:Linux-6.1.0-18-amd64:x86_64:GenuineIntel", pcList, {});
    pc("dc:a6:32:99:00:01", "MSFT 5.0", QByteArray::fromHex("0103060f1f212b"), {}); // a prefix of Raspberry Pi's, and no Pi
    pc("b8:27:eb:99:00:02", "PXEClient:Arch:00000:UNDI:002001", pcList, uuid("4c4c4544004b3510805ab4c04f363232"));
    return out;
}

QStringList said(const std::vector<SeenMachine> &machines)
{
    QStringList out;
    for (const SeenMachine &m : machines)
        out << QStringList{shortName(m.model), m.serial ? m.serial->toString() : u"-"_s, m.mac ? m.mac->toString() : u"-"_s}.join(u' ');
    out.sort();
    return out;
}

QByteArray label(const char *text)
{
    return QByteArray(1, char(qstrlen(text))) + text;
}

} // namespace

class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twelvePisAmongTwentyOthers()
    {
        QStringList wanted;
        std::vector<Sighting> all;
        int foreign = 0;
        for (const Pi &pi : pis) {
            wanted << QStringList{shortName(pi.model), QString::fromLatin1(pi.serial), QString::fromLatin1(pi.mac)}.join(u' ');
            std::ranges::copy(heardOf(pi), std::back_inserter(all));
        }
        for (const DhcpMessage &message : foreigners()) {
            const auto seen = piRequest(message);
            QVERIFY2(!seen, qPrintable(message.mac.toString()));
            all.push_back({.source = Sighting::Source::Neighbour, .mac = message.mac});
            ++foreign;
        }
        wanted.sort();
        QCOMPARE(wanted.size(), 12);
        QCOMPARE(foreign, 20);
        std::mt19937 random(7);
        for (int round = 0; round < 50; ++round) {
            Sightings sightings;
            for (const Sighting &sighting : all)
                sightings.add(sighting);
            QCOMPARE(said(sightings.pis()), wanted);
            for (const SeenMachine &pi : sightings.pis())
                QCOMPARE(pi.conflicts, std::vector<Error>());
            const auto maybe = std::ranges::count_if(sightings.machines(), &SeenMachine::mayBePi);
            QCOMPARE(maybe, 2); // the two with a prefix of Raspberry Pi's: a question, never a row
            std::ranges::shuffle(all, random);
        }
        qInfo("12 of 12 Pis of 7 models right in model, serial and MAC; 0 of 20 others taken for one; 50 orders of arrival");
    }
    void conflictsAreShownAndNotJoined()
    {
        using Source = Sighting::Source;
        const auto serial = Serial::parse(u"38c128c0");
        const auto one = macOf("dc:a6:32:01:02:01");
        const auto two = macOf("dc:a6:32:01:02:02");
        Sightings twice;
        for (int i = 0; i < 3; ++i) {
            twice.add({.source = Source::ByHand, .serial = serial, .mac = one});
            twice.add({.source = Source::Bootloader, .serial = serial, .mac = two});
        }
        QCOMPARE(twice.machines().size(), size_t(2));
        for (const SeenMachine &m : twice.machines())
            QCOMPARE(m.conflicts.at(0).kind, ErrorKind::DuplicateSerial);
        QCOMPARE(twice.machines()[0].conflicts.at(0).detail, two.toString());
        Sightings serials;
        serials.add({.source = Source::ByHand, .serial = serial, .mac = one});
        serials.add({.source = Source::ByHand, .serial = Serial::parse(u"38c128c1"), .mac = one});
        QCOMPARE(serials.machines().size(), size_t(2));
        QCOMPARE(serials.machines()[1].conflicts.at(0), (Error{ErrorKind::DuplicateMac, one.toString(), u"38c128c0"_s}));
        Sightings models;
        models.add({.source = Source::ByHand, .serial = serial, .model = PiModel::Pi5});
        models.add({.source = Source::Bootloader, .serial = serial, .revision = BoardRevision::fromCode(0xc03111)});
        QCOMPARE(models.machines().size(), size_t(1));
        QCOMPARE(models.machines()[0].model, PiModel::Pi4B);
        QCOMPARE(models.machines()[0].conflicts.at(0).kind, ErrorKind::ModelsDisagree);
    }
    void rowsThatWereOneAreJoined()
    {
        using Source = Sighting::Source;
        const auto serial = Serial::parse(u"38c128c0");
        const auto mac = macOf("dc:a6:32:01:02:01");
        Sightings sightings;
        sightings.add({.source = Source::ByHand, .serial = serial, .name = u"pi-01"_s});
        sightings.add({.source = Source::Lease, .mac = mac, .address = Ipv4::parse(u"10.0.0.5")});
        sightings.add({.source = Source::Mdns, .address = Ipv4::parse(u"10.0.0.5"), .name = u"raspberrypi"_s});
        sightings.add({.source = Source::Mdns, .address = Ipv4::parse(u"10.0.0.6"), .name = u"printer"_s});
        QCOMPARE(sightings.machines().size(), size_t(2));
        sightings.add({.source = Source::Bootloader, .serial = serial, .mac = mac});
        QCOMPARE(sightings.machines().size(), size_t(1));
        const SeenMachine &pi = sightings.machines()[0];
        QCOMPARE(pi.name, u"pi-01"_s);
        QCOMPARE(pi.address, Ipv4::parse(u"10.0.0.5"));
        QVERIFY(pi.conflicts.empty() && pi.isPi());
        QCOMPARE(pi.sources.size(), 4);
    }

    void logOfDnsmasq()
    {
        DhcpLogReader reader;
        std::optional<DhcpHeard> heard;
        for (const char *line : {"Nov 22 19:10:00 dnsmasq-dhcp[17]: 3863830139 available DHCP subnet: 192.168.77.0/255.255.255.0",
                                 "Nov 22 19:10:00 dnsmasq-dhcp[17]: 3863830139 vendor class: PXEClient:Arch:00000:UNDI:002001",
                                 "Nov 22 19:10:00 dnsmasq-dhcp[17]: 3863830139 PXE(vec0) dc:a6:32:01:02:01 proxy",
                                 "Nov 22 19:10:01 dnsmasq-dhcp[17]: 3863830139 sent size: 17 option: 97 client-machine-id  00:52:50:69:34:14:31:c0:00:32:01:02:01:4d..."})
            heard = reader.readDhcp(line);
        QVERIFY(heard);
        QCOMPARE(heard->machineId.size(), 14);
        DhcpMessage message{.xid = 1, .mac = heard->mac, .serverName = {}, .bootFile = {}};
        message.options = {{DhcpOption::VendorClass, heard->vendorClass}, {DhcpOption::MachineId, heard->machineId}};
        const auto seen = piRequest(message);
        QVERIFY(seen);
        QCOMPARE(seen->model, PiModel::Pi4B);
        QVERIFY(!seen->serial);
        const auto tftp = DhcpLogReader::readTftp("Nov 22 19:10:03 dnsmasq-tftp[17]: sent /srv/tftp/1a2b3c4d/start4.elf to 192.168.77.134");
        QCOMPARE(tftp, (std::optional(TftpHeard{*Serial::parse(u"1a2b3c4d"), Ipv4::parse(u"192.168.77.134")})));
        QVERIFY(DhcpLogReader::readTftp("Nov 22 19:10:03 dnsmasq-tftp[17]: file /srv/tftp/1a2b3c4d/config.txt not found for 192.168.77.134"));
        QVERIFY(!DhcpLogReader::readTftp("Nov 22 19:10:03 dnsmasq-tftp[17]: sent /srv/tftp/config.txt to 192.168.77.134"));
        QVERIFY(!DhcpLogReader::readTftp("Nov 22 19:10:03 other[17]: sent /srv/tftp/1a2b3c4d/start4.elf to 192.168.77.134"));
        // The ROM of a Pi 3 in such a log: the prefix has to speak for it, too.
        message.options[1].second = machineId3B().first(14);
        QVERIFY(piRequest(message));
        message.mac = macOf("3c:a6:2f:00:00:01");
        QVERIFY(!piRequest(message));
    }

    void neighbours_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::addRow("ip neigh") << "192.168.1.1 dev eth0 lladdr 3c:a6:2f:00:11:22 router REACHABLE\n192.168.1.50 dev eth0 lladdr dc:a6:32:79:26:df STALE\n"
                                     "192.168.1.51 dev eth0  FAILED\nfe80::1 dev eth0 lladdr 3c:a6:2f:00:11:22 router STALE\n"_ba << QString();
        QTest::addRow("ip -j neigh") << "[{\"dst\":\"192.168.1.1\",\"dev\":\"eth0\",\"lladdr\":\"3c:a6:2f:00:11:22\",\"state\":[\"REACHABLE\"]},"
                                        "{\"dst\":\"192.168.1.50\",\"dev\":\"eth0\",\"lladdr\":\"dc:a6:32:79:26:df\"},{\"dst\":\"192.168.1.51\",\"dev\":\"eth0\"}]"_ba << QString();
        QTest::addRow("/proc/net/arp") << "IP address       HW type     Flags       HW address            Mask     Device\n"
                                          "192.168.1.1      0x1         0x2         3c:a6:2f:00:11:22     *        eth0\n"
                                          "192.168.1.51     0x1         0x0         00:00:00:00:00:00     *        eth0\n"
                                          "192.168.1.50     0x1         0x2         dc:a6:32:79:26:df     *        eth0\n"_ba << QString();
        QTest::addRow("arp -a, Linux") << "_gateway (192.168.1.1) at 3c:a6:2f:00:11:22 [ether] on eth0\npi (192.168.1.50) at dc:a6:32:79:26:df [ether] on eth0\n"
                                          "? (192.168.1.51) at <incomplete> on eth0\n"_ba << u"pi"_s;
        QTest::addRow("arp -a, macOS") << "? (192.168.1.1) at 3c:a6:2f:0:11:22 on en0 ifscope [ethernet]\npi.local (192.168.1.50) at dc:a6:32:79:26:df on en0 ifscope [ethernet]\n"
                                          "? (192.168.1.51) at (incomplete) on en0 ifscope [ethernet]\n? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]\n"_ba << u"pi"_s;
        QTest::addRow("arp -a, Windows") << "\r\nSchnittstelle: 192.168.1.20 --- 0x7\r\n  Internetadresse       Physische Adresse     Typ\r\n"
                                            "  192.168.1.1           3c-a6-2f-00-11-22     dynamisch\r\n  192.168.1.50          dc-a6-32-79-26-df     dynamisch\r\n"
                                            "  192.168.1.255         ff-ff-ff-ff-ff-ff     statisch\r\n"_ba << QString();
    }
    void neighbours()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        auto found = parseNeighbours(text);
        QCOMPARE(found.size(), size_t(2));
        std::ranges::sort(found, {}, &Neighbour::address);
        QCOMPARE(found[0].mac, macOf("3c:a6:2f:00:11:22"));
        QCOMPARE(found[1].address.toString(), u"192.168.1.50"_s);
        QCOMPARE(found[1].mac, macOf("dc:a6:32:79:26:df"));
        QCOMPARE(found[1].name, name);
    }
    void leases()
    {
        const auto found = parseLeases("1763840000 dc:a6:32:79:26:df 192.168.1.50 pi-01 01:dc:a6:32:79:26:df\n1763840000 3c:a6:2f:00:11:22 192.168.1.51 * *\n"
                                       "duid 00:01:00:01\nlease 192.168.1.60 {\n  starts 4 2026/11/19 10:00:00;\n  hardware ethernet dc:a6:32:00:00:01;\n}\n"
                                       "lease 192.168.1.60 {\n  hardware ethernet dc:a6:32:00:00:02;\n  client-hostname \"Pi-60\";\n}\n");
        QCOMPARE(found.size(), size_t(3));
        QCOMPARE(found[0], (Neighbour{*Ipv4::parse(u"192.168.1.50"), macOf("dc:a6:32:79:26:df"), u"pi-01"_s, {}}));
        QCOMPARE(found[1].name, QString());
        QCOMPARE(found[2], (Neighbour{*Ipv4::parse(u"192.168.1.60"), macOf("dc:a6:32:00:00:02"), u"pi-60"_s, {}}));
        QVERIFY(parseLeases({}).empty() && parseNeighbours("[").empty());
    }
    void banners()
    {
        QCOMPARE(parseSshBanner("SSH-2.0-OpenSSH_8.4p1 Raspbian-5+deb11u1\r\n"), (std::optional(SshBanner{u"OpenSSH_8.4p1"_s, u"Raspbian"_s})));
        QVERIFY(parseSshBanner("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3")->mayBePi());
        QVERIFY(!parseSshBanner("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3")->isRaspbian());
        QCOMPARE(parseSshBanner("SSH-2.0-OpenSSH_9.6p1 Ubuntu-3ubuntu13")->system, u"Ubuntu"_s);
        QVERIFY(!parseSshBanner("SSH-2.0-dropbear")->mayBePi());
        QCOMPARE(parseSshBanner("SSH-2.0-dropbear_2022.83")->software, u"dropbear_2022.83"_s);
        for (const char *bad : {"", "SSH-1.5-x", "HTTP/1.1 200 OK", "SSH-2.0-", "SSH-2.0-a\x01"})
            QVERIFY2(!parseSshBanner(bad), bad);
    }

    void mdnsAnswer()
    {
        // node-1 [dc:a6:32:01:02:03]._workstation._tcp.local, its host and address, with compressed names.
        const auto be16 = [](int n) -> QByteArray { return QByteArray(1, char(n >> 8)) + char(n & 255); };
        QByteArray p = QByteArray::fromHex("000084000000000300000000");
        const int service = int(p.size());
        p += label("_workstation") + label("_tcp") + label("local") + '\0';
        const QByteArray instance = label("node-1 [dc:a6:32:01:02:03]") + be16(0xc000 | service);
        p += be16(12) + be16(1) + QByteArray(4, '\0') + be16(int(instance.size()));
        const int instanceAt = int(p.size());
        p += instance + be16(0xc000 | instanceAt) + be16(33) + be16(0x8001) + QByteArray(4, '\0');
        const QByteArray host = label("Node-1") + be16(0xc000 | (service + 18));
        p += be16(6 + int(host.size())) + QByteArray(4, '\0') + be16(9);
        const int hostAt = int(p.size());
        p += host + be16(0xc000 | hostAt) + be16(1) + be16(0x8001) + QByteArray(4, '\0') + be16(4) + QByteArray::fromHex("c0a80132");
        const auto records = parseMdns(p);
        QVERIFY(records);
        QCOMPARE(records->size(), size_t(3));
        QCOMPARE(records->at(0).name, u"_workstation._tcp.local"_s);
        QCOMPARE(std::get<MdnsService>(records->at(1).data).host, u"Node-1.local"_s);
        const auto hosts = mdnsHosts(*records);
        QCOMPARE(hosts.size(), size_t(1));
        QCOMPARE(hosts[0], (MdnsHost{u"node-1"_s, {*Ipv4::parse(u"192.168.1.50")}, macOf("dc:a6:32:01:02:03"), {u"_workstation._tcp"_s}}));
        for (qsizetype i = 0; i < p.size(); ++i)
            QVERIFY(!parseMdns(p.first(i)));
        // A name that points at itself, one that points ahead, and a question.
        for (const int to : {instanceAt, int(p.size()) - 2, 0x3fff}) {
            QByteArray bad = p;
            bad.replace(instanceAt + instance.size() - 2, 2, be16(0xc000 | to));
            (void)parseMdns(bad);
        }
        QByteArray loop = QByteArray::fromHex("000084000000000100000000") + be16(0xc00c) + be16(1) + be16(1) + QByteArray(4, '\0') + be16(4) + QByteArray(4, '\1');
        QVERIFY(!parseMdns(loop));
        QVERIFY(!parseMdns(mdnsQuery({u"_ssh._tcp.local"_s})));
        QCOMPARE(mdnsQuery({u"_ssh._tcp.local"_s}).toHex(), "000000000001000000000000045f737368045f746370056c6f63616c00000c8001"_ba);
    }
};

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"

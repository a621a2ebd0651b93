// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// DHCP, PXE, option 97, TFTP and frames, by the bytes of the reference and of recorded boots.
#include "wire/dhcp.h"
#include "wire/frame.h"
#include "wire/machine_id.h"
#include "wire/pxe.h"
#include "wire/tftp.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

const char menu32[] = "0601030a0400505845091400001152617370626572727920506920426f6f74ff";
const char menu35[] = "0601030a0400505845091700001452617370626572727920506920426f6f74202020ff";

} // namespace

class TestBootPackets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pxeMenuOfDnsmasq()
    {
        const auto options = parsePxe(hex(menu32));
        QVERIFY(options);
        QCOMPARE(options->discoveryControl, std::optional<quint8>(3));
        QCOMPARE(options->promptTimeout, std::optional<quint8>(0));
        QCOMPARE(options->promptText, "PXE"_ba);
        QCOMPARE(options->menu, (std::vector<PxeMenuEntry>{{0, "Raspberry Pi Boot"_ba}}));
        QCOMPARE(pxeService("Raspberry Pi Boot").toHex(), QByteArray(menu32));
        QCOMPARE(pxeService("Raspberry Pi Boot   ").toHex(), QByteArray(menu35));
    }
    void whoIsOffered_data()
    {
        QTest::addColumn<QByteArray>("option43");
        QTest::addColumn<bool>("threeBlanks");
        QTest::addColumn<bool>("menu");
        QTest::addColumn<bool>("menuOrPlain");
        QTest::newRow("menu") << hex(menu32) << false << true << true;
        QTest::newRow("three blanks") << hex(menu35) << true << true << true;
        QTest::newRow("plain") << "Raspberry Pi Boot"_ba << false << false << true;
        QTest::newRow("plain, ended") << "Raspberry Pi Boot\0"_ba << false << false << true;
        QTest::newRow("other text") << pxeService("Raspberry Pi Boots") << false << false << false;
        QTest::newRow("a PC's menu") << pxeService("Install Linux") << false << false << false;
        QTest::newRow("nothing") << QByteArray() << false << false << false;
        QTest::newRow("cut short") << hex(menu32).first(20) << false << false << false;
        QTest::newRow("menu entry too long") << hex("0905000011526173ff") << false << false << false;
    }
    void whoIsOffered()
    {
        QFETCH(QByteArray, option43);
        QTEST(offersPiBoot(option43, BootTextRule::ThreeBlanks), "threeBlanks");
        QTEST(offersPiBoot(option43, BootTextRule::Menu), "menu");
        QTEST(offersPiBoot(option43, BootTextRule::MenuOrPlain), "menuOrPlain");
    }
    void secondMenuEntryCounts()
    {
        QVERIFY(offersPiBoot(hex("091a"
                                 "000003504358"
                                 "0000115261737062657272792050692042"
                                 "6f6f74"
                                 "ff"),
                             BootTextRule::Menu));
    }
    void machineIdOfPi4()
    {
        // rpi-eeprom#376 order: fourcc, revision, MAC tail, serial; here as recorded with the turned fourcc.
        const auto id = parseMachineId(hex("00525069341431c000320102028b7a6f5e"));
        QVERIFY(id);
        QCOMPARE(id->form, MachineId::Form::Board4);
        QCOMPARE(id->revision->code(), 0xc03114U);
        QCOMPARE(id->revision->model(), PiModel::Pi4B);
        QCOMPARE(id->serial->toString(), u"5e6f7a8b"_s);
        QCOMPARE(id->macTail, (std::optional<std::array<quint8, 4>>({0x32, 1, 2, 2})));
    }
    void machineIdIsMade()
    {
        const auto serial = *Serial::parse(u"38c128c0");
        const auto mac = *MacAddress::parse(u"dc:a6:32:79:26:df");
        const auto revision = *BoardRevision::fromCode(0xc03114);
        QCOMPARE(machineIdEeprom(false, revision, mac, serial).toHex(),
                 "00346950521431c0003279 26dfc028c138"_ba.replace(" ", ""));
        QCOMPARE(machineIdEeprom(true, revision, mac, serial).first(5).toHex(), "0035695052"_ba);
        QCOMPARE(machineId3BPlus(serial).toHex(), "00c028c138c028c138c028c138c028c138"_ba);
        QCOMPARE(machineId3B(), QByteArray(1, '\0') + QByteArray(16, 'D'));
        QCOMPARE(parseMachineId(machineId3B())->form, MachineId::Form::Constant);
        QVERIFY(!parseMachineId(machineId3B())->serial);
        QCOMPARE(parseMachineId(machineId3BPlus(serial))->serial, std::optional(serial));
        QCOMPARE(parseMachineId(machineIdEeprom(true, revision, mac, serial))->form, MachineId::Form::Board5);
    }
    void machineIdOfOthers()
    {
        QVERIFY(!parseMachineId({}));
        QVERIFY(!parseMachineId(hex("00112233445566778899aabbccddeeff00"))); // a PC's UUID
        QVERIFY(!parseMachineId(hex("01525069341431c000320102028b7a6f5e"))); // type 1
        QVERIFY(!parseMachineId(hex("00525069341431c000320102028b7a6f5e00"))); // 18 bytes
        QVERIFY(!parseMachineId(machineId3B().replace('D', '\0')));
        QVERIFY(!parseMachineId(hex("00525069341431c000000000008b7a6f5e"))->macTail); // before 2020-03
    }
    void dhcpThereAndBack()
    {
        DhcpMessage message{.reply = true,
                            .xid = 0x26f30339,
                            .secs = 7,
                            .broadcast = true,
                            .yiaddr = *Ipv4::parse(u"10.9.0.50"),
                            .siaddr = *Ipv4::parse(u"10.9.0.7"),
                            .mac = *MacAddress::parse(u"b8:27:eb:01:02:03"),
                            .serverName = "pi"_ba,
                            .bootFile = "bootcode.bin"_ba};
        message.options = {{53, "\x02"_ba}, {54, hex("0a090007")}, {43, QByteArray(600, 'x')}, {97, machineId3B()}};
        const QByteArray bytes = toBytes(message);
        QCOMPARE(parseDhcp(bytes), std::optional(message));
        QCOMPARE(message.type(), std::optional(DhcpType::Offer));
        QCOMPARE(message.address(54), Ipv4::parse(u"10.9.0.7"));
        for (qsizetype i = 0; i < 240; ++i)
            QVERIFY(!parseDhcp(bytes.first(i)));
        message.options.clear();
        QCOMPARE(toBytes(message).size(), 300);
        QVERIFY(!message.type());
    }
    void dhcpOverload()
    {
        DhcpMessage message{
            .xid = 1, .mac = *MacAddress::parse(u"b8:27:eb:01:02:03"), .serverName = {}, .bootFile = {}};
        message.options = {{52, "\x01"_ba}};
        QByteArray bytes = toBytes(message);
        bytes.replace(108, 7, hex("42043132333 4ff"_ba.replace(" ", "").constData()));
        const auto parsed = parseDhcp(bytes);
        QVERIFY(parsed);
        QCOMPARE(parsed->option(66), std::optional("1234"_ba));
        QCOMPARE(parsed->bootFile, QByteArray());
    }
    void tftpBytes()
    {
        // rpi-eeprom#74 and firmware#1041: what the generations send.
        QCOMPARE(toBytes(TftpRequest{"38c128c0/start4.elf"_ba, 0, 1468}),
                 QByteArray("\0\1"
                            "38c128c0/start4.elf\0octet\0tsize\0"
                            "0\0blksize\0"
                            "1468\0",
                            49));
        QCOMPARE(toBytes(TftpRequest{"bootcode.bin"_ba, {}, {}}),
                 QByteArray("\0\1"
                            "bootcode.bin\0octet\0",
                            21));
        QCOMPARE(toBytes(TftpError{0, tftpEarlyTerminate}),
                 QByteArray("\0\5\0\0"
                            "Early terminate\0",
                            20));
        const std::vector<TftpPacket> packets{
            TftpRequest{"a"_ba, 0, 512}, TftpData{65535, "bytes"_ba}, TftpData{1, {}}, TftpAck{0},
            TftpError{1, "no"_ba},       TftpOptions{300000, 1468},   TftpOptions{}};
        for (const TftpPacket &packet : packets)
            QVERIFY(parseTftp(toBytes(packet)) == packet);
    }
    void tftpRefusals()
    {
        QVERIFY(!parseTftp({}));
        QVERIFY(!parseTftp(QByteArray("\0\2a\0octet\0", 10))); // a write
        QVERIFY(!parseTftp(QByteArray("\0\1a\0netascii\0", 13)));
        QVERIFY(!parseTftp(QByteArray("\0\1\0octet\0", 9))); // no name
        QVERIFY(!parseTftp(QByteArray("\0\6blksize\0-1\0", 13)));
        QVERIFY(!parseTftp(QByteArray("\0\6blksize\0", 10))); // no value
        QVERIFY(!parseTftp(QByteArray("\0\6tsize\0"
                                      "99999999999999999999\0",
                                      29)));
        QVERIFY(parseTftp(QByteArray("\0\6windowsize\0"
                                     "8\0",
                                     15))); // unknown: passed over
    }
    void frames()
    {
        UdpFrame frame{.from = {0xdc, 0xa6, 0x32, 1, 2, 4},
                       .to = ethernetBroadcast,
                       .destination = Ipv4::fromValue(0xffffffff),
                       .sourcePort = 68,
                       .destinationPort = 67,
                       .payload = "hello!!"_ba};
        const QByteArray bytes = toBytes(frame, 77);
        QCOMPARE(parseUdpFrame(bytes, UdpChecksum::Check), std::optional(frame));
        QCOMPARE(parseUdpFrame(QByteArray(bytes + QByteArray(20, 'p')), UdpChecksum::Check),
                 std::optional(frame)); // Ethernet padding
        QByteArray broken = bytes;
        broken[broken.size() - 1] = '?';
        QVERIFY(!parseUdpFrame(broken, UdpChecksum::Check));
        QVERIFY(parseUdpFrame(broken, UdpChecksum::Trust));
        QByteArray fragment = bytes;
        fragment[20] = 0x20;
        QVERIFY(!parseUdpFrame(fragment, UdpChecksum::Trust));
        for (qsizetype i = 0; i < bytes.size(); ++i)
            QVERIFY(!parseUdpFrame(bytes.first(i), UdpChecksum::Trust));
    }
};

QTEST_GUILESS_MAIN(TestBootPackets)
#include "tst_boot_packets.moc"

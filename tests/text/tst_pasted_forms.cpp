// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people paste: good, sloppy and wrong, and what comes of it, to the letter.
#include "text/pasted_nodes.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

// "name|serial|mac|model order+otp"; "! id subject" for what is wrong; "? id subject (detail)" for a hint.
QStringList said(const Pasted &pasted)
{
    QStringList out;
    for (const PastedNode &node : pasted.nodes) {
        QString line = QStringList{node.name, node.serial ? node.serial->toString() : QString(), node.mac ? node.mac->toString() : QString(),
                                   node.model ? shortName(*node.model) : QString()}
                           .join(u'|');
        if (node.bootOrder)
            line += u' ' + node.bootOrder->toString();
        if (node.hostBoot)
            line += *node.hostBoot ? u" otp"_s : u" no-otp"_s;
        out << line;
    }
    for (const PastedProblem &problem : pasted.problems)
        out << u"! "_s + errorId(problem.error.kind) + u' ' + problem.error.subject;
    for (const PastedProblem &hint : pasted.hints)
        out << u"? "_s + errorId(hint.error.kind) + u' ' + hint.error.subject + (hint.error.detail.isEmpty() ? QString() : u" ("_s + hint.error.detail + u')');
    return out;
}

const char cpuinfo4[] = "processor\t: 0\nBogoMIPS\t: 108.00\nFeatures\t: fp asimd evtstrm crc32 cpuid\nCPU implementer\t: 0x41\nCPU architecture: 8\n"
                        "CPU variant\t: 0x0\nCPU part\t: 0xd08\nCPU revision\t: 3\n\nRevision\t: c03114\nSerial\t\t: 1000000038c128c0\n"
                        "Model\t\t: Raspberry Pi 4 Model B Rev 1.4\n";
const char cpuinfo3[] = "processor\t: 0\nmodel name\t: ARMv7 Processor rev 4 (v7l)\nBogoMIPS\t: 38.40\n\nHardware\t: BCM2835\nRevision\t: a02082\n"
                        "Serial\t\t: 000000008d8696f5\nModel\t\t: Raspberry Pi 3 Model B Rev 1.2\n";
const char screen[] = "bootloader: 507b2360 2022/04/26\nupdate-ts: 1650972218\nboard: c03111 38c128c0 dc:a6:32:79:26:df\n"
                      "boot: mode NETWORK 2 order f21 retry 0/128 restart 0/-1\nSD: card not detected\npart: 0 mbr [0x00:00000000 0x00:00000000]\n"
                      "fw: start4.elf fixup4.dat\nnet: up ip: 192.168.1.50 sn: 255.255.255.0 gw: 192.168.1.1\ntftp: 192.168.1.7 b8:27:eb:11:22:33\n"
                      "display: DISP0: HDMI HPD=1 EDID=ok #2 DISP1: HPD=0 EDID=none #0\n";
const char otp3[] = "08:00000000\n16:00280000\n17:3020000a\n18:3020000a\n28:8d8696f5\n29:727969 0a\n30:00a02082\n31:00000000\n32:00000000\n64:00000000\n65:00000000\n";
const char otp5[] = "16:00000000\n17:0000000a\n28:00000000\n30:00000000\n31:a1b2c3d4\n32:00d04170\n35:10000000\n50:00000000\n";
const char ipA[] = "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n"
                   "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n    inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever\n"
                   "2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000\n"
                   "    link/ether dc:a6:32:79:26:df brd ff:ff:ff:ff:ff:ff\n    inet 192.168.1.50/24 brd 192.168.1.255 scope global dynamic eth0\n"
                   "       valid_lft 80000sec preferred_lft 80000sec\n    inet6 fe80::1/64 scope link\n"
                   "3: wlan0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc pfifo_fast state DOWN\n    link/ether dc:a6:32:79:26:e0 brd ff:ff:ff:ff:ff:ff\n"
                   "4: docker0: <BROADCAST> mtu 1500\n    link/ether 02:42:ac:11:00:01 brd ff:ff:ff:ff:ff:ff\n";
const char eepromConfig[] = "[all]\nBOOT_UART=0\nWAKE_ON_GPIO=1\nENABLE_SELF_UPDATE=1\nBOOT_ORDER=0xf41\n\n";
const char update[] = "BOOTLOADER: up to date\n   CURRENT: Thu 26 Jan 11:39:52 UTC 2023 (1674733192)\n    LATEST: Thu 26 Jan 11:39:52 UTC 2023 (1674733192)\n"
                      "   RELEASE: default (/lib/firmware/raspberrypi/bootloader/default)\n            Use raspi-config to change the release.\n\n"
                      "  VL805_FW: Using bootloader EEPROM\n     VL805: up to date\n   CURRENT: 000138c0\n    LATEST: 000138c0\n";

} // namespace

class TestPastedForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("result");
        const auto row = [](const char *name, const QByteArray &text, const QStringList &result) { QTest::newRow(name) << QString::fromUtf8(text) << result; };
        // Good
        row("start screen, one line", "board: c03111 38c128c0 dc:a6:32:79:26:df", {u"|38c128c0|dc:a6:32:79:26:df|4B"_s});
        row("start screen, whole", screen, {u"|38c128c0|dc:a6:32:79:26:df|4B 0xf21"_s});
        row("start screens of two", QByteArray(screen) + QByteArray(screen).replace("38c128c0", "5e6f7a8b").replace("79:26:df", "01:02:03"),
            {u"|38c128c0|dc:a6:32:79:26:df|4B 0xf21"_s, u"|5e6f7a8b|dc:a6:32:01:02:03|4B 0xf21"_s});
        row("cpuinfo of a 4", cpuinfo4, {u"|38c128c0||4B"_s});
        row("cpuinfo of a 3", cpuinfo3, {u"|8d8696f5||3B"_s});
        row("cpuinfo of two", QByteArray(cpuinfo4) + cpuinfo3, {u"|38c128c0||4B"_s, u"|8d8696f5||3B"_s});
        row("otp_dump of a 3", QByteArray(otp3).replace("29:727969 0a\n", ""), {u"|8d8696f5||3B otp"_s});
        row("otp_dump of a 5", otp5, {u"|a1b2c3d4||5"_s});
        row("otp_dump, one row", "28:38c128c0", {u"|38c128c0||"_s});
        row("otp_dump, two Pis", "28:38c128c0\n30:00c03111\n28:8d8696f5\n30:00a02082\n17:1020000a\n", {u"|38c128c0||4B"_s, u"|8d8696f5||3B no-otp"_s});
        row("ip address", ipA, {u"||dc:a6:32:79:26:df|"_s});
        row("ip address of two", QByteArray(ipA) + QByteArray(ipA).replace("dc:a6:32:79:26", "e4:5f:01:79:26"), {u"||dc:a6:32:79:26:df|"_s, u"||e4:5f:01:79:26:df|"_s});
        row("ip -br link", "lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP>\neth0             UP             dc:a6:32:79:26:df <BROADCAST,UP>\n"
                           "wlan0            DOWN           dc:a6:32:79:26:e0 <BROADCAST>\n", {u"||dc:a6:32:79:26:df|"_s});
        row("ifconfig", "eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500\n        inet 192.168.1.50  netmask 255.255.255.0\n"
                        "        ether dc:a6:32:79:26:df  txqueuelen 1000  (Ethernet)\n        RX packets 100  bytes 1000 (1.0 KB)\n"
                        "wlan0: flags=4099<UP>  mtu 1500\n        ether dc:a6:32:79:26:e0  txqueuelen 1000\n", {u"||dc:a6:32:79:26:df|"_s});
        row("rpi-eeprom-config alone", eepromConfig, {u"! BB-IN-011 [all]"_s});
        row("all of one Pi", QByteArray(cpuinfo4) + ipA + eepromConfig, {u"|38c128c0|dc:a6:32:79:26:df|4B 0xf41"_s});
        row("all of one Pi, with prompts", "pi@node-03:~ $ cat /proc/cpuinfo\n" + QByteArray(cpuinfo4) + "pi@node-03:~ $ ip a\n" + ipA + "pi@node-03:~ $ sudo rpi-eeprom-config\n" + eepromConfig,
            {u"node-03|38c128c0|dc:a6:32:79:26:df|4B 0xf41"_s});
        row("two Pis, with prompts", "pi@a:~ $ cat /proc/cpuinfo\n" + QByteArray(cpuinfo4) + "pi@b:~ $ cat /proc/cpuinfo\n" + cpuinfo3, {u"a|38c128c0||4B"_s, u"b|8d8696f5||3B"_s});
        row("rpi-eeprom-update says nothing", QByteArray(cpuinfo4) + update, {u"|38c128c0||4B"_s});
        row("bootloader_version says nothing", "2024/01/15 14:40:05\nversion 776ab3f1f29a1c8e0d8c9b1f1f2d8f7c5e6d4a3b (release)\ntimestamp 1705329605\nupdate-time 1705329605\ncapabilities 0x0000007f\n38c128c0\n",
            {u"|38c128c0||"_s, u"! BB-IN-011 2024/01/15 14:40:05"_s, u"! BB-IN-011 version 776ab3f1f29a1c8e0d8c9b1f1f2d8f7c5e6d4a3b (release)"_s});
        row("EEPROM with an address of its own", "[all]\nMAC_ADDRESS=dc:a6:32:01:02:03\nBOOT_ORDER=0xf21\n", {u"||dc:a6:32:01:02:03| 0xf21"_s});
        row("device tree, ended by NUL", QByteArray("10000000abcd1234\0", 17), {u"|abcd1234||"_s});
        row("serials", "38c128c0\n5e6f7a8b\n", {u"|38c128c0||"_s, u"|5e6f7a8b||"_s});
        row("long serial", "1000000038c128c0", {u"|38c128c0||"_s});
        row("capitals", "38C128C0 DC:A6:32:79:26:DF", {u"|38c128c0|dc:a6:32:79:26:df|"_s});
        row("CSV with head", "Name,Serial,MAC,Model\npi-01,38c128c0,dc:a6:32:79:26:df,4B\npi-02,8d8696f5,b8:27:eb:86:96:f5,3B\n",
            {u"pi-01|38c128c0|dc:a6:32:79:26:df|4B"_s, u"pi-02|8d8696f5|b8:27:eb:86:96:f5|3B"_s});
        row("CSV without head", "pi-01,38c128c0,dc:a6:32:79:26:df,4B\n", {u"pi-01|38c128c0|dc:a6:32:79:26:df|4B"_s});
        row("spreadsheet", "Serial\tHostname\n38c128c0\tpi-01\n", {u"pi-01|38c128c0||"_s});
        row("Excel's CSV", "\xef\xbb\xbfSerial;Name\r\n\"38c128c0\";\"pi-01\"\r\n", {u"pi-01|38c128c0||"_s});
        row("label on the box", "Raspberry Pi 5 8GB\nMAC: D83ADD012345\n", {u"||d8:3a:dd:01:23:45|"_s, u"! BB-IN-011 Raspberry Pi 5 8GB"_s});
        row("log of dnsmasq", "Nov 22 19:10:00 srv dnsmasq-dhcp[17]: 653460281 PXE(eth0) b8:27:eb:86:96:f5 proxy\n", {u"||b8:27:eb:86:96:f5|"_s});
        row("arp of Linux", "_gateway (192.168.1.1) at 3c:a6:2f:00:11:22 [ether] on eth0\n? (192.168.1.50) at dc:a6:32:79:26:df [ether] on eth0\n", {u"||dc:a6:32:79:26:df|"_s});
        row("arp of Windows", "  192.168.1.1           3c-a6-2f-00-11-22     dynamic\n  192.168.1.50          dc-a6-32-79-26-df     dynamic\n", {u"||dc:a6:32:79:26:df|"_s});
        row("ip neighbour", "192.168.1.50 dev eth0 lladdr dc:a6:32:79:26:df REACHABLE\n192.168.1.51 dev eth0 FAILED\n", {u"||dc:a6:32:79:26:df|"_s});
        row("leases", "1763840000 dc:a6:32:79:26:df 192.168.1.50 pi 01:dc:a6:32:79:26:df\n1763840000 3c:a6:2f:00:11:22 192.168.1.51 tv *\n", {u"||dc:a6:32:79:26:df|"_s});
        row("comments and blank lines", "# the rack\n\n   \n38c128c0\n", {u"|38c128c0||"_s});
        // Sloppy
        row("no blank behind the label", "Serial:38c128c0 MAC:dca6327926df", {u"|38c128c0|dc:a6:32:79:26:df|"_s});
        row("equals signs", "serial=38c128c0 mac=dc-a6-32-79-26-df name=pi-01", {u"pi-01|38c128c0|dc:a6:32:79:26:df|"_s});
        row("0x", "0x38c128c0", {u"|38c128c0||"_s});
        row("quotes and brackets", "(\"38c128c0\", 'dc:a6:32:79:26:df');", {u"|38c128c0|dc:a6:32:79:26:df|"_s});
        row("address with blanks", "dc a6 32 79 26 df", {u"||dc:a6:32:79:26:df|"_s});
        row("address of a word processor", "dc\xe2\x80\x93" "a6\xe2\x80\x93" "32\xe2\x80\x93" "79\xe2\x80\x93" "26\xe2\x80\x93" "df", {u"||dc:a6:32:79:26:df|"_s});
        row("hard blanks", "pi-01\xc2\xa0" "38c128c0", {u"pi-01|38c128c0||"_s});
        row("Cisco", "dca6.3279.26df", {u"||dc:a6:32:79:26:df|"_s});
        row("the same twice", "38c128c0\n1000000038c128c0\n", {u"|38c128c0||"_s});
        row("in two lines", "38c128c0 pi-01\n38c128c0 dc:a6:32:79:26:df\n", {u"pi-01|38c128c0|dc:a6:32:79:26:df|"_s});
        row("in words", "node pi-07 is a Raspberry Pi 4 Model B Rev 1.4", {u"! BB-IN-011 node pi-07 is a Raspberry Pi 4 Model B Rev 1.4"_s});
        row("unknown prefix", "38c128c0 02:11:22:33:44:55", {u"|38c128c0|02:11:22:33:44:55|"_s, u"? BB-IN-044 02:11:22:33:44:55"_s});
        // Wrong
        row("Pi 3: they do not belong together", "8d8696f5 b8:27:eb:86:96:f6 3B", {u"|8d8696f5|b8:27:eb:86:96:f6|3B"_s, u"? BB-IN-045 8d8696f5 (b8:27:eb:86:96:f6)"_s});
        row("Pi 3 with another prefix", "8d8696f5 dc:a6:32:79:26:df 3B+", {u"|8d8696f5|dc:a6:32:79:26:df|3B+"_s, u"? BB-IN-045 8d8696f5 (dc:a6:32:79:26:df)"_s});
        row("found apart, and do not belong together", "8d8696f5 rack-3\nrack-3 b8:27:eb:00:00:01 8d8696f5\n", {u"rack-3|8d8696f5|b8:27:eb:00:00:01|"_s, u"? BB-IN-045 8d8696f5 (b8:27:eb:00:00:01)"_s});
        row("two addresses for one serial", "38c128c0 dc:a6:32:79:26:df\n38c128c0 dc:a6:32:79:26:e0\n",
            {u"|38c128c0|dc:a6:32:79:26:df|"_s, u"|38c128c0|dc:a6:32:79:26:e0|"_s, u"? BB-IN-003 38c128c0 (dc:a6:32:79:26:df)"_s});
        row("two serials for one address", "38c128c0 dc:a6:32:79:26:df\n38c128c1 dc:a6:32:79:26:df\n",
            {u"|38c128c0|dc:a6:32:79:26:df|"_s, u"|38c128c1|dc:a6:32:79:26:df|"_s, u"? BB-IN-004 dc:a6:32:79:26:df (38c128c0)"_s});
        row("7 digits", "8c128c0", {u"! BB-IN-001 8c128c0"_s});
        row("9 digits", "038c128c0", {u"! BB-IN-001 038c128c0"_s});
        row("O for 0", "38c128cO", {u"! BB-IN-001 38c128cO"_s});
        row("l for 1", "38cl28c0 pi-01", {u"! BB-IN-001 38cl28c0"_s});
        row("serial of nothing", "00000000", {u"! BB-IN-001 00000000"_s});
        row("five octets", "dc:a6:32:79:26", {u"! BB-IN-002 dc:a6:32:79:26"_s});
        row("seven octets", "dc:a6:32:79:26:df:00", {u"! BB-IN-002 dc:a6:32:79:26:df:00"_s});
        row("a group's address", "01:00:5e:00:00:fb", {u"! BB-IN-002 01:00:5e:00:00:fb"_s});
        row("only an IP", "192.168.1.50", {u"! BB-IN-011 192.168.1.50"_s});
        row("prose", "the one under the desk", {u"! BB-IN-011 the one under the desk"_s});
        row("a good one and a bad one", "38c128c0\n8c128c0\n", {u"|38c128c0||"_s, u"! BB-IN-001 8c128c0"_s});
        row("wrong in a table", "serial,mac\n38c128c0,dc:a6:32\n", {u"! BB-IN-002 dc:a6:32"_s});
        row("nothing", "\n \n", {});
    }
    void table()
    {
        QFETCH(QString, text);
        QTEST(said(readPastedNodes(text)), "result");
    }
    void saysTheLines()
    {
        const Pasted pasted = readPastedNodes(u"38c128c0\n\n8c128c0\n02:11:22:33:44:55\n"_s);
        QCOMPARE(pasted.problems[0].line, 3);
        QCOMPARE(pasted.hints[0].line, 4);
    }
    void manyEndInTime()
    {
        QString text;
        for (int i = 1; i < 100'000; ++i)
            text += QString::number(i, 16).rightJustified(8, u'0') + u'\n';
        const Pasted pasted = readPastedNodes(text);
        QCOMPARE(pasted.nodes.size(), size_t(4096));
        QCOMPARE(pasted.problems.size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestPastedForms)
#include "tst_pasted_forms.moc"

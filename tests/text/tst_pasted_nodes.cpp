// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/pasted_nodes.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

QString said(const PastedNode &node)
{
    return QStringList{node.name, node.serial ? node.serial->toString() : QString(),
                       node.mac ? node.mac->toString() : QString(), node.model ? shortName(*node.model) : QString()}
        .join(u'|');
}

} // namespace

class TestPastedNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("nodes");
        const auto row = [](const char *name, const QString &text, const QStringList &nodes) {
            QTest::newRow(name) << text << nodes;
        };
        row("serials, one per line", u"38c128c0\n\n# a comment\n10000000ABCD1234\n"_s,
            {u"|38c128c0||"_s, u"|abcd1234||"_s});
        row("label of cpuinfo", u"Serial\t\t: 10000000abcd1234"_s, {u"|abcd1234||"_s});
        row("two labels", u"Serial : 38c128c0\nSerial : 38c128c1"_s, {u"|38c128c0||"_s, u"|38c128c1||"_s});
        row("MAC with colons", u"DC:A6:32:01:02:04"_s, {u"||dc:a6:32:01:02:04|"_s});
        row("MAC with dashes", u"dc-a6-32-01-02-04"_s, {u"||dc:a6:32:01:02:04|"_s});
        row("MAC with dots", u"dca6.3201.0204"_s, {u"||dc:a6:32:01:02:04|"_s});
        row("bare MAC", u"dca632010204"_s, {u"||dc:a6:32:01:02:04|"_s});
        row("labelled MAC", u"MAC: dc:a6:32:01:02:04"_s, {u"||dc:a6:32:01:02:04|"_s});
        row("HDMI screen", u"board: c04170 a1b2c3d4 dc:a6:32:4b:2c:1a"_s, {u"|a1b2c3d4|dc:a6:32:4b:2c:1a|5"_s});
        row("words", u"pi-01 38c128c0 dc:a6:32:01:02:04 Raspberry Pi 4 Model B"_s,
            {u"pi-01|38c128c0|dc:a6:32:01:02:04|4B"_s});
        row("short model", u"38c128c0, 3B+"_s, {u"|38c128c0||3B+"_s});
        row("CSV with head",
            u"Name,Serial,MAC address,Model\npi-01,38c128c0,dc:a6:32:01:02:04,Pi 4\npi-02,,b8:27:eb:01:02:03,3B"_s,
            {u"pi-01|38c128c0|dc:a6:32:01:02:04|4B"_s, u"pi-02||b8:27:eb:01:02:03|3B"_s});
        row("CSV in quotes", u"serial;hostname\n\"38c128c0\";\"pi-07\"\r\n"_s, {u"pi-07|38c128c0||"_s});
        row("TSV without head", u"pi-01\t38c128c0\tdc:a6:32:01:02:04\t5"_s, {u"pi-01|38c128c0|dc:a6:32:01:02:04|5"_s});
        row("cpuinfo",
            u"processor\t: 0\nBogoMIPS\t: 108.00\nFeatures\t: fp asimd\nCPU implementer\t: 0x41\n\nprocessor\t: "
            u"1\n\nHardware\t: BCM2835\n"
            "Revision\t: c03111\nSerial\t\t: 100000002fe0b5c1\nModel\t\t: Raspberry Pi 4 Model B Rev 1.1\n"_s,
            {u"|2fe0b5c1||4B"_s});
        row("revision only", u"Revision : d04170\nSerial : 00000000a1b2c3d4"_s, {u"|a1b2c3d4||5"_s});
        row("log", u"Nov 22 19:10:00 dnsmasq-dhcp[1707]: 3863830139 PXE(vec0) dc:a6:32:01:02:01 proxy"_s,
            {u"||dc:a6:32:01:02:01|"_s});
        row("TFTP log",
            u"Nov 22 19:10:03 dnsmasq-tftp[1707]: file /srv/tftp/1a2b3c4d/start4.elf not found for 192.168.77.134"_s,
            {u"|1a2b3c4d||"_s});
        row("joined", u"38c128c0 pi-01\n38c128c0 dc:a6:32:01:02:04"_s, {u"pi-01|38c128c0|dc:a6:32:01:02:04|"_s});
        row("never joined", u"38c128c0 dc:a6:32:01:02:04\n38c128c0 dc:a6:32:01:02:05"_s,
            {u"|38c128c0|dc:a6:32:01:02:04|"_s, u"|38c128c0|dc:a6:32:01:02:05|"_s});
    }
    void understands()
    {
        QFETCH(QString, text);
        const Pasted pasted = readPastedNodes(text);
        QStringList nodes;
        for (const PastedNode &node : pasted.nodes)
            nodes << said(node);
        QTEST(nodes, "nodes");
        QVERIFY(pasted.problems.empty());
    }

    void complains_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("subject");
        QTest::newRow("serial of 7") << u"8c128c0"_s << ErrorKind::InvalidSerial << u"8c128c0"_s;
        QTest::newRow("labelled serial of 7") << u"Serial: 8c128c0"_s << ErrorKind::InvalidSerial << u"8c128c0"_s;
        QTest::newRow("serial of 7 in a table")
            << u"serial,name\n8c128c0,a"_s << ErrorKind::InvalidSerial << u"8c128c0"_s;
        QTest::newRow("serial 0") << u"00000000"_s << ErrorKind::InvalidSerial << u"00000000"_s;
        QTest::newRow("short MAC") << u"dc:a6:32:01:02"_s << ErrorKind::InvalidMac << u"dc:a6:32:01:02"_s;
        QTest::newRow("multicast MAC") << u"01005e000001"_s << ErrorKind::InvalidMac << u"01005e000001"_s;
        QTest::newRow("prose") << u"the one under the desk"_s << ErrorKind::NothingRecognised
                               << u"the one under the desk"_s;
    }
    void complains()
    {
        QFETCH(QString, text);
        const Pasted pasted = readPastedNodes(text);
        QVERIFY(pasted.nodes.empty());
        QCOMPARE(pasted.problems.size(), size_t(1));
        QTEST(pasted.problems[0].error.kind, "kind");
        QTEST(pasted.problems[0].error.subject, "subject");
    }

    void saysTheLine()
    {
        const Pasted pasted = readPastedNodes(u"38c128c0\n8c128c0\n"_s);
        QCOMPARE(pasted.nodes.size(), size_t(1));
        QCOMPARE(pasted.problems.size(), size_t(1));
        QCOMPARE(pasted.problems[0].line, 2);
    }

    void aWholeLog()
    {
        const Pasted pasted = readPastedNodes(QString::fromUtf8(readGolden(u"logs/boot-4b.log"_s)));
        QVERIFY(pasted.problems.empty());
        QStringList nodes;
        for (const PastedNode &node : pasted.nodes)
            nodes << said(node);
        QCOMPARE(nodes, (QStringList{u"||dc:a6:32:01:02:01|"_s, u"|1a2b3c4d||"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPastedNodes)
#include "tst_pasted_nodes.moc"

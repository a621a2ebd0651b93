// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board_revision.h"
#include "model/error.h"
#include "model/ipv4.h"
#include "model/mac_address.h"
#include "model/plan.h"
#include "model/serial.h"

#include <QSet>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void macs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mac");
        QTest::newRow("colons") << u"DC:A6:32:01:02:03"_s << u"dc:a6:32:01:02:03"_s;
        QTest::newRow("dashes") << u" dc-a6-32-01-02-03 "_s << u"dc:a6:32:01:02:03"_s;
        QTest::newRow("dots") << u"dca6.3201.0203"_s << u"dc:a6:32:01:02:03"_s;
        QTest::newRow("bare") << u"dca632010203"_s << u"dc:a6:32:01:02:03"_s;
        for (const char *wrong :
             {"", "dc:a6:32:01:02", "dc:a6:32:01:02:03:04", "dc:a6-32:01:02:03", "dca6:3201:0203", "dc.a6.32.01.02.03",
              "dca63201020", "gc:a6:32:01:02:03", "00:00:00:00:00:00", "01:00:5e:00:00:01", "ff:ff:ff:ff:ff:ff",
              "dc:a6:32:01:02:0", ":::::", "d:ca:63:20:10:203"})
            QTest::newRow(wrong) << QString::fromLatin1(wrong) << QString();
        QTest::newRow("other digits") << u"dc:a6:32:01:02:0\u0663"_s << QString();
    }
    void macs()
    {
        QFETCH(QString, text);
        QFETCH(QString, mac);
        const auto parsed = MacAddress::parse(text);
        QCOMPARE(parsed ? parsed->toString() : QString(), mac);
    }

    void macFolderAndMaker()
    {
        QCOMPARE(MacAddress::parse(u"DC:A6:32:01:02:03")->toFolder(), u"dc-a6-32-01-02-03"_s);
        QVERIFY(MacAddress::parse(u"2c:cf:67:01:02:03")->isRaspberryPi());
        QVERIFY(!MacAddress::parse(u"52:54:00:01:02:03")->isRaspberryPi());
    }

    void serials_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("serial");
        QTest::newRow("8") << u"38C128C0"_s << u"38c128c0"_s;
        QTest::newRow("16") << u"10000000abcd1234"_s << u"abcd1234"_s;
        QTest::newRow("0x") << u"0x00000001"_s << u"00000001"_s;
        for (const char *wrong :
             {"", "8c128c0", "138c128c0", "38c128cg", "00000000", "1000000000000000", "+8c128c0", "38c1 8c0"})
            QTest::newRow(wrong) << QString::fromLatin1(wrong) << QString();
    }
    void serials()
    {
        QFETCH(QString, text);
        QFETCH(QString, serial);
        const auto parsed = Serial::parse(text);
        QCOMPARE(parsed ? parsed->toString() : QString(), serial);
    }

    void revisions_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<PiModel>("model");
        QTest::addColumn<int>("memory");
        QTest::newRow("2B v1.1") << u"a01041"_s << PiModel::ZeroOrOld << 1024;
        QTest::newRow("2B v1.2") << u"a22042"_s << PiModel::Pi2B << 1024;
        QTest::newRow("3B") << u"a02082"_s << PiModel::Pi3B << 1024;
        QTest::newRow("3B+") << u"a020d3"_s << PiModel::Pi3BPlus << 1024;
        QTest::newRow("4B") << u"c03111"_s << PiModel::Pi4B << 4096;
        QTest::newRow("5") << u"d04170"_s << PiModel::Pi5 << 8192;
        QTest::newRow("5, 16 GB") << u"e04171"_s << PiModel::Pi5 << 16384;
    }
    void revisions()
    {
        QFETCH(QString, code);
        const auto revision = BoardRevision::parse(code);
        QVERIFY(revision);
        QTEST(revision->model(), "model");
        QTEST(revision->memoryMiB(), "memory");
        QVERIFY(!BoardRevision::parse(u"000d"));
        QVERIFY(!BoardRevision::parse(u"x"));
    }

    void models_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *text, const char *name) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(name);
        };
        row("3B+", "3B+");
        row("Raspberry Pi 3 Model B Plus", "3B+");
        row("Raspberry Pi 4 Model B", "4B");
        row("pi4", "4B");
        row("Raspberry Pi 5", "5");
        row("Compute Module 4", "CM4");
        row("Raspberry Pi Compute Module 5", "CM5");
        row("cm3+", "CM3+");
        row("Pi 400", "400");
        row("Zero 2 W", "old");
        row("banana", "");
        row("", "");
        row("Pi", "");
    }
    void models()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        const auto model = parsePiModel(text);
        QCOMPARE(model ? shortName(*model) : QString(), name);
    }

    void everyModelNamesItself()
    {
        for (int i = 0; i <= int(PiModel::ZeroOrOld); ++i) {
            const auto model = PiModel(i);
            QCOMPARE(parsePiModel(shortName(model)), std::optional(model));
            QCOMPARE(deviceTree(model).isEmpty(), bootRom(model) == BootRom::None);
        }
        QVERIFY(canNetboot(PiModel::Unknown) && !canNetboot(PiModel::ZeroOrOld) && !canNetboot(PiModel::Cm4S));
    }

    void addresses()
    {
        QCOMPARE(Ipv4::parse(u" 192.168.1.10 ")->toString(), u"192.168.1.10"_s);
        for (const QString &wrong : {u""_s, u"1.2.3"_s, u"1.2.3.4.5"_s, u"1.2.3.256"_s, u"1.2.3.04"_s, u"1.2.3.+4"_s,
                                     u"1..2.3"_s, u"1.2.3.4/8"_s, u"a.b.c.d"_s})
            QVERIFY2(!Ipv4::parse(wrong), qPrintable(wrong));
        const auto lan = Ipv4Network::parse(u"192.168.77.10/24");
        QVERIFY(lan);
        QCOMPARE(lan->network().toString(), u"192.168.77.0"_s);
        QCOMPARE(lan->broadcast().toString(), u"192.168.77.255"_s);
        QVERIFY(lan->contains(*Ipv4::parse(u"192.168.77.200")) && !lan->contains(*Ipv4::parse(u"192.168.78.1")));
        QCOMPARE(Ipv4Network::parse(u"10.0.0.1/0")->mask(), 0U);
        QCOMPARE(Ipv4Network::parse(u"10.0.0.1/32")->broadcast().toString(), u"10.0.0.1"_s);
        for (const QString &wrong : {u"10.0.0.1"_s, u"10.0.0.1/33"_s, u"10.0.0.1/-1"_s, u"10.0.0/8"_s, u"10.0.0.1/"_s})
            QVERIFY2(!Ipv4Network::parse(wrong), qPrintable(wrong));
    }

    void errorIdsAreDifferent()
    {
        QSet<QString> ids;
        for (int i = 0; !errorId(ErrorKind(i)).isEmpty(); ++i) { // what is no kind has no id
            const QString id = errorId(ErrorKind(i));
            QVERIFY2(id.startsWith("BB-"_L1), qPrintable(QString::number(i)));
            QVERIFY2(!ids.contains(id), qPrintable(id));
            ids.insert(id);
            QVERIFY(exitCode(ErrorKind(i)) > 0);
        }
        QVERIFY(ids.contains(errorId(ErrorKind::PracticeUnavailable)) && ids.size() > 150);
    }

    void aPlanThatOnlyLooksDoesNothing()
    {
        Plan plan{{}, ServerLayout(), {}, {}, *Ipv4Network::parse(u"10.0.0.1/8"), 0, {}, false, {}, {}, {}};
        QVERIFY(plan.nothingToDo());
        plan.actions = {CheckServing{}};
        QVERIFY(plan.nothingToDo());
        plan.actions.push_back(ReloadExports{});
        QVERIFY(!plan.nothingToDo());
        for (const Action &action : plan.actions)
            QVERIFY(weight(action) > 0);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"

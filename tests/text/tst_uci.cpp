// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/uci_text.h"

#include "text/shell.h"

#include <QFile>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

using Verb = UciChange::Verb;

UciConfig parsed(QByteArrayView text)
{
    const auto config = parseUci(text, u"dhcp"_s);
    return config ? *config : UciConfig{u"not parsed: "_s + config.error().subject, {}};
}

} // namespace

class TestUci : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What the real tool left at the end of its transcript comes out of reading and writing as it was, byte for byte.
    void theRealToolsFileIsKept()
    {
        QFile file(QStringLiteral(BRAMBLE_TESTS_DIR "/samples/uci-transcript.txt"));
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray all = file.readAll();
        const QByteArray left = all.sliced(all.indexOf("--- /etc/config/dhcp\n") + 21);
        QVERIFY(left.size() > 300);
        const UciConfig config = parsed(left);
        QCOMPARE(config.name, u"dhcp"_s);
        QCOMPARE(renderUci(config), left);
        QCOMPARE(config.find(u"pi1")->value(u"name"), u"it's a pi"_s);
        QCOMPARE(config.find(u"@dnsmasq[0]")->values(u"pxe_service"), QStringList{u"0,Raspberry Pi Boot"_s});
        QCOMPARE(config.find(u"@dhcp[-1]")->name, u"wan"_s);
        QVERIFY(!config.find(u"@dhcp[2]"));
        QVERIFY(!config.find(u""));
    }

    void quotesBlanksAndComments_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("value");
        QTest::newRow("trailing blanks") << "option x '0,\"Raspberry Pi Boot   \"'"_ba << u"0,\"Raspberry Pi Boot   \""_s;
        QTest::newRow("bare") << "option x a,b=c # a remark"_ba << u"a,b=c"_s;
        QTest::newRow("double") << "option x \"a 'b' \\\"c\\\" \\\\\""_ba << u"a 'b' \"c\" \\"_s;
        QTest::newRow("joined") << "option x 'it'\\''s'\" a\"pi"_ba << u"it's api"_s;
        QTest::newRow("hash in quotes") << "option x '#1; no end'"_ba << u"#1; no end"_s;
        QTest::newRow("two lines") << "option x 'one\n two'"_ba << u"one\n two"_s;
        QTest::newRow("umlaut") << "option x 'Küche'"_ba << u"Küche"_s;
    }
    void quotesBlanksAndComments()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, value);
        const UciConfig config = parsed(QByteArray("config t 's'\n\t" + written + "\n"));
        QVERIFY2(config.find(u"s"), qPrintable(config.name));
        QCOMPARE(config.find(u"s")->value(u"x"), value);
        QCOMPARE(parsed(renderUci(config)), config);
    }

    void brokenOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("open quote") << "config t\n\toption x 'a\n"_ba << u"dhcp:2"_s;
        QTest::newRow("unknown word") << "config t\n\n\tchoice x a\n"_ba << u"dhcp:3"_s;
        QTest::newRow("no section") << "option x a\n"_ba << u"dhcp:1"_s;
        QTest::newRow("bad name") << "config t 'a-b'\n"_ba << u"dhcp:1"_s;
    }
    void brokenOnesAreRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        const auto config = parseUci(text, u"dhcp"_s);
        QVERIFY(!config);
        QCOMPARE(config.error().subject, where);
    }

    void changesAreWhatTheToolWouldMakeOfThem()
    {
        UciConfig config = parsed("config dnsmasq\n\toption domain 'lan'\n\nconfig dhcp 'lan'\n\tlist dhcp_option '6,1.1.1.1'\n");
        const std::vector<UciChange> changes{{Verb::Set, u"dhcp"_s, u"@dnsmasq[0]"_s, u"enable_tftp"_s, u"1"_s},
                                             {Verb::AddList, u"dhcp"_s, u"lan"_s, u"dhcp_option"_s, u"66,10.0.0.1"_s},
                                             {Verb::DelList, u"dhcp"_s, u"lan"_s, u"dhcp_option"_s, u"6,1.1.1.1"_s},
                                             {Verb::Set, u"dhcp"_s, u"bramble_pi"_s, {}, u"host"_s},
                                             {Verb::Set, u"dhcp"_s, u"bramble_pi"_s, u"name"_s, u"it's"_s},
                                             {Verb::Delete, u"dhcp"_s, u"@dnsmasq[0]"_s, u"domain"_s, {}}};
        QVERIFY(applyUci(config, changes));
        QCOMPARE(renderUci(config), "\nconfig dnsmasq\n\toption enable_tftp '1'\n\nconfig dhcp 'lan'\n\tlist dhcp_option '66,10.0.0.1'\n"
                                    "\nconfig host 'bramble_pi'\n\toption name 'it'\\''s'\n\n"_ba);
        QCOMPARE(uciBatch(changes), "set dhcp.@dnsmasq[0].enable_tftp='1'\nadd_list dhcp.lan.dhcp_option='66,10.0.0.1'\n"
                                    "del_list dhcp.lan.dhcp_option='6,1.1.1.1'\nset dhcp.bramble_pi='host'\nset dhcp.bramble_pi.name='it'\\''s'\n"
                                    "delete dhcp.@dnsmasq[0].domain\n"_ba);
        QCOMPARE(shellText(uciCommand(changes[4])), "uci set 'dhcp.bramble_pi.name=it'\\''s'"_ba);
        const UciChange nowhere{Verb::Set, u"dhcp"_s, u"@dnsmasq[3]"_s, u"x"_s, u"1"_s};
        QVERIFY(!applyUci(config, {nowhere}));
        const UciChange elsewhere{Verb::Set, u"network"_s, u"lan"_s, u"x"_s, u"1"_s};
        QVERIFY(!applyUci(config, {elsewhere}));
        const UciChange nul{Verb::Set, u"dhcp"_s, u"lan"_s, u"x"_s, QString(QChar(0))};
        QVERIFY(!applyUci(config, {nul}));
    }
};

QTEST_APPLESS_MAIN(TestUci)
#include "tst_uci.moc"

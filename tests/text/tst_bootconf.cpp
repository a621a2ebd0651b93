// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a boot EEPROM: values, the order of starts, bootconf.txt read and changed.
#include "model/cluster.h"
#include "text/bootconf.h"
#include "text/cluster_file.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

EepromConfig configOf(std::initializer_list<std::pair<EepromKey, QString>> values)
{
    EepromConfig config;
    for (const auto &[key, value] : values)
        if (!config.set(key, value))
            qFatal("%s", qPrintable(value));
    return config;
}

std::vector<int> digits(const char *order)
{
    std::vector<int> out;
    for (const BootStep step : BootOrder::parse(QString::fromLatin1(order))->steps())
        out.push_back(int(step));
    return out;
}

using Digits = std::vector<int>;

} // namespace

class TestBootConf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersAreReadFromTheRight()
    {
        QCOMPARE(digits("0xf21"), (Digits{1, 2, 15}));
        QCOMPARE(digits("0xf461"), (Digits{1, 6, 4, 15}));
        QCOMPARE(digits("0x21f"), (Digits{15, 1, 2}));
        QCOMPARE(digits("0XF2"), (Digits{2, 15}));
        QCOMPARE(digits("0x0"), (Digits{0}));
        QCOMPARE(digits("0x9"), (Digits{1})); // no meaning: the card
        QCOMPARE(BootOrder::fromSteps({BootStep::Card, BootStep::Network, BootStep::Restart})->toString(), u"0xf21"_s);
        for (const char16_t *bad : {u"", u"f21", u"21", u"0x", u"0xg", u"0x123456789", u"0x+1", u"0x-1", u"0x 1"})
            QVERIFY2(!BootOrder::parse(bad), qPrintable(QString(bad)));
        QVERIFY(!BootOrder::fromSteps({}));
        QVERIFY(!BootOrder::fromSteps(std::vector(9, BootStep::Card)));
    }
    void whetherTheNetworkHasItsTurn()
    {
        for (const char *yes : {"0xf21", "0xf2", "0x2", "0xf241", "0xf12"})
            QVERIFY2(BootOrder::parse(QString::fromLatin1(yes))->reachesNetwork(), yes);
        for (const char *no : {"0xf41", "0x21f", "0x2e1", "0xf461", "0x0", "0x21fffff"})
            QVERIFY2(!BootOrder::parse(QString::fromLatin1(no))->reachesNetwork(), no);
    }
    void theNetworkComesIn()
    {
        const auto with = [](const char *order) { return BootOrder::parse(QString::fromLatin1(order))->withNetwork().toString(); };
        QCOMPARE(with("0xf41"), u"0xf421"_s);
        QCOMPARE(with("0xf461"), u"0xf4621"_s);
        QCOMPARE(with("0xf21"), u"0xf21"_s);
        QCOMPARE(with("0xf4"), u"0xf42"_s);
        QCOMPARE(with("0x21f"), u"0xf2"_s);
        for (quint32 value = 0; value < 0x20000; value += 7)
            QVERIFY(BootOrder::fromValue(value * 0x8001U).withNetwork().reachesNetwork());
    }
    void everyKeyKeepsToItsRange()
    {
        for (const EepromKeyFacts &facts : eepromKeys()) {
            EepromConfig config;
            QVERIFY2(eepromKey(QString(facts.name)) == facts.key, facts.name.data());
            for (const QLatin1StringView value : {facts.of2711, facts.of2712})
                QVERIFY2(value.isEmpty() || config.set(facts.key, QString(value)).has_value(), facts.name.data());
            for (const QString &bad : {QString(), u"x\ny"_s, u"\u00e4"_s, QString(300, u'1')})
                QVERIFY2(!config.set(facts.key, bad).has_value(), facts.name.data());
            if (facts.form != EepromKeyFacts::Form::Number)
                continue;
            QVERIFY(config.set(facts.key, QString::number(facts.least)).has_value());
            QVERIFY(config.set(facts.key, QString::number(facts.most)).has_value());
            for (const qint64 bad : {facts.least - 1, facts.most + 1}) {
                const auto set = config.set(facts.key, QString::number(bad));
                QVERIFY2(!set && set.error().kind == ErrorKind::InvalidEepromValue, facts.name.data());
                QCOMPARE(set.error().subject, facts.name + u'=' + QString::number(bad));
                QVERIFY(!set.error().detail.isEmpty());
            }
        }
        QVERIFY(!eepromKey(u"boot_order"));
    }
    void textsThatWouldBeMisread()
    {
        EepromConfig config;
        for (const char16_t *bad : {u"lion", u"/lion/", u"../", u"a b/", u"0123456789012345678901234567890123/"})
            QVERIFY2(!config.set(EepromKey::TftpPrefixStr, bad), qPrintable(QString(bad)));
        QVERIFY(config.set(EepromKey::TftpPrefixStr, u"running-lion/").has_value());
        QVERIFY(!config.set(EepromKey::TftpIp, u"10.0.0"));
        QVERIFY(!config.set(EepromKey::MacAddressOwn, u"dca632010203"));
        QVERIFY(!config.set(EepromKey::NetConsole, QString(33, u'6')));
        QVERIFY(config.set(EepromKey::NetConsole, u"6665@169.254.1.1/,6666@/").has_value());
        QVERIFY(!config.set(EepromKey::DhcpTimeout, u"045000"));
    }
    void defaultsAndWhatDoesNotFit()
    {
        EepromConfig config;
        QCOMPARE(config.bootOrder(BootRom::Bcm2711).toString(), u"0xf41"_s);
        QCOMPARE(config.number(EepromKey::TftpFileTimeout, BootRom::Bcm2711), 30000);
        QCOMPARE(config.value(EepromKey::DhcpOption97, BootRom::Bcm2712), u"0x35695052"_s);
        QVERIFY(problems(config, BootRom::Bcm2711).empty());
        QVERIFY(problems(EepromConfig::forCluster(), BootRom::Bcm2712).empty());
        QVERIFY(EepromConfig::forCluster().bootOrder(BootRom::Bcm2711).reachesNetwork());
        QCOMPARE(problems(configOf({{EepromKey::TftpPrefix, u"1"_s}}), BootRom::Bcm2711),
                 (std::vector{Error{ErrorKind::InvalidEepromValue, u"TFTP_PREFIX_STR"_s, u"TFTP_PREFIX"_s}}));
        QCOMPARE(problems(configOf({{EepromKey::ClientIp, u"10.0.0.5"_s}}), BootRom::Bcm2711).size(), size_t(2));
        QCOMPARE(problems(configOf({{EepromKey::DhcpReqTimeout, u"60000"_s}}), BootRom::Bcm2711).size(), size_t(1));
        QVERIFY(configOf({{EepromKey::ClientIp, u"10.0.0.5"_s}, {EepromKey::Subnet, u"255.0.0.0"_s}, {EepromKey::TftpIp, u"10.0.0.1"_s}}).isStatic());
    }

    void conditions_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("order");
        const auto row = [](const char *name, const char *text, const char16_t *order) { QTest::newRow(name) << QByteArray(text) << QString(order); };
        row("plain", "[all]\nBOOT_ORDER=0xf21\n", u"0xf21");
        row("no section", "BOOT_ORDER=0xf21", u"0xf21");
        row("blanks and CR", "  BOOT_ORDER = 0xf21 \r\n", u"0xf21");
        row("the last one holds", "BOOT_ORDER=0xf21\nBOOT_ORDER=0xf1\n", u"0xf1");
        row("comment", "#BOOT_ORDER=0xf21\n", u"");
        row("for this model", "[pi4]\nBOOT_ORDER=0xf21\n", u"0xf21");
        row("for another model", "[pi5]\nBOOT_ORDER=0xf21\n", u"");
        row("model after model", "[pi5]\n[pi4]\nBOOT_ORDER=0xf21\n", u"0xf21");
        row("for this serial", "[0x38c128c0]\nBOOT_ORDER=0xf21\n", u"0xf21");
        row("for another serial", "[0x38c128c1]\nBOOT_ORDER=0xf21\n", u"");
        row("both", "[pi5]\n[0x38c128c0]\nBOOT_ORDER=0xf21\n", u"");
        row("all again", "[pi5]\n[all]\nBOOT_ORDER=0xf21\n", u"0xf21");
        row("none", "[none]\nBOOT_ORDER=0xf21\n", u"");
        row("after none", "[none]\nBOOT_ORDER=0xf1\n[pi4]\nBOOT_ORDER=0xf21\n", u"0xf21");
        row("unknowable", "[gpio4=1]\nBOOT_ORDER=0xf21\n", u"");
        row("of config.txt", "[config.txt]\n[all]\nBOOT_ORDER=0xf21\n", u"");
        row("a value it cannot take", "BOOT_ORDER=0xf1\nBOOT_ORDER=f21\n", u"0xf1");
        row("taken back", "BOOT_ORDER=0xf21\nBOOT_ORDER=\n", u"");
    }
    void conditions()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, order);
        const BootConfReader reader{PiModel::Pi4B, Serial::parse(u"38c128c0")};
        const BootConf conf = readBootConf(text, reader);
        QCOMPARE(conf.config.says(EepromKey::BootOrder), !order.isEmpty());
        if (!order.isEmpty())
            QCOMPARE(conf.config.value(EepromKey::BootOrder, BootRom::Bcm2711), order);
    }
    void saysWhichLineIsWrong()
    {
        const BootConf conf = readBootConf("[all]\nTFTP_FILE_TIMEOUT=10\nSIGNED_BOOT=1\n");
        QCOMPARE(conf.problems, (std::vector{BootConfProblem{2, Error{ErrorKind::InvalidEepromValue, u"TFTP_FILE_TIMEOUT=10"_s, u"5000 - 3600000"_s}}}));
        QVERIFY(conf.isSigned);
        QVERIFY(!readBootConf("SIGNED_BOOT=0").isSigned);
    }

    void changes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) { QTest::newRow(name) << QByteArray(before) << QByteArray(after); };
        row("empty", "", "[all]\nBOOT_ORDER=0xf21\n");
        row("the Pi 4's own", "[all]\nBOOT_UART=0\nWAKE_ON_GPIO=1\n", "[all]\nBOOT_UART=0\nWAKE_ON_GPIO=1\nBOOT_ORDER=0xf21\n");
        row("the Pi 5's own", "[all]\nBOOT_UART=1\nBOOT_ORDER=0xf461\nNET_INSTALL_AT_POWER_ON=1\n",
            "[all]\nBOOT_UART=1\nBOOT_ORDER=0xf21\nNET_INSTALL_AT_POWER_ON=1\n");
        row("so already", "# mine\nBOOT_ORDER=0xF21 \nODD LINE\n", "# mine\nBOOT_ORDER=0xF21 \nODD LINE\n");
        row("no end of line", "[all]\nX=1", "[all]\nX=1\nBOOT_ORDER=0xf21\n");
        row("Windows", "[all]\r\nBOOT_ORDER=0xf1\r\nX=1\r\n", "[all]\r\nBOOT_ORDER=0xf21\r\nX=1\r\n");
        row("Windows, new", "X=1\r\n", "X=1\r\nBOOT_ORDER=0xf21\r\n");
        row("blanks stay", "BOOT_ORDER =  0xf1  \n", "BOOT_ORDER =  0xf21  \n");
        row("empty value", "BOOT_ORDER=\n", "BOOT_ORDER=0xf21\n");
        row("wrong value", "BOOT_ORDER=f21\n", "BOOT_ORDER=0xf21\n");
        row("the last of two", "BOOT_ORDER=0x1\nBOOT_ORDER=0x4\n", "BOOT_ORDER=0x1\nBOOT_ORDER=0xf21\n");
        row("behind a section for some", "[pi5]\nX=1\n", "[pi5]\nX=1\n[all]\nBOOT_ORDER=0xf21\n");
        row("before config.txt", "[all]\nX=1\n\n[config.txt]\n[all]\nY=2\n", "[all]\nX=1\nBOOT_ORDER=0xf21\n\n[config.txt]\n[all]\nY=2\n");
        row("only config.txt", "[config.txt]\nBOOT_ORDER=0x1\n", "[all]\nBOOT_ORDER=0xf21\n[config.txt]\nBOOT_ORDER=0x1\n");
    }
    void changes()
    {
        QFETCH(QByteArray, before);
        const EepromConfig wanted = configOf({{EepromKey::BootOrder, u"0xf21"_s}});
        const QByteArray after = changeBootConf(before, wanted);
        QTEST(after, "after");
        QCOMPARE(changeBootConf(after, wanted), after);
        QCOMPARE(readBootConf(after).config.value(EepromKey::BootOrder, BootRom::Bcm2711), u"0xf21"_s);
    }
    void removes()
    {
        QCOMPARE(changeBootConf("A=1\nTFTP_IP=10.0.0.1\n[pi5]\nTFTP_IP=10.0.0.2\n", {}, {EepromKey::TftpIp}), "A=1\n[pi5]\nTFTP_IP=10.0.0.2\n"_ba);
        const BootConfReader five{PiModel::Pi5, {}};
        QCOMPARE(changeBootConf("A=1\nTFTP_IP=10.0.0.1\n[pi5]\nTFTP_IP=10.0.0.2\n", {}, {EepromKey::TftpIp}, five), "A=1\n[pi5]\n"_ba);
    }

    void foldersFollowThePrefix()
    {
        Node node{.name = u"pi-01"_s, .serial = Serial::parse(u"38c128c0"), .mac = MacAddress::parse(u"dc:a6:32:01:02:04"), .model = PiModel::Pi4B, .prefixText = {}};
        QCOMPARE(node.folder(), u"38c128c0"_s);
        node.prefix = TftpPrefix::Mac;
        QCOMPARE(node.folder(), u"dc-a6-32-01-02-04"_s);
        node.prefix = TftpPrefix::Text;
        node.prefixText = u"running-lion/"_s;
        QCOMPARE(node.folder(), u"running-lion"_s);
        QVERIFY(isBootFolder(u"running-lion/"));
        for (const char16_t *bad : {u"", u"/", u"running-lion", u"a/b/", u"../", u"-x/", u"a.b/", u"0123456789012345678901234567890a/"})
            QVERIFY2(!isBootFolder(bad), qPrintable(QString(bad)));
    }
    void clustersWithFolders()
    {
        const auto kindsOf = [](const QByteArray &nodes) {
            const auto cluster = parseCluster(QByteArray("brambleboot: 1\nnodes:\n" + nodes), u"f"_s);
            QList<ErrorKind> kinds;
            for (const Error &error : cluster ? problems(*cluster) : std::vector{cluster.error()})
                if (error.kind != ErrorKind::InvalidUser && error.kind != ErrorKind::InvalidPublicKey)
                    kinds << error.kind;
            return kinds;
        };
        const QByteArray a = "  - name: a\n    serial: \"38c128c0\"\n    model: 4B\n    tftp-folder: running-lion/\n"_ba;
        QCOMPARE(kindsOf(a), QList<ErrorKind>());
        QCOMPARE(kindsOf(QByteArray(a).replace("lion/", "lion")), QList{ErrorKind::InvalidBootFolder});
        QCOMPARE(kindsOf(QByteArray(a).replace("running-lion/", "mac")), QList{ErrorKind::InvalidBootFolder});
        QCOMPARE(kindsOf(QByteArray(a).replace("running-lion/", "serial")), QList<ErrorKind>());
        QCOMPARE(kindsOf(QByteArray(a).replace("4B", "3B+")), QList{ErrorKind::InvalidBootFolder});
        QCOMPARE(kindsOf(a + QByteArray(a).replace(": a", ": b").replace("38c1", "38c2")), QList{ErrorKind::DuplicateBootFolder});
        const auto cluster = parseCluster(QByteArray("brambleboot: 1\nnodes:\n" + a), u"f"_s);
        QCOMPARE(cluster->nodes[0].folder(), u"running-lion"_s);
        QCOMPARE(*parseCluster(renderCluster(*cluster), u"f"_s), *cluster);
    }
};

QTEST_GUILESS_MAIN(TestBootConf)
#include "tst_bootconf.moc"

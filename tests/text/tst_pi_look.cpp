// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a running Pi says of itself, and what follows for its start from the network.
#include "text/pi_look.h"

#include <QProcess>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

QByteArray answer(const QByteArray &model, const QByteArray &serial, const QByteArray &revision, const QByteArray &more)
{
    return "@@model\n " + model + "\n\n@@serial\n " + serial + "\n\n@@revision\n " + revision + "\n\n" + more + "@@end\n \n\n";
}

QByteArray four(const QByteArray &bootconf, const QByteArray &more = {})
{
    QByteArray conf;
    for (const QByteArray &line : bootconf.split('\n'))
        conf += ' ' + line + '\n';
    return answer("Raspberry Pi 4 Model B Rev 1.4", "1000000038c128c0", "00c03114",
                  "@@interfaces\n eth0 dc:a6:32:01:02:03\n\n@@bootconf\n" + conf + "\n@@tool\n /usr/bin/rpi-eeprom-config\n\n@@built\n 65a541b5\n\n" + more);
}

QByteArray three(const QByteArray &more)
{
    return answer("Raspberry Pi 3 Model B Rev 1.2", "000000008d8696f5", "00a02082", "@@interfaces\n eth0 b8:27:eb:86:96:f5\n\n" + more);
}

Readiness of(const QByteArray &look, bool asked = false)
{
    const auto facts = parsePiLook(look);
    return facts ? readinessOf(PiModel::Unknown, {}, asked, &*facts) : Readiness{};
}

using State = Readiness::State;
using Reason = Readiness::Reason;
using Note = Readiness::Note;

} // namespace

class TestPiLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAll()
    {
        const auto facts = parsePiLook(four("[all]\nBOOT_ORDER=0xf41\n[pi5]\nBOOT_ORDER=0xf21\n", "@@system\n Debian GNU/Linux 12 (bookworm)\n\n@@cmdline\n root=/dev/mmcblk0p2\n\n"));
        QVERIFY(facts.has_value());
        QCOMPARE(facts->serial->toString(), u"38c128c0"_s);
        QCOMPARE(facts->revision->model(), PiModel::Pi4B);
        QCOMPARE(facts->mac->toString(), u"dc:a6:32:01:02:03"_s);
        QCOMPARE(facts->eeprom->bootOrder(BootRom::Bcm2711).toString(), u"0xf41"_s);
        QCOMPARE(facts->bootloaderBuiltAt, 0x65a541b5);
        QCOMPARE(facts->system, u"Debian GNU/Linux 12 (bookworm)"_s);
        QVERIFY(facts->hasEepromTool && !facts->netbooted && !facts->isSigned && !facts->hostBoot);
        QVERIFY(parsePiLook(four("x", "@@cmdline\n console=tty1 root=/dev/nfs nfsroot=1.2.3.4:/x\n\n"))->netbooted);
        QVERIFY(parsePiLook(four("x", "@@boot-mode\n 00000002\n\n"))->netbooted);
        QVERIFY(!parsePiLook(four("x", "@@boot-mode\n 00000001\n\n"))->netbooted);
        QCOMPARE(parsePiLook(three("@@otp\n 17:3020000a\n\n"))->hostBoot, std::optional(true));
        QCOMPARE(parsePiLook(three("@@otp\n 17:1020000a\n\n"))->hostBoot, std::optional(false));
        QVERIFY(!parsePiLook(three({}))->hostBoot);
    }
    void refusesOthers()
    {
        QCOMPARE(parsePiLook({}).error(), (Error{ErrorKind::ServerAnswerUnreadable, u"end"_s, {}}));
        QCOMPARE(parsePiLook(answer("Orange Pi 5", "1234567812345678", "", {})).error(), (Error{ErrorKind::NotAPi, u"Orange Pi 5"_s, {}}));
        QCOMPARE(parsePiLook("@@end\n \n").error().kind, ErrorKind::NotAPi);
    }
    void theScriptRunsAnywhere()
    {
        // Here it finds no Pi, but it ends well, says so, and writes nothing where nothing belongs.
        const Command command = piLookCommand();
        QProcess process;
        process.start(command.program, command.arguments);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
        const auto facts = parsePiLook(process.readAllStandardOutput());
        QVERIFY(facts || facts.error().kind == ErrorKind::NotAPi);
    }

    void ready_data()
    {
        QTest::addColumn<QByteArray>("look");
        QTest::addColumn<State>("state");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("order");
        const auto row = [](const char *name, const QByteArray &look, State state, Reason reason, const QString &order = {}) { QTest::newRow(name) << look << state << reason << order; };
        row("4 from the factory", four("[all]\nBOOT_UART=0\n"), State::EepromOverSsh, Reason::OrderLacksNetwork, u"0xf421"_s);
        row("4 with a disk first", four("BOOT_ORDER=0xf4\n"), State::EepromOverSsh, Reason::OrderLacksNetwork, u"0xf42"_s);
        row("4, so already", four("BOOT_ORDER=0xf21\n"), State::Ready, Reason::SetSo);
        row("4, netbooted", four("BOOT_ORDER=0xf41\n", "@@boot-mode\n 00000002\n\n"), State::Ready, Reason::AlreadyDoes);
        row("4, the network after the restart", four("BOOT_ORDER=0x2f1\n"), State::EepromOverSsh, Reason::OrderLacksNetwork, u"0xf21"_s);
        row("4, signed", four("SIGNED_BOOT=1\nBOOT_ORDER=0xf41\n"), State::Refused, Reason::SignedElsewhere);
        row("4, old boot loader", four("BOOT_ORDER=0xf41\n").replace("65a541b5", "5e000000"), State::EnablerCard, Reason::OrderLacksNetwork, u"0xf421"_s);
        row("4 without the tool", four("BOOT_ORDER=0xf41\n").replace("@@tool\n /usr/bin/rpi-eeprom-config", "@@tool\n "), State::EnablerCard, Reason::OrderLacksNetwork, u"0xf421"_s);
        row("CM4", four("BOOT_ORDER=0xf41\n").replace("00c03114", "00b03140"), State::Rpiboot, Reason::OrderLacksNetwork, u"0xf421"_s);
        row("CM4 that may", four("BOOT_ORDER=0xf41\n", "@@updates\n CM4_ENABLE_RPI_EEPROM_UPDATE=1\n\n").replace("00c03114", "00b03140"), State::EepromOverSsh, Reason::OrderLacksNetwork, u"0xf421"_s);
        row("CM4S", four({}).replace("00c03114", "00b03150"), State::Refused, Reason::NoEthernetOnModule);
        row("3, fuse set", three("@@otp\n 17:3020000a\n\n"), State::Ready, Reason::SetSo);
        row("3, fuse not set", three("@@otp\n 17:1020000a\n\n"), State::OtpBit, Reason::FuseNotSet);
        row("3, not told", three({}), State::EnablerCard, Reason::NotSeen);
        row("3B+", three({}).replace("00a02082", "00a020d3"), State::Ready, Reason::FromTheFactory);
        row("2B 1.2", three("@@otp\n 17:1020000a\n\n").replace("00a02082", "00a02042"), State::OtpBit, Reason::FuseNotSet);
        row("2B 1.1", three({}).replace("00a02082", "00a01041"), State::Refused, Reason::TooOld);
        row("3A+", three({}).replace("00a02082", "009020e0"), State::Refused, Reason::OnlyWifi);
        row("Zero", three({}).replace("00a02082", "00900093"), State::Refused, Reason::NoEthernet);
        row("Zero W", three({}).replace("00a02082", "009000c1"), State::Refused, Reason::OnlyWifi);
        row("Zero 2 W", three({}).replace("00a02082", "00902120"), State::Refused, Reason::OnlyWifi);
    }
    void ready()
    {
        QFETCH(QByteArray, look);
        const Readiness readiness = of(look);
        QTEST(readiness.state, "state");
        QTEST(readiness.reason, "reason");
        QFETCH(QString, order);
        QCOMPARE(readiness.changes.says(EepromKey::BootOrder), !order.isEmpty());
        if (!order.isEmpty())
            QCOMPARE(readiness.changes.value(EepromKey::BootOrder, BootRom::Bcm2711), order);
    }
    void whatIsOff()
    {
        const auto off = [](PiModel model, bool asked = false) { return readinessOf(model, {}, asked, nullptr); };
        QCOMPARE(off(PiModel::Unknown).state, State::Unknown);
        QCOMPARE(off(PiModel::Unknown, true).state, State::Ready);
        QCOMPARE(off(PiModel::Pi4B).changes, EepromConfig::forCluster()); // what a card would set
        QCOMPARE(readinessOf(PiModel::Unknown, BoardRevision::parse(u"902120"), false, nullptr).reason, Reason::OnlyWifi);
    }
    // One that is off is not said to lack anything; one that was seen asking lacks nothing.
    void whatIsOffOfEachModel_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<State>("off");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QList<Note>>("notes");
        QTest::addColumn<State>("asked");
        const auto row = [](const char *model, State off, Reason reason, const QList<Note> &notes, State asked = State::Ready) {
            QTest::newRow(model) << QString::fromLatin1(model) << off << reason << notes << asked;
        };
        row("2B", State::Unknown, Reason::FuseUnseen, {Note::NotFromTheFactory});
        row("3B", State::Unknown, Reason::FuseUnseen, {Note::NotFromTheFactory});
        row("3B+", State::Ready, Reason::FromTheFactory, {});
        row("4B", State::Unknown, Reason::EepromUnseen, {Note::NotFromTheFactory});
        row("400", State::Unknown, Reason::EepromUnseen, {Note::NotFromTheFactory});
        row("5", State::Unknown, Reason::EepromUnseen, {Note::NotFromTheFactory});
        row("500", State::Unknown, Reason::EepromUnseen, {Note::NotFromTheFactory});
        row("CM4", State::Unknown, Reason::ModuleUnseen, {}); // they left the factory in either way
        row("CM5", State::Unknown, Reason::ModuleUnseen, {});
        row("CM4S", State::Refused, Reason::NoEthernetOnModule, {}, State::Refused);
        row("Zero", State::Refused, Reason::NoEthernet, {}, State::Refused);
    }
    void whatIsOffOfEachModel()
    {
        QFETCH(QString, model);
        const PiModel which = *parsePiModel(model);
        const Readiness off = readinessOf(which, {}, false, nullptr);
        QTEST(off.state, "off");
        QTEST(off.reason, "reason");
        QTEST(off.notes, "notes");
        QTEST(readinessOf(which, {}, true, nullptr).state, "asked");
    }
    void notes()
    {
        QCOMPARE(of(four("BOOT_ORDER=0xf21\nTFTP_IP=10.0.0.1\nTFTP_PREFIX=2\nFREEZE_VERSION=1\nNET_INSTALL_AT_POWER_ON=1\n").replace("65a541b5", "5e000000")).notes,
                 (QList{Note::OtherServer, Note::OtherFolder, Note::OldBootloader, Note::Frozen, Note::InstallerFirst}));
        QCOMPARE(of(three("@@otp\n 17:1020000a\n\n")).notes, (QList{Note::Irreversible, Note::AlsoByCard}));
    }
};

QTEST_GUILESS_MAIN(TestPiLook)
#include "tst_pi_look.moc"

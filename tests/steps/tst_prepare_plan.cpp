// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to which Pi, and what takes it back: every model, every state.
#include "steps/prepare_plan.h"

#include "text/bootconf.h"
#include "text/pi_look.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

using Step = PreparePlan::Step;
using Back = UnpreparePlan::Step;

const QByteArray factory = "[all]\nBOOT_UART=0\nBOOT_ORDER=0xf41\n";
const QByteArray ours = "[all]\nBOOT_UART=0\nBOOT_ORDER=0xf421\nNET_BOOT_MAX_RETRIES=5\nNET_INSTALL_AT_POWER_ON=0\n";

PiState pi(const QString &revision, const QByteArray &conf = factory)
{
    PiState state;
    PiFacts &facts = state.facts;
    facts.serial = Serial::parse(u"38c128c0");
    facts.revision = BoardRevision::parse(revision);
    facts.system = u"Debian GNU/Linux 13 (trixie)"_s;
    facts.bootloaderBuiltAt = 0x65a541b5;
    facts.hasEepromTool = true;
    facts.bootConf = conf;
    const BootConf read = readBootConf(conf, {facts.revision ? facts.revision->model() : PiModel::Unknown, facts.serial});
    facts.eeprom = read.config;
    facts.isSigned = read.isSigned;
    state.bootFolder = u"/boot/firmware"_s;
    return state;
}

PiState three(const QString &revision, std::optional<bool> fuse)
{
    PiState state = pi(revision, {});
    state.facts.eeprom = {};
    state.facts.hasEepromTool = false;
    state.facts.hostBoot = fuse;
    return state;
}

QString kindOf(const std::optional<Error> &error)
{
    return error ? errorId(error->kind) + (error->kind == ErrorKind::PiNeedsOtherWay ? u' ' + error->subject : QString()) : QString();
}

} // namespace

Q_DECLARE_METATYPE(bramble::PiState)

class TestPreparePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void models_data()
    {
        QTest::addColumn<PiState>("state");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("order"); ///< after it
        const auto row = [](const char *name, const PiState &state, Step step, const QString &error = {}, const QString &order = {}) { QTest::newRow(name) << state << int(step) << error << order; };
        const auto changed = [&row](const char *name, PiState state, const QString &order) { row(name, state, Step::Change, {}, order); };
        changed("4B", pi(u"c03114"_s), u"0xf421"_s);
        changed("400", pi(u"c03130"_s), u"0xf421"_s);
        changed("5, its own default", pi(u"d04170"_s, "[all]\nBOOT_UART=1\nBOOT_ORDER=0xf461\n"), u"0xf4621"_s);
        changed("500", pi(u"d04190"_s, "BOOT_ORDER=0xf461\n"), u"0xf4621"_s);
        changed("4B that says nothing", pi(u"c03114"_s, "[all]\nBOOT_UART=0\n"), u"0xf421"_s);
        changed("4B, disk first stays first in the rest", pi(u"c03114"_s, "BOOT_ORDER=0xf14\n"), u"0xf214"_s);
        row("4B, so already", pi(u"c03114"_s, "BOOT_ORDER=0xf21\n"), Step::Nothing);
        row("CM4", pi(u"b03140"_s), Step::Nothing, u"BB-PREP-014 module"_s);
        PiState module = pi(u"b03140"_s);
        module.facts.moduleMayUpdate = true;
        changed("CM4 that may", module, u"0xf421"_s);
        changed("CM5", pi(u"b04180"_s, "BOOT_ORDER=0xf461\n"), u"0xf4621"_s);
        row("CM4S", pi(u"b03150"_s), Step::Nothing, u"BB-IN-007"_s);
        row("3B", three(u"a02082"_s, false), Step::Nothing, u"BB-PREP-015"_s);
        row("3B, fuse set", three(u"a02082"_s, true), Step::Nothing);
        row("3B, not told", three(u"a02082"_s, {}), Step::Nothing, u"BB-PREP-014 fuse"_s);
        row("2B 1.2", three(u"a02042"_s, false), Step::Nothing, u"BB-PREP-015"_s);
        row("3B+", three(u"a020d3"_s, {}), Step::Nothing);
        row("CM3", three(u"a020a0"_s, false), Step::Nothing, u"BB-PREP-015"_s);
        row("2B 1.1", three(u"a01041"_s, {}), Step::Nothing, u"BB-IN-007"_s);
        row("3A+", three(u"9020e0"_s, {}), Step::Nothing, u"BB-IN-007"_s);
        row("A+", three(u"900021"_s, {}), Step::Nothing, u"BB-IN-007"_s);
        row("B+", three(u"900032"_s, {}), Step::Nothing, u"BB-IN-007"_s);
        row("Zero", three(u"900093"_s, {}), Step::Nothing, u"BB-IN-007"_s);
        row("Zero W", three(u"9000c1"_s, {}), Step::Nothing, u"BB-IN-007"_s);
        row("Zero 2 W", three(u"902120"_s, {}), Step::Nothing, u"BB-IN-007"_s);
        row("the first Pi 1", three(u"000e"_s, {}), Step::Nothing, u"BB-PREP-014 model"_s);
        PiState without = pi(u"c03114"_s);
        without.facts.hasEepromTool = false;
        row("4B without the tool", without, Step::Nothing, u"BB-PREP-011"_s);
        PiState old = pi(u"c03114"_s);
        old.facts.bootloaderBuiltAt = 0x5e000000;
        row("4B, old boot loader", old, Step::Nothing, u"BB-PREP-014 old"_s);
        row("4B, signed", pi(u"c03114"_s, "SIGNED_BOOT=1\nBOOT_ORDER=0xf41\n"), Step::Nothing, u"BB-PREP-014 signed"_s);
        row("4B, frozen", pi(u"c03114"_s, "FREEZE_VERSION=1\nBOOT_ORDER=0xf41\n"), Step::Nothing, u"BB-PREP-014 frozen"_s);
        PiState unread = pi(u"c03114"_s, {});
        unread.facts.eeprom = {};
        row("4B, not told", unread, Step::Nothing, u"BB-PREP-014 unread"_s);
        PiState booted = pi(u"c03114"_s);
        booted.facts.netbooted = true;
        row("4B, netbooted", booted, Step::Nothing);
        row("4B, no room", pi(u"c03114"_s, QByteArray(4060, '#') + '\n'), Step::Nothing, u"BB-PREP-004"_s);
    }
    void models()
    {
        QFETCH(PiState, state);
        const PreparePlan plan = planPreparing(state, {});
        QTEST(kindOf(plan.cannot), "error");
        QTEST(int(plan.step), "step");
        QFETCH(QString, order);
        QCOMPARE(plan.step == Step::Change, !order.isEmpty());
        if (order.isEmpty())
            return;
        const BootConfReader reader{state.facts.revision->model(), state.facts.serial};
        const EepromConfig after = readBootConf(plan.after, reader).config;
        QCOMPARE(after.bootOrder(bootRom(reader.model)).toString(), order);
        QVERIFY(after.bootOrder(bootRom(reader.model)).reachesNetwork());
        QCOMPARE(after.value(EepromKey::NetInstallAtPowerOn, BootRom::Bcm2712), u"0"_s);
        QVERIFY(!after.says(EepromKey::TftpIp)); // the cluster's DHCP says where
        // Once it is there, there is nothing left to do.
        PiState then = pi(QString::number(state.facts.revision->code(), 16), plan.after);
        then.facts.moduleMayUpdate = true;
        QCOMPARE(int(planPreparing(then, {}).step), int(Step::Nothing));
        // And before the start, only that.
        state.pending = plan.after;
        QCOMPARE(int(planPreparing(state, {}).step), int(Step::Restart));
        state.pending = {};
        state.flashed = plan.after;
        QCOMPARE(int(planPreparing(state, {}).step), int(Step::Restart));
    }

    void onlyWhatIsNeededChanges()
    {
        const PreparePlan plan = planPreparing(pi(u"c03114"_s, "[all]\r\n# mine\r\nBOOT_ORDER=0xf41 \r\nX=1\r\n[pi5]\r\nBOOT_ORDER=0xf6\r\n"), {});
        QCOMPARE(plan.after, QByteArray("[all]\r\n# mine\r\nBOOT_ORDER=0xf421 \r\nX=1\r\n[pi5]\r\nBOOT_ORDER=0xf6\r\n[all]\r\nNET_BOOT_MAX_RETRIES=5\r\nNET_INSTALL_AT_POWER_ON=0\r\n"));
        QCOMPARE(planPreparing(pi(u"c03114"_s), {}).after, ours);
    }
    void wishes()
    {
        PrepareWish wish;
        QVERIFY(wish.set.set(EepromKey::TftpFileTimeout, u"10000").has_value());
        const PreparePlan more = planPreparing(pi(u"c03114"_s, "BOOT_ORDER=0xf21\nA=1\n"), wish);
        QCOMPARE(int(more.step), int(Step::Change));
        QCOMPARE(more.after, QByteArray("BOOT_ORDER=0xf21\nA=1\nTFTP_FILE_TIMEOUT=10000\n"));
        QVERIFY(wish.set.set(EepromKey::BootOrder, u"0xf2").has_value());
        QCOMPARE(planPreparing(pi(u"c03114"_s), wish).after, QByteArray("[all]\nBOOT_UART=0\nBOOT_ORDER=0xf2\nNET_BOOT_MAX_RETRIES=5\nTFTP_FILE_TIMEOUT=10000\nNET_INSTALL_AT_POWER_ON=0\n"));
        PrepareWish out;
        out.unset = {EepromKey::TftpIp};
        QCOMPARE(planPreparing(pi(u"c03114"_s, "BOOT_ORDER=0xf21\nTFTP_IP=10.0.0.1\n"), out).after, QByteArray("BOOT_ORDER=0xf21\n"));
        QCOMPARE(int(planPreparing(pi(u"c03114"_s, "BOOT_ORDER=0xf21\n"), out).step), int(Step::Nothing));
        PrepareWish wrong;
        QVERIFY(wrong.set.set(EepromKey::TftpPrefix, u"1").has_value()); // without its text
        QCOMPARE(kindOf(planPreparing(pi(u"c03114"_s), wrong).cannot), u"BB-IN-041"_s);
        QCOMPARE(kindOf(planPreparing(three(u"a02082"_s, true), wrong).cannot), u"BB-IN-041"_s); // it has no EEPROM
        PrepareWish thaw;
        QVERIFY(thaw.set.set(EepromKey::FreezeVersion, u"0").has_value());
        QCOMPARE(int(planPreparing(pi(u"c03114"_s, "FREEZE_VERSION=1\nBOOT_ORDER=0xf41\n"), thaw).step), int(Step::Change));
        QCOMPARE(kindOf(planPreparing(pi(u"c03114"_s, "SIGNED_BOOT=1\nBOOT_ORDER=0xf21\n"), thaw).cannot), u"BB-PREP-014 signed"_s);
    }
    void fuse()
    {
        PrepareWish agreed;
        agreed.fuse = true;
        PiState state = three(u"a02082"_s, false);
        QCOMPARE(int(planPreparing(state, agreed).step), int(Step::SetFuse));
        state.fuseAsked = true;
        QCOMPARE(int(planPreparing(state, {}).step), int(Step::Restart)); // whoever wrote that has agreed
        state.facts.hostBoot = true;
        QCOMPARE(int(planPreparing(state, {}).step), int(Step::Nothing)); // not our line
        state.fuseAskedByUs = true;
        QCOMPARE(int(planPreparing(state, {}).step), int(Step::TakeFuseLineOut));
        QVERIFY(planUnpreparing(state, false).fuseLine);
        QCOMPARE(int(planPreparing(pi(u"c03114"_s, "BOOT_ORDER=0xf21\n"), agreed).step), int(Step::Nothing)); // no fuse for a Pi 4
        state = three(u"a02082"_s, false);
        state.bootFolder.clear();
        QCOMPARE(kindOf(planPreparing(state, agreed).cannot), u"BB-PREP-017"_s);
    }

    void back()
    {
        const auto step = [](const PiState &state, bool even = false) { return int(planUnpreparing(state, even).step); };
        PiState state = pi(u"c03114"_s);
        QCOMPARE(step(state), int(Back::Nothing));
        state.kept = factory;
        QCOMPARE(step(state), int(Back::Forget)); // cut off before anything was given
        state.given = ours;
        QCOMPARE(step(state), int(Back::Forget)); // it did not take
        state.pending = ours;
        QCOMPARE(step(state), int(Back::Cancel));
        state.flashed = factory; // and something else was flashed meanwhile
        QCOMPARE(step(state), int(Back::Apply));
        state.pending = {};
        state.flashed = ours;
        QCOMPARE(step(state), int(Back::Apply));
        PiState later = pi(u"c03114"_s, ours);
        later.kept = factory;
        later.given = ours;
        QCOMPARE(step(later), int(Back::Apply));
        QCOMPARE(planUnpreparing(later, false).after, factory);
        PiState foreign = pi(u"c03114"_s, "BOOT_ORDER=0xf6\n");
        foreign.kept = factory;
        foreign.given = ours;
        QCOMPARE(kindOf(planUnpreparing(foreign, false).cannot), u"BB-PREP-016"_s);
        QCOMPARE(step(foreign, true), int(Back::Apply));
    }
    void whatDidNotTake()
    {
        PiState state = pi(u"c03114"_s);
        state.kept = factory;
        state.given = ours;
        QVERIFY(!planPreparing(state, {}).tookNot); // cut off
        state.givenWhole = true;
        QVERIFY(planPreparing(state, {}).tookNot);
        state.pending = ours;
        QVERIFY(!planPreparing(state, {}).tookNot);
    }

    void readsWhatIsLeft()
    {
        const QByteArray look = "@@model\n Raspberry Pi 4 Model B Rev 1.4\n\n@@serial\n 1000000038c128c0\n\n@@revision\n 00c03114\n\n@@bootconf\n [all]\n A=1\n \n \n\n"
                                "@@boot\n /boot/firmware\n\n@@pending\n [all]\n @@kept\n B=1\n\n@@old\n A=1\n\n@@given\n B=1\n\n@@fuse-asked\n program_usb_boot_mode=1\n\n@@done\n yes\n\n@@end\n \n\n";
        const Result<PiState> state = parsePiState(look);
        QVERIFY(state.has_value());
        QCOMPARE(state->bootFolder, u"/boot/firmware"_s);
        QCOMPARE(state->presentConf(), QByteArray("[all]\nA=1\n"));
        QCOMPARE(*state->pending, QByteArray("[all]\n@@kept\nB=1\n")); // no content looks like a section
        QCOMPARE(*state->kept, QByteArray("A=1\n"));
        QCOMPARE(*state->given, QByteArray("B=1\n"));
        QVERIFY(!state->flashed && state->givenWhole && state->fuseAsked && !state->fuseAskedByUs);
        for (qsizetype cut = 0; cut < look.size(); ++cut)
            (void)parsePiState(look.first(cut));
        QVERIFY(!parsePiState("@@end\n").has_value());
    }
};

QTEST_GUILESS_MAIN(TestPreparePlan)
#include "tst_prepare_plan.moc"

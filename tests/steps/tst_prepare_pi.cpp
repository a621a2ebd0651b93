// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A Pi is read, set and set back over a real SSH connection; its hardware and its EEPROM tool are stand-ins (remote/pi-in-a-room).
#include "steps/prepare_pi.h"

#include "remote/fault_relay.h"
#include "remote/remote_test.h"
#include "remote/test_server.h"
#include "steps/fault_remote.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace bramble;
using namespace remote_test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Step = PreparePlan::Step;

const QByteArray factory = "[all]\nBOOT_UART=0\nBOOT_ORDER=0xf41\n";
const QByteArray ours = "[all]\nBOOT_UART=0\nBOOT_ORDER=0xf421\nNET_BOOT_MAX_RETRIES=5\nNET_INSTALL_AT_POWER_ON=0\n";
const QByteArray configTxt = "arm_64bit=1\n[pi4]\narm_boost=1\n";

} // namespace

class TestPreparePi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsAPi();
    void setsAndTakesBack();
    void cancelsWhatWaits();
    void flashedAtOnce();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void whatDoesNotTake();
    void accidents();
    void powerFailsUnderTheTool();
    void theConnectionFailsUnderTheTool();
    void fuse();
    void commandLine();
    void withTheOfficialTool();

private:
    void put(const QString &name, const QByteArray &content) const;
    QByteArray get(const QString &name) const;
    void take(const QString &name) const { QFile::remove(m_server.path(u"pi/"_s + name)); }
    bool has(const QString &name) const { return QFileInfo::exists(m_server.path(u"pi/"_s + name)); }
    RemotePtr connected(quint16 port = 0) const;
    void restart() const { (void)await(m_remote->run(asRoot(u"/usr/local/bin/systemctl"_s, {u"reboot"_s}), RunOptions(), {})); }
    Result<PiState> read() const { return await(readPi(m_remote, {})); }
    Result<PiState> prepare(const PrepareWish &wish = {}, RemotePtr over = {}) const;
    Result<PiState> undo() const;
    QByteArray eeprom() const { return get(u"lib/standin/eeprom"_s); }
    QByteArray calls() const { return get(u"lib/standin/calls"_s); }
    static bool isQuiet(); ///< nothing of ours is at work on the Pi any more
    bool isClean() const { return !has(u"lib/brambleboot"_s) && get(u"boot/firmware/config.txt"_s) == configTxt; }
    int bramble(const QStringList &arguments, QByteArray *said = nullptr) const;

    TestServer m_server;
    RemotePtr m_remote;
};

void TestPreparePi::put(const QString &name, const QByteArray &content) const
{
    const QFileInfo info(m_server.path(u"pi/"_s + name));
    QDir().mkpath(info.path());
    QFile file(info.filePath());
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(info.filePath()));
}

QByteArray TestPreparePi::get(const QString &name) const
{
    QFile file(m_server.path(u"pi/"_s + name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

RemotePtr TestPreparePi::connected(quint16 port) const
{
    ConnectOptions options = m_server.options(u"ada"_s);
    options.sudoPassword = Secret("practice");
    if (port != 0) {
        options.port = port;
        options.knownHostsFile = m_server.knownHosts(u"known_hosts_relay"_s, u"host_key.pub"_s, port);
    }
    const auto remote = await(connectTo(options, {}));
    if (!remote)
        qWarning("%s", why(remote));
    return remote.value_or(nullptr);
}

Result<PiState> TestPreparePi::prepare(const PrepareWish &wish, RemotePtr over) const
{
    const RemotePtr remote = over ? over : m_remote;
    const Result<PiState> state = await(readPi(remote, {}));
    if (!state)
        return state;
    const PreparePlan plan = planPreparing(*state, wish);
    return await(preparePi(remote, *state, plan, {}));
}

Result<PiState> TestPreparePi::undo() const
{
    const Result<PiState> state = read();
    if (!state)
        return state;
    const UnpreparePlan plan = planUnpreparing(*state, false);
    return await(unpreparePi(m_remote, *state, plan, {}));
}

void TestPreparePi::initTestCase()
{
    put(u"cmdline"_s, "console=tty1 root=PARTUUID=1-02\n");
    NEEDS_SERVER(m_server, {u"pi"_s});
    m_remote = connected();
    QVERIFY(m_remote);
}

// A Pi 4 as it leaves the factory.
void TestPreparePi::init()
{
    for (const auto *folder : {"sys", "boot", "lib"})
        for (const QFileInfo &old : QDir(m_server.path(u"pi/"_s + QLatin1StringView(folder))).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
            old.isDir() ? void(QDir(old.filePath()).removeRecursively()) : void(QFile::remove(old.filePath()));
    const QString tree = u"sys/firmware/devicetree/base/"_s;
    put(tree + u"model"_s, "Raspberry Pi 4 Model B Rev 1.4\0"_ba);
    put(tree + u"serial-number"_s, QByteArray("1000000038c128c0\0", 17));
    put(tree + u"system/linux,revision"_s, QByteArray::fromHex("00c03114"));
    put(tree + u"chosen/bootloader/build-timestamp"_s, QByteArray::fromHex("65a541b5"));
    put(tree + u"chosen/bootloader/boot-mode"_s, QByteArray::fromHex("00000001"));
    put(u"sys/class/net/eth0/device"_s, {});
    put(u"sys/class/net/eth0/type"_s, "1\n");
    put(u"sys/class/net/eth0/address"_s, "dc:a6:32:79:26:df\n");
    put(u"boot/firmware/config.txt"_s, configTxt);
    put(u"lib/standin/eeprom"_s, factory);
    put(u"lib/standin/otp"_s, "16:00280000\n17:1020000a\n18:1020000a\n");
    if (m_remote)
        (void)await(m_remote->run(asRoot(u"rm"_s, {u"-rf"_s, u"/run/brambleboot"_s}), RunOptions(), {}));
}

void TestPreparePi::readsAPi()
{
    const Result<PiState> state = read();
    QVERIFY2(state, why(state));
    QCOMPARE(state->facts.serial->toString(), u"38c128c0"_s);
    QCOMPARE(state->facts.revision->model(), PiModel::Pi4B);
    QCOMPARE(state->facts.mac->toString(), u"dc:a6:32:79:26:df"_s);
    QCOMPARE(state->facts.bootloaderBuiltAt, 0x65a541b5);
    QVERIFY(state->facts.hasEepromTool && !state->facts.netbooted);
    QCOMPARE(state->presentConf(), factory);
    QCOMPARE(state->bootFolder, u"/boot/firmware"_s);
    QVERIFY(!state->kept && !state->pending);
    QVERIFY(calls().isEmpty() && isClean()); // it was a look
    put(u"cmdline"_s, "root=/dev/nfs nfsroot=10.0.0.1:/srv,vers=3\n");
    QVERIFY(read()->facts.netbooted);
    put(u"cmdline"_s, "console=tty1 root=PARTUUID=1-02\n");
    put(u"sys/firmware/devicetree/base/model"_s, "Orange Pi 5\0"_ba);
    QCOMPARE(kindOf(read()), number(ErrorKind::NotAPi));
}

void TestPreparePi::setsAndTakesBack()
{
    const Result<PiState> set = prepare();
    QVERIFY2(set, why(set));
    QCOMPARE(*set->pending, ours);
    QCOMPARE(*set->kept, factory);
    QCOMPARE(eeprom(), factory); // until the start
    const QFileInfo kept(m_server.path(u"pi/lib/brambleboot/eeprom"_s));
    QCOMPARE(kept.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther), QFile::Permissions());
    const QByteArray once = calls();
    QVERIFY(prepare().has_value());
    QCOMPARE(calls(), once); // the second time there is nothing to do
    restart();
    QCOMPARE(eeprom(), ours);
    QCOMPARE(int(planPreparing(*read(), {}).step), int(Step::Nothing));
    QVERIFY(prepare().has_value());
    PrepareWish more;
    QVERIFY(more.set.set(EepromKey::TftpFileTimeout, u"10000").has_value());
    QVERIFY(prepare(more).has_value());
    restart();
    QCOMPARE(eeprom(), ours + "TFTP_FILE_TIMEOUT=10000\n");
    QCOMPARE(*read()->kept, factory); // still the very first
    const Result<PiState> back = undo();
    QVERIFY2(back, why(back));
    QVERIFY(isClean());
    restart();
    QCOMPARE(eeprom(), factory);
    QVERIFY(undo().has_value());
}

void TestPreparePi::cancelsWhatWaits()
{
    QVERIFY(prepare().has_value());
    QVERIFY(undo().has_value());
    QVERIFY(calls().endsWith("-r\n"));
    QVERIFY(isClean() && !has(u"boot/firmware/pieeprom.upd"_s));
    restart();
    QCOMPARE(eeprom(), factory);
}

void TestPreparePi::flashedAtOnce()
{
    put(u"lib/standin/immediate"_s, {});
    const Result<PiState> set = prepare();
    QVERIFY2(set, why(set));
    QCOMPARE(*set->flashed, ours);
    const QByteArray once = calls();
    QCOMPARE(int(planPreparing(*read(), {}).step), int(Step::Restart));
    QVERIFY(prepare().has_value());
    QCOMPARE(calls(), once);
    QVERIFY(undo().has_value()); // it is in the EEPROM already, so the former one is written
    QCOMPARE(read()->nextConf(), factory);
    QVERIFY(isClean());
    QVERIFY(prepare().has_value());
    restart();
    QCOMPARE(eeprom(), ours);
    QVERIFY(!read()->flashed);
}

void TestPreparePi::saysWhatWentWrong_data()
{
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<int>("kind");
    QTest::newRow("no image") << QByteArray("ERROR: EEPROM image '' not found\n") << number(ErrorKind::EepromUpdateRefused);
    QTest::newRow("write-protected") << QByteArray("Some block protection in effect, write protected\nUPDATE FAILED\n") << number(ErrorKind::EepromWriteProtected);
}

void TestPreparePi::saysWhatWentWrong()
{
    QFETCH(QByteArray, says);
    put(u"lib/standin/refuse"_s, says);
    const Result<PiState> set = prepare();
    QVERIFY(!set);
    QTEST(number(set.error().kind), "kind");
    QVERIFY(set.error().detail.contains(QString::fromUtf8(says.left(10))));
    QCOMPARE(read()->nextConf(), factory);
    QVERIFY(!planPreparing(*read(), {}).tookNot);
    take(u"lib/standin/refuse"_s);
    QVERIFY(undo().has_value());
    QVERIFY(isClean());
    QVERIFY(prepare().has_value());
    // A second change that fails leaves the first one as what we gave.
    restart();
    put(u"lib/standin/refuse"_s, says);
    PrepareWish more;
    QVERIFY(more.set.set(EepromKey::TftpFileTimeout, u"10000").has_value());
    QVERIFY(!prepare(more).has_value());
    take(u"lib/standin/refuse"_s);
    QVERIFY(undo().has_value());
    restart();
    QCOMPARE(eeprom(), factory);
}

void TestPreparePi::whatDoesNotTake()
{
    put(u"lib/standin/deaf"_s, {});
    QVERIFY(prepare().has_value());
    restart();
    const PreparePlan plan = planPreparing(*read(), {});
    QVERIFY(plan.tookNot);
    QCOMPARE(int(plan.step), int(Step::Change));
    QVERIFY(undo().has_value());
    QVERIFY(isClean());
    // Somebody else's settings are not taken back.
    take(u"lib/standin/deaf"_s);
    QVERIFY(prepare().has_value());
    restart();
    put(u"lib/standin/eeprom"_s, "BOOT_ORDER=0xf6\n");
    QCOMPARE(kindOf(undo()), number(ErrorKind::EepromChangedSince));
    QCOMPARE(eeprom(), QByteArray("BOOT_ORDER=0xf6\n"));
}

// Every command of a preparation has every accident: the EEPROM will have the old or the new settings, whole, and the way back is there.
void TestPreparePi::accidents()
{
    const auto smooth = std::make_shared<FaultRemote>(m_remote, Fault::None, -1, 0ms);
    QVERIFY(prepare({}, smooth).has_value());
    const qsizetype commands = smooth->commands.size();
    int cases = 0;
    int old = 0;
    for (qsizetype at = 0; at < commands; ++at) {
        for (const Fault fault : {Fault::Fails, Fault::CutBefore, Fault::CutDuring, Fault::CutAfter}) {
            init();
            auto relay = std::make_unique<FaultRelay>(m_server.port());
            const auto remote = std::make_shared<FaultRemote>(connected(relay->port()), fault, at, 25ms);
            remote->accident = [&relay] { relay.reset(); };
            const Result<PiState> outcome = prepare({}, remote);
            const QByteArray where = "command " + QByteArray::number(at) + ", fault " + QByteArray::number(int(fault));
            QVERIFY2(remote->happened && !outcome, where.constData());
            QVERIFY2(isQuiet(), where.constData()); // what goes on there without us
            const Result<PiState> now = read();
            QVERIFY2(now && (now->nextConf() == factory || now->nextConf() == ours), where.constData());
            old += now->nextConf() == factory ? 1 : 0;
            ++cases;
            if (cases % 2 == 0) { // a second run completes it
                const Result<PiState> again = prepare();
                QVERIFY2(again && again->nextConf() == ours, where.constData());
            }
            if (cases % 3 == 0)
                restart();
            const Result<PiState> back = undo();
            QVERIFY2(back && back->nextConf() == factory && isClean(), QByteArray(where + ' ' + why(back)).constData());
            restart();
            QCOMPARE(eeprom(), factory);
        }
    }
    qInfo("%d accidents at %d commands: %d left the old settings, %d the new ones; each was taken back", cases, int(commands), old, cases - old);
    QVERIFY(commands >= 4 && old > 0 && old < cases);
}

void TestPreparePi::powerFailsUnderTheTool()
{
    put(u"lib/standin/die"_s, {});
    QVERIFY(!prepare().has_value());
    QCOMPARE(read()->nextConf(), factory);
    QCOMPARE(*read()->given, ours); // it was to be given, and the tool never agreed
    QVERIFY(!planPreparing(*read(), {}).tookNot);
    QVERIFY(undo().has_value());
    QVERIFY(isClean());
    put(u"lib/standin/die"_s, {});
    QVERIFY(!prepare().has_value());
    QVERIFY(prepare().has_value());
    restart();
    QCOMPARE(eeprom(), ours);
    QVERIFY(undo().has_value());
    restart();
    QCOMPARE(eeprom(), factory);
}

void TestPreparePi::theConnectionFailsUnderTheTool()
{
    put(u"lib/standin/slow"_s, "1.5");
    auto relay = std::make_unique<FaultRelay>(m_server.port());
    const auto remote = std::make_shared<FaultRemote>(connected(relay->port()), Fault::CutDuring, 2, 700ms);
    remote->accident = [&relay] { relay.reset(); };
    QVERIFY(!prepare({}, remote).has_value());
    QVERIFY2(remote->commands[2].contains(u"new."), qPrintable(remote->commands.join(u'\n'))); // it was that one
    QVERIFY(!has(u"lib/brambleboot/eeprom/done"_s));
    QCOMPARE(read()->nextConf(), ours); // it went on, and a look waits for its end
    QCOMPARE(calls().count("--apply"), 1);
    take(u"lib/standin/slow"_s);
    QVERIFY(undo().has_value());
    QVERIFY(isClean());
}

void TestPreparePi::fuse()
{
    put(u"sys/firmware/devicetree/base/model"_s, "Raspberry Pi 3 Model B Rev 1.2\0"_ba);
    put(u"sys/firmware/devicetree/base/system/linux,revision"_s, QByteArray::fromHex("00a02082"));
    put(u"boot/firmware/config.txt"_s, configTxt);
    QCOMPARE(kindOf(prepare()), number(ErrorKind::FuseNotAgreed));
    QVERIFY(isClean());
    PrepareWish wish;
    wish.fuse = true;
    QVERIFY(prepare(wish).has_value());
    QCOMPARE(get(u"boot/firmware/config.txt"_s), configTxt + "# BEGIN brambleboot\n[all]\nprogram_usb_boot_mode=1\n# END brambleboot\n");
    QVERIFY(prepare(wish).has_value());
    QCOMPARE(get(u"boot/firmware/config.txt"_s).count("BEGIN"), 1);
    QVERIFY(undo().has_value()); // before the start nothing is for ever
    QVERIFY(isClean());
    QVERIFY(prepare(wish).has_value());
    restart();
    const Result<PiState> set = prepare();
    QVERIFY2(set, why(set));
    QCOMPARE(set->facts.hostBoot, std::optional(true));
    QVERIFY(isClean());
    QCOMPARE(int(planPreparing(*set, {}).step), int(Step::Nothing));
}

bool TestPreparePi::isQuiet()
{
    return QTest::qWaitFor([] { return QProcess::execute(u"pgrep"_s, {u"-f"_s, u"/var/lib/brambleboot/[e]eprom"_s}) != 0; }, 20'000);
}

int TestPreparePi::bramble(const QStringList &arguments, QByteArray *said) const
{
    const ConnectOptions options = m_server.options(u"ada"_s);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(qEnvironmentVariable("BRAMBLE_BIN", QCoreApplication::applicationDirPath()) + u"/bramble"_s,
                  QStringList{u"prepare"_s, u"ada@127.0.0.1:"_s + QString::number(m_server.port()), u"--identity"_s, options.identityFile, u"--known-hosts"_s,
                              options.knownHostsFile, u"--ssh-config"_s, u"none"_s, u"--no-agent"_s, u"--password-file"_s, m_server.path(u"password"_s)}
                      + arguments);
    process.closeWriteChannel();
    process.waitForFinished(30'000);
    if (said)
        *said = process.readAll();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void TestPreparePi::commandLine()
{
    QFile password(m_server.path(u"password"_s));
    QVERIFY(password.open(QFile::WriteOnly) && password.write("practice\n") > 0);
    password.close();
    QByteArray said;
    QCOMPARE(bramble({u"--plan"_s}, &said), 8);
    QVERIFY2(said.contains("-BOOT_ORDER=0xf41") && said.contains("+BOOT_ORDER=0xf421"), said.constData());
    QVERIFY(isClean() && calls().isEmpty());
    QCOMPARE(bramble({}, &said), 2); // nobody to ask, and no --yes
    QVERIFY(calls().isEmpty());
    QCOMPARE(bramble({u"--yes"_s, u"--json"_s}, &said), 0);
    QVERIFY2(said.contains("\"step\":\"change\"") && said.contains("\"serial\":\"38c128c0\""), said.constData());
    QCOMPARE(bramble({u"--yes"_s, u"--reboot"_s}, &said), 0);
    QVERIFY(QTest::qWaitFor([this] { return eeprom() == ours; }, 6000));
    QCOMPARE(bramble({u"--plan"_s}, &said), 0);
    QCOMPARE(bramble({u"--set"_s, u"COLOUR=red"_s}), 2);
    QCOMPARE(bramble({u"--undo"_s, u"--plan"_s}, &said), 8);
    QCOMPARE(bramble({u"--undo"_s, u"--yes"_s}, &said), 0);
    QVERIFY(isClean());
    put(u"sys/firmware/devicetree/base/system/linux,revision"_s, QByteArray::fromHex("009000c1"));
    QCOMPARE(bramble({u"--plan"_s, u"--json"_s}, &said), 2);
    QVERIFY2(said.contains("BB-IN-007"), said.constData());
}

// The same with rpi-eeprom-config and rpi-eeprom-update themselves, and a real image.
void TestPreparePi::withTheOfficialTool()
{
    const QString package = qEnvironmentVariable("BRAMBLE_RPI_EEPROM");
    if (package.isEmpty())
        QSKIP("BRAMBLE_RPI_EEPROM does not name the folder of the package rpi-eeprom (the test eeprom_official brings it along)");
    const QString tree = u"sys/firmware/devicetree/base/"_s;
    put(u"lib/standin/official"_s, package.toUtf8());
    put(tree + u"compatible"_s, QByteArray("raspberrypi,4-model-b\0brcm,bcm2711\0", 35));
    put(tree + u"aliases/blconfig"_s, QByteArray("/reserved-memory/nvram@0\0", 25));
    put(tree + u"reserved-memory/nvram@0/compatible"_s, "raspberrypi,bootloader-config");
    const QString device = m_server.path(u"pi/sys/bus/nvmem/devices/rmem0"_s);
    QVERIFY(QDir().mkpath(device) && QFile::link(u"/sys/firmware/devicetree/base/reserved-memory/nvram@0"_s, device + u"/of_node"_s)
            && QFile::link(u"/var/lib/standin/eeprom"_s, device + u"/nvmem"_s));
    put(u"boot/firmware/start4.elf"_s, {});
    const Result<PiState> set = prepare();
    QVERIFY2(set, why(set));
    QCOMPARE(*set->pending, ours);
    QCOMPARE(QFileInfo(m_server.path(u"pi/boot/firmware/pieeprom.upd"_s)).size(), 512 * 1024);
    QVERIFY(prepare().has_value());
    QVERIFY(undo().has_value());
    QVERIFY(isClean() && !has(u"boot/firmware/pieeprom.upd"_s) && !has(u"boot/firmware/recovery.bin"_s));
    QVERIFY(prepare().has_value());
    restart();
    QCOMPARE(eeprom(), ours);
    QCOMPARE(int(planPreparing(*read(), {}).step), int(Step::Nothing));
    const Result<PiState> back = undo();
    QVERIFY2(back, why(back));
    restart();
    QCOMPARE(eeprom(), factory);
    QVERIFY(isClean());
    // A module whose owner has not allowed it: its tool refuses, and says how.
    put(tree + u"system/linux,revision"_s, QByteArray::fromHex("00b03140"));
    const Result<PiState> module = read();
    QVERIFY(module.has_value());
    QCOMPARE(planPreparing(*module, {}).cannot->subject, u"module"_s);
    PreparePlan forced = planPreparing(*module, {});
    forced.cannot = {};
    forced.step = Step::Change;
    forced.after = ours;
    QCOMPARE(kindOf(await(preparePi(m_remote, *module, forced, {}))), number(ErrorKind::EepromUpdateRefused));
}

QTEST_GUILESS_MAIN(TestPreparePi)
#include "tst_prepare_pi.moc"

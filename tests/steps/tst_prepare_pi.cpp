// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A Pi is read, set and set back over a real SSH connection.
#include "remote/fault_relay.h"
#include "remote/remote_test.h"
#include "steps/fault_remote.h"
#include "steps/preparing.h"
#include "steps/read_pis.h"
#include "steps/stand_in_pi.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace bramble;
using namespace remote_test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Step = PreparePlan::Step;

} // namespace

class TestPreparePi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { NEEDS_SERVER(m_pi); }
    void init() { m_pi.reset(); }
    void readsAPi();
    void setsAndTakesBack();
    void cancelsWhatWaits();
    void flashedAtOnce();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void whatDoesNotTake();
    void fuse();
    void foundAndRead();
    void asTheWizardDoes();
    void makesACard();
    void commandLine();
    void withTheOfficialTool();

private:
    int bramble(const QStringList &arguments, QByteArray *said = nullptr) const;
    StandInPi m_pi;
};

void TestPreparePi::readsAPi()
{
    const Result<PiState> state = m_pi.read();
    QVERIFY2(state, why(state));
    QCOMPARE(state->facts.serial->toString(), u"38c128c0"_s);
    QCOMPARE(state->facts.revision->model(), PiModel::Pi4B);
    QCOMPARE(state->facts.mac->toString(), u"dc:a6:32:79:26:df"_s);
    QCOMPARE(state->facts.bootloaderBuiltAt, 0x65a541b5);
    QVERIFY(state->facts.hasEepromTool && !state->facts.netbooted);
    QCOMPARE(state->presentConf(), StandInPi::factory);
    QCOMPARE(state->bootFolder, u"/boot/firmware"_s);
    QVERIFY(!state->kept && !state->pending);
    QVERIFY(m_pi.calls().isEmpty() && m_pi.isClean()); // it was a look
    m_pi.put(u"cmdline"_s, "root=/dev/nfs nfsroot=10.0.0.1:/srv,vers=3\n");
    QVERIFY(m_pi.read()->facts.netbooted);
    m_pi.put(u"cmdline"_s, "console=tty1 root=PARTUUID=1-02\n");
    m_pi.put(u"sys/firmware/devicetree/base/model"_s, "Orange Pi 5\0"_ba);
    QCOMPARE(kindOf(m_pi.read()), number(ErrorKind::NotAPi));
}

void TestPreparePi::setsAndTakesBack()
{
    const Result<PiState> set = m_pi.prepare();
    QVERIFY2(set, why(set));
    QCOMPARE(*set->pending, StandInPi::ours);
    QCOMPARE(*set->kept, StandInPi::factory);
    QCOMPARE(m_pi.eeprom(), StandInPi::factory); // until the start
    const QFileInfo kept(m_pi.server().path(u"pi/lib/brambleboot/eeprom"_s));
    QCOMPARE(kept.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther), QFile::Permissions());
    const QByteArray once = m_pi.calls();
    QVERIFY(m_pi.prepare().has_value());
    QCOMPARE(m_pi.calls(), once); // the second time there is nothing to do
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::ours);
    QCOMPARE(int(planPreparing(*m_pi.read(), {}).step), int(Step::Nothing));
    QVERIFY(m_pi.prepare().has_value());
    PrepareWish more;
    QVERIFY(more.set.set(EepromKey::TftpFileTimeout, u"10000").has_value());
    QVERIFY(m_pi.prepare(more).has_value());
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::ours + "TFTP_FILE_TIMEOUT=10000\n");
    QCOMPARE(*m_pi.read()->kept, StandInPi::factory); // still the very first
    const Result<PiState> back = m_pi.undo();
    QVERIFY2(back, why(back));
    QVERIFY(m_pi.isClean());
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::factory);
    QVERIFY(m_pi.undo().has_value());
}

void TestPreparePi::cancelsWhatWaits()
{
    QVERIFY(m_pi.prepare().has_value());
    QVERIFY(m_pi.undo().has_value());
    QVERIFY(m_pi.calls().endsWith("-r\n"));
    QVERIFY(m_pi.isClean() && !m_pi.has(u"boot/firmware/pieeprom.upd"_s));
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::factory);
}

void TestPreparePi::flashedAtOnce()
{
    m_pi.put(u"lib/standin/immediate"_s, {});
    const Result<PiState> set = m_pi.prepare();
    QVERIFY2(set, why(set));
    QCOMPARE(*set->flashed, StandInPi::ours);
    const QByteArray once = m_pi.calls();
    QCOMPARE(int(planPreparing(*m_pi.read(), {}).step), int(Step::Restart));
    QVERIFY(m_pi.prepare().has_value());
    QCOMPARE(m_pi.calls(), once);
    QVERIFY(m_pi.undo().has_value()); // it is in the EEPROM already, so the former one is written
    QCOMPARE(m_pi.read()->nextConf(), StandInPi::factory);
    QVERIFY(m_pi.isClean());
    QVERIFY(m_pi.prepare().has_value());
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::ours);
    QVERIFY(!m_pi.read()->flashed);
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
    m_pi.put(u"lib/standin/refuse"_s, says);
    const Result<PiState> set = m_pi.prepare();
    QVERIFY(!set);
    QTEST(number(set.error().kind), "kind");
    QVERIFY(set.error().detail.contains(QString::fromUtf8(says.left(10))));
    QCOMPARE(m_pi.read()->nextConf(), StandInPi::factory);
    QVERIFY(!planPreparing(*m_pi.read(), {}).tookNot);
    m_pi.take(u"lib/standin/refuse"_s);
    QVERIFY(m_pi.undo().has_value());
    QVERIFY(m_pi.isClean());
    QVERIFY(m_pi.prepare().has_value());
    // A second change that fails leaves the first one as what we gave.
    m_pi.restart();
    m_pi.put(u"lib/standin/refuse"_s, says);
    PrepareWish more;
    QVERIFY(more.set.set(EepromKey::TftpFileTimeout, u"10000").has_value());
    QVERIFY(!m_pi.prepare(more).has_value());
    m_pi.take(u"lib/standin/refuse"_s);
    QVERIFY(m_pi.undo().has_value());
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::factory);
}

void TestPreparePi::whatDoesNotTake()
{
    m_pi.put(u"lib/standin/deaf"_s, {});
    QVERIFY(m_pi.prepare().has_value());
    m_pi.restart();
    const PreparePlan plan = planPreparing(*m_pi.read(), {});
    QVERIFY(plan.tookNot);
    QCOMPARE(int(plan.step), int(Step::Change));
    QVERIFY(m_pi.undo().has_value());
    QVERIFY(m_pi.isClean());
    // Somebody else's settings are not taken back.
    m_pi.take(u"lib/standin/deaf"_s);
    QVERIFY(m_pi.prepare().has_value());
    m_pi.restart();
    m_pi.put(u"lib/standin/eeprom"_s, "BOOT_ORDER=0xf6\n");
    QCOMPARE(kindOf(m_pi.undo()), number(ErrorKind::EepromChangedSince));
    QCOMPARE(m_pi.eeprom(), QByteArray("BOOT_ORDER=0xf6\n"));
}

void TestPreparePi::fuse()
{
    m_pi.put(u"sys/firmware/devicetree/base/model"_s, "Raspberry Pi 3 Model B Rev 1.2\0"_ba);
    m_pi.put(u"sys/firmware/devicetree/base/system/linux,revision"_s, QByteArray::fromHex("00a02082"));
    m_pi.put(u"boot/firmware/config.txt"_s, StandInPi::configTxt);
    QCOMPARE(kindOf(m_pi.prepare()), number(ErrorKind::FuseNotAgreed));
    QVERIFY(m_pi.isClean());
    PrepareWish wish;
    wish.fuse = true;
    QVERIFY(m_pi.prepare(wish).has_value());
    QCOMPARE(m_pi.get(u"boot/firmware/config.txt"_s), StandInPi::configTxt + "# BEGIN brambleboot\n[all]\nprogram_usb_boot_mode=1\n# END brambleboot\n");
    QVERIFY(m_pi.prepare(wish).has_value());
    QCOMPARE(m_pi.get(u"boot/firmware/config.txt"_s).count("BEGIN"), 1);
    QVERIFY(m_pi.undo().has_value()); // before the start nothing is for ever
    QVERIFY(m_pi.isClean());
    QVERIFY(m_pi.prepare(wish).has_value());
    m_pi.restart();
    const Result<PiState> set = m_pi.prepare();
    QVERIFY2(set, why(set));
    QCOMPARE(set->facts.hostBoot, std::optional(true));
    QVERIFY(m_pi.isClean());
    QCOMPARE(int(planPreparing(*set, {}).step), int(Step::Nothing));
}

// What was seen of it before, and what it says of itself, is one Pi.
void TestPreparePi::foundAndRead()
{
    const Ipv4 here = *Ipv4::parse(u"127.0.0.1");
    Sightings all;
    all.add({.source = Sighting::Source::Neighbour, .mac = MacAddress::parse(u"dc:a6:32:79:26:df"), .address = here});
    QCOMPARE(worthReading(all.machines()), std::vector{here});
    ConnectOptions login = m_pi.login();
    std::vector<Result<PiState>> read;
    const PiReadSink sink = [&read](Ipv4, const Result<PiState> &state) { read.push_back(state); };
    await(readPis({here}, login, sink, {}));
    QVERIFY2(read.size() == 1 && read[0], why(read[0]));
    all.add(sightingOf(*read[0], here));
    QCOMPARE(all.pis().size(), 1U);
    const SeenMachine pi = all.pis().front();
    QCOMPARE(pi.serial->toString(), u"38c128c0"_s);
    QCOMPARE(pi.mac->toString(), u"dc:a6:32:79:26:df"_s);
    QCOMPARE(pi.model, PiModel::Pi4B);
    QVERIFY(pi.conflicts.empty());
    // An address that another one has by now: it says so itself, and is a row of its own.
    Sighting other = sightingOf(*read[0], here);
    other.mac = MacAddress::parse(u"dc:a6:32:00:00:01");
    all.add(other);
    QVERIFY(std::ranges::any_of(all.machines(), [](const SeenMachine &m) { return !m.conflicts.empty(); }));
    // Who is not known is sent nothing.
    read.clear();
    login.knownHostsFile = m_pi.server().path(u"nobody"_s);
    await(readPis({here, here}, login, sink, {}));
    QCOMPARE(read.size(), 2U);
    QCOMPARE(kindOf(read[1]), number(ErrorKind::SshHostKeyUnknown));
}

void TestPreparePi::asTheWizardDoes()
{
    const Ipv4 here = *Ipv4::parse(u"127.0.0.1");
    Finding finding;
    Preparing preparing(&finding);
    Node node;
    node.name = u"pi-01"_s;
    node.mac = MacAddress::parse(u"dc:a6:32:79:26:df");
    node.model = PiModel::Pi4B;
    const auto row = [&] { return preparing.rows({node}).front(); };
    QVERIFY(!row().canBeSet && row().cardHelps); // nobody knows how it is set; a card would do in any case
    QCOMPARE(row().readiness.state, Readiness::State::Unknown);
    finding.take({.source = Sighting::Source::Neighbour, .mac = node.mac, .address = here});
    QVERIFY(row().canBeSet && row().address == here);
    ConnectOptions base = m_pi.login();
    base.user.clear();
    preparing.setBase(base);
    const auto idle = [&] { return QTest::qWaitFor([&] { return !preparing.pi(here).read.busy && !preparing.pi(here).change.busy; }, 20'000); };
    preparing.read(here, u"nobody"_s, {});
    QVERIFY(idle() && preparing.pi(here).read.error);
    const Login login{.identityFile = base.identityFile, .password = Secret("practice"), .passphrase = {}, .sudoPassword = {}, .acceptedFingerprint = {}};
    preparing.read(here, u"ada"_s, login);
    QVERIFY(idle());
    QVERIFY(preparing.pi(here).read.value);
    QCOMPARE(int(row().readiness.state), int(Readiness::State::EepromOverSsh));
    QCOMPARE(finding.machines().front().serial->toString(), u"38c128c0"_s);
    // What an expert typed besides.
    EepromConfig typed = preparing.settingsAfter(here);
    QVERIFY(typed.set(EepromKey::DhcpTimeout, u"60000").has_value());
    const PrepareWish wish = wishFor(settingsOf(*preparing.pi(here).read.value, {}), typed);
    const PreparePlan plan = preparing.plan(here, wish);
    QCOMPARE(preparing.changes(here, plan).size(), 4U); // order, retries, installer, and that
    preparing.set(here, wish);
    QVERIFY(idle());
    QVERIFY2(preparing.pi(here).change.value == true, preparing.pi(here).change.error ? qPrintable(preparing.pi(here).change.error->detail) : "");
    QVERIFY(row().waits && preparing.canTakeBack(here));
    QVERIFY(m_pi.calls().contains("--apply"));
    preparing.restart(here);
    QVERIFY(QTest::qWaitFor([&] { return m_pi.eeprom().contains("DHCP_TIMEOUT=60000\n"); }, 6000));
    QVERIFY(idle());
    preparing.read(here, u"ada"_s, login);
    QVERIFY(idle());
    QCOMPARE(int(row().readiness.state), int(Readiness::State::Ready));
    preparing.takeBack(here, false);
    QVERIFY(idle());
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::factory);
    QVERIFY(m_pi.isClean());
}

void TestPreparePi::makesACard()
{
    Finding finding;
    Preparing preparing(&finding);
    const QString folder = m_pi.server().path(u"firmware"_s);
    m_pi.put(u"../firmware/bootcode.bin"_s, QByteArray(52'000, 'b'));
    CardWish wish;
    wish.model = PiModel::Pi3B;
    wish.firmware = FirmwareFolder{folder};
    const QString file = m_pi.server().path(u"card.img"_s);
    const auto idle = [&] { return QTest::qWaitFor([&] { return !preparing.card().busy; }, 20'000); };
    preparing.makeCard(wish, file, false);
    QVERIFY(idle() && preparing.card().value == file && QFileInfo(file).size() > 1'000'000);
    wish.model = PiModel::Pi4B;
    preparing.makeCard(wish, file, false);
    QVERIFY(idle());
    QCOMPARE(number(preparing.card().error->kind), number(ErrorKind::FirmwareMissing));
    preparing.makeCard(wish, u"/dev/null"_s, true); // no disk
    QVERIFY(idle() && preparing.card().error);
}

void TestPreparePi::commandLine()
{
    QFile password(m_pi.server().path(u"password"_s));
    QVERIFY(password.open(QFile::WriteOnly) && password.write("practice\n") > 0);
    password.close();
    QByteArray said;
    QCOMPARE(bramble({u"--plan"_s}, &said), 8);
    QVERIFY2(said.contains("-BOOT_ORDER=0xf41") && said.contains("+BOOT_ORDER=0xf421"), said.constData());
    QVERIFY(m_pi.isClean() && m_pi.calls().isEmpty());
    QCOMPARE(bramble({}, &said), 2); // nobody to ask, and no --yes
    QVERIFY(m_pi.calls().isEmpty());
    QCOMPARE(bramble({u"--yes"_s, u"--json"_s}, &said), 0);
    QVERIFY2(said.contains("\"step\":\"change\"") && said.contains("\"serial\":\"38c128c0\""), said.constData());
    QCOMPARE(bramble({u"--yes"_s, u"--reboot"_s}, &said), 0);
    QVERIFY(QTest::qWaitFor([this] { return m_pi.eeprom() == StandInPi::ours; }, 6000));
    QCOMPARE(bramble({u"--plan"_s}, &said), 0);
    QCOMPARE(bramble({u"--set"_s, u"COLOUR=red"_s}), 2);
    QCOMPARE(bramble({u"--undo"_s, u"--plan"_s}, &said), 8);
    QCOMPARE(bramble({u"--undo"_s, u"--yes"_s}, &said), 0);
    QVERIFY(m_pi.isClean());
    m_pi.put(u"sys/firmware/devicetree/base/system/linux,revision"_s, QByteArray::fromHex("009000c1"));
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
    m_pi.put(u"lib/standin/official"_s, package.toUtf8());
    m_pi.put(tree + u"compatible"_s, QByteArray("raspberrypi,4-model-b\0brcm,bcm2711\0", 35));
    m_pi.put(tree + u"aliases/blconfig"_s, QByteArray("/reserved-memory/nvram@0\0", 25));
    m_pi.put(tree + u"reserved-memory/nvram@0/compatible"_s, "raspberrypi,bootloader-config");
    const QString device = m_pi.server().path(u"pi/sys/bus/nvmem/devices/rmem0"_s);
    QVERIFY(QDir().mkpath(device) && QFile::link(u"/sys/firmware/devicetree/base/reserved-memory/nvram@0"_s, device + u"/of_node"_s)
            && QFile::link(u"/var/lib/standin/eeprom"_s, device + u"/nvmem"_s));
    m_pi.put(u"boot/firmware/start4.elf"_s, {});
    const Result<PiState> set = m_pi.prepare();
    QVERIFY2(set, why(set));
    QCOMPARE(*set->pending, StandInPi::ours);
    QCOMPARE(QFileInfo(m_pi.server().path(u"pi/boot/firmware/pieeprom.upd"_s)).size(), 512 * 1024);
    QVERIFY(m_pi.prepare().has_value());
    QVERIFY(m_pi.undo().has_value());
    QVERIFY(m_pi.isClean() && !m_pi.has(u"boot/firmware/pieeprom.upd"_s) && !m_pi.has(u"boot/firmware/recovery.bin"_s));
    QVERIFY(m_pi.prepare().has_value());
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::ours);
    QCOMPARE(int(planPreparing(*m_pi.read(), {}).step), int(Step::Nothing));
    const Result<PiState> back = m_pi.undo();
    QVERIFY2(back, why(back));
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::factory);
    QVERIFY(m_pi.isClean());
    // A module whose owner has not allowed it: its tool refuses, and says how.
    m_pi.put(tree + u"system/linux,revision"_s, QByteArray::fromHex("00b03140"));
    const Result<PiState> module = m_pi.read();
    QVERIFY(module.has_value());
    QCOMPARE(planPreparing(*module, {}).cannot->subject, u"module"_s);
    PreparePlan forced = planPreparing(*module, {});
    forced.cannot = {};
    forced.step = Step::Change;
    forced.after = StandInPi::ours;
    QCOMPARE(kindOf(await(preparePi(m_pi.remote(), *module, forced, {}))), number(ErrorKind::EepromUpdateRefused));
}

int TestPreparePi::bramble(const QStringList &arguments, QByteArray *said) const
{
    return m_pi.bramble(QStringList{u"prepare"_s, u"ada@127.0.0.1:"_s + QString::number(m_pi.server().port())} + arguments, said);
}

QTEST_GUILESS_MAIN(TestPreparePi)
#include "tst_prepare_pi.moc"

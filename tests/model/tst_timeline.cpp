// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "model/timeline.h"
#include "text/server_log.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 aboutNow = 1795377600000; // 2026-11-22 20:00 UTC
const MacAddress mac = *MacAddress::parse(u"dc:a6:32:01:02:02");
const Ipv4 address = *Ipv4::parse(u"192.168.77.135");
const ServerLayout layout(u"/srv"_s);

Cluster cluster(bool bySerial = true, bool byMac = true)
{
    Cluster c;
    Node node;
    node.name = u"pi-01"_s;
    if (bySerial)
        node.serial = Serial::parse(u"5e6f7a8b");
    if (byMac)
        node.mac = mac;
    c.nodes.push_back(node);
    return c;
}

void feedLog(Boot &boot, const QString &name)
{
    LogReader reader(aboutNow);
    for (const QByteArray &line : readGolden(u"logs/"_s + name).split('\n'))
        for (const Event &event : reader.read(line))
            boot.feed(event);
}

QString path(const QString &file)
{
    return u"/srv/tftp/5e6f7a8b/"_s + file;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealBootToItsEnd()
    {
        for (const bool byMac : {true, false}) {
            Boot boot(cluster(true, byMac), layout, {{path(u"kernel8.img"_s), 1000}, {path(u"initramfs8"_s), 100}});
            feedLog(boot, u"boot-uml.log"_s);
            const Timeline &t = boot.timelines()[0];
            QCOMPARE(t.stage, Stage::Initramfs); // the initramfs' own question names no MAC in a proxy's log
            QCOMPARE(t.address, std::optional(address));
            QCOMPARE(t.files,
                     8); // start4, config, fixup4, config, dtb, cmdline, initramfs8, kernel8; the probe is none
            QCOMPARE(t.bytes, 1100);
            QCOMPARE(t.lastFile, u"kernel8.img"_s);
            QVERIFY(t.missing.contains("recovery8.img"_L1) && t.missing.contains("overlays/overlay_map.dtb"_L1));
            feedLog(boot, u"boot-uml-mountd.log"_s);
            QCOMPARE(boot.timelines()[0].stage, Stage::Disk);
            QCOMPARE(boot.running(), 0);
            boot.feed({aboutNow + 600'000, SshAnswered{address}});
            QCOMPARE(boot.timelines()[0].stage, Stage::Running);
            QCOMPARE(boot.timelines()[0].stageSinceMs, aboutNow + 600'000);
            QCOMPARE(boot.running(), 1);
            // Where a node is known by its serial alone, no event ties the MAC that asks to it.
            QVERIFY(boot.strangers().empty()); // known by its serial alone it may be the one that asks
        }
    }

    void aSecondBoot()
    {
        for (const bool byMac : {true, false}) {
            Boot boot(cluster(true, byMac), layout);
            feedLog(boot, u"boot-uml.log"_s);
            feedLog(boot, u"boot-uml-mountd.log"_s);
            boot.feed({aboutNow + 600'000, SshAnswered{address}});
            QCOMPARE(boot.running(), 1);
            boot.feed({aboutNow + 700'000, DhcpAsked{mac, DhcpAsker::BootRom}});
            if (byMac) {
                QCOMPARE(boot.timelines()[0].stage, Stage::Asking);
                QCOMPARE(boot.timelines()[0].files, 0);
                QCOMPARE(boot.timelines()[0].bootSinceMs, aboutNow + 700'000);
            }
            boot.feed({aboutNow + 701'000, FileProbed{address, path(u"start4.elf"_s)}});
            boot.feed({aboutNow + 702'000, FileSent{address, path(u"start4.elf"_s)}});
            QCOMPARE(boot.timelines()[0].stage, Stage::Firmware);
            QCOMPARE(boot.timelines()[0].files, 1);
            QCOMPARE(boot.running(), 0);
            // and it does not count as running for an answer of before
            boot.feed({aboutNow + 703'000, SshAnswered{address}});
            QCOMPARE(boot.running(), 0);
        }
    }

    void stagesInOrder()
    {
        Boot boot(cluster(), layout);
        qint64 at = aboutNow;
        const auto is = [&](EventKind kind, Stage stage) {
            boot.feed({++at, std::move(kind)});
            return boot.timelines()[0].stage == stage;
        };
        QVERIFY(boot.timelines()[0].stage == Stage::Off);
        QVERIFY(is(DhcpAsked{mac, DhcpAsker::BootRom}, Stage::Asking));
        QVERIFY(is(DhcpAsked{mac, DhcpAsker::BootRom}, Stage::Asking));
        QCOMPARE(boot.timelines()[0].asks, 2);
        QCOMPARE(boot.timelines()[0].stageSinceMs, aboutNow + 1);
        QVERIFY(is(BootOffered{mac}, Stage::Answered));
        QVERIFY(is(AddressGiven{mac, address}, Stage::Answered));
        QVERIFY(is(FileSent{address, path(u"start4.elf"_s)}, Stage::Firmware));
        QVERIFY(is(FileSent{address, path(u"config.txt"_s)}, Stage::Settings));
        QVERIFY(is(FileSent{address, path(u"fixup4.dat"_s)}, Stage::Settings)); // never back within one boot
        QVERIFY(is(FileSent{address, path(u"initramfs8"_s)}, Stage::Kernel));
        QVERIFY(is(FileFailed{address, path(u"kernel8.img"_s), u"failed"_s}, Stage::Kernel));
        QVERIFY(!boot.timelines()[0].hasKernel);
        QVERIFY(is(FileSent{address, path(u"kernel8.img"_s)}, Stage::Initramfs));
        QVERIFY(is(DhcpAsked{mac, DhcpAsker::Initramfs}, Stage::Network));
        QVERIFY(is(MountRefused{address, u"/srv/nfs/5e6f7a8b"_s, u"unmatched host"_s}, Stage::Network));
        QCOMPARE(boot.timelines()[0].refusal, u"unmatched host"_s);
        QVERIFY(is(RootMounted{address, u"/srv/nfs/5e6f7a8b"_s}, Stage::Disk));
        QCOMPARE(boot.timelines()[0].refusal, QString());
        QVERIFY(is(SshAnswered{address}, Stage::Running));
        QCOMPARE(boot.timelines()[0].lastSignMs, at);
    }

    void anInstalledSystemIsNoBoot()
    {
        Boot boot(cluster(), layout);
        boot.feed({aboutNow, DhcpAsked{mac, DhcpAsker::Other}});
        QCOMPARE(boot.timelines()[0].stage, Stage::Off);
        QCOMPARE(boot.timelines()[0].lastSignMs, aboutNow);
    }

    void aFileUnderWay()
    {
        Boot boot(cluster(), layout);
        const auto t = [&boot] { return boot.timelines()[0]; };
        boot.feed({aboutNow, FileSent{address, path(u"config.txt"_s)}});
        boot.feed({aboutNow + 600, FileUnderWay{address, path(u"kernel8.img"_s), 1000, 4000}});
        boot.feed({aboutNow + 1200, FileUnderWay{address, path(u"kernel8.img"_s), 3000, 4000}});
        QCOMPARE(t().underWay, std::optional(UnderWay{u"kernel8.img"_s, 3000, 4000}));
        QCOMPARE(t().lastSignMs, aboutNow + 1200);
        QCOMPARE(t().stage, Stage::Settings); // as the log tells it
        // At its end it counts with the size that the wire told, where the server's folder was not looked at.
        boot.feed({aboutNow + 1500, FileSent{address, path(u"kernel8.img"_s)}});
        QVERIFY(!t().underWay);
        QCOMPARE(t().bytes, 4000);
        QCOMPARE(t().stage, Stage::Kernel);
        // The wire may be heard later than the log.
        boot.feed({aboutNow + 1400, FileUnderWay{address, path(u"kernel8.img"_s), 3900, 4000}});
        QVERIFY(!t().underWay);
        // One that breaks off, one of which only the size was asked, and one that a Pi next door fetches.
        for (const EventKind &end : {EventKind(FileFailed{address, path(u"initramfs8"_s), u"timeout"_s}), EventKind(FileProbed{address, path(u"initramfs8"_s)})}) {
            boot.feed({aboutNow + 2000, FileUnderWay{address, path(u"initramfs8"_s), 10, {}}});
            QVERIFY(t().underWay || std::holds_alternative<FileProbed>(end));
            boot.feed({aboutNow + 2500, end});
            QVERIFY(!t().underWay);
        }
        boot.feed({aboutNow + 3000, FileUnderWay{*Ipv4::parse(u"192.168.77.200"), u"/srv/tftp/99999999/kernel8.img"_s, 10, {}}});
        QVERIFY(!t().underWay);
        QCOMPARE(t().bytes, 4000);
    }

    /// What its disk carries: of this boot, no stage, and a sign of life only where it is more than what waits.
    void bytesOfADisk()
    {
        Boot boot(cluster(), layout);
        const auto t = [&boot] { return boot.timelines()[0]; };
        const auto tell = [&boot](qint64 at, qint64 bytes, qint64 grown, Ipv4 of = address) { boot.feed({aboutNow + at, DiskBytes{of, bytes, grown}, u"ss"_s}); };
        tell(0, 5'000, 0); // nobody's yet
        QCOMPARE(t(), Boot(cluster(), layout).timelines()[0]);
        boot.feed({aboutNow + 100, FileSent{address, path(u"kernel8.img"_s)}});
        tell(200, 900'000, 800'000); // of its last boot
        QCOMPARE(t().diskBytes, 0);
        QCOMPARE(t().lastSignMs, aboutNow + 100);
        boot.feed({aboutNow + 300, RootMounted{address, u"/srv/nfs/5e6f7a8b"_s}});
        const std::vector<Reached> reached = t().reached;
        tell(2000, 1'900'000, 1'000'000);
        QCOMPARE(t().diskBytes, 1'000'000);
        QCOMPARE(t().lastSignMs, aboutNow + 2000);
        QCOMPARE(t().lastSaid, u"ss"_s);
        tell(2000, 1'900'000, 1'000'000); // told twice, by two recordings
        QCOMPARE(t().diskBytes, 1'000'000);
        for (int i = 1; i <= 100; ++i) // a lease that is renewed, times of files that are looked at
            tell(2000 + i * 2000, 1'900'000 + i * 5'000, 5'000);
        QCOMPARE(t().diskBytes, 1'500'000);
        QCOMPARE(t().lastSignMs, aboutNow + 2000);
        tell(210'000, 9'900'000, 0); // who knows since when
        QCOMPARE(t().lastSignMs, aboutNow + 2000);
        tell(212'000, 10'000'000, 16'384);
        QCOMPARE(t().lastSignMs, aboutNow + 212'000);
        tell(213'000, 7'000, 7'000); // by another watching, which counts from the beginning
        QCOMPARE(t().diskBytes, 9'107'000);
        tell(214'000, 77'000, 70'000, *Ipv4::parse(u"192.168.77.200")); // somebody else
        QCOMPARE(t().diskBytes, 9'107'000);
        QCOMPARE(t().reached, reached);
        QCOMPARE(t().stage, Stage::Disk);
        boot.feed({aboutNow + 300'000, DhcpAsked{mac, DhcpAsker::BootRom}});
        QCOMPARE(t().diskBytes, 0);
    }

    // Whoever is on the network can send such a line: it is shown, and nothing follows from it.
    void aConsoleLineChangesNothing()
    {
        Boot boot(cluster(), layout);
        boot.feed({aboutNow, FileSent{address, path(u"config.txt"_s)}});
        const Timeline before = boot.timelines()[0];
        const Event line{aboutNow + 1000, ConsoleLine{mac, *Ipv4::parse(u"169.254.1.1"), u"Firmware not found"_s}};
        boot.feed(line);
        QCOMPARE(boot.timelines()[0], before);
        QCOMPARE(boot.nodeOf(line), std::optional<size_t>(0));
        const MacAddress other = *MacAddress::parse(u"dc:a6:32:0a:0b:0c");
        QVERIFY(!boot.nodeOf({aboutNow, ConsoleLine{other, address, u"x"_s}})); // somebody else with its address
        Boot bySerial(cluster(true, false), layout);
        bySerial.feed({aboutNow, FileSent{address, path(u"config.txt"_s)}});
        QCOMPARE(bySerial.nodeOf({aboutNow, ConsoleLine{mac, address, u"x"_s}}), std::optional<size_t>(0));
    }

    void strangersAreNamedOnce()
    {
        Boot boot(cluster(), layout);
        const MacAddress other = *MacAddress::parse(u"dc:a6:32:0a:0b:0c");
        boot.feed({aboutNow, DhcpAsked{other, DhcpAsker::BootRom}});
        boot.feed({aboutNow, DhcpAsked{other, DhcpAsker::BootRom}});
        boot.feed({aboutNow, DhcpAsked{*MacAddress::parse(u"52:54:00:00:00:01"), DhcpAsker::Other}});
        QCOMPARE(boot.strangers(), std::vector{other});
        QCOMPARE(boot.timelines()[0].stage, Stage::Off);
    }

    void anAddressMovesToTheNodeThatNamesItself()
    {
        Cluster two = cluster();
        two.nodes.push_back({u"pi-02"_s, Serial::parse(u"1a2b3c4d"), std::nullopt, PiModel::Pi4B});
        Boot boot(two, layout);
        boot.feed({aboutNow, FileSent{address, path(u"config.txt"_s)}});
        boot.feed({aboutNow + 1, FileSent{address, u"/srv/tftp/1a2b3c4d/config.txt"_s}});
        QVERIFY(!boot.timelines()[0].address);
        QCOMPARE(boot.timelines()[1].address, std::optional(address));
        boot.feed(
            {aboutNow + 2, FileMissing{address, u"/srv/tftp/bootsig.bin"_s}}); // no node in its path: the address tells
        QVERIFY(boot.timelines()[1].missing.contains("bootsig.bin"_L1));
    }

    // Seen in a class that started together: the router had offered one address to two of them, and half a minute later the server gave up a file
    // for the one that had gone on elsewhere.
    void whatWasGivenUpTakesNoAddress()
    {
        Cluster two = cluster();
        two.nodes.push_back({u"pi-02"_s, Serial::parse(u"1a2b3c4d"), std::nullopt, PiModel::Pi3BPlus});
        Boot boot(two, layout);
        boot.feed({aboutNow, FileSent{address, u"/srv/tftp/1a2b3c4d/config.txt"_s}});
        boot.feed({aboutNow + 1, FileSent{address, path(u"config.txt"_s)}});
        boot.feed({aboutNow + 30'000, FileFailed{address, u"/srv/tftp/1a2b3c4d/start.elf"_s, {}}});
        QCOMPARE(boot.timelines()[0].address, std::optional(address));
        QVERIFY(!boot.timelines()[1].address);
        QVERIFY(find(boot.timelines()[1].signs, SignKind::FileFailed));
        QVERIFY(!find(boot.timelines()[0].signs, SignKind::FileFailed));
    }

    // A Pi 3's first file has no folder in its path, and nobody knows its address yet: it belongs to nobody.
    void bootcodeOfAnUnknownAddress()
    {
        Boot boot(cluster(), layout);
        boot.feed({aboutNow, FileSent{address, u"/srv/tftp/bootcode.bin"_s}});
        QCOMPARE(boot.timelines()[0].stage, Stage::Off);
    }

    void filesTellTheStage()
    {
        QCOMPARE(stageOfFile(u"a/bootcode.bin"), Stage::Firmware);
        QCOMPARE(stageOfFile(u"start4x.elf"), Stage::Firmware);
        QCOMPARE(stageOfFile(u"fixup.dat"), Stage::Firmware);
        QCOMPARE(stageOfFile(u"/x/kernel_2712.img"), Stage::Kernel);
        QCOMPARE(stageOfFile(u"initramfs_2712"), Stage::Initramfs);
        QCOMPARE(stageOfFile(u"overlays/vc4.dtbo"), Stage::Settings);
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"

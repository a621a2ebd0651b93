// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/parse_facts.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(content);
}

} // namespace

class TestParseFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeptAnswer()
    {
        const auto facts = parseFacts(readGolden(u"facts-debian13.txt"_s));
        QVERIFY(facts);
        QCOMPARE(facts->osId, u"raspbian"_s);
        QCOMPARE(facts->osLike, QStringList{u"debian"_s});
        QCOMPARE(facts->osVersion, u"13"_s);
        QCOMPARE(facts->osName, u"Raspberry Pi OS \u201ctrixie\u201d"_s);
        QCOMPARE(facts->hostname, u"nas"_s);
        QCOMPARE(facts->architecture, u"aarch64"_s);
        QVERIFY(facts->systemd);
        QCOMPARE(facts->sshAddress->toString(), u"192.168.77.10"_s);
        QCOMPARE(facts->defaultInterface, u"eth0"_s);
        QCOMPARE(facts->interfaces.size(), size_t(2));
        QCOMPARE(facts->interfaces[0].addresses[0].toString(), u"192.168.77.10/24"_s);
        QVERIFY(facts->interfaces[0].up && facts->interfaces[0].dynamicAddress && !facts->interfaces[0].wireless);
        QVERIFY(facts->interfaces[1].wireless && !facts->interfaces[1].up);
        QCOMPARE(facts->ports.size(), size_t(3));
        QCOMPARE(facts->ports[0].process, u"systemd-resolve"_s);
        QCOMPARE(facts->ports[0].address->toString(), u"127.0.0.53"_s);
        QCOMPARE(facts->ports[0].device, u"lo"_s);
        QCOMPARE(facts->ports[1].unit, u"tftpd-hpa.service"_s);
        QCOMPARE(facts->ports[1].commandLine, (QStringList{u"/usr/sbin/in.tftpd"_s, u"--listen"_s, u"--user"_s, u"tftp"_s}));
        QVERIFY(!facts->ports[1].address && facts->ports[1].device.isEmpty());
        QCOMPARE(facts->ports[2].port, 2049);
        QVERIFY(facts->ports[2].process.isEmpty());
        QCOMPARE(facts->folderFilesystem, u"ext4"_s);
        QCOMPARE(facts->freeBytes, 4096LL * 1000);
        QCOMPARE(facts->freeNodes, 5000);
        QCOMPARE(facts->packagesInstalled, QStringList{u"dnsmasq-base"_s});
        QCOMPARE(facts->packagesAvailable, QStringList{u"nfs-kernel-server"_s});
        QCOMPARE(facts->files.size(), 1);
        QCOMPARE(facts->files.value(u"/etc/brambleboot/dnsmasq.conf"_s), "@@clock\nport=0\n"_ba);
        QCOMPARE(facts->laidTrees.value(u"38c128c0"_s), u"abc123"_s);
        QCOMPARE(facts->activeUnits, QStringList{u"nfs-server.service"_s});
        QCOMPARE(facts->clockMs, 1732302127123);
    }

    void whatElseIsThere()
    {
        const auto facts = parseFacts(readGolden(u"facts-debian13.txt"_s));
        QVERIFY(facts);
        QCOMPARE(facts->processors, 4);
        QCOMPARE(facts->gateway->toString(), u"192.168.77.1"_s);
        QCOMPARE(facts->nameServers, std::vector<Ipv4>{*Ipv4::parse(u"192.168.77.1")});
        QCOMPARE(facts->managers.value(u"eth0"_s), u"NetworkManager/auto"_s);
        QCOMPARE(facts->mounts, (std::vector<Mount>{{u"/"_s, u"ext4"_s, 18000000LL * 1024}, {u"/mnt/big disk"_s, u"btrfs"_s, 800000000LL * 1024}}));
        QCOMPARE(facts->folderMount, u"/"_s);
        QVERIFY(!facts->reflink);
        QCOMPARE(facts->dnsmasqLines, (std::vector<SettingLine>{{u"/etc/dnsmasq.conf"_s, u"dhcp-range=192.168.50.10,192.168.50.99,12h"_s}, {u"/etc/dnsmasq.d/lan.conf"_s, u"interface=eth1"_s}}));
        QCOMPARE(facts->dropIns, (QStringList{u"README"_s, u"lan.conf"_s}));
        QCOMPARE(facts->pihole, (PiholeFacts{6, false}));
        QCOMPARE(facts->tftpFiles, QStringList{u"pxelinux.0"_s});
        QCOMPARE(facts->exports, (std::vector<ForeignExport>{{u"/srv/films"_s, u"192.168.77.0/24"_s}, {u"/srv/my music"_s, u"*"_s}}));
        QCOMPARE(facts->nfsVersions, (QStringList{u"3"_s, u"4.1"_s, u"4.2"_s}));
        QCOMPARE(facts->nfsThreads, 16);
        QCOMPARE(facts->mountdPort, 4002);
        QCOMPARE(facts->fileModes.value(u"/etc/brambleboot/dnsmasq.conf"_s), 0644);
        QCOMPARE(facts->clockSynchronised, std::optional(true));
        QVERIFY(facts->lan);
        QCOMPARE(facts->lan->interface, u"eth0"_s);
        QCOMPARE(facts->lan->offers.size(), size_t(2));
        QCOMPARE(facts->lan->offers[0].server.toString(), u"192.168.77.1"_s);
        QCOMPARE(facts->lan->offers[0].router->toString(), u"192.168.77.1"_s);
        QVERIFY(!facts->lan->offers[1].router);
        QCOMPARE(facts->lan->forwardDelay, 15);
        QCOMPARE(facts->firewall.kind, Firewall::Kind::Ufw);
        QCOMPARE(facts->firewall.policy, FirewallRule::Verdict::Drop);
        QCOMPARE(facts->firewall.rules.size(), size_t(5)); // what is routed does not come in
        QCOMPARE(facts->firewall.rules[1].interface, u"eth0"_s);
        QCOMPARE(facts->firewall.rules[1].from->toString(), u"192.168.77.0/24"_s);
        QCOMPARE(facts->firewall.rules[1].ports, (decltype(FirewallRule::ports){{67, 67}, {69, 69}}));
        QVERIFY(facts->firewall.rules[2].conditional);
        QCOMPARE(facts->firewall.rules[3].verdict, FirewallRule::Verdict::Drop);
        QCOMPARE(facts->firewall.rules[3].ports, (decltype(FirewallRule::ports){{6000, 6007}}));
        QCOMPARE(facts->firewall.rules[4].ports, (decltype(FirewallRule::ports){{80, 80}}));
    }

    void aCutAnswerIsNone()
    {
        const QByteArray whole = readGolden(u"facts-debian13.txt"_s);
        const qsizetype end = whole.indexOf("@@end");
        QVERIFY(end > 0);
        for (qsizetype size = 0; size < end + 5; size += 7) {
            const auto facts = parseFacts(whole.first(size));
            QVERIFY(!facts);
            QCOMPARE(facts.error().kind, ErrorKind::ServerAnswerUnreadable);
        }
    }

    // The script itself, run here: this machine is a Debian too.
    void theRealScript()
    {
        QTemporaryDir folder;
        const QString served = folder.filePath(u"srv"_s);
        QVERIFY(QDir().mkpath(served + u"/laid"_s));
        write(served + u"/laid/38c128c0"_s, "abc123\n"_ba);
        const QString odd = folder.filePath(u"it's a $file"_s);
        write(odd, "@@end\n\0\xff"_ba);
        LookAt what;
        what.folder = served;
        what.files = {u"/etc/no such file"_s, odd};
        what.packages = {u"base-files"_s, u"no-such-package-of-ours"_s};
        what.units = {u"no-such.service"_s};
        what.sshConnection = u"10.0.0.1 5000 10.0.0.2 22"_s;
        const Command command = lookCommand(what);
        QVERIFY(command.asRoot);
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(command.program, command.arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        const auto facts = parseFacts(process.readAllStandardOutput());
        QVERIFY(facts);
        QVERIFY(!facts->osId.isEmpty());
        QVERIFY(!facts->architecture.isEmpty());
        QCOMPARE(facts->sshAddress->toString(), u"10.0.0.2"_s);
        QVERIFY(facts->freeBytes > 0);
        QVERIFY(!facts->folderFilesystem.isEmpty());
        QVERIFY(facts->packagesInstalled.contains("base-files"_L1));
        QVERIFY(!facts->packagesAvailable.contains("base-files"_L1));
        QCOMPARE(facts->files.size(), 1);
        QCOMPARE(facts->files.value(odd), "@@end\n\0\xff"_ba);
        QCOMPARE(facts->laidTrees, (QHash<QString, QString>{{u"38c128c0"_s, u"abc123"_s}}));
        QVERIFY(qAbs(facts->clockMs - QDateTime::currentMSecsSinceEpoch()) < 60'000);
    }

    void aFolderThatIsNotThereYet()
    {
        LookAt what;
        what.folder = u"/no/such/folder"_s;
        const Command command = lookCommand(what);
        QProcess process;
        process.start(command.program, command.arguments);
        QVERIFY(process.waitForFinished());
        const auto facts = parseFacts(process.readAllStandardOutput());
        QVERIFY(facts);
        QVERIFY(facts->freeBytes > 0);
        QVERIFY(!facts->sshAddress);
    }
};

QTEST_GUILESS_MAIN(TestParseFacts)
#include "tst_parse_facts.moc"

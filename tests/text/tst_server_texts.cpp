// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/dnsmasq_conf.h"
#include "text/export_hook.h"
#include "text/nfs_conf.h"
#include "text/systemd_unit.h"

#include <QProcess>
#include <QTemporaryFile>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

Cluster lab()
{
    Cluster cluster;
    const auto add = [&cluster](const QString &name, QStringView serial, QStringView mac, PiModel model) {
        cluster.nodes.push_back({name, Serial::parse(serial), MacAddress::parse(mac), model});
    };
    add(u"pi-01"_s, u"5e010203", u"b8:27:eb:01:02:03", PiModel::Pi3B);
    add(u"pi-02"_s, u"e7040506", u"", PiModel::Pi3BPlus);
    add(u"pi-03"_s, u"38c128c0", u"dc:a6:32:01:02:04", PiModel::Pi4B);
    return cluster;
}

BootServer server(DhcpRole dhcp)
{
    BootServer server;
    server.interface = u"eth0"_s;
    server.lan = *Ipv4Network::parse(u"192.168.77.10/24");
    server.dhcp = dhcp;
    return server;
}

BootServer fullServer()
{
    BootServer boot = server(DhcpRole::Full);
    boot.range = Ipv4Range::parse(u"192.168.77.100-192.168.77.199");
    boot.gateway = Ipv4::parse(u"192.168.77.1");
    boot.dns = {*Ipv4::parse(u"192.168.77.1"), *Ipv4::parse(u"9.9.9.9")};
    return boot;
}

DhcpExtension pihole()
{
    DhcpExtension extension;
    extension.program = DhcpExtension::Program::Pihole;
    extension.unit = u"pihole-FTL.service"_s;
    extension.setsBootServer = true;
    extension.knownMacs = QStringList{u"dc:a6:32:01:02:04"_s};
    return extension;
}

QByteArray conf(const Cluster &cluster, const BootServer &boot = server(DhcpRole::Proxy))
{
    return renderDnsmasqConf(cluster, boot, ServerLayout(u"/srv/brambleboot"_s));
}

// What dnsmasq itself says of a text; nothing where it is not installed.
std::optional<QByteArray> complaintOf(const QByteArray &text)
{
    QTemporaryFile file;
    if (!file.open())
        return {};
    file.write(text);
    file.close();
    QProcess dnsmasq;
    dnsmasq.setProcessChannelMode(QProcess::MergedChannels);
    dnsmasq.start(u"/usr/sbin/dnsmasq"_s, {u"--test"_s, u"--conf-file="_s + file.fileName()});
    if (!dnsmasq.waitForStarted() || !dnsmasq.waitForFinished())
        return {};
    const QByteArray said = dnsmasq.readAll();
    return dnsmasq.exitCode() == 0 ? QByteArray() : said;
}

} // namespace

class TestServerTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dnsmasqBySerial() { compareGolden(conf(lab()), u"dnsmasq-serials.conf"_s); }

    void dnsmasqByMac()
    {
        Cluster cluster = lab();
        cluster.nodes.push_back({u"pi-04"_s, std::nullopt, MacAddress::parse(u"52:54:00:01:02:04"), PiModel::Pi5});
        compareGolden(conf(cluster), u"dnsmasq-macs.conf"_s);
    }

    void dnsmasqInFull() { compareGolden(conf(lab(), fullServer()), u"dnsmasq-full.conf"_s); }
    void dnsmasqOfFilesAlone() { compareGolden(conf(lab(), server(DhcpRole::Elsewhere)), u"dnsmasq-files.conf"_s); }
    void dropIn()
    {
        DhcpExtension plain;
        plain.unit = u"dnsmasq.service"_s;
        compareGolden(renderDropIn(lab(), server(DhcpRole::Elsewhere), plain), u"dnsmasq-drop-in.conf"_s);
    }
    void dropInOfPihole() { compareGolden(renderDropIn(lab(), server(DhcpRole::Elsewhere), pihole()), u"pihole-drop-in.conf"_s); }
    void dropInWhereNobodyGivesAddresses()
    {
        DhcpExtension proxy;
        proxy.needsProxy = true;
        const QByteArray text = renderDropIn(lab(), server(DhcpRole::Elsewhere), proxy);
        QVERIFY(text.contains("\ndhcp-range=tag:pi,192.168.77.0,proxy,255.255.255.0\n"));
        QVERIFY(!text.contains("dhcp-host="));
    }

    void anIsolatedNetworkHasNoRouter()
    {
        BootServer boot = fullServer();
        boot.gateway.reset();
        boot.dns.clear();
        const QByteArray text = conf(lab(), boot);
        QVERIFY(text.contains("\ndhcp-option=option:router\n"));
        QVERIFY(!text.contains("dns-server"));
    }

    void reservationsFollowTheNodes()
    {
        const Cluster cluster = lab();
        const Ipv4Range range = *Ipv4Range::parse(u"192.168.77.100-192.168.77.101");
        QCOMPARE(reservedAddress(cluster, cluster.nodes[0], range)->toString(), u"192.168.77.100"_s);
        QVERIFY(!reservedAddress(cluster, cluster.nodes[1], range)); // its MAC address is not known
        QVERIFY(!reservedAddress(cluster, cluster.nodes[2], range)); // beyond the end
    }

    void nfsConf()
    {
        QVERIFY(renderNfsConf(0, 0).isEmpty());
        compareGolden(renderNfsConf(16, 20048), u"nfs.conf"_s);
    }

    void threadsGrowWithTheCluster()
    {
        QCOMPARE(nfsThreads(8, 4), 0);
        QCOMPARE(nfsThreads(9, 2), 16);
        QCOMPARE(nfsThreads(9, 8), 32);
        QCOMPARE(nfsThreads(41, 2), 32);
        QCOMPARE(nfsThreads(121, 2), 64);
    }

    void transfersGrowWithTheCluster()
    {
        Cluster cluster = lab();
        QVERIFY(!conf(cluster).contains("tftp-max"));
        cluster.nodes.resize(9);
        QVERIFY(conf(cluster).contains("\ntftp-max=500\n"));
        cluster.nodes.resize(41);
        QVERIFY(conf(cluster).contains("\ntftp-max=1000\n"));
    }

    void theDelayIsForThe3BAlone()
    {
        Cluster cluster = lab();
        QVERIFY(conf(cluster).contains("\ndhcp-reply-delay=tag:slow,1\n"));
        cluster.nodes.erase(cluster.nodes.begin());
        QVERIFY(!conf(cluster).contains("dhcp-reply-delay"));
    }

    // The judge is the program that will read it.
    void dnsmasqTakesIt()
    {
        Cluster cluster = lab();
        cluster.nodes.push_back({u"pi-04"_s, std::nullopt, MacAddress::parse(u"52:54:00:01:02:04"), PiModel::Pi5});
        cluster.nodes.resize(50);
        if (!complaintOf("port=0\n"))
            QSKIP("dnsmasq is not installed here: nobody but it can say whether the file is right");
        DhcpExtension proxy = pihole();
        proxy.needsProxy = true;
        BootServer isolated = fullServer();
        isolated.gateway.reset();
        isolated.dns.clear();
        for (const QByteArray &text : {conf(cluster), conf(cluster, fullServer()), conf(cluster, isolated), conf(cluster, server(DhcpRole::Elsewhere)),
                                       renderDropIn(cluster, server(DhcpRole::Elsewhere), pihole()), renderDropIn(cluster, server(DhcpRole::Elsewhere), proxy)})
            QCOMPARE(*complaintOf(text), QByteArray());
        // and it does say no where something is wrong
        QVERIFY(!complaintOf(conf(cluster) + "dhcp-matsch=set:pi,97,00\n")->isEmpty());
    }

    void unit() { compareGolden(renderDnsmasqUnit(), u"brambleboot-dnsmasq.service"_s); }
    void hook() { compareGolden(renderExportHook(ServerLayout(u"/srv/brambleboot"_s)), u"bind-export"_s); }
    void exports()
    {
        compareGolden(renderExports(ServerLayout(u"/srv/brambleboot"_s),
                                    {{u"38c128c0"_s, *Ipv4::parse(u"192.168.77.134")},
                                     {u"dc-a6-32-01-02-04"_s, *Ipv4::parse(u"192.168.77.135")}}),
                      u"brambleboot.exports"_s);
    }
};

QTEST_GUILESS_MAIN(TestServerTexts)
#include "tst_server_texts.moc"

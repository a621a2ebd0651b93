// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/dnsmasq_conf.h"
#include "text/export_hook.h"
#include "text/systemd_unit.h"

#include <QProcess>
#include <QTemporaryDir>
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

QByteArray conf(const Cluster &cluster)
{
    return renderDnsmasqConf(cluster, u"eth0"_s, *Ipv4Network::parse(u"192.168.77.10/24"),
                             ServerLayout(u"/srv/brambleboot"_s));
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
        QTemporaryDir folder;
        Cluster cluster = lab();
        cluster.nodes.push_back({u"pi-04"_s, std::nullopt, MacAddress::parse(u"52:54:00:01:02:04"), PiModel::Pi5});
        cluster.nodes.resize(50);
        QFile file(folder.filePath(u"dnsmasq.conf"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(conf(cluster));
        file.close();
        QProcess dnsmasq;
        dnsmasq.setProcessChannelMode(QProcess::MergedChannels);
        dnsmasq.start(u"/usr/sbin/dnsmasq"_s, {u"--test"_s, u"--conf-file="_s + file.fileName()});
        if (!dnsmasq.waitForStarted())
            QSKIP("dnsmasq is not installed here: nobody but it can say whether the file is right");
        QVERIFY(dnsmasq.waitForFinished());
        const QByteArray said = dnsmasq.readAll();
        QVERIFY2(dnsmasq.exitCode() == 0, said.constData());
        // and it does say no where something is wrong
        QVERIFY(file.open(QFile::Append));
        file.write("dhcp-matsch=set:pi,97,00\n");
        file.close();
        dnsmasq.start(u"/usr/sbin/dnsmasq"_s, {u"--test"_s, u"--conf-file="_s + file.fileName()});
        QVERIFY(dnsmasq.waitForFinished());
        QVERIFY(dnsmasq.exitCode() != 0);
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

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/cluster_file.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr char example[] = R"(# a comment
brambleboot: 1
name: lab
server: { host: nas.local, user: admin, port: 22, interface: eth0, folder: /srv/brambleboot }
image: { file: raspios-lite.img.xz, sha256: 0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789abcdef }
access: { user: ada, ssh-keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ ada@laptop"], timezone: Europe/Berlin, locale: de_DE.UTF-8, keyboard: de, keyboard-variant: nodeadkeys, console-password: true, passwordless-sudo: false }
first-boot: { packages: [htop, "g++"], run: ["touch /var/tmp/here"] }
nodes:
  - { name: pi-01, serial: 38c128c0, mac: "dc:a6:32:01:02:04", model: 4B }
  # the next has no serial yet
  - name: pi-02
    mac: b8:27:eb:01:02:03
    model: Raspberry Pi 3 Model B+
)";

Cluster parsed(const QByteArray &text)
{
    const auto cluster = parseCluster(text, u"f"_s);
    if (!cluster)
        qWarning() << errorId(cluster.error().kind) << cluster.error().subject << cluster.error().detail;
    return cluster.value_or(Cluster{});
}

} // namespace

class TestClusterFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads()
    {
        const Cluster cluster = parsed(example);
        QCOMPARE(cluster.name, u"lab"_s);
        QCOMPARE(cluster.server.host, u"nas.local"_s);
        QCOMPARE(cluster.server.port, 22);
        QCOMPARE(cluster.server.folder, u"/srv/brambleboot"_s);
        QCOMPARE(cluster.image.sha256, u"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"_s);
        QCOMPARE(cluster.access.sshKeys, QStringList{u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ ada@laptop"_s});
        QCOMPARE(cluster.access.passwordlessSudo, false);
        QCOMPARE(cluster.access.consolePassword, true);
        QCOMPARE(cluster.access.ssh, true);
        QCOMPARE(cluster.access.locale, u"de_DE.UTF-8"_s);
        QCOMPARE(cluster.access.keyboard, u"de"_s);
        QCOMPARE(cluster.access.keyboardVariant, u"nodeadkeys"_s);
        QCOMPARE(cluster.firstBoot.packages, (QStringList{u"htop"_s, u"g++"_s}));
        QCOMPARE(cluster.firstBoot.commands, QStringList{u"touch /var/tmp/here"_s});
        QCOMPARE(cluster.nodes.size(), size_t(2));
        QCOMPARE(cluster.nodes[0].serial->toString(), u"38c128c0"_s);
        QCOMPARE(cluster.nodes[0].model, PiModel::Pi4B);
        QVERIFY(!cluster.nodes[1].serial);
        QCOMPARE(cluster.nodes[1].model, PiModel::Pi3BPlus);
    }

    void roundTrips()
    {
        Cluster odd = parsed(example);
        odd.image.file = u"a \"b\" \\ # : é\u00a0.img"_s;
        odd.server.folder.clear();
        odd.access.ssh = false;
        odd.firstBoot = {{}, {u"echo 'a: \"b\"' # c"_s}, u"first boot.yaml"_s, {}};
        odd.nodes.push_back({});
        odd.nodes.push_back({u"no"_s, Serial::parse(u"12345678"), std::nullopt, PiModel::Pi5});
        odd.nodes.push_back({u"1e5"_s, Serial::parse(u"1e234567"), std::nullopt, PiModel::Unknown});
        for (const Cluster &cluster : {parsed(example), odd, Cluster{}}) {
            const auto again = parseCluster(renderCluster(cluster), u"f"_s);
            QVERIFY(again);
            QCOMPARE(*again, cluster);
            QCOMPARE(renderCluster(*again), renderCluster(cluster));
        }
    }

    void looks() { compareGolden(renderCluster(parsed(example)), u"cluster.yaml"_s); }

    void aNetworkOfItsOwn()
    {
        const Cluster cluster = parsed("brambleboot: 1\nserver: { this-computer: true, interface: eth1 }\n"
                                       "network: { dhcp: full, range: 192.168.50.100-192.168.50.199, gateway: 192.168.50.1, dns: [192.168.50.1, 9.9.9.9] }\n");
        QVERIFY(cluster.server.thisComputer);
        QCOMPARE(cluster.network.dhcp, NetworkChoice::Dhcp::Full);
        QCOMPARE(cluster.network.range->size(), 100);
        QCOMPARE(cluster.network.gateway->toString(), u"192.168.50.1"_s);
        QCOMPARE(cluster.network.dns.size(), size_t(2));
        QCOMPARE(parsed(renderCluster(cluster)), cluster);
        compareGolden(renderCluster(cluster), u"cluster-network.yaml"_s);
    }

    void imageByAddress()
    {
        const QByteArray yaml = "brambleboot: 1\nimage:\n  url: https://img.example/os/lite.img.xz?a=b&c=%20d\n"
                                "  sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"
                                "  extracted-sha256: ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789\n"_ba;
        const Cluster cluster = parsed(yaml);
        QCOMPARE(cluster.image.url, QUrl(u"https://img.example/os/lite.img.xz?a=b&c=%20d"_s));
        QVERIFY(cluster.image.file.isEmpty() && cluster.image.chosen());
        QCOMPARE(parsed(renderCluster(cluster)), cluster);
        compareGolden(renderCluster(cluster), u"cluster-url.yaml"_s);
        const Cluster odd = parsed("brambleboot: 1\nimage: { url: \"https://img.example/a.img?b#c#d\" }\n"_ba);
        QCOMPARE(parsed(renderCluster(odd)), odd);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const QByteArray &text, ErrorKind kind, const QString &subject,
                            const QString &where) { QTest::newRow(name) << text << kind << subject << where; };
        const QByteArray v = "brambleboot: 1\n"_ba;
        row("empty", {}, ErrorKind::ClusterVersion, {}, u"f:1"_s);
        row("no version", "name: a\n"_ba, ErrorKind::ClusterVersion, {}, u"f:1"_s);
        row("other version", "\nbrambleboot: 2\nnew-key: 1\n"_ba, ErrorKind::ClusterVersion, u"2"_s, u"f:2"_s);
        row("syntax", v + "name: [a\n"_ba, ErrorKind::ClusterSyntax, u"f"_s, {});
        row("not UTF-8", v + "name: \xff\n"_ba, ErrorKind::ClusterSyntax, u"UTF-8"_s, {});
        row("not a map", "- a\n"_ba, ErrorKind::ClusterSchema, {}, u"f:1"_s);
        row("unknown key", v + "nme: a\n"_ba, ErrorKind::ClusterSchema, u"nme"_s, u"f:2"_s);
        row("unknown node key", v + "nodes:\n  - name: a\n    sirial: 1\n"_ba, ErrorKind::ClusterSchema, u"sirial"_s,
            u"f:4"_s);
        row("doubled key", v + "name: a\nname: b\n"_ba, ErrorKind::ClusterSchema, u"name"_s, u"f:3"_s);
        row("list for text", v + "name: [a]\n"_ba, ErrorKind::ClusterSchema, u"name"_s, u"f:2"_s);
        row("text for map", v + "server: nas\n"_ba, ErrorKind::ClusterSchema, u"server"_s, u"f:2"_s);
        row("text for list", v + "access: { ssh-keys: a }\n"_ba, ErrorKind::ClusterSchema, u"ssh-keys"_s, u"f:2"_s);
        row("empty value", v + "name:\n"_ba, ErrorKind::ClusterSchema, u"name"_s, u"f:2"_s);
        row("alias", v + "name: &a b\nserver: { host: *a }\n"_ba, ErrorKind::ClusterSchema, u"&"_s, u"f:2"_s);
        row("tag", v + "name: !!binary aGk=\n"_ba, ErrorKind::ClusterSchema, u"tag:yaml.org,2002:binary"_s, u"f:2"_s);
        row("two documents", v + "---\nname: a\n"_ba, ErrorKind::ClusterSchema, u"---"_s, {});
        row("too deep", v + "name: [[[[[a]]]]]\n"_ba, ErrorKind::ClusterSchema, u"[{"_s, u"f:2"_s);
        row("too big", v + QByteArray(clusterFileLimit, '#'), ErrorKind::ClusterSchema, {}, {});
        row("password", v + "server: { host: a, password: hunter2 }\n"_ba, ErrorKind::ClusterSecret, u"password"_s,
            u"f:2"_s);
        row("sudoPassword", v + "sudoPassword: hunter2\n"_ba, ErrorKind::ClusterSecret, u"sudoPassword"_s, u"f:2"_s);
        row("psk", v + "wifi: { psk: hunter2 }\n"_ba, ErrorKind::ClusterSecret, u"psk"_s, u"f:2"_s);
        row("private key", v + "# -----BEGIN OPENSSH PRIVATE KEY-----\n"_ba, ErrorKind::ClusterSecret, u"PRIVATE KEY"_s,
            u"f:2"_s);
        row("port 0", v + "server: { port: 0 }\n"_ba, ErrorKind::ClusterSchema, u"0"_s, u"f:2"_s);
        row("port 70000", v + "server: { port: 70000 }\n"_ba, ErrorKind::ClusterSchema, u"70000"_s, u"f:2"_s);
        row("host is an option", v + "server: { host: -oProxyCommand=x }\n"_ba, ErrorKind::InvalidAddress,
            u"-oProxyCommand=x"_s, u"f:2"_s);
        row("interface", v + "server: { interface: 'eth0,lo' }\n"_ba, ErrorKind::ClusterSchema, u"interface"_s,
            u"f:2"_s);
        for (const char *folder :
             {"srv", "/", "/srv/../etc", "/srv/a b", "/srv/$x", "/srv/", "/srv//a", "/srv/a,b", "/srv/."})
            row(folder, v + "server:\n  folder: '"_ba + folder + "'\n"_ba, ErrorKind::ClusterSchema,
                QString::fromLatin1(folder), u"f:3"_s);
        row("url ftp", v + "image: { url: \"ftp://a.example/x.img\" }\n"_ba, ErrorKind::InvalidUrl, u"ftp://a.example/x.img"_s, u"f:2"_s);
        row("url password", v + "image: { url: \"https://u:p@a.example/x.img\" }\n"_ba, ErrorKind::ClusterSecret, u"url"_s, u"f:2"_s);
        row("two servers", v + "server: { this-computer: true, host: nas }\n"_ba, ErrorKind::ClusterSchema, u"host"_s, u"f:2"_s);
        row("dhcp on", v + "network: { dhcp: on }\n"_ba, ErrorKind::ClusterSchema, u"on"_s, u"f:2"_s);
        row("backward range", v + "network: { dhcp: full, range: 10.0.0.9-10.0.0.5 }\n"_ba, ErrorKind::ClusterSchema, u"10.0.0.9-10.0.0.5"_s, u"f:2"_s);
        row("a name for a name server", v + "network: { dhcp: full, dns: [dns.example] }\n"_ba, ErrorKind::ClusterSchema, u"dns.example"_s, u"f:2"_s);
        row("sha256", v + "image: { sha256: abc }\n"_ba, ErrorKind::ClusterSchema, u"sha256"_s, u"f:2"_s);
        row("yes", v + "access: { passwordless-sudo: maybe }\n"_ba, ErrorKind::ClusterSchema, u"maybe"_s, u"f:2"_s);
        row("serial of 7", v + "nodes:\n  - serial: 8c128c0\n"_ba, ErrorKind::InvalidSerial, u"8c128c0"_s, u"f:3"_s);
        row("mac", v + "nodes:\n  - mac: dc:a6:32:01:02\n"_ba, ErrorKind::InvalidMac, u"dc:a6:32:01:02"_s, u"f:3"_s);
        row("model", v + "nodes:\n  - model: 9Z\n"_ba, ErrorKind::InvalidModel, u"9Z"_s, u"f:3"_s);
    }
    void aRangeIsForFullDhcpOnly()
    {
        Cluster cluster = parsed("brambleboot: 1\nnetwork: { range: 10.0.0.5-10.0.0.9 }\n");
        const auto said = [&cluster] { return std::ranges::contains(problems(cluster), ErrorKind::DhcpRangeWithoutFull, &Error::kind); };
        QVERIFY(said());
        cluster.network.dhcp = NetworkChoice::Dhcp::Full;
        QVERIFY(!said());
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        QFETCH(QString, subject);
        const auto cluster = parseCluster(text, u"f"_s);
        QVERIFY(!cluster);
        QTEST(cluster.error().kind, "kind");
        if (!subject.isEmpty())
            QCOMPARE(cluster.error().subject, subject);
        if (!where.isEmpty())
            QCOMPARE(cluster.error().detail, where);
        QVERIFY(!cluster.error().detail.contains("hunter2"_L1));
    }

    // Each prefix, and each byte changed: no crash, and never half a cluster without an error or a whole one.
    void mangledText()
    {
        const QByteArray whole(example);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            (void)parseCluster(whole.first(i), u"f"_s);
            for (const char c : {'\0', '&', '*', '[', '{', '\n', '\xff', '"'}) {
                QByteArray text = whole;
                text[i] = c;
                (void)parseCluster(text, u"f"_s);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestClusterFile)
#include "tst_cluster_file.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a server or a router knows, read over a real SSH connection from files of known content: leases, reservations, neighbours. What of it
// is the same board becomes one row, what contradicts stays two and says so.
#include "remote/remote_test.h"
#include "remote/test_server.h"
#include "steps/find.h"

#include <QDir>
#include <QTest>

using namespace bramble;
using namespace remote_test;
using namespace Qt::StringLiterals;

using Source = Sighting::Source;

class TestAskThere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        put(u"pi/cmdline"_s, "root=/dev/sda1\n");
        NEEDS_SERVER(m_server, {u"etc"_s, u"pi"_s}); // for its own /var/lib and commands; this one is no Pi
        const auto remote = await(connectTo(m_server.options(u"admin"_s), {}));
        QVERIFY2(remote, why(remote));
        m_remote = *remote;
        tool("ip", "echo '10.0.0.1 dev eth0 lladdr 3c:a6:2f:00:00:01 router REACHABLE'\n");
        tool("uci", "exit 1\n");
    }
    void cleanup()
    {
        for (const QString &name : std::as_const(m_put))
            QFile::remove(m_server.path(name));
        m_put.clear();
        tool("uci", "exit 1\n");
    }

    void whoeverItIsThatGivesAddresses_data()
    {
        QTest::addColumn<QString>("file"); // of the server
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("known"); // beside the neighbour
        const auto row = [](const char *name, const QString &file, const QByteArray &content, const QStringList &known) { QTest::newRow(name) << file << content << known; };
        const QStringList pi{u"lease dc:a6:32:79:26:df 10.0.0.5 pi-01"_s};
        row("dnsmasq", u"pi/lib/misc/dnsmasq.leases"_s, "1763840000 dc:a6:32:79:26:df 10.0.0.5 pi-01 01:dc:a6:32:79:26:df\n1763840000 3c:a6:2f:00:11:22 10.0.0.6 * *\n",
            pi + QStringList{u"lease 3c:a6:2f:00:11:22 10.0.0.6 -"_s});
        row("dnsmasq that keeps them elsewhere", u"etc/dnsmasq.d/mine.conf"_s, "dhcp-leasefile=/var/lib/elsewhere\n", {u"lease dc:a6:32:00:00:09 10.0.0.9 pi-09"_s});
        row("our own dnsmasq", u"pi/lib/brambleboot/dnsmasq.leases"_s, "1763840000 dc:a6:32:79:26:df 10.0.0.5 pi-01 *\n", pi);
        row("ISC dhcpd", u"pi/lib/dhcp/dhcpd.leases"_s, "lease 10.0.0.5 {\n  hardware ethernet dc:a6:32:79:26:df;\n  client-hostname \"PI-01\";\n}\n", pi);
        row("Kea", u"pi/lib/kea/kea-leases4.csv"_s, "address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state,user_context,pool_id\n"
                                                   "10.0.0.5,dc:a6:32:79:26:df,,3600,1763840000,1,0,0,pi-01,0,,0\n", pi);
        row("reservations of dnsmasq", u"etc/dnsmasq.d/hosts.conf"_s, "dhcp-host=dc:a6:32:79:26:df,10.0.0.5,pi-01\nlog-dhcp\n", pi);
        row("reservations of ISC dhcpd", u"etc/dhcp/dhcpd.conf"_s, "key k { secret \"dc:a6:32:00:00:01\"; }\nhost pi-01 { hardware ethernet dc:a6:32:79:26:df; fixed-address 10.0.0.5; }\n", pi);
        row("reservations of Kea", u"etc/kea/kea-dhcp4.conf"_s, "{ \"Dhcp4\": { \"reservations\": [\n{\n\"hw-address\": \"dc:a6:32:79:26:df\",\n\"ip-address\": \"10.0.0.5\",\n\"hostname\": \"pi-01\"\n} ] } }\n", pi);
        row("reservations of Pi-hole", u"etc/pihole/pihole.toml"_s, "[dhcp]\n  hosts = [\n    \"DC:A6:32:79:26:DF,10.0.0.5,pi-01\"\n  ]\n", pi);
        row("OpenWrt", u"pi/tools/uci"_s, "#!/bin/sh\n[ \"$*\" = '-q show dhcp' ] || exit 1\necho \"dhcp.@host[0]=host\ndhcp.@host[0].mac='DC:A6:32:79:26:DF'\ndhcp.@host[0].ip='10.0.0.5'\ndhcp.@host[0].name='pi-01'\"\n", pi);
        row("nobody", u"etc/dnsmasq.d/none.conf"_s, "port=0\n", {});
    }
    void whoeverItIsThatGivesAddresses()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QStringList, known);
        put(file, content);
        if (file.endsWith("mine.conf"_L1))
            put(u"pi/lib/elsewhere"_s, "1763840000 dc:a6:32:00:00:09 10.0.0.9 pi-09 *\n");
        known << u"neighbour 3c:a6:2f:00:00:01 10.0.0.1 -"_s;
        const auto asked = await(askThere(m_remote, {}));
        QVERIFY2(asked, why(asked));
        QStringList said;
        for (const Sighting &s : *asked)
            said << QStringList{s.source == Source::Lease ? u"lease"_s : u"neighbour"_s, s.mac->toString(), s.address ? s.address->toString() : u"-"_s, s.name.isEmpty() ? u"-"_s : s.name}.join(u' ');
        QCOMPARE(said, known);
    }

    void oneRowForOneBoard()
    {
        put(u"pi/lib/misc/dnsmasq.leases"_s, "1763840000 dc:a6:32:79:26:df 10.0.0.5 pi-01 *\n1763840000 e4:5f:01:00:00:02 10.0.0.6 * *\n");
        put(u"etc/dnsmasq.d/hosts.conf"_s, "dhcp-host=dc:a6:32:79:26:df,10.0.0.5,other-name\ndhcp-host=d8:3a:dd:00:00:03,pi-03\n");
        tool("ip", "echo '10.0.0.5 dev eth0 lladdr dc:a6:32:79:26:df STALE'\necho '10.0.0.1 dev eth0 lladdr 3c:a6:2f:00:00:01 REACHABLE'\n");
        const auto asked = await(askThere(m_remote, {}));
        QVERIFY2(asked, why(asked));
        Sightings all;
        for (const Sighting &sighting : *asked)
            all.add(sighting);
        QCOMPARE(all.machines().size(), size_t(4));
        QVERIFY(all.pis().empty()); // nobody of them has shown to be one
        QCOMPARE(std::ranges::count_if(all.machines(), &SeenMachine::mayBePi), 3);
        // Then they are switched on. The first has the serial number that was pasted; the second one that was pasted for another board.
        const auto first = Serial::parse(u"38c128c0");
        const auto second = Serial::parse(u"5e6f7a8b");
        all.add({.source = Source::ByHand, .serial = first, .name = u"rack-1"_s});
        all.add({.source = Source::ByHand, .serial = second, .mac = MacAddress::parse(u"dc:a6:32:00:00:99")});
        all.add({.source = Source::Bootloader, .serial = first, .mac = MacAddress::parse(u"dc:a6:32:79:26:df"), .revision = BoardRevision::fromCode(0xc03111)});
        all.add({.source = Source::Bootloader, .serial = second, .mac = MacAddress::parse(u"e4:5f:01:00:00:02"), .revision = BoardRevision::fromCode(0xc03130)});
        const std::vector<SeenMachine> pis = all.pis();
        QCOMPARE(pis.size(), size_t(3));
        const auto is = [&pis](const char16_t *mac) { return *std::ranges::find(pis, MacAddress::parse(mac), &SeenMachine::mac); };
        const SeenMachine one = is(u"dc:a6:32:79:26:df");
        QCOMPARE(one.name, u"rack-1"_s);
        QCOMPARE(one.address, Ipv4::parse(u"10.0.0.5"));
        QCOMPARE(one.sources, (QSet{Source::Lease, Source::Neighbour, Source::ByHand, Source::Bootloader}));
        QVERIFY(one.conflicts.empty());
        for (const char16_t *mac : {u"e4:5f:01:00:00:02", u"dc:a6:32:00:00:99"}) {
            const SeenMachine pi = is(mac);
            QCOMPARE(pi.serial, second);
            QCOMPARE(pi.conflicts.at(0).kind, ErrorKind::DuplicateSerial);
        }
        QCOMPARE(is(u"e4:5f:01:00:00:02").address, Ipv4::parse(u"10.0.0.6"));
    }

    void whereNobodyMayLook()
    {
        const auto remote = await(connectTo(m_server.options(u"guest"_s), {}));
        QVERIFY2(remote, why(remote));
        QVERIFY(!await(askThere(*remote, {})));
    }

private:
    void put(const QString &name, const QByteArray &content)
    {
        const QFileInfo info(m_server.path(name));
        QDir().mkpath(info.path());
        QFile file(info.filePath());
        const bool isTool = name.contains("/tools/"_L1);
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size() || (isTool && !file.setPermissions(QFile::Permissions::fromInt(0x7055))))
            qFatal("%s", qPrintable(name));
        if (!isTool)
            m_put << name;
    }
    void tool(const char *name, const QByteArray &body) { put(u"pi/tools/"_s + QLatin1StringView(name), "#!/bin/sh\n" + body); }

    TestServer m_server;
    RemotePtr m_remote;
    QStringList m_put;
};

QTEST_GUILESS_MAIN(TestAskThere)
#include "tst_ask_there.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the settings of a DHCP server name, whichever it is.
#include "text/neighbours.h"
#include "text/reservations.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestReservations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("named"); // mac address name
        const auto row = [](const char *name, const QByteArray &text, const QStringList &named) { QTest::newRow(name) << text << named; };
        const QString pi = u"dc:a6:32:79:26:df 10.0.0.5 pi-01"_s;
        row("dnsmasq", "dhcp-host=dc:a6:32:79:26:df,10.0.0.5,pi-01\n", {pi});
        row("dnsmasq, everything", "  dhcp-host = 06-DC:A6:32:79:26:DF , set:red,id:*, pi-01,10.0.0.5,[::5],12h # mine\n", {pi});
        row("dnsmasq, a name alone", "dhcp-host=dc:a6:32:79:26:df,pi-01,infinite", {u"dc:a6:32:79:26:df - pi-01"_s});
        row("dnsmasq, an address alone", "dhcp-host=dc:a6:32:79:26:df,10.0.0.5", {u"dc:a6:32:79:26:df 10.0.0.5 -"_s});
        row("dnsmasq, two cards of one host", "dhcp-host=dc:a6:32:79:26:df,dc:a6:32:79:26:e0,10.0.0.5,pi-01", {pi, u"dc:a6:32:79:26:e0 10.0.0.5 pi-01"_s});
        row("dnsmasq, ignored and lease times", "dhcp-host=dc:a6:32:79:26:df,ignore\ndhcp-host=dc:a6:32:79:26:e0,45m\n", {u"dc:a6:32:79:26:df - -"_s, u"dc:a6:32:79:26:e0 - -"_s});
        row("dnsmasq, no board", "dhcp-host=pi-01,10.0.0.5\ndhcp-host=id:01:02,10.0.0.6\n#dhcp-host=dc:a6:32:79:26:df,10.0.0.5\ndhcp-range=10.0.0.1,10.0.0.9\n", {});
        row("OpenWrt", "dhcp.@dnsmasq[0].domain='lan'\ndhcp.@host[0].name='pi-01'\ndhcp.@host[0].mac='DC:A6:32:79:26:DF'\ndhcp.@host[0].ip='10.0.0.5'\ndhcp.lan.ip='10.0.0.1'\n", {pi});
        row("OpenWrt, a named section, a list", "dhcp.pi_01=host\ndhcp.pi_01.mac='dc:a6:32:79:26:df' 'dc:a6:32:79:26:e0'\ndhcp.pi_01.name='pi-01'\n",
            {u"dc:a6:32:79:26:df - pi-01"_s, u"dc:a6:32:79:26:e0 - pi-01"_s});
        row("OpenWrt, one option with two", "dhcp.a.mac='dc:a6:32:79:26:df e4:5f:01:00:00:01'\ndhcp.a.ip='10.0.0.5'\n", {u"dc:a6:32:79:26:df 10.0.0.5 -"_s, u"e4:5f:01:00:00:01 10.0.0.5 -"_s});
        row("ISC dhcpd", "host pi-01 { hardware ethernet dc:a6:32:79:26:df; fixed-address 10.0.0.5; }\nhost tv {\n  # quiet\n  fixed-address tv.lan;\n  hardware  ethernet 3C:A6:2F:00:11:22;\n}\n"
                         "#host old { hardware ethernet dc:a6:32:00:00:01; }\n", {pi, u"3c:a6:2f:00:11:22 - tv"_s});
        row("Kea", "// mine\n\"reservations\": [\n  {\n    \"hw-address\": \"dc:a6:32:79:26:df\",\n    \"ip-address\": \"10.0.0.5\",\n    \"hostname\": \"pi-01\"\n  }, { \"hostname\": \"tv\", \"hw-address\" : \"3c:a6:2f:00:11:22\" }\n"
                   ", { \"duid\": \"01:02\" } ]", {pi, u"3c:a6:2f:00:11:22 - tv"_s});
        row("Pi-hole 6", "  hosts = [\n    \"DC:A6:32:79:26:DF,10.0.0.5,pi-01\",\n    \"3c:a6:2f:00:11:22,tv\" ] ### CHANGED\n", {pi, u"3c:a6:2f:00:11:22 - tv"_s});
        row("/etc/ethers", "dc:a6:32:79:26:df 10.0.0.5\n3c:a6:2f:00:11:22\ttv\n", {u"dc:a6:32:79:26:df 10.0.0.5 -"_s, u"3c:a6:2f:00:11:22 - tv"_s});
        row("a group's address, and others that are none", "dhcp-host=01:00:5e:00:00:fb,10.0.0.5\ndhcp-host=dc:a6:32:79:26,10.0.0.5\nzz:a6:32:79:26:df 10.0.0.5\n", {});
        row("a name that is none", "dhcp-host=dc:a6:32:79:26:df,10.0.0.5,$(reboot)", {u"dc:a6:32:79:26:df 10.0.0.5 -"_s});
        row("nothing", {}, {});
    }
    void whoIsNamed()
    {
        QFETCH(QByteArray, text);
        QStringList named;
        for (const Reservation &host : parseReservations(text))
            named << u"%1 %2 %3"_s.arg(host.mac.toString(), host.address ? host.address->toString() : u"-"_s, host.name.isEmpty() ? u"-"_s : host.name);
        QTEST(named, "named");
    }
    void leasesOfKea()
    {
        const auto found = parseLeases("address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state,user_context,pool_id\n"
                                       "10.0.0.5,dc:a6:32:79:26:df,01:dc:a6:32:79:26:df,3600,1763840000,1,0,0,old,0,,0\n"
                                       "10.0.0.6,3c:a6:2f:00:11:22,,3600,1763840000,1,0,0,,0,,0\n"
                                       "10.0.0.7,,,3600,1763840000,1,0,0,,1,,0\n"
                                       "10.0.0.5,dc:a6:32:79:26:df,01:dc:a6:32:79:26:df,3600,1763843600,1,0,0,Pi-01.lan.,0,,0\n");
        QCOMPARE(found.size(), size_t(2));
        QCOMPARE(found[0].address.toString() + found[0].mac.toString() + found[0].name, u"10.0.0.63c:a6:2f:00:11:22"_s);
        QCOMPARE(found[1].address.toString() + found[1].mac.toString() + found[1].name, u"10.0.0.5dc:a6:32:79:26:dfpi-01"_s);
    }
    void manyEndInTime()
    {
        for (const char *piece : {"host a {", "{\"hw-address\"", "dhcp-host=dc:a6:32:79:26:df,", "\"dc:a6:32:79:26:df,"})
            (void)parseReservations(QByteArray(piece).repeated(100'000));
    }
};

QTEST_GUILESS_MAIN(TestReservations)
#include "tst_reservations.moc"

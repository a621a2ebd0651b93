// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/parse_facts.h"

#include <QProcess>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

/// The program that asks a network who gives addresses, on a real one: a bridge and a dnsmasq in a network namespace of their own.
class TestLanProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QProcess::execute(u"unshare"_s, {u"--net"_s, u"sh"_s, u"-c"_s, u"ip link add b0 type bridge && dnsmasq --version >/dev/null"_s}) != 0)
            QSKIP("no network namespaces or no dnsmasq here: the probe needs a network of its own to ask");
    }

    void namesWhoGivesAddresses()
    {
        const auto heard = ask(u"serve 10.9.0.1 br0; serve 10.9.0.2 br0 --dhcp-option=3"_s, 5);
        QVERIFY(heard);
        QCOMPARE(heard->interface, u"v0"_s);
        QCOMPARE(heard->offers.size(), size_t(2));
        QCOMPARE(heard->offers[0].server.toString(), u"10.9.0.1"_s);
        QCOMPARE(heard->offers[0].router->toString(), u"10.9.0.1"_s);
        QCOMPARE(heard->offers[1].server.toString(), u"10.9.0.2"_s);
        QVERIFY(!heard->offers[1].router);
        QVERIFY(heard->offers[0].mac);
        QVERIFY(!heard->spanningTree);
        QVERIFY2(heard->listenedMs < 4500, QByteArray::number(heard->listenedMs).constData()); // it need not wait for the end
        QVERIFY(m_said.contains("leases: 0")); // and nothing is leased
    }

    void hearsThatNobodyDoes()
    {
        const auto heard = ask({}, 1);
        QVERIFY(heard && heard->offers.empty());
        QVERIFY(heard->listenedMs >= 1000);
    }

    void hearsTheSpanningTree()
    {
        const auto heard = ask(u"ip link set br0 type bridge forward_delay 900 stp_state 1"_s, 5);
        QVERIFY(heard && heard->spanningTree);
        QCOMPARE(heard->forwardDelay, 9);
    }

    void saysNothingWhereItCannotAsk()
    {
        m_interface = u"nothing0"_s;
        QVERIFY(!ask({}, 1));
        m_interface = u"lo"_s;
        QVERIFY(!ask({}, 1)); // no card, no MAC address
    }

private:
    std::optional<LanProbe> ask(const QString &setUp, int seconds)
    {
        static const QString room = uR"sh(
export LC_ALL=C
d=$(mktemp -d)
serve() {
    a=$1 i=$2
    shift 2
    ip addr add "$a/24" dev "$i"
    dnsmasq --keep-in-foreground --conf-file=/dev/null --user=root --pid-file= --port=0 --interface="$i" --bind-interfaces --listen-address="$a" --no-ping \
        --dhcp-range=10.9.0.100,10.9.0.150 --dhcp-option-force=54,"$a" --dhcp-leasefile="$d/$a" "$@" >/dev/null 2>&1 &
    p="$p $!"
}
p=
ip link set lo up
ip link add br0 type bridge
ip link add v0 type veth peer name v1
ip link set v1 master br0
for i in br0 v0 v1; do ip link set "$i" up; done
eval "$1"
sleep 0.5
printf '@@addresses\n []\n@@clock\n 1\n@@lan\n'
perl -e "$2" "$3" "$4" | sed 's/^/ /'
printf '@@end\n \n'
echo "leases: $(cat "$d"/* 2>/dev/null | wc -l)"
[ -z "$p" ] || kill $p
rm -rf "$d"
)sh"_s;
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(u"unshare"_s, {u"--net"_s, u"sh"_s, u"-c"_s, room, u"sh"_s, setUp, lookCommand({}).arguments.at(7) /* the program, as a server gets it */, m_interface, QString::number(seconds)});
        process.waitForFinished(30'000);
        m_said = process.readAllStandardOutput();
        const auto facts = parseFacts(m_said);
        return facts ? facts->lan : std::nullopt;
    }

    QString m_interface = u"v0"_s;
    QByteArray m_said;
};

QTEST_GUILESS_MAIN(TestLanProbe)
#include "tst_lan_probe.moc"

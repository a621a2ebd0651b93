// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/firewall_rules.h"
#include "text/marked_block.h"
#include "text/nft_rules.h"
#include "text/parse_facts.h"
#include "text/shell.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

OpenFirewall wanted(Firewall::Kind kind, const QString &place = {})
{
    OpenFirewall open;
    open.kind = kind;
    open.interface = u"eth0"_s;
    open.place = place;
    open.lan = *Ipv4Network::parse(u"192.168.77.10/24");
    open.ports = {{u"udp"_s, 67, true}, {u"udp"_s, 69, false}, {u"tcp"_s, 2049, false}, {u"tcp"_s, 20048, false}};
    return open;
}

QByteArray texts(const std::vector<Command> &commands)
{
    QByteArray text;
    for (const Command &command : commands)
        text += shellText(command) + '\n';
    return text;
}

// The smallest answer a server can give, with these sections in it.
Firewall wallOf(const QByteArray &sections)
{
    const QByteArray answer = "@@addresses\n []\n@@clock\n 1\n" + sections + "@@end\n \n";
    const auto facts = parseFacts(answer);
    return facts ? facts->firewall : Firewall{Firewall::Kind::Other, {}, {}, u"unread"_s, {}};
}

} // namespace

class TestFirewall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commands_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("place");
        QTest::newRow("ufw") << int(Firewall::Kind::Ufw) << QString();
        QTest::newRow("firewalld") << int(Firewall::Kind::Firewalld) << u"public"_s;
        QTest::newRow("nftables") << int(Firewall::Kind::Nftables) << u"inet filter input"_s;
    }

    void commands()
    {
        QFETCH(int, kind);
        QFETCH(QString, place);
        const OpenFirewall open = wanted(Firewall::Kind(kind), place);
        compareGolden("# open\n" + texts(openingCommands(open)) + "# close\n" + texts(closingCommands(open)) + "# files\n" + firewallFiles(open).join(u'\n').toUtf8()
                          + "\n# for people\n" + ruleTexts(open).join(u'\n').toUtf8() + '\n',
                      u"firewall/%1.txt"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
    }

    // As `nft -j list ruleset` of nftables 1.1.3 says it.
    void nftables()
    {
        const Firewall wall = readNftables(readGolden(u"firewall/ruleset.json"_s));
        QCOMPARE(wall.kind, Firewall::Kind::Nftables);
        QCOMPARE(wall.place, u"inet filter input"_s);
        QCOMPARE(wall.policy, FirewallRule::Verdict::Drop);
        const auto has = [&wall](const QString &protocol, quint16 port) {
            return std::ranges::any_of(wall.rules, [&](const FirewallRule &rule) {
                return !rule.conditional && rule.verdict == FirewallRule::Verdict::Accept && rule.protocol == protocol
                    && std::ranges::any_of(rule.ports, [port](const auto &r) { return r.first <= port && port <= r.second; });
            });
        };
        QVERIFY(has(u"tcp"_s, 22));
        QVERIFY(has(u"udp"_s, 69) && has(u"udp"_s, 70)); // a set with a range in it
        QVERIFY(has(u"tcp"_s, 2049)); // in a chain that is jumped to
        QVERIFY(!has(u"udp"_s, 67));
    }

    void nothingIsInTheWay()
    {
        QCOMPARE(readNftables("").kind, Firewall::Kind::None);
        QCOMPARE(readNftables(R"({"nftables":[{"chain":{"family":"inet","table":"f","name":"input","type":"filter","hook":"input","prio":0,"policy":"accept"}}]})").kind,
                 Firewall::Kind::None);
        QCOMPARE(wallOf({}).kind, Firewall::Kind::None);
    }

    void whatCannotBeTold()
    {
        const QByteArray chain = R"({"chain":{"family":"ip","table":"filter","name":"INPUT","type":"filter","hook":"input","prio":0,"policy":"drop"}})";
        const QByteArray old = R"({"rule":{"family":"ip","table":"filter","chain":"INPUT","expr":[{"xt":{"type":"match","name":"multiport"}},{"accept":null}]}})";
        const QByteArray other = R"({"chain":{"family":"inet","table":"mine","name":"in","type":"filter","hook":"input","prio":0,"policy":"drop"}})";
        const auto kind = [](const QByteArrayList &parts) { return readNftables("{\"nftables\":[" + parts.join(',') + "]}").kind; };
        QCOMPARE(kind({chain}), Firewall::Kind::Nftables);
        QCOMPARE(kind({chain, old}), Firewall::Kind::Other);
        QCOMPARE(kind({chain, other}), Firewall::Kind::Other);
        QCOMPARE(wallOf("@@iptables\n filter\n").kind, Firewall::Kind::Other);
    }

    void aChainThatGoesInCircles()
    {
        const Firewall wall = readNftables(R"({"nftables":[{"chain":{"family":"ip","table":"f","name":"a","type":"filter","hook":"input","prio":0,"policy":"drop"}},
            {"rule":{"family":"ip","table":"f","chain":"a","expr":[{"jump":{"target":"a"}}]}}]})");
        QCOMPARE(wall.kind, Firewall::Kind::Other);
    }

    void firewalld()
    {
        const Firewall wall = wallOf("@@firewalld\n zone eth0 home\n default public\n public (default)\n   target: default\n   services: ssh\n   ports: \n"
                                     " home (active)\n   target: default\n   interfaces: eth0\n   services: dhcp tftp\n   ports: 2049/tcp\n trusted\n   target: ACCEPT\n");
        QCOMPARE(wall.kind, Firewall::Kind::Firewalld);
        QCOMPARE(wall.zones.value(u"eth0"_s), u"home"_s);
        QCOMPARE(wall.rules.size(), size_t(5)); // three ports of home and its rest, the rest of public
        QCOMPARE(wall.rules[3].verdict, FirewallRule::Verdict::Drop);
        QCOMPARE(wall.rules[3].interface, u"eth0"_s);
    }

    void blocks()
    {
        const QByteArray block = "insert rule x\n"_ba;
        for (const QByteArray &before : {"a\nb\n"_ba, ""_ba, "no end"_ba}) {
            const QByteArray with = *withBlock(before, block);
            QVERIFY(with.startsWith(before) && with.contains(block));
            QCOMPARE(*withBlock(with, block), with); // once is enough
            QCOMPARE(*withBlock(with, {}), before); // and it goes as it came
            QVERIFY(withBlock(with + "after\n", "other\n")->endsWith("<<< Brambleboot\nafter\n"));
        }
        QVERIFY(!withBlock("# <<< Brambleboot\n", block));
        QVERIFY(!withBlock(*withBlock("a\n", block) + *withBlock("b\n", block), block));
        QCOMPARE(*withBlock("a\n", {}), "a\n"_ba);
    }
};

QTEST_GUILESS_MAIN(TestFirewall)
#include "tst_firewall.moc"

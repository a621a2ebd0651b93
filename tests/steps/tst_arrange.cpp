// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/arrange.h"
#include "steps/make_plan.h"
#include "steps/preview.h"
#include "steps/rows.h"
#include "steps/samples.h"
#include "text/dnsmasq_conf.h"
#include "text/nfs_conf.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

using What = Row::What;
using State = Row::State;

template<typename T>
const T *only(const Plan &plan)
{
    for (const Action &action : plan.actions)
        if (const auto *wanted = std::get_if<T>(&action))
            return wanted;
    return nullptr;
}

PortOwner owner(quint16 port, const QString &process, const QString &unit, const QStringList &commandLine = {})
{
    PortOwner owner;
    owner.protocol = u"udp"_s;
    owner.port = port;
    owner.process = process;
    owner.unit = unit;
    owner.commandLine = commandLine;
    return owner;
}

ServerFacts withDnsmasq()
{
    ServerFacts facts = samples::server();
    facts.ports = {owner(67, u"dnsmasq"_s, u"dnsmasq.service"_s, {u"/usr/sbin/dnsmasq"_s, u"-7"_s, u"/etc/dnsmasq.d,.dpkg-dist,.dpkg-old,.dpkg-new"_s})};
    facts.dnsmasqLines = {{u"/etc/dnsmasq.conf"_s, u"dhcp-range=set:home,192.168.1.50,192.168.1.99,12h"_s}};
    return facts;
}

ServerFacts withPihole(int version, bool readsDropIns)
{
    ServerFacts facts = samples::server();
    facts.ports = {owner(67, u"pihole-FTL"_s, u"pihole-FTL.service"_s), owner(53, u"pihole-FTL"_s, u"pihole-FTL.service"_s)};
    facts.dnsmasqLines = {{u"/etc/pihole/dnsmasq.conf"_s, u"dhcp-range=192.168.1.50,192.168.1.99,24h"_s}};
    facts.pihole = {version, readsDropIns};
    return facts;
}

Cluster full()
{
    Cluster cluster = samples::cluster();
    cluster.network.dhcp = NetworkChoice::Dhcp::Full;
    return cluster;
}

ServerFacts quiet()
{
    ServerFacts facts = samples::server();
    facts.lan = LanProbe{u"eth0"_s, 5000, {}, false, 0};
    return facts;
}

DhcpOffer offer(QStringView server)
{
    return {*Ipv4::parse(server), *Ipv4::parse(u"192.168.1.120"), {}, {}};
}

bool has(const std::vector<Row> &rows, What what, State state)
{
    return std::ranges::any_of(rows, [&](const Row &row) { return row.what == what && row.state == state; });
}

Firewall ufw(std::vector<FirewallRule> rules)
{
    Firewall wall;
    wall.kind = Firewall::Kind::Ufw;
    wall.policy = FirewallRule::Verdict::Drop;
    wall.rules = std::move(rules);
    return wall;
}

} // namespace

class TestArrange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExistingDnsmasqIsExtended()
    {
        const ServerFacts facts = withDnsmasq();
        const auto plan = makePlan(samples::cluster(), facts, samples::image());
        QVERIFY(plan.has_value());
        const auto *extend = only<ExtendDhcp>(*plan);
        QVERIFY(extend);
        QCOMPARE(extend->file.path, QString(dropInPath));
        QVERIFY(!extend->extension.needsProxy);
        QVERIFY(extend->file.content.contains("\ndhcp-host=dc:a6:32:01:02:04,pi-01,infinite\n"));
        // Our own service does not touch DHCP then.
        for (const Action &action : plan->actions)
            if (const auto *file = std::get_if<WriteFile>(&action); file && file->path == dnsmasqConfPath)
                QVERIFY(!file->content.contains("dhcp-range") && file->content.contains("enable-tftp"));
        QVERIFY(has(rowsOf(samples::cluster(), facts), What::DhcpExtended, State::Planned));
        // Afterwards there is nothing left to do.
        ServerFacts after = facts;
        after.files.insert(QString(dropInPath), extend->file.content);
        after.dropIns = QStringList{u"brambleboot.conf"_s};
        after.dnsmasqLines.push_back({QString(dropInPath), u"dhcp-host=dc:a6:32:01:02:04,pi-01,infinite"_s});
        QVERIFY(!only<ExtendDhcp>(*makePlan(samples::cluster(), after, samples::image())));
        QVERIFY(has(rowsOf(samples::cluster(), after), What::DhcpExtended, State::Good));
    }

    void oneThatServesAnotherNetworkSpeaksOfBootingOnly()
    {
        ServerFacts facts = withDnsmasq();
        facts.dnsmasqLines = {{u"/etc/dnsmasq.conf"_s, u"dhcp-range=10.0.0.50,10.0.0.99,12h"_s}};
        QVERIFY(arrange(samples::cluster(), facts).extension->needsProxy);
    }

    void itsOwnSettingsAreMinded()
    {
        ServerFacts facts = withDnsmasq();
        facts.dnsmasqLines.push_back({u"/etc/dnsmasq.d/pxe"_s, u"dhcp-boot=pxelinux.0"_s});
        facts.dnsmasqLines.push_back({u"/etc/dnsmasq.d/hosts"_s, u"dhcp-host=DC:A6:32:01:02:04,192.168.1.60"_s});
        const auto extension = *arrange(samples::cluster(), facts).extension;
        QVERIFY(extension.setsBootServer);
        QCOMPARE(extension.knownMacs, QStringList{u"dc:a6:32:01:02:04"_s});
    }

    // A socket on another interface or address is nobody's hindrance: libvirt has one on every machine.
    void othersOnOtherNetworks()
    {
        ServerFacts facts = samples::server();
        PortOwner libvirt = owner(67, u"dnsmasq"_s, u"libvirtd.service"_s);
        libvirt.device = u"virbr0"_s;
        PortOwner elsewhere = owner(69, u"in.tftpd"_s, u"tftpd-hpa.service"_s);
        elsewhere.address = Ipv4::parse(u"10.0.0.1");
        facts.ports = {libvirt, elsewhere};
        const Arrangement found = arrange(samples::cluster(), facts);
        QVERIFY(found.hindrances.empty() && !found.extension);
        QCOMPARE(found.boot.dhcp, DhcpRole::Proxy);
    }

    void pihole_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("readsDropIns");
        QTest::addColumn<bool>("switchOn");
        QTest::newRow("5") << 5 << true << false;
        QTest::newRow("6, which reads drop-ins") << 6 << true << false;
        QTest::newRow("6, which does not") << 6 << false << true;
    }

    void pihole()
    {
        QFETCH(int, version);
        QFETCH(bool, readsDropIns);
        QFETCH(bool, switchOn);
        const auto plan = makePlan(samples::cluster(), withPihole(version, readsDropIns), samples::image());
        QVERIFY(plan.has_value());
        QCOMPARE(only<ExtendDhcp>(*plan)->extension.program, DhcpExtension::Program::Pihole);
        QCOMPARE(only<ExtendDhcp>(*plan)->extension.switchOn, switchOn);
        QVERIFY(std::ranges::any_of(plan->untouched, [](const Untouched &u) { return u.what == Untouched::What::Dns && u.names == QStringList{u"pihole-FTL"_s}; }));
    }

    void whatIsSwitchedOnWouldCountToo()
    {
        ServerFacts facts = withPihole(6, false);
        facts.dropIns = QStringList{u"README"_s, u"brambleboot.conf"_s};
        QVERIFY(arrange(samples::cluster(), facts).hindrances.empty());
        facts.dropIns << u"lxd.conf"_s;
        QCOMPARE(arrange(samples::cluster(), facts).hindrances.front(), (Error{ErrorKind::ServerDropInsDormant, u"lxd.conf"_s, {}}));
        QVERIFY(has(rowsOf(samples::cluster(), facts), What::DropInsDormant, State::Blocks));
    }

    void hindrances_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<int>("row");
        const auto add = [](const char *name, ErrorKind kind, const QString &subject, What what) { QTest::newRow(name) << int(kind) << subject << int(what); };
        add("kea", ErrorKind::ServerPortTaken, u"67"_s, What::DhcpTaken);
        add("a dnsmasq of NetworkManager", ErrorKind::ServerPortTaken, u"67"_s, What::DhcpTaken);
        add("a dnsmasq that reads no drop-ins", ErrorKind::ServerPortTaken, u"67"_s, What::DhcpTaken);
        add("tftpd with nothing", ErrorKind::ServerPortTaken, u"69"_s, What::TftpTaken);
        add("tftpd with files", ErrorKind::ServerPortTaken, u"69"_s, What::TftpTakenWithFiles);
        add("ganesha", ErrorKind::ServerPortTaken, u"2049"_s, What::NfsTaken);
        add("no NFS 3", ErrorKind::ServerNfsWithout3, u"nas"_s, What::NfsWithout3);
        add("vfat", ErrorKind::ServerFilesystemUnfit, u"vfat"_s, What::FilesystemUnfit);
        add("hostile interface", ErrorKind::ServerAddressUnknown, u"nas"_s, What::AddressUnclear);
    }

    void hindrances()
    {
        QFETCH(int, kind);
        QFETCH(QString, subject);
        QFETCH(int, row);
        ServerFacts facts = samples::server();
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        if (name == "kea"_L1)
            facts.ports = {owner(67, u"kea-dhcp4"_s, u"kea-dhcp4-server.service"_s)};
        else if (name.contains("NetworkManager"_L1))
            facts.ports = {owner(67, u"dnsmasq"_s, u"NetworkManager.service"_s)};
        else if (name.contains("no drop-ins"_L1))
            facts.ports = {owner(67, u"dnsmasq"_s, u"dnsmasq.service"_s, {u"dnsmasq"_s, u"-C"_s, u"/etc/my.conf"_s})};
        else if (name.startsWith("tftpd"_L1))
            facts.ports = {owner(69, u"in.tftpd"_s, u"tftpd-hpa.service"_s)};
        else if (name == "ganesha"_L1) {
            facts.ports = {owner(2049, u"ganesha.nfsd"_s, u"nfs-ganesha.service"_s)};
            facts.ports[0].protocol = u"tcp"_s;
        } else if (name == "no NFS 3"_L1)
            facts.nfsVersions = QStringList{u"4.1"_s, u"4.2"_s};
        else if (name == "vfat"_L1)
            facts.folderFilesystem = u"vfat"_s;
        else
            facts.interfaces[0].name = u"eth\" ; drop"_s;
        if (name == "tftpd with files"_L1)
            facts.tftpFiles = QStringList{u"pxelinux.0"_s};
        const auto plan = makePlan(samples::cluster(), facts, samples::image());
        QVERIFY(!plan);
        QCOMPARE(errorId(plan.error().kind), errorId(ErrorKind(kind)));
        QCOMPARE(plan.error().subject, subject);
        QVERIFY(has(rowsOf(samples::cluster(), facts), What(row), State::Blocks));
    }

    void givesAddressesOnlyWhereNobodyDoes()
    {
        ServerFacts facts = quiet();
        const auto plan = makePlan(full(), facts, samples::image());
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(errorId(plan.error().kind)));
        QCOMPARE(plan->boot.range->toString(), u"192.168.1.100-192.168.1.199"_s);
        QVERIFY(has(rowsOf(full(), facts), What::LanIsFree, State::Planned));

        facts.lan->offers = {offer(u"192.168.1.1")};
        const auto refused = makePlan(full(), facts, samples::image());
        QCOMPARE(refused.error(), (Error{ErrorKind::ServerOtherDhcp, u"192.168.1.1"_s, u"eth0"_s}));
        QVERIFY(has(rowsOf(full(), facts), What::LanIsTaken, State::Blocks));
        QVERIFY(makePlan(samples::cluster(), facts, samples::image()).has_value()); // proxied it is as it should be

        facts.lan.reset();
        QCOMPARE(makePlan(full(), facts, samples::image()).error().kind, ErrorKind::ServerNetworkUnasked);
        facts.lan = LanProbe{u"eth1"_s, 5000, {}, false, 0};
        QCOMPARE(makePlan(full(), facts, samples::image()).error().kind, ErrorKind::ServerNetworkUnasked);
    }

    void ranges_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("wish");
        QTest::addColumn<QString>("range"); // empty: refused
        QTest::newRow("usual") << u"192.168.1.10/24"_s << QString() << u"192.168.1.100-192.168.1.199"_s;
        QTest::newRow("server in the middle") << u"192.168.1.150/24"_s << QString() << u"192.168.1.10-192.168.1.99"_s;
        QTest::newRow("large") << u"10.1.2.3/16"_s << QString() << u"10.1.0.100-10.1.0.199"_s;
        QTest::newRow("small") << u"10.0.0.1/28"_s << QString() << u"10.0.0.7-10.0.0.14"_s;
        QTest::newRow("too small") << u"10.0.0.1/31"_s << QString() << QString();
        QTest::newRow("wished") << u"192.168.1.10/24"_s << u"192.168.1.200-192.168.1.210"_s << u"192.168.1.200-192.168.1.210"_s;
        QTest::newRow("other network") << u"192.168.1.10/24"_s << u"192.168.2.100-192.168.2.199"_s << QString();
        QTest::newRow("with the server") << u"192.168.1.10/24"_s << u"192.168.1.5-192.168.1.20"_s << QString();
        QTest::newRow("with broadcast") << u"192.168.1.10/24"_s << u"192.168.1.200-192.168.1.255"_s << QString();
        QTest::newRow("none to spare") << u"192.168.1.10/24"_s << u"192.168.1.200-192.168.1.201"_s << QString();
        QTest::newRow("fewer than Pis") << u"192.168.1.10/24"_s << u"192.168.1.200-192.168.1.200"_s << QString();
    }

    void ranges()
    {
        QFETCH(QString, network);
        QFETCH(QString, wish);
        QFETCH(QString, range);
        ServerFacts facts = quiet();
        facts.interfaces[0].addresses = {*Ipv4Network::parse(network)};
        facts.sshAddress.reset();
        Cluster cluster = full();
        cluster.network.range = Ipv4Range::parse(wish);
        const Arrangement found = arrange(cluster, facts);
        QCOMPARE(found.hindrances.empty(), !range.isEmpty());
        if (!range.isEmpty())
            QCOMPARE(found.boot.range->toString(), range);
        else
            QCOMPARE(found.hindrances.front().kind, ErrorKind::DhcpRangeInvalid);
    }

    void whatTheNetworkIsTold()
    {
        ServerFacts facts = quiet();
        facts.gateway = Ipv4::parse(u"192.168.1.1");
        facts.nameServers = {*Ipv4::parse(u"9.9.9.9")};
        QCOMPARE(arrange(full(), facts).boot.gateway, facts.gateway);
        QCOMPARE(arrange(full(), facts).boot.dns, facts.nameServers);
        facts.gateway = Ipv4::parse(u"10.0.0.1"); // leads out of another network of the server
        QVERIFY(!arrange(full(), facts).boot.gateway);
        QVERIFY(arrange(full(), facts).boot.dns.empty());
        Cluster cluster = full();
        cluster.network.gateway = Ipv4::parse(u"192.168.1.254");
        cluster.network.dns = {*Ipv4::parse(u"192.168.1.254")};
        QCOMPARE(arrange(cluster, facts).boot.gateway->toString(), u"192.168.1.254"_s);
        QCOMPARE(arrange(cluster, facts).boot.dns, cluster.network.dns);
    }

    void firewallIsOpenedAsFarAsNeeded()
    {
        ServerFacts facts = samples::server();
        FirewallRule dhcp;
        dhcp.protocol = u"udp"_s;
        dhcp.ports = {{67, 67}};
        facts.firewall = ufw({dhcp});
        const auto plan = makePlan(samples::cluster(), facts, samples::image());
        const auto *open = only<OpenFirewall>(*plan);
        QVERIFY(open);
        QCOMPARE(open->ports.size(), size_t(6)); // all but DHCP
        // mountd has to be where the rule says.
        QVERIFY(only<TuneNfs>(*plan)->file.content.contains("\nport=20048\n"));
        QVERIFY(!only<TuneNfs>(*plan)->restart);
        QVERIFY(has(rowsOf(samples::cluster(), facts), What::FirewallToOpen, State::Planned));

        std::vector<FirewallRule> rules;
        for (const PortNeed &need : neededPorts(20048)) {
            FirewallRule rule;
            rule.interface = u"eth0"_s;
            rule.protocol = need.protocol;
            rule.ports = {{need.port, need.port}};
            if (!need.anybody)
                rule.from = Ipv4Network::parse(u"192.168.1.0/24");
            rules.push_back(rule);
        }
        facts.firewall = ufw(rules);
        facts.files.insert(QString(nfsConfPath), only<TuneNfs>(*plan)->file.content);
        const auto second = makePlan(samples::cluster(), facts, samples::image());
        QVERIFY(!only<OpenFirewall>(*second) && !only<TuneNfs>(*second));
        QVERIFY(has(rowsOf(samples::cluster(), facts), What::FirewallOpen, State::Good));
    }

    void aRuleForOthersLetsNobodyIn()
    {
        const BootServer boot = arrange(samples::cluster(), samples::server()).boot;
        const PortNeed tftp{u"udp"_s, 69, false};
        FirewallRule rule;
        QVERIFY(letsIn(ufw({rule}), tftp, boot));
        rule.interface = u"eth1"_s;
        QVERIFY(!letsIn(ufw({rule}), tftp, boot));
        rule.interface.clear();
        rule.from = Ipv4Network::parse(u"192.168.1.77/32");
        QVERIFY(!letsIn(ufw({rule}), tftp, boot));
        rule.from = Ipv4Network::parse(u"192.168.1.0/24");
        QVERIFY(letsIn(ufw({rule}), tftp, boot));
        QVERIFY(!letsIn(ufw({rule}), {u"udp"_s, 67, true}, boot)); // who asks has no address yet
        rule.conditional = true;
        QVERIFY(!letsIn(ufw({rule}), tftp, boot));
        FirewallRule deny;
        deny.verdict = FirewallRule::Verdict::Drop;
        deny.protocol = u"udp"_s;
        QVERIFY(!letsIn(ufw({deny, FirewallRule()}), tftp, boot)); // the first that fits decides
    }

    void aRunningNfsServerIsRestartedForItsSettings()
    {
        Cluster cluster = samples::cluster();
        for (int i = 3; i < 12; ++i)
            cluster.nodes.push_back(Node{u"pi-%1"_s.arg(i), Serial::parse(QString::number(0x1000 + i, 16).rightJustified(8, u'0')), {}, PiModel::Pi4B});
        ServerFacts facts = samples::server();
        facts.processors = 2;
        facts.packagesInstalled = neededPackages();
        const auto plan = makePlan(cluster, facts, samples::image());
        QVERIFY(only<TuneNfs>(*plan)->restart && only<TuneNfs>(*plan)->file.content.contains("threads=16"));
        facts.nfsThreads = 64; // somebody chose more
        QVERIFY(!only<TuneNfs>(*makePlan(cluster, facts, samples::image())));
    }

    void advice()
    {
        Cluster cluster = samples::cluster();
        ServerFacts facts = quiet();
        facts.interfaces[0].dynamicAddress = true;
        facts.managers.insert(u"eth0"_s, u"NetworkManager/auto"_s);
        facts.exports = {{u"/srv"_s, u"*"_s}, {u"/srv/films"_s, u"*"_s}};
        facts.lan->spanningTree = true;
        facts.lan->forwardDelay = 15;
        facts.clockOffMs = -3'600'000;
        facts.freeBytes = 2'000'000'000;
        facts.mounts = {{u"/"_s, u"ext4"_s, 2'000'000'000}, {u"/mnt/big"_s, u"btrfs"_s, 900'000'000'000}};
        facts.folderMount = u"/"_s;
        const auto rows = rowsOf(cluster, facts);
        for (const What what : {What::AddressLeased, What::LanGivesNone, What::SpanningTree, What::ClockOff, What::RoomElsewhere, What::NfsOpensOurs})
            QVERIFY2(has(rows, what, State::Advice), QByteArray::number(int(what)).constData());
        QCOMPARE(std::ranges::count(rows, What::NfsOpensOurs, &Row::what), 1); // films lie beside, not above
        QVERIFY(std::ranges::none_of(rows, [](const Row &row) { return row.state == State::Blocks; }));
        facts.lan->offers = {offer(u"192.168.1.1"), offer(u"192.168.1.2")};
        QVERIFY(has(rowsOf(cluster, facts), What::LanGivesTwice, State::Advice));
    }

    void aRowBlocksWhereThereIsNoPlan()
    {
        ServerFacts facts = quiet();
        QVERIFY(std::ranges::none_of(rowsOf(samples::cluster(), facts), [](const Row &row) { return row.state == State::Blocks; }));
        QVERIFY(makePlan(samples::cluster(), facts, samples::image()).has_value());
        facts.osId = u"fedora"_s;
        QVERIFY(has(rowsOf(samples::cluster(), facts), What::SystemUnfit, State::Blocks));
    }

    void theSamePlanTwice()
    {
        ServerFacts facts = withDnsmasq();
        facts.firewall = ufw({});
        const auto once = makePlan(samples::cluster(), facts, samples::image());
        const auto twice = makePlan(samples::cluster(), facts, samples::image());
        QCOMPARE(*once, *twice);
        const auto shown = preview(*once);
        QCOMPARE(shown, preview(*twice));
        const auto count = [&shown](Change::Kind kind) { return std::ranges::count(shown, kind, &Change::kind); };
        QCOMPARE(count(Change::Kind::Firewall), 1);
        QCOMPARE(count(Change::Kind::Restart), 1);
        QCOMPARE(count(Change::Kind::Export), 2);
        QCOMPARE(count(Change::Kind::NewFile), 5); // three of ours, the drop-in, the NFS server's settings
    }
};

QTEST_GUILESS_MAIN(TestArrange)
#include "tst_arrange.moc"

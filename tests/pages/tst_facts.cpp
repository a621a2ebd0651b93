// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/facts.h"
#include "steps/rows.h"

#include <QLocale>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const QStringList needed{u"dnsmasq-base"_s, u"nfs-kernel-server"_s};

ServerFacts good()
{
    ServerFacts facts;
    facts.osId = u"debian"_s;
    facts.osName = u"Debian GNU/Linux 13 (trixie)"_s;
    facts.architecture = u"x86_64"_s;
    facts.systemd = true;
    facts.sshAddress = Ipv4::parse(u"192.168.1.10");
    NetworkInterface eth;
    eth.name = u"eth0"_s;
    eth.up = true;
    eth.addresses = {*Ipv4Network::parse(u"192.168.1.10/24")};
    facts.interfaces = {eth};
    facts.freeBytes = 200'000'000'000;
    facts.packagesInstalled = needed;
    return facts;
}

Fact row(const ServerFacts &facts, const QString &name)
{
    for (const Fact &fact : factsOf(rowsOf({}, facts)))
        if (fact.name == name)
            return fact;
    return {Status::Bad, u"no such row"_s, {}};
}

} // namespace

class TestFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everythingIsGood()
    {
        const QList<Fact> facts = factsOf(rowsOf({}, good()));
        QCOMPARE(facts.size(), 8);
        for (const Fact &fact : facts)
            QVERIFY2(fact.status == Status::Good, qPrintable(fact.name));
    }

    void warnings()
    {
        ServerFacts facts = good();
        facts.interfaces.front().dynamicAddress = true;
        QCOMPARE(row(facts, u"Address"_s).status, Status::Warning);
        facts.interfaces.front().wireless = true;
        QVERIFY(row(facts, u"Address"_s).value.contains("wireless"_L1));
        facts.freeBytes = 4'000'000'000;
        QCOMPARE(row(facts, u"Room"_s).status, Status::Warning);
        facts.sshAddress.reset();
        QCOMPARE(row(facts, u"Address"_s).status, Status::Bad);
        facts.systemd = false;
        QCOMPARE(row(facts, u"System"_s).status, Status::Bad);
    }

    void portsOfOthersAndOurs()
    {
        ServerFacts facts = good();
        PortOwner dhcp{u"udp"_s, 67, u"dnsmasq"_s, {}, {}, {}, {}};
        PortOwner tftp{u"udp"_s, 69, u"in.tftpd"_s, {}, {}, {}, {}};
        facts.ports = {dhcp, tftp};
        QCOMPARE(row(facts, u"DHCP"_s).status, Status::Bad);
        QCOMPARE(row(facts, u"TFTP"_s).status, Status::Bad);
        QVERIFY(row(facts, u"TFTP"_s).value.contains("in.tftpd"_L1));
        tftp.process = u"dnsmasq"_s;
        facts.ports = {dhcp, tftp};
        facts.activeUnits = QStringList{u"brambleboot-dnsmasq.service"_s};
        QCOMPARE(row(facts, u"DHCP"_s).status, Status::Good);
    }

    void packages()
    {
        ServerFacts facts = good();
        facts.packagesInstalled.clear();
        QVERIFY(row(facts, u"Packages"_s).status != Status::Warning); // never looked: not known to be missing
        facts.packagesAvailable = {u"dnsmasq-base"_s};
        QCOMPARE(row(facts, u"Packages"_s).status, Status::Warning);
        QVERIFY(row(facts, u"Packages"_s).value.contains("nfs-kernel-server"_L1));
        facts.packagesAvailable = needed;
        QCOMPARE(row(facts, u"Packages"_s).value, u"will be installed: dnsmasq-base, nfs-kernel-server"_s);
    }

    void modelsByDeviceTree()
    {
        ImageFacts image;
        QVERIFY(modelsOf(image).isEmpty());
        QCOMPARE(factsOf(image).back().status, Status::Warning);
        image.bootFiles = {{u"bcm2711-rpi-4-b.dtb"_s, 1}, {u"bcm2712-rpi-5-b.dtb"_s, 1}, {u"overlays/x.dtbo"_s, 1}};
        QCOMPARE(modelsOf(image), (QStringList{u"4B"_s, u"5"_s}));
        QCOMPARE(factsOf(image).back().value, u"4B, 5"_s);
    }
};

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/make_plan.h"
#include "steps/node_secrets.h"
#include "steps/samples.h"
#include "steps/server_files.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
std::vector<T> only(const Plan &plan)
{
    std::vector<T> found;
    for (const Action &action : plan.actions)
        if (const auto *wanted = std::get_if<T>(&action))
            found.push_back(*wanted);
    return found;
}

} // namespace

class TestMakePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freshServer()
    {
        const auto plan = makePlan(samples::cluster(), samples::server(), samples::image());
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(errorId(plan.error().kind) + plan.error().subject + plan.error().detail));
        QCOMPARE(plan->interface, u"eth0"_s);
        QCOMPARE(plan->lan.toString(), u"192.168.1.10/24"_s);
        // What may fail comes first: fetch before stream, stream before install, install before files, files before the service.
        const auto at = [&plan](auto *type) {
            using T = std::remove_pointer_t<decltype(type)>;
            return std::ranges::find_if(plan->actions, [](const Action &a) { return std::holds_alternative<T>(a); }) - plan->actions.begin();
        };
        QVERIFY(at(static_cast<FetchPackages *>(nullptr)) < at(static_cast<StreamImage *>(nullptr)));
        QVERIFY(at(static_cast<StreamImage *>(nullptr)) < at(static_cast<LayNode *>(nullptr)));
        QVERIFY(at(static_cast<LayNode *>(nullptr)) < at(static_cast<InstallPackages *>(nullptr)));
        QVERIFY(at(static_cast<InstallPackages *>(nullptr)) < at(static_cast<WriteFile *>(nullptr)));
        QVERIFY(at(static_cast<WriteFile *>(nullptr)) < at(static_cast<StartUnit *>(nullptr)));
        const auto lays = only<LayNode>(*plan);
        QCOMPARE(lays.size(), 2);
        QVERIFY(!lays[0].takesStaged && !lays[1].takesStaged);
        QVERIFY(lays[0].treeId != lays[1].treeId);
        QVERIFY(!plan->nothingToDo());
    }

    void aPasswordIsInNoPlan()
    {
        Cluster cluster = samples::cluster();
        const auto without = makePlan(cluster, samples::server(), samples::image());
        QVERIFY(without && !needsNodePassword(*without));
        cluster.access.consolePassword = true;
        const auto plan = makePlan(cluster, samples::server(), samples::image());
        QVERIFY(plan && needsNodePassword(*plan));
        const LayNode lay = only<LayNode>(*plan)[0];
        const auto shadow = [](const LayNode &node) { return std::ranges::find(node.rootFiles, u"etc/shadow"_s, &TreeFile::path)->content; };
        const LayNode filled = withNodePassword(lay, "$y$j9T$salt$hash");
        QVERIFY(!shadow(lay).contains('$'));
        QVERIFY(shadow(filled).contains(":$y$j9T$salt$hash:"));
        QCOMPARE(filled.treeId, lay.treeId);
        QVERIFY(lay.treeId != only<LayNode>(*without)[0].treeId);
    }

    void nothingLeftToDo()
    {
        ServerFacts facts = samples::server();
        const auto first = makePlan(samples::cluster(), facts, samples::image());
        QVERIFY(first.has_value());
        facts.packagesInstalled = neededPackages();
        facts.activeUnits = QStringList{u"brambleboot-dnsmasq.service"_s};
        facts.ports = {{u"udp"_s, 67, u"dnsmasq"_s, {}, {}, u"brambleboot-dnsmasq.service"_s, {}}, {u"udp"_s, 69, u"dnsmasq"_s, {}, {}, {}, {}}}; // our own
        for (const WriteFile &file : only<WriteFile>(*first))
            facts.files.insert(file.path, file.content);
        for (const LayNode &lay : only<LayNode>(*first))
            facts.laidTrees.insert(lay.folder, lay.treeId);
        const auto second = makePlan(samples::cluster(), facts, samples::image());
        QVERIFY(second.has_value());
        QVERIFY(second->nothingToDo());
        QCOMPARE(second->bytesNeeded, 0);
    }

    void oneNodeMoreLaysOneNode()
    {
        ServerFacts facts = samples::server();
        const auto first = makePlan(samples::cluster(), facts, samples::image());
        const auto lays = only<LayNode>(*first);
        facts.laidTrees.insert(lays[0].folder, lays[0].treeId);
        const auto second = makePlan(samples::cluster(), facts, samples::image());
        QCOMPARE(only<LayNode>(*second).size(), 1);
        QCOMPARE(only<LayNode>(*second)[0].folder, lays[1].folder);
        QVERIFY(!only<LayNode>(*second)[0].takesStaged);
    }

    void aKeptImageIsNotUploadedAgain()
    {
        const ImageFacts image = samples::image();
        ServerFacts facts = samples::server();
        facts.keptImages = QStringList{image.sha256};
        const auto plan = makePlan(samples::cluster(), facts, image);
        QVERIFY(only<StreamImage>(*plan).empty() && only<KeepImage>(*plan).empty() && only<DropImage>(*plan).empty());
        QCOMPARE(only<LayNode>(*plan)[0].from, plan->layout.image(image.sha256));
    }

    void anotherImageTakesThePlaceOfTheFormer()
    {
        ServerFacts facts = samples::server();
        facts.keptImages = QStringList{QString(64, u'b')};
        const auto plan = makePlan(samples::cluster(), facts, samples::image());
        QCOMPARE(only<StreamImage>(*plan).size(), 2);
        QCOMPARE(only<KeepImage>(*plan).size(), 1);
        QCOMPARE(only<DropImage>(*plan), (std::vector<DropImage>{{QString(64, u'b')}}));
        // It cannot be taken back, so nothing that may fail comes after it.
        QVERIFY(std::holds_alternative<DropImage>(plan->actions.back()));
    }

    void whereRoomIsShortTheLastNodeTakesTheUpload()
    {
        ServerFacts facts = samples::server();
        facts.freeBytes = 1'150'000'000;
        const auto plan = makePlan(samples::cluster(), facts, samples::image());
        QVERIFY(plan.has_value());
        QVERIFY(only<KeepImage>(*plan).empty());
        const auto lays = only<LayNode>(*plan);
        QVERIFY(!lays[0].takesStaged && lays[1].takesStaged);
        QCOMPARE(lays[1].from, plan->layout.staged());
    }

    void refusals_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("subject");
        for (const char *name : {"foreign system", "no systemd", "tftp taken", "dhcp taken", "no address", "no such interface", "no room", "no inodes", "foreign file", "lacks model", "shared folder", "strange folder",
                                 "duplicate mac"})
            QTest::newRow(name);
    }

    void refusals()
    {
        Cluster cluster = samples::cluster();
        ServerFacts facts = samples::server();
        ImageFacts image = samples::image();
        const QString row = QString::fromLatin1(QTest::currentDataTag());
        ErrorKind wanted = ErrorKind::Stopped;
        if (row == "foreign system"_L1)
            facts.osId = u"fedora"_s, wanted = ErrorKind::ServerUnsupported;
        else if (row == "no systemd"_L1)
            facts.systemd = false, wanted = ErrorKind::ServerUnsupported;
        else if (row == "tftp taken"_L1)
            facts.ports = {{u"udp"_s, 69, u"in.tftpd"_s, {}, {}, {}, {}}}, wanted = ErrorKind::ServerPortTaken;
        else if (row == "dhcp taken"_L1)
            facts.ports = {{u"udp"_s, 67, u"kea-dhcp4"_s, {}, {}, {}, {}}}, wanted = ErrorKind::ServerPortTaken;
        else if (row == "no address"_L1)
            facts.interfaces[0].addresses.clear(), wanted = ErrorKind::ServerAddressUnknown;
        else if (row == "no such interface"_L1)
            cluster.server.interface = u"eth7"_s, wanted = ErrorKind::ServerAddressUnknown;
        else if (row == "no room"_L1)
            facts.freeBytes = 900'000'000, wanted = ErrorKind::ServerNotEnoughSpace;
        else if (row == "no inodes"_L1)
            facts.freeNodes = 1500, wanted = ErrorKind::ServerNotEnoughSpace;
        else if (row == "foreign file"_L1)
            facts.files.insert(ownedFiles().front(), "somebody else's"), wanted = ErrorKind::ServerFileForeign;
        else if (row == "shared folder"_L1)
            cluster.server.folder = u"/srv"_s, wanted = ErrorKind::ServerFileForeign;
        else if (row == "strange folder"_L1)
            cluster.server.folder = u"/srv/a\ndhcp-range=1"_s, wanted = ErrorKind::ServerFileForeign;
        else if (row == "lacks model"_L1)
            cluster.nodes[0].model = PiModel::Pi400, wanted = ErrorKind::ImageLacksModel;
        else if (row == "duplicate mac"_L1)
            cluster.nodes[1].mac = cluster.nodes[0].mac, wanted = ErrorKind::DuplicateMac;
        const auto plan = makePlan(cluster, facts, image);
        QVERIFY(!plan);
        QCOMPARE(errorId(plan.error().kind), errorId(wanted));
    }

    void facingPrefersTheWishThenTheLogin()
    {
        ServerFacts facts = samples::server();
        NetworkInterface eth1;
        eth1.name = u"eth1"_s;
        eth1.up = true;
        eth1.addresses = {*Ipv4Network::parse(u"10.0.0.1/16")};
        facts.interfaces.push_back(eth1);
        Cluster cluster = samples::cluster();
        QCOMPARE(facing(cluster, facts)->first, u"eth0"_s);
        facts.sshAddress = Ipv4::parse(u"10.0.0.1");
        QCOMPARE(facing(cluster, facts)->first, u"eth1"_s);
        cluster.server.interface = u"eth0"_s;
        QCOMPARE(facing(cluster, facts)->first, u"eth0"_s);
        facts.sshAddress.reset();
        cluster.server.interface.clear();
        facts.defaultInterface = u"eth1"_s;
        QCOMPARE(facing(cluster, facts)->first, u"eth1"_s);
    }
};

QTEST_GUILESS_MAIN(TestMakePlan)
#include "tst_make_plan.moc"

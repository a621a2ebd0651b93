// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/journey.h"
#include "steps/practice.h"
#include "steps/samples.h"

#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesOpenInOrder()
    {
        Journey journey;
        QVERIFY(journey.open(Place::Start) && journey.open(Place::Server));
        QVERIFY(!journey.open(Place::Pis) && !journey.open(Place::Review) && !journey.open(Place::Apply) && !journey.open(Place::Boot));
        journey.setCluster(samples::cluster());
        QVERIFY(journey.complete(Place::Pis) && journey.complete(Place::Names));
        QVERIFY(!journey.complete(Place::Server) && !journey.open(Place::Pis)); // nobody has logged in
        QVERIFY(!journey.plan());
        QVERIFY(journey.changes().empty());
    }

    void savedAndLoadedItIsTheSame()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"lab.yaml"_s);
        Journey one;
        one.setCluster(samples::cluster());
        QVERIFY(one.save(file).has_value());
        QCOMPARE(one.clusterFile(), file);
        Journey two;
        QVERIFY(two.load(file).has_value());
        Cluster loaded = two.cluster();
        loaded.image.file = samples::cluster().image.file; // made absolute by opening it
        QCOMPARE(loaded, samples::cluster());
        QVERIFY(QTest::qWaitFor([&two] { return two.image().error.has_value(); })); // the image is not there, and that is said
        QCOMPARE(errorId(two.image().error->kind), errorId(ErrorKind::ImageUnreadable));
    }

    void aBadFileChangesNothing()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"bad.yaml"_s), "brambleboot: 1\nnodes: [ }\n");
        Journey journey;
        journey.setCluster(samples::cluster());
        QVERIFY(!journey.load(folder.filePath(u"bad.yaml"_s)));
        QVERIFY(!journey.load(folder.filePath(u"none.yaml"_s)));
        QCOMPARE(journey.cluster(), samples::cluster());
    }

    void pastedPisGetFreeNames()
    {
        Journey journey;
        journey.setCluster(samples::cluster());
        const auto unread = journey.addPasted(u"10000000deadbeef\ndc:a6:32:aa:bb:cc\n1234567\n"_s);
        QCOMPARE(unread.size(), 1);
        QCOMPARE(errorId(unread[0].kind), errorId(ErrorKind::InvalidSerial));
        QCOMPARE(journey.cluster().nodes.size(), 4);
        QCOMPARE(journey.cluster().nodes[2].name, u"pi-03"_s);
        QCOMPARE(journey.cluster().nodes[2].folder(), u"deadbeef"_s);
        QCOMPARE(journey.cluster().nodes[3].folder(), u"dc-a6-32-aa-bb-cc"_s);
        QVERIFY(journey.complaints().empty());
        // Taken all the same, and said: an address of nobody's, and two that do not belong together.
        const auto odd = journey.addPasted(u"02:11:22:33:44:55\n8d8696f5 b8:27:eb:86:96:f6 3B\n"_s);
        QCOMPARE(odd.size(), 2);
        QCOMPARE(odd[0].kind, ErrorKind::UnknownMacPrefix);
        QCOMPARE(odd[1].kind, ErrorKind::SerialMacDisagree);
        QCOMPARE(journey.cluster().nodes.size(), 6);
    }

    void aLoginThatFailsIsSaid()
    {
        Journey journey;
        Cluster cluster = samples::cluster();
        cluster.server.host = u"127.0.0.1"_s;
        cluster.server.port = 1;
        journey.setCluster(cluster);
        QSignalSpy changed(&journey, &Journey::changed);
        journey.lookAtServer({});
        QVERIFY(journey.server().busy);
        QVERIFY(QTest::qWaitFor([&journey] { return !journey.server().busy; }, 20000));
        QVERIFY(journey.server().error.has_value());
        QCOMPARE(errorId(journey.server().error->kind), errorId(ErrorKind::SshConnect));
        QVERIFY(QTest::qWaitFor([&changed] { return !changed.isEmpty(); }));
    }

    /// Told to its end it is left, and everything is as it was.
    void aRecordedBootLeavesNoTrace()
    {
        QStandardPaths::setTestModeEnabled(true);
        Journey journey;
        journey.setCluster(samples::cluster());
        const TypicalTimes times = journey.typicalTimes();
        const auto places = [&journey] {
            QList<bool> all;
            for (int place = 0; place <= int(Place::Boot); ++place)
                all << journey.open(Place(place)) << journey.complete(Place(place));
            return all;
        };
        const QList<bool> before = places();
        for (const bool toItsEnd : {true, false}) {
            journey.startRecordedBoot({}, toItsEnd ? 1000 : 1);
            QVERIFY(journey.recordedBoot() && journey.watching().busy);
            QVERIFY(journey.open(Place::Boot) && journey.open(Place::Start) && !journey.open(Place::Server));
            QVERIFY(QTest::qWaitFor([&] { return toItsEnd ? !journey.watching().busy : journey.boot().has_value(); }, 30'000));
            QVERIFY(!journey.watching().error);
            QCOMPARE(journey.complete(Place::Boot), toItsEnd);
            QCOMPARE(journey.boot()->timelines.size(), 4U);
            QVERIFY(!toItsEnd || journey.history(0).size() > 20);
            // Nothing of it is for a server of the user's.
            QVERIFY(!journey.hasRecording());
            journey.startMend(u"pi-02"_s, Fix::LayBootFiles);
            QVERIFY(!journey.mended().busy && !journey.applied().busy);
            journey.leaveRecordedBoot();
            QVERIFY(!journey.recordedBoot() && !journey.boot() && !journey.watching().busy && !journey.watching().value);
            QVERIFY(journey.history(0).isEmpty());
            QCOMPARE(journey.cluster(), samples::cluster());
            QCOMPARE(places(), before);
            QCOMPARE(journey.typicalTimes(), times);
        }
    }

    void whateverElseIsBegunLeavesARecordedBoot()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"lab.yaml"_s);
        Journey journey;
        QVERIFY(journey.save(file).has_value());
        journey.startRecordedBoot();
        QVERIFY(journey.load(file).has_value());
        QVERIFY(!journey.recordedBoot());
        journey.startRecordedBoot();
        journey.startNew();
        QVERIFY(!journey.recordedBoot());
        journey.startRecordedBoot(folder.filePath(u"none.jsonl"_s));
        QVERIFY(QTest::qWaitFor([&] { return journey.watching().error.has_value(); }));
        QVERIFY(!journey.boot());
        journey.startRecordedBoot(); // and the next is another
        QVERIFY(QTest::qWaitFor([&] { return journey.boot().has_value(); }));
        QVERIFY(!journey.watching().error);
    }

    /// A login at a Pi of a practice network keeps to the network's own keys, too.
    void practiceTouchesNoKeysOfTheUser()
    {
        Journey journey;
        QVERIFY(journey.preparing()->base().knownHostsFile.isEmpty() && journey.preparing()->base().useAgent);
        Practice practice;
        practice.cluster = samples::cluster();
        practice.cluster.server.host = u"127.0.0.1"_s;
        practice.cluster.server.port = 1;
        practice.identityFile = u"/nowhere/id"_s;
        practice.knownHostsFile = u"/nowhere/known_hosts"_s;
        journey.usePractice(practice);
        QCOMPARE(journey.preparing()->base().knownHostsFile, practice.knownHostsFile);
        QCOMPARE(journey.preparing()->base().identityFile, practice.identityFile);
        QVERIFY(!journey.preparing()->base().useAgent);
        journey.startNew();
        QVERIFY(journey.preparing()->base().knownHostsFile.isEmpty() && journey.preparing()->base().useAgent);
    }

    void practiceFolders()
    {
        QTemporaryDir folder;
        QVERIFY(!readPractice(folder.path()));
        put(folder.filePath(u"practice.json"_s), "[]");
        QCOMPARE(errorId(readPractice(folder.path()).error().kind), errorId(ErrorKind::PracticeUnavailable));
        put(folder.filePath(u"practice.json"_s), R"({"cluster":"c.yaml","identity":"/k","knownHosts":"/h","powerOn":[["/bin/pi","1"],["/bin/pi","2"]]})");
        QCOMPARE(errorId(readPractice(folder.path()).error().kind), errorId(ErrorKind::PracticeUnavailable));
        Journey journey;
        journey.setCluster(samples::cluster());
        QVERIFY(journey.save(folder.filePath(u"c.yaml"_s)).has_value());
        const auto practice = readPractice(folder.path());
        QVERIFY(practice.has_value());
        QCOMPARE(practice->powerOn.size(), 2);
        QCOMPARE(practice->powerOn[1], Command(u"/bin/pi"_s, {u"2"_s}));
        QCOMPARE(practice->cluster.image.file, folder.filePath(u"system.img.xz"_s));
    }
};

QTEST_GUILESS_MAIN(TestJourney)
#include "tst_journey.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "steps/recorded_boot.h"
#include "steps/samples.h"
#include "text/server_log.h"

#include <QCoro/QCoroTask>

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <set>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 start = 1'795'377'600'000;
const Ipv4 address = *Ipv4::parse(u"192.168.77.135");
const QString folder = u"/srv/brambleboot/tftp/38c128c1"_s;

Cluster oneNode()
{
    Cluster cluster;
    Node node;
    node.name = u"pi-01"_s;
    node.serial = Serial::parse(u"38c128c1");
    node.mac = MacAddress::parse(u"dc:a6:32:01:02:02");
    node.model = PiModel::Pi4B;
    cluster.nodes.push_back(node);
    return cluster;
}

/// Asks, fetches, is silent for a minute, and runs.
RecordedBoot aBoot()
{
    const MacAddress mac = *oneNode().nodes[0].mac;
    RecordedBoot boot;
    boot.cluster = oneNode();
    boot.events = {{start, DhcpAsked{mac, DhcpAsker::BootRom}},
                   {start + 10, BootOffered{mac}},
                   {start + 400, FileUnderWay{address, folder + u"/start4.elf"_s, 2'000'000, 2'000'000}},
                   {start + 400, FileSent{address, folder + u"/start4.elf"_s}},
                   {start + 500, FileMissing{address, folder + u"/kernel8.img"_s}},
                   {start + 60'000, FileSent{address, folder + u"/kernel8.img"_s}},
                   {start + 61'000, RootMounted{address, u"/srv/brambleboot/nfs/38c128c1"_s}},
                   {start + 70'000, SshAnswered{address}}};
    boot.lines = {{start, u"dnsmasq-dhcp: one"_s}, {start + 400, u"dnsmasq-tftp: two"_s}, {start + 61'000, u"rpc.mountd: three"_s}};
    return boot;
}

/// All that was told.
struct Told
{
    std::vector<WatchNews> news;

    WatchSink sink()
    {
        return [this](WatchNews each) { news.push_back(std::move(each)); };
    }
    QStringList stages(size_t node) const
    {
        QStringList all;
        for (const WatchNews &each : news)
            if (const QString stage = stageId(each.timelines[node].stage); all.isEmpty() || all.back() != stage)
                all << stage;
        return all;
    }
    std::set<QString> causes(size_t node) const
    {
        std::set<QString> all;
        for (const WatchNews &each : news)
            if (const auto found = diagnose(each.timelines[node], each.situation()))
                all.insert(causeId(found->cause));
        return all;
    }
    QStringList lines() const
    {
        QStringList all;
        for (const WatchNews &each : news)
            all += each.heard;
        return all;
    }
    qsizetype events() const
    {
        qsizetype count = 0;
        for (const WatchNews &each : news)
            count += qsizetype(each.events.size());
        return count;
    }
};

} // namespace

class TestRetelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// In one leap, in seconds, and in the pieces that a window takes: the same is told, in the same order.
    void itIsToldTheSameHoweverFast_data()
    {
        QTest::addColumn<qint64>("stepMs");
        QTest::newRow("at once") << qint64(1'000'000);
        QTest::newRow("a second") << qint64(1000);
        QTest::newRow("as it went") << qint64(50);
        QTest::newRow("odd") << qint64(777);
    }
    void itIsToldTheSameHoweverFast()
    {
        QFETCH(qint64, stepMs);
        Told told;
        Retelling retelling(aBoot(), 5'000);
        QCOMPARE(retelling.sinceMs(), start);
        for (qint64 now = start; !retelling.isOver(); now += stepMs)
            retelling.advanceTo(now, told.sink());
        QCOMPARE(told.stages(0), (QStringList{u"asking"_s, u"answered"_s, u"firmware"_s, u"kernel"_s, u"disk"_s, u"running"_s}));
        // The silence is told too, and what it means; when it ends, so does that.
        QCOMPARE(told.causes(0), (std::set<QString>{u"kernel-missing"_s}));
        QCOMPARE(told.lines(), (QStringList{u"dnsmasq-dhcp: one"_s, u"dnsmasq-tftp: two"_s, u"rpc.mountd: three"_s}));
        QCOMPARE(told.events(), 7); // the part of a file moves the row, and is none of them
        QVERIFY(std::ranges::is_sorted(told.news, {}, &WatchNews::nowMs));
        QCOMPARE(told.news.back().nowMs, start + 75'000);
        QCOMPARE(told.news.back().timelines[0].bytes, 2'000'000);
        QVERIFY(retelling.isAllRunning());
        QVERIFY2(told.news.size() < 200, qPrintable(QString::number(told.news.size()))); // not each 50 ms
    }

    /// A recording of a year is no reason to count its seconds.
    void aLongSilenceIsLeapt()
    {
        RecordedBoot boot = aBoot();
        boot.events.push_back({start + qint64(365) * 24 * 3600 * 1000, SshAnswered{address}});
        Told told;
        Retelling(boot, 0).advanceTo(boot.events.back().atMs, told.sink());
        QVERIFY2(told.news.size() < 1100, qPrintable(QString::number(told.news.size())));
    }

    /// What was before anybody was switched on is not waited for.
    void itBeginsWithTheFirstPi()
    {
        RecordedBoot boot = aBoot();
        boot.events.insert(boot.events.begin(), {start - 7'200'000, ServerSpoke{u"started, version 2.91"_s}});
        QCOMPARE(Retelling(boot, 0).sinceMs(), start - 2000);
        boot.events.erase(boot.events.begin() + 1, boot.events.end());
        QCOMPARE(Retelling(boot, 0).sinceMs(), start - 7'200'000);
    }

    void aFastOneEndsByItself()
    {
        const auto pace = std::make_shared<RetellingPace>();
        pace->speed = 10'000;
        const auto told = std::make_shared<Told>();
        QElapsedTimer clock;
        clock.start();
        const Result<> outcome = QCoro::waitFor(retell(aBoot(), pace, told->sink(), Stop()));
        QVERIFY(outcome.has_value());
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(told->stages(0).back(), u"running"_s);
    }

    void onceAllRunNothingIsWaitedFor()
    {
        const auto pace = std::make_shared<RetellingPace>();
        pace->speed = 10'000;
        pace->silenceMs = qint64(24) * 3600 * 1000;
        pace->untilRunning = true;
        Told told;
        QVERIFY(QCoro::waitFor(retell(aBoot(), pace, told.sink(), Stop())).has_value());
        QVERIFY(told.news.back().nowMs < start + pace->silenceMs);
    }

    void stoppedItTellsNothingMore()
    {
        const auto pace = std::make_shared<RetellingPace>();
        StopSource stop;
        Told told;
        const WatchSink sink = [&](WatchNews news) {
            told.sink()(std::move(news));
            stop.request_stop();
        };
        const Result<> outcome = QCoro::waitFor(retell(aBoot(), pace, sink, stop.get_token()));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Stopped);
        QCOMPARE(told.news.size(), 1U);
    }

    void theSpeedMayChangeMeanwhile()
    {
        const auto pace = std::make_shared<RetellingPace>();
        pace->speed = 0.01;
        Told told;
        const WatchSink sink = [&](WatchNews news) {
            told.sink()(std::move(news));
            pace->speed = 10'000;
        };
        QVERIFY(QCoro::waitFor(retell(aBoot(), pace, sink, Stop())).has_value());
        QCOMPARE(told.stages(0).back(), u"running"_s);
    }

    void whoseItIs()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"boot.log"_s);
        QVERIFY(QFile::copy(goldenPath(u"logs/boot-uml.log"_s), file));
        const Result<RecordedBoot> nobodys = openRecording(file, Cluster());
        QVERIFY(!nobodys);
        QCOMPARE(nobodys.error().kind, ErrorKind::ClusterUnreadable);
        QCOMPARE(nobodys.error().subject, file + u".yaml"_s);
        const Result<RecordedBoot> ours = openRecording(file, oneNode());
        QVERIFY(ours.has_value());
        QCOMPARE(ours->cluster, oneNode());
        QVERIFY(!ours->events.empty() && !ours->lines.empty());
        // What lies beside it counts for more; and has to be good.
        QFile beside(file + u".yaml"_s);
        QVERIFY(beside.open(QIODevice::WriteOnly));
        beside.write("brambleboot: 1\nname: other\nnodes:\n  - name: pi-07\n    serial: \"11223344\"\n");
        beside.close();
        const Result<RecordedBoot> theirs = openRecording(file, oneNode());
        QVERIFY(theirs.has_value());
        QCOMPARE(theirs->cluster.nodes.at(0).name, u"pi-07"_s);
        QVERIFY(beside.open(QIODevice::WriteOnly));
        beside.write("nodes: [ }\n");
        beside.close();
        QVERIFY(!openRecording(file, oneNode()));
        const Result<RecordedBoot> none = openRecording(dir.filePath(u"none"_s), oneNode());
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::FileUnreadable);
    }

    /// How long files are, a recording keeps, and a masked one too.
    void sizesAreKept()
    {
        const Event part{start, FileUnderWay{address, folder + u"/kernel8.img"_s, 12'345'678, 12'345'678}};
        LogReader reader;
        QCOMPARE(reader.read(recordingLine(part)), std::vector<Event>{part});
        // Also where two of them end at once.
        Boot boot(oneNode(), ServerLayout());
        for (const QString &file : {u"/start4.elf"_s, u"/kernel8.img"_s}) {
            boot.feed({start, FileUnderWay{address, folder + file, 1'000'000, 1'000'000}});
            boot.feed({start, FileSent{address, folder + file}});
            boot.feed({start, FileUnderWay{address, folder + file, 1'000'000, 1'000'000}}); // somebody else, late
        }
        QCOMPARE(boot.timelines()[0].bytes, 2'000'000);
        QVERIFY(!boot.timelines()[0].underWay);
        const Event open{start, FileUnderWay{address, folder + u"/kernel8.img"_s, 512, {}}};
        QCOMPARE(reader.read(recordingLine(open)), std::vector<Event>{open});
    }

    /// What comes with the program: small, of nobody, and with the causes that the start page speaks of.
    void theOneThatComesAlong()
    {
        const Result<RecordedBoot> boot = openRecording(practiceRecording, Cluster());
        QVERIFY(boot.has_value());
        const std::vector<Node> &nodes = boot->cluster.nodes;
        QCOMPARE(nodes.size(), 4U);
        QCOMPARE(std::ranges::count(nodes, PiModel::Pi3B, &Node::model), 1);
        QCOMPARE(std::ranges::count(nodes, PiModel::Pi3BPlus, &Node::model), 1);
        QCOMPARE(std::ranges::count(nodes, PiModel::Pi4B, &Node::model), 1);
        QCOMPARE(std::ranges::count(nodes, PiModel::Pi5, &Node::model), 1);
        Told told;
        Retelling retelling(*boot, 0);
        for (qint64 now = retelling.sinceMs(); !retelling.isOver(); now += 200)
            retelling.advanceTo(now, told.sink());
        QVERIFY(retelling.isAllRunning());
        for (size_t i = 0; i < nodes.size(); ++i) {
            const std::set<QString> wanted = nodes[i].model == PiModel::Pi3BPlus ? std::set<QString>{u"kernel-missing"_s}
                : nodes[i].model == PiModel::Pi5                                 ? std::set<QString>{u"cmdline-path"_s}
                                                                                 : std::set<QString>();
            QVERIFY2(told.causes(i) == wanted, qPrintable(nodes[i].name));
            QVERIFY(told.news.back().timelines[i].bytes > 1'000'000);
        }
        QVERIFY(told.news.back().strangers.empty());
        QVERIFY(told.lines().size() > 100);
        QFile file{QString(practiceRecording)};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(content.size() < 400'000, qPrintable(QString::number(content.size())));
        QVERIFY2(qCompress(content).size() < 100'000, qPrintable(QString::number(qCompress(content).size())));
        for (const char *real : {"192.168.", "admin", "/tmp/", "_HOSTNAME"})
            QVERIFY2(!content.contains(real), real);
    }
};

QTEST_GUILESS_MAIN(TestRetelling)
#include "tst_retelling.moc"

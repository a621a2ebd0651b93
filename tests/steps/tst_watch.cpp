// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/packet_reader.h"
#include "golden/golden.h"
#include "model/timeline.h"
#include "steps/ears.h"
#include "steps/replay.h"
#include "steps/typical_store.h"
#include "steps/watch.h"
#include "text/log_line.h"
#include "wire/frame.h"
#include "wire/pcap_reader.h"
#include "wire/tftp.h"

#include <QCoro/QCoroTimer>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 aboutNow = 1795377600000; // 2026-11-22 20:00 UTC

/// A server's journal, and the line to it, which can be cut.
struct Server
{
    QList<QByteArray> journal; ///< as journalctl -o json prints it
    QList<QByteArray> wire; ///< pieces of a capture
    QList<QByteArray> sockets; ///< lines of ss; none: the server has no ss
    bool isThere = true;
    int refusals = 0; ///< new connections that fail before one succeeds
    int cutAfter = -1; ///< lines of the first connection
    QStringList asked; ///< how the journal was asked for
    int connections = 1;
    int captures = 0;
};

class Line : public Remote
{
public:
    explicit Line(std::shared_ptr<Server> server) : m_server(std::move(server)) { }

    QCoro::Task<Result<Output>> run(Command command, RunOptions, Stop) override
    {
        Output output;
        output.exitCode = command.program == "test"_L1 ? 1 : 0; // no router
        if (command.program == "date"_L1)
            output.out = QByteArray::number(aboutNow);
        if (command.program == "find"_L1)
            output.out = "1000 /srv/tftp/5e6f7a8b/kernel8.img\n100 /srv/tftp/5e6f7a8b/initramfs8\n";
        co_return output;
    }
    QCoro::Task<Result<Output>> send(Command, std::shared_ptr<ByteSource>, ReportProgress, Stop) override { co_return fail(ErrorKind::SshChannel); }
    QCoro::Task<Result<Output>> follow(Command command, LineSink sink, Stop stop) override
    {
        const std::shared_ptr<Server> server = m_server;
        if (command.arguments.join(u' ').contains("ss -tinH"_L1)) {
            // They tell of a Pi that has its disk: when all of the journal is known.
            const bool isCut = server->cutAfter >= 0 && server->connections == 1;
            co_return co_await listed(isCut ? QList<QByteArray>() : server->sockets, sink, stop);
        }
        if (command.program != "journalctl"_L1)
            co_return co_await capture(server, sink, stop);
        qsizetype from = 0;
        for (const QString &argument : command.arguments)
            if (argument.startsWith("--after-cursor="_L1))
                from = argument.section(u"i="_s, 1).toInt(nullptr, 16) + 1;
        server->asked << command.arguments.join(u' ');
        int sent = 0;
        while (!stop.stop_requested()) {
            for (; from < server->journal.size(); ++from, ++sent) {
                if (server->cutAfter >= 0 && server->connections == 1 && sent >= server->cutAfter) {
                    sink(server->journal[from].first(server->journal[from].size() / 2)); // what was on its way
                    co_return fail(ErrorKind::SshDisconnected);
                }
                sink(server->journal[from]);
            }
            co_await QCoro::sleepFor(20ms);
        }
        co_return fail(ErrorKind::Stopped);
    }
    QCoro::Task<Result<RemotePtr>> another(Stop) override
    {
        if (m_server->refusals > 0) {
            --m_server->refusals;
            co_return fail(ErrorKind::SshConnect);
        }
        ++m_server->connections;
        Result<RemotePtr> made = RemotePtr(std::make_shared<Line>(m_server));
        co_return made;
    }
    QString description() const override { return u"server"_s; }

private:
    static QCoro::Task<Result<Output>> capture(std::shared_ptr<Server> server, LineSink sink, Stop stop)
    {
        ++server->captures;
        QList<QByteArray> lines;
        for (const QByteArray &piece : server->wire)
            lines << piece.toHex();
        co_return co_await listed(lines, sink, stop);
    }
    static QCoro::Task<Result<Output>> listed(QList<QByteArray> lines, LineSink sink, Stop stop)
    {
        if (lines.isEmpty()) {
            Output none;
            none.exitCode = 69;
            co_return none;
        }
        for (const QByteArray &line : lines)
            sink(line);
        while (!stop.stop_requested())
            co_await QCoro::sleepFor(20ms);
        co_return fail(ErrorKind::Stopped);
    }

    std::shared_ptr<Server> m_server;
};

Cluster cluster()
{
    Cluster c;
    c.server.folder = u"/srv"_s;
    Node node;
    node.name = u"pi-01"_s;
    node.serial = Serial::parse(u"5e6f7a8b");
    node.mac = MacAddress::parse(u"dc:a6:32:01:02:02");
    node.model = PiModel::Pi4B;
    c.nodes.push_back(node);
    return c;
}

std::shared_ptr<Server> recorded()
{
    auto server = std::make_shared<Server>();
    for (const QString &name : {u"logs/boot-uml.log"_s, u"logs/boot-uml-mountd.log"_s})
        for (const QByteArray &line : readGolden(name).split('\n'))
            if (const auto said = readLogLine(line, aboutNow, 0)) {
                const QJsonObject object{{u"__CURSOR"_s, QString(u"s=4f;i="_s + QString::number(server->journal.size(), 16))},
                                         {u"__REALTIME_TIMESTAMP"_s, QString::number(said->atMs * 1000)},
                                         {u"SYSLOG_IDENTIFIER"_s, said->identifier},
                                         {u"MESSAGE"_s, said->message}};
                server->journal << QJsonDocument(object).toJson(QJsonDocument::Compact);
            }
    return server;
}

QByteArray connection(const QByteArray &client, int acknowledged)
{
    return "0 0 192.168.77.10:2049 " + client + ":757\n\t cubic bytes_acked:" + QByteArray::number(acknowledged) + " bytes_received:5000";
}

/// Records of a capture: a file that is asked for, and two more seconds of it. Nothing says its end.
QByteArray fileOnItsWay()
{
    QByteArray records;
    const auto add = [&records](int second, quint16 port, const TftpPacket &packet) {
        UdpFrame frame;
        frame.from = cluster().nodes[0].mac->bytes();
        frame.source = *Ipv4::parse(u"192.168.77.135");
        frame.sourcePort = 49152;
        frame.destination = *Ipv4::parse(u"192.168.77.10");
        frame.destinationPort = port;
        frame.payload = toBytes(packet);
        const QByteArray bytes = toBytes(frame, 1);
        for (const quint32 number : {quint32(aboutNow / 1000 + second), quint32(0), quint32(bytes.size()), quint32(bytes.size())})
            for (int i = 0; i < 4; ++i)
                records += char(number >> (8 * i) & 255);
        records += bytes;
    };
    add(0, 69, TftpRequest{"5e6f7a8b/start4.elf", {}, {}});
    add(1, 40001, TftpAck{20});
    add(2, 40001, TftpAck{40});
    return records;
}

struct Seen
{
    Timeline timeline;
    std::vector<WatchNews> news;
    Result<> ended;
    size_t events = 0;
};

// Until the last line of the journal was taken in, and a little more.
Seen watched(std::shared_ptr<Server> server, bool capture = false)
{
    Seen seen;
    StopSource stop;
    const WatchSink sink = [&](const WatchNews &news) {
        seen.news.push_back(news);
        seen.events += news.events.size();
        seen.timeline = news.timelines[0];
        const bool wasCut = server->cutAfter < 0 || server->connections == 2;
        if (wasCut && news.isConnected && news.timelines[0].stage == Stage::Disk && (!capture || news.capturing == Capturing::Impossible || seen.news.size() > 2))
            stop.request_stop();
    };
    QTimer::singleShot(20s, [&stop] { stop.request_stop(); });
    seen.ended = QCoro::waitFor(watch(cluster(), std::make_shared<Line>(server), WatchOptions(false, capture), sink, stop.get_token()));
    return seen;
}

} // namespace

class TestWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The line is cut in the middle of a line, at many places; the new one goes on from there. Not one stage is lost, nothing is heard twice.
    void theLineIsLostAndFound()
    {
        const QList<QByteArray> sockets = connection("192.168.77.135", 1'000'000).split('\n') << "."_ba;
        const auto first = recorded();
        first->sockets = sockets;
        const Seen whole = watched(first);
        QCOMPARE(stageId(whole.timeline.stage), u"disk"_s);
        QCOMPARE(whole.timeline.diskBytes, 1'005'000);
        QCOMPARE(whole.timeline.files, 8);
        int cuts = 0;
        for (const int at : {0, 1, 17, 40, 60, int(recorded()->journal.size()) - 1}) {
            const auto server = recorded();
            server->sockets = sockets;
            server->cutAfter = at;
            server->refusals = cuts == 2 ? 1 : 0;
            const Seen cut = watched(server);
            QCOMPARE(server->connections, 2);
            QCOMPARE(cut.timeline, whole.timeline);
            QCOMPARE(cut.events, whole.events);
            QCOMPARE(server->asked.size(), 2);
            QCOMPARE(server->asked[1].contains("--after-cursor="_L1), at > 0);
            QVERIFY(server->asked[0].contains("--since=-2h"_L1));
            // It was said, and time stood still meanwhile: a silence that nobody listened to proves nothing.
            const auto lost = std::ranges::find(cut.news, false, &WatchNews::isConnected);
            QVERIFY(lost != cut.news.end());
            QVERIFY(lost->lostMs >= aboutNow);
            for (const WatchNews &news : cut.news)
                QVERIFY(news.isConnected || news.nowMs == lost->lostMs);
            QVERIFY(cut.news.back().isConnected);
            ++cuts;
        }
        qInfo() << cuts << "cuts, no stage lost";
    }

    void whatCannotBeMadeAnewIsAnError()
    {
        class Last : public Line
        {
        public:
            using Line::Line;
            QCoro::Task<Result<RemotePtr>> another(Stop) override { co_return fail(ErrorKind::SshHostKeyChanged); }
        };
        const auto server = recorded();
        server->cutAfter = 3;
        const WatchSink nobody = [](const WatchNews &) { };
        const Result<> ended = QCoro::waitFor(watch(cluster(), std::make_shared<Last>(server), WatchOptions(), nobody, {}));
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::SshHostKeyChanged);
    }

    /// Log and wire together, of the same boot: each thing is one thing.
    void theWireToo()
    {
        const auto server = recorded();
        QFile file(QStringLiteral(BRAMBLE_TESTS_DIR "/wire/samples/uml-boot.pcap"));
        QVERIFY(file.open(QFile::ReadOnly));
        while (!file.atEnd())
            server->wire << file.read(777); // wherever it is cut
        const Seen both = watched(server, true);
        QCOMPARE(server->captures, 1);
        QVERIFY(both.news.back().capturing == Capturing::Yes);
        QCOMPARE(both.news.back().frames, 167);
        QCOMPARE(stageId(both.timeline.stage), u"disk"_s);
        QVERIFY(both.events > 0);
    }

    /// What only says how fast things go moves the row, and is not among what was heard of a Pi; in a recording it is, if it is of a Pi of ours.
    void paceIsNoHistory()
    {
        const auto server = recorded();
        QFile file(QStringLiteral(BRAMBLE_TESTS_DIR "/wire/samples/uml-boot.pcap"));
        QVERIFY(file.open(QFile::ReadOnly));
        server->wire << file.readAll() + fileOnItsWay();
        for (const int bytes : {1'000'000, 3'000'000})
            server->sockets += connection("192.168.77.135", bytes).split('\n') + connection("192.168.77.99", bytes).split('\n') << "."_ba;
        PcapReader frames;
        PacketReader packets(ServerLayout(u"/srv"_s).tftp());
        frames.feed(server->wire[0]);
        int parts = 0;
        while (const auto frame = frames.next())
            for (const Event &event : packets.read(frame->atMicroseconds / 1000, frame->bytes))
                parts += std::holds_alternative<FileUnderWay>(event.kind) ? 1 : 0;
        QCOMPARE(parts, 2);
        const Seen seen = watched(server, true);
        QList<QByteArray> recorded;
        for (const WatchNews &news : seen.news) {
            recorded += news.recorded;
            for (const NodeEvent &each : news.events)
                QVERIFY2(!isPace(each.event.kind), qPrintable(each.event.said));
        }
        QVERIFY(seen.events > 0);
        QCOMPARE(seen.timeline.diskBytes, 3'005'000);
        QVERIFY(seen.timeline.lastSignMs >= seen.news.front().sinceMs); // its disk was used just now
        const QByteArray all = recorded.join('\n');
        QCOMPARE(all.count("disk of 192.168.77.135 bytes:"), 2);
        QVERIFY(!all.contains("192.168.77.99"));
        // Told again, it is the same.
        const Result<std::vector<Event>> again = readRecording(all, {.name = u"recording"_s, .tftpFolder = {}, .nowMs = aboutNow});
        QVERIFY(again);
        Boot boot(cluster(), ServerLayout(u"/srv"_s));
        for (const Event &event : *again)
            boot.feed(event);
        QCOMPARE(boot.timelines()[0].diskBytes, 3'005'000);
        QCOMPARE(boot.timelines()[0].stage, Stage::Disk);
    }

    void aServerWithoutTcpdump()
    {
        const Seen seen = watched(recorded(), true);
        QVERIFY(seen.news.back().capturing == Capturing::Impossible);
        QCOMPARE(stageId(seen.timeline.stage), u"disk"_s); // the log tells
        QVERIFY(watched(recorded()).news.back().capturing == Capturing::No);
    }

    void cursors()
    {
        QCOMPARE(cursorOf("{\"__CURSOR\":\"s=4f;i=1a;b=0\",\"MESSAGE\":\"x\"}"), "s=4f;i=1a;b=0"_ba);
        QVERIFY(cursorOf("{\"MESSAGE\":\"x\"}").isEmpty());
        QVERIFY(cursorOf("{\"__CURSOR\":\"s=4f --evil\",\"MESSAGE\":\"x\"}").isEmpty());
        QVERIFY(cursorOf("{\"__CURSOR\":\"s=4f").isEmpty());
    }

    /// Of boots that were watched to their end, and kept.
    void timesAreLearntAndKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a/boot-times.json"_s);
        QDir(folder.path()).mkdir(u"a"_s);
        WatchNews news;
        news.sinceMs = aboutNow;
        Timeline t;
        t.node = cluster().nodes[0];
        t.bootSinceMs = aboutNow + 1000;
        t.reached = {{Stage::Asking, aboutNow + 1000}, {Stage::Answered, aboutNow + 1500}, {Stage::Firmware, aboutNow + 2500}, {Stage::Kernel, aboutNow + 6500}, {Stage::Disk, aboutNow + 16'500}};
        t.stage = Stage::Disk;
        TypicalStore store(file);
        const qint64 general = store.times().of(PiModel::Pi4B, Stage::Disk);
        news.timelines = {t};
        store.take(news);
        t.reached.push_back({Stage::Running, aboutNow + 61'500});
        t.stage = Stage::Running;
        news.timelines = {t};
        store.take(news);
        store.take(news); // once is enough
        const TypicalStore again(file);
        QCOMPARE(again.times(), store.times());
        QCOMPARE(again.times().boots().value(PiModel::Pi4B).size(), 1);
        QCOMPARE(again.times().of(PiModel::Pi4B, Stage::Disk), 45'000);
        QCOMPARE(again.times().of(PiModel::Pi5, Stage::Disk), general);
        // One that ran already when watching began teaches nothing.
        TypicalStore other(folder.filePath(u"none"_s));
        other.take(news);
        QVERIFY(other.times().boots().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "model/timeline.h"
#include "steps/replay.h"
#include "text/server_log.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 aboutNow = 1795377600000; // 2026-11-22 20:00 UTC
const Ipv4 address = *Ipv4::parse(u"192.168.77.135");

RecordingOptions options()
{
    return {u"boot.log"_s, u"/srv/tftp"_s, aboutNow, 0};
}

std::vector<Event> read(const QByteArray &content)
{
    return readRecording(content, options()).value_or(std::vector<Event>());
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfABoot()
    {
        for (const QByteArray &content : {""_ba, "hello\nworld\n"_ba, QByteArray(100, '\0'), "\xd4\xc3\xb2\xa1"_ba}) {
            const auto events = readRecording(content, options());
            QVERIFY(!events.has_value());
            QCOMPARE(events.error().kind, ErrorKind::RecordingUnreadable);
            QCOMPARE(events.error().subject, u"boot.log"_s);
        }
    }

    void ownNotes()
    {
        const Event answered{aboutNow + 5, SshAnswered{address}};
        QCOMPARE(read(recordingLine(answered)), std::vector<Event>{answered});
        QVERIFY(recordingLine({aboutNow, FileSent{address, u"/srv/tftp/x"_s}}).isEmpty()); // the server's log has that
    }

    /// The log twice, once by another clock's fraction: as if heard once.
    void twoWitnesses()
    {
        const std::vector<Event> log = read(readGolden(u"logs/boot-uml.log"_s));
        QVERIFY(log.size() > 10);
        std::vector<Event> other = log;
        for (Event &event : other)
            event.atMs += 700;
        const auto kindsOf = [](const std::vector<Event> &events) {
            QHash<size_t, int> counts;
            for (const Event &event : events)
                ++counts[event.kind.index()];
            return counts;
        };
        const std::vector<Event> merged = mergedEvents({log, other});
        QCOMPARE(merged.size(), log.size());
        QCOMPARE(kindsOf(merged), kindsOf(log));
        QVERIFY(std::ranges::is_sorted(merged, {}, &Event::atMs));
        // Two seconds apart they are two things.
        for (Event &event : other)
            event.atMs += 100'000;
        QCOMPARE(mergedEvents({log, other}).size(), 2 * log.size());
    }

    void stagesWithTheirTimes()
    {
        Cluster cluster;
        Node node;
        node.name = u"pi-01"_s;
        node.serial = Serial::parse(u"5e6f7a8b");
        node.mac = MacAddress::parse(u"dc:a6:32:01:02:02");
        cluster.nodes = {node};
        Boot boot(cluster, ServerLayout(u"/srv"_s));
        for (const Event &event : mergedEvents({read(readGolden(u"logs/boot-uml.log"_s)), read(readGolden(u"logs/boot-uml-mountd.log"_s))}))
            boot.feed(event);
        const Timeline &timeline = boot.timelines()[0];
        QStringList stages;
        for (const Reached &reached : timeline.reached)
            stages << stageId(reached.stage);
        QCOMPARE(stages, (QStringList{u"asking"_s, u"answered"_s, u"settings"_s, u"kernel"_s, u"initramfs"_s, u"disk"_s}));
        QVERIFY(std::ranges::is_sorted(timeline.reached, {}, &Reached::atMs));
        QCOMPARE(timeline.reached.front().atMs, timeline.bootSinceMs);
        QCOMPARE(timeline.reached.back().atMs, timeline.stageSinceMs);
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"

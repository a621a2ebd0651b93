// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/typical_times.h"
#include "text/typical_json.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 start = 1'700'000'000'000;

Timeline boot(PiModel model, qint64 disk)
{
    Timeline t;
    t.node.model = model;
    t.reached = {{Stage::Asking, start}, {Stage::Answered, start + 1000}, {Stage::Settings, start + 3000}, {Stage::Kernel, start + 5000}, {Stage::Disk, start + 15'000}, {Stage::Running, start + 15'000 + disk}};
    t.stage = Stage::Running;
    t.stageSinceMs = t.reached.back().atMs;
    return t;
}

} // namespace

class TestTypicalTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMedianOfTheLast()
    {
        TypicalTimes times;
        for (const qint64 disk : {30'000, 50'000, 40'000})
            QVERIFY(times.learn(boot(PiModel::Pi5, disk)));
        QCOMPARE(times.of(PiModel::Pi5, Stage::Disk), 40'000);
        QCOMPARE(times.of(PiModel::Pi5, Stage::Firmware), 0); // a Pi 5 has none
        QVERIFY(times.of(PiModel::Pi4B, Stage::Firmware) > 0);
        for (int i = 0; i < 20; ++i)
            times.learn(boot(PiModel::Pi5, 20'000));
        QCOMPARE(times.of(PiModel::Pi5, Stage::Disk), 20'000);
        QCOMPARE(times.boots().value(PiModel::Pi5).size(), TypicalTimes::kept);
    }

    void whatTeachesNothing()
    {
        TypicalTimes times;
        Timeline t = boot(PiModel::Pi5, 30'000);
        t.stage = Stage::Disk;
        QVERIFY(!times.learn(t)); // not there yet
        t = boot(PiModel::Pi5, 30'000);
        t.reached.erase(t.reached.begin(), t.reached.begin() + 2);
        QVERIFY(!times.learn(t)); // its beginning was not heard
        QVERIFY(!times.learn(boot(PiModel::Pi5, 5 * 3'600'000)));
        QVERIFY(!times.learn(boot(PiModel::Pi5, -1)));
        QVERIFY(times.boots().isEmpty());
    }

    void howLongItStillTakes()
    {
        TypicalTimes times;
        times.learn(boot(PiModel::Pi5, 30'000));
        Timeline t = boot(PiModel::Pi5, 0);
        QVERIFY(!times.untilRunning(t, start + 99'000)); // it runs
        t.reached.resize(1);
        t.stage = Stage::Asking;
        t.stageSinceMs = start;
        QCOMPARE(times.untilRunning(t, start), 45'000);
        QCOMPARE(times.untilRunning(t, start + 400), 44'600);
        QCOMPARE(times.untilRunning(t, start + 60'000), 44'000); // late in this one says nothing of the others
        t.stage = Stage::Off;
        QVERIFY(!times.untilRunning(t, start));
        for (int s = int(Stage::Asking); s < int(Stage::Running); ++s)
            QVERIFY(stallLimit(Stage(s)) > times.of(PiModel::Unknown, Stage(s)));
    }

    void keptAsText()
    {
        TypicalTimes times;
        times.learn(boot(PiModel::Pi5, 30'000));
        times.learn(boot(PiModel::Pi3BPlus, 60'000));
        times.learn(boot(PiModel::Unknown, 10'000));
        QCOMPARE(parseTypical(typicalJson(times)), times);
        for (const QByteArray &rubbish : {""_ba, "{"_ba, "[]"_ba, QByteArray(R"({"boots":{"5":[{"disk":-1}],"x":[{"disk":1}],"4B":7}})"), QByteArray(R"({"boots":{"5":[{"disk":1e99}]}})"),
                                          QByteArray(2'000'000, '[')})
            QVERIFY(parseTypical(rubbish).boots().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTypicalTimes)
#include "tst_typical_times.moc"

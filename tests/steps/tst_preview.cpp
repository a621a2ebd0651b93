// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/make_plan.h"
#include "steps/preview.h"
#include "steps/samples.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingThatChangesIsShown()
    {
        const auto plan = makePlan(samples::cluster(), samples::server(), samples::image());
        const auto changes = preview(*plan);
        const auto count = [&changes](Change::Kind kind) { return std::ranges::count(changes, kind, &Change::kind); };
        QCOMPARE(count(Change::Kind::Package), 2);
        QCOMPARE(count(Change::Kind::NewFile), 3);
        QCOMPARE(count(Change::Kind::NodeData), 2);
        QCOMPARE(count(Change::Kind::Service), 1);
        for (const Change &change : changes)
            if (change.kind == Change::Kind::NodeData)
                QVERIFY(change.bytes > 0 && change.details.contains(u"/etc/hostname"_s) && change.details.contains(u"/boot/firmware/cmdline.txt"_s));
    }

    // Also of a file that is laid among somebody else's settings; what stays as it is, is not asked about.
    void whatSomebodyChangedIsMarked()
    {
        auto plan = makePlan(samples::cluster(), samples::server(), samples::image());
        const auto files = preview(*plan);
        const auto first = std::ranges::find(files, Change::Kind::NewFile, &Change::kind);
        plan->drifted = {first->name, u"/etc/other"_s};
        const auto changes = preview(*plan);
        QCOMPARE(std::ranges::count(changes, true, &Change::drifted), 1);
        QCOMPARE(std::ranges::find(changes, true, &Change::drifted)->name, first->name);
        ExtendDhcp extend;
        extend.file.path = u"/etc/dnsmasq.d/brambleboot.conf"_s;
        extend.file.content = "new\n";
        extend.file.before = "old\n";
        plan->actions = {extend};
        plan->drifted = {extend.file.path};
        QVERIFY(preview(*plan).front().drifted);
        extend.file.before = extend.file.content;
        plan->actions = {extend};
        QVERIFY(!preview(*plan).front().drifted);
    }

    void diff_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same") << "a\n"_ba << "a\n"_ba << QString();
        QTest::newRow("new") << QByteArray() << "a\nb\n"_ba << u"--- /dev/null\n+++ f\n@@ -1 +1 @@\n+a\n+b\n"_s;
        QTest::newRow("one line") << "a\nb\nc\n"_ba << "a\nX\nc\n"_ba << u"--- f\n+++ f\n@@ -1 +1 @@\n a\n-b\n+X\n c\n"_s;
        QTest::newRow("far apart") << "1\n2\n3\n4\n5\n6\n7\n8\n9\n"_ba << "X\n2\n3\n4\n5\n6\n7\n8\nY\n"_ba
                                   << u"--- f\n+++ f\n@@ -1 +1 @@\n-1\n+X\n 2\n 3\n 4\n@@ -6 +6 @@\n 6\n 7\n 8\n-9\n+Y\n"_s;
    }

    void diff()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, expected);
        QCOMPARE(unifiedDiff(u"f"_s, before, after), expected);
    }
};

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"

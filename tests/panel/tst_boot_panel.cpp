// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel/boot_panel.h"
#include "panel/node_details.h"
#include "panel/node_row.h"
#include "panel/stage_bar.h"
#include "parts/all_run_notice.h"
#include "words/words.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 start = 1'700'000'000'000;

Cluster cluster()
{
    Cluster wishes;
    for (int i = 1; i <= 2; ++i) {
        Node node;
        node.name = nameFromPattern(u"pi-{nn}"_s, i);
        node.mac = MacAddress::parse(u"dc:a6:32:00:00:0%1"_s.arg(i));
        node.serial = Serial::fromValue(0x38c128c0U + unsigned(i));
        node.model = PiModel::Pi4B;
        wishes.nodes.push_back(node);
    }
    return wishes;
}

WatchNews newsOf(const Boot &boot, qint64 now, const QStringList &heard = {})
{
    WatchNews news;
    news.timelines = boot.timelines();
    news.strangers = boot.strangers();
    news.nowMs = now;
    news.sinceMs = start;
    news.heard = heard;
    return news;
}

QString text(const BootPanel &panel, const QString &name)
{
    const auto *label = panel.findChild<QLabel *>(name);
    return label ? label->text() : u"no "_s + name;
}

RowView rowOf(const BootPanel &panel, const QString &node)
{
    const auto *row = panel.findChild<NodeRow *>(u"bootRow_"_s + node);
    RowView none;
    none.name = u"no "_s + node;
    return row && row->isVisible() ? row->view() : none;
}

} // namespace

class TestBootPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBootFromOffToRunning()
    {
        const Cluster wishes = cluster();
        const ServerLayout layout;
        const QString folder = layout.bootFolder(wishes.nodes[0].folder());
        const Ipv4 address = *Ipv4::parse(u"192.168.1.141");
        Boot boot(wishes, layout, {{folder + u"/start4.elf"_s, 2'000'000}});
        BootPanel panel;
        panel.setVisible(true);
        panel.show(newsOf(boot, start));
        QCOMPARE(rowOf(panel, u"pi-01"_s).stage, words(Stage::Off));
        QCOMPARE(panel.running(), 0);

        const MacAddress mac = *wishes.nodes[0].mac;
        boot.feed({start + 1000, DhcpAsked{mac, DhcpAsker::BootRom}});
        panel.show(newsOf(boot, start + 1500));
        QCOMPARE(rowOf(panel, u"pi-01"_s).stage, words(Stage::Asking));
        boot.feed({start + 2000, BootOffered{mac}});
        boot.feed({start + 3000, FileSent{address, folder + u"/start4.elf"_s}});
        panel.show(newsOf(boot, start + 3100));
        QCOMPARE(rowOf(panel, u"pi-01"_s).stage, words(Stage::Firmware));
        boot.feed({start + 6000, FileSent{address, folder + u"/kernel8.img"_s}});
        boot.feed({start + 9000, RootMounted{address, layout.rootFolder(wishes.nodes[0].folder())}});
        boot.feed({start + 20000, SshAnswered{address}});
        panel.show(newsOf(boot, start + 21000));
        QCOMPARE(rowOf(panel, u"pi-01"_s).stage, u"Running at 192.168.1.141"_s);
        QCOMPARE(panel.running(), 1);
        QCOMPARE(rowOf(panel, u"pi-02"_s).stage, words(Stage::Off));
    }

    void aStuckNodeSaysWhyAndWhatToDo()
    {
        const Boot boot(cluster(), ServerLayout());
        BootPanel panel;
        panel.setVisible(true);
        panel.show(newsOf(boot, start + 30'000));
        QVERIFY(!sentence(panel, "has not asked the network"_L1));
        panel.show(newsOf(boot, start + 120'000));
        QVERIFY(sentence(panel, "pi-01 has not asked the network"_L1));
        QVERIFY(sentence(panel, "Switch pi-01 on"_L1));
        QVERIFY(sentence(panel, "pi-02 has not asked the network"_L1));
        // A sign of life takes the sentence away.
        Boot alive = boot;
        alive.feed({start + 121'000, DhcpAsked{*cluster().nodes[0].mac, DhcpAsker::BootRom}});
        panel.show(newsOf(alive, start + 121'500));
        QVERIFY(!sentence(panel, "pi-01 has not asked the network"_L1));
        QVERIFY(sentence(panel, "pi-02 has not asked the network"_L1));
    }

    void aFixOfOursHasAButton()
    {
        const Cluster wishes = cluster();
        Boot boot(wishes, ServerLayout());
        BootPanel panel;
        panel.setVisible(true);
        QString wanted;
        Fix fix = Fix::LookAtScreen;
        connect(&panel, &BootPanel::mendWanted, &panel, [&](const QString &node, Fix what) {
            wanted = node;
            fix = what;
        });
        const MacAddress mac = *wishes.nodes[0].mac;
        boot.feed({start + 1000, DhcpAsked{mac, DhcpAsker::BootRom}});
        boot.feed({start + 1001, BootOffered{mac}});
        const QString file = ServerLayout().bootFolder(wishes.nodes[0].folder()) + u"/start4.elf"_s;
        boot.feed({start + 2000, FileMissing{Ipv4::parse(u"192.168.1.141"), file}, u"dnsmasq-tftp: file not found"_s});
        panel.show(newsOf(boot, start + 4000));
        auto *button = panel.findChild<QPushButton *>(u"mend_pi-01"_s);
        QVERIFY(!button || !button->isVisible());
        panel.show(newsOf(boot, start + 30'000));
        button = panel.findChild<QPushButton *>(u"mend_pi-01"_s);
        QVERIFY(button && button->isVisible() && button->isEnabled());
        QVERIFY(sentence(panel, "dnsmasq-tftp: file not found"_L1)); // the proof
        button->click();
        QCOMPARE(wanted, u"pi-01"_s);
        QCOMPARE(int(fix), int(Fix::LayBootFiles));
        panel.setMending(true);
        QVERIFY(!button->isEnabled());
        panel.show(newsOf(boot, start + 31'000));
        QVERIFY(!button->isEnabled());
        // Somebody has to go to the other one: no button.
        panel.show(newsOf(boot, start + 120'000));
        const auto *other = panel.findChild<QPushButton *>(u"mend_pi-02"_s);
        QVERIFY(other && !other->isVisible());
    }

    void strangersAreNamed()
    {
        Boot boot(cluster(), ServerLayout());
        BootPanel panel;
        panel.setVisible(true);
        panel.show(newsOf(boot, start));
        QVERIFY(!panel.findChild<QLabel *>(u"bootStrangers"_s)->isVisible());
        boot.feed({start, DhcpAsked{*MacAddress::parse(u"b8:27:eb:11:22:33"), DhcpAsker::BootRom}});
        panel.show(newsOf(boot, start + 1));
        QVERIFY(panel.findChild<QLabel *>(u"bootStrangers"_s)->isVisible());
        QVERIFY(text(panel, u"bootStrangers"_s).contains("b8:27:eb:11:22:33"_L1));
    }

    void theLogGrowsAndBeginsAnew()
    {
        const Boot boot(cluster(), ServerLayout());
        BootPanel panel;
        panel.setVisible(true);
        const auto *log = panel.findChild<QPlainTextEdit *>(u"bootLog"_s);
        panel.show(newsOf(boot, start, {u"one"_s, u"two"_s}));
        QVERIFY(!log->isVisible());
        panel.findChild<QAbstractButton *>(u"bootDetails"_s)->click();
        QVERIFY(log->isVisible());
        QCOMPARE(log->toPlainText(), u"one\ntwo"_s);
        panel.show(newsOf(boot, start, {u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(log->toPlainText(), u"one\ntwo\nthree"_s);
        panel.show(newsOf(boot, start, {u"three"_s, u"four"_s}));
        QCOMPARE(log->toPlainText(), u"three\nfour"_s);
    }

    void fewerNodesHideTheirRows()
    {
        const Boot boot(cluster(), ServerLayout());
        BootPanel panel;
        panel.setVisible(true);
        panel.show(newsOf(boot, start + 120'000));
        WatchNews one = newsOf(boot, start + 120'000);
        one.timelines.pop_back();
        panel.show(one);
        QVERIFY(!panel.findChild<NodeRow *>(u"bootRow_pi-02"_s)->isVisible());
        QCOMPARE(rowOf(panel, u"pi-01"_s).name, u"pi-01"_s);
        QVERIFY(!sentence(panel, "pi-02"_L1));
    }

    /// What a row shows is there to be heard, too.
    void theRowInWords()
    {
        const Cluster wishes = cluster();
        Boot boot(wishes, ServerLayout(), {{ServerLayout().bootFolder(wishes.nodes[0].folder()) + u"/start4.elf"_s, 2'000'000}});
        BootPanel panel;
        panel.setVisible(true);
        boot.feed({start + 1000, DhcpAsked{*wishes.nodes[0].mac, DhcpAsker::BootRom}});
        boot.feed({start + 2000, FileSent{*Ipv4::parse(u"192.168.1.141"), ServerLayout().bootFolder(wishes.nodes[0].folder()) + u"/start4.elf"_s}});
        panel.show(newsOf(boot, start + 12'000));
        const auto *row = panel.findChild<NodeRow *>(u"bootRow_pi-01"_s);
        const QString said = row->accessibleName();
        for (const QString &part : {u"pi-01"_s, words(Stage::Firmware), statusWord(Status::Busy), rowOf(panel, u"pi-01"_s).data, rowOf(panel, u"pi-01"_s).sign, rowOf(panel, u"pi-01"_s).inStage})
            QVERIFY2(said.contains(part), qPrintable(part + u" is not in: "_s + said));
        QVERIFY(!rowOf(panel, u"pi-01"_s).isOverdue);
        panel.show(newsOf(boot, start + 12'000 + stallLimit(Stage::Firmware)));
        QVERIFY(rowOf(panel, u"pi-01"_s).isOverdue);
    }

    void howLongItStillTakes()
    {
        TypicalTimes times;
        times.add(PiModel::Pi4B, {{Stage::Asking, 1000}, {Stage::Kernel, 9000}, {Stage::Disk, 50'000}});
        const Cluster wishes = cluster();
        Boot boot(wishes, ServerLayout());
        BootPanel panel;
        panel.setVisible(true);
        panel.show(newsOf(boot, start), times);
        QCOMPARE(rowOf(panel, u"pi-01"_s).left, QString());
        boot.feed({start + 1000, DhcpAsked{*wishes.nodes[0].mac, DhcpAsker::BootRom}});
        panel.show(newsOf(boot, start + 1000), times);
        QCOMPARE(rowOf(panel, u"pi-01"_s).left, timeWords(60'000));
        panel.show(newsOf(boot, start + 200'000), times); // it hangs: nobody knows
        QVERIFY(sentence(panel, "pi-01"_L1));
        QCOMPARE(rowOf(panel, u"pi-01"_s).left, QString());
    }

    /// Heard on the wire: the file that is on its way, in the row, in the details and for those who listen; and its bytes are in the curve.
    void aFileOnItsWay()
    {
        const Cluster wishes = cluster();
        const ServerLayout layout;
        const Ipv4 address = *Ipv4::parse(u"192.168.1.141");
        const QString kernel = layout.bootFolder(wishes.nodes[0].folder()) + u"/kernel8.img"_s;
        Boot boot(wishes, layout);
        BootPanel panel;
        panel.setVisible(true);
        panel.setHistory([](size_t) { return QList<Event>(); });
        panel.show(newsOf(boot, start));
        panel.findChild<NodeRow *>(u"bootRow_pi-01"_s)->click();
        boot.feed({start + 1000, FileUnderWay{address, kernel, 4'000'000, 9'000'000}});
        panel.show(newsOf(boot, start + 1000));
        const QString part = u"kernel8.img: %1 of %2"_s.arg(bytesWords(4'000'000), bytesWords(9'000'000));
        QCOMPARE(rowOf(panel, u"pi-01"_s).part, part);
        QVERIFY(NodeRow::inWords(rowOf(panel, u"pi-01"_s)).contains(part));
        QVERIFY(text(panel, u"detailsStages"_s).contains(part));
        QCOMPARE(rowOf(panel, u"pi-01"_s).rates.last(), 4'000'000);
        boot.feed({start + 2000, FileSent{address, kernel}});
        panel.show(newsOf(boot, start + 2000));
        QCOMPARE(rowOf(panel, u"pi-01"_s).part, QString());
        QCOMPARE(rowOf(panel, u"pi-01"_s).rates.last(), 5'000'000); // the rest of it
        boot.feed({start + 3000, FileUnderWay{address, layout.bootFolder(wishes.nodes[0].folder()) + u"/initramfs8"_s, 70'000, {}}});
        panel.show(newsOf(boot, start + 3000));
        QCOMPARE(rowOf(panel, u"pi-01"_s).part, u"initramfs8: %1 so far"_s.arg(bytesWords(70'000)));
        const auto says = [](const QString &line) { return words(EventKind(ConsoleLine{*MacAddress::parse(u"dc:a6:32:00:00:01"), Ipv4::fromValue(1), line})); };
        QVERIFY(says(u"12.34 Boot mode: NETWORK (02) order f"_s).contains("from the network"_L1));
        QCOMPARE(says(u"TFTP: complete 100"_s), u"It says that the file has arrived"_s);
        QCOMPARE(says(u"whatever"_s), u"It says something on its console"_s);
    }

    /// How much its disk carries: in the row, in the details and for those who listen; and its bytes are in the curve, without gaps.
    void bytesOfADisk()
    {
        const Cluster wishes = cluster();
        const ServerLayout layout;
        const Ipv4 address = *Ipv4::parse(u"192.168.1.141");
        Boot boot(wishes, layout);
        BootPanel panel;
        panel.setVisible(true);
        panel.setHistory([](size_t) { return QList<Event>(); });
        boot.feed({start, RootMounted{address, layout.rootFolder(wishes.nodes[0].folder())}});
        panel.show(newsOf(boot, start));
        panel.findChild<NodeRow *>(u"bootRow_pi-01"_s)->click();
        QCOMPARE(rowOf(panel, u"pi-01"_s).disk, QString());
        const QList<qint64> totals{500'000'000, 506'000'000, 510'000'000}; // the first is of a long time
        for (int i = 0; i < 3; ++i)
            for (const int late : {0, 1000}) {
                const qint64 at = start + 1000 + i * 2000 + late;
                if (late == 0)
                    boot.feed({at, DiskBytes{address, totals[i], i == 0 ? 0 : 1'000'000}});
                panel.show(newsOf(boot, at));
            }
        const RowView row = rowOf(panel, u"pi-01"_s);
        const QString words = u"%1 from and to its disk"_s.arg(bytesWords(510'000'000));
        QCOMPARE(row.disk, bytesWords(510'000'000));
        QCOMPARE(row.rates, (QList<qint64>{0, 0, 3'000'000, 3'000'000, 2'000'000, 2'000'000, 0}));
        QVERIFY(NodeRow::inWords(row).contains(words));
        QVERIFY(text(panel, u"detailsStages"_s).contains(words));
        QCOMPARE(row.sign, u"now"_s);
    }

    void allOfOneNode()
    {
        const Cluster wishes = cluster();
        Boot boot(wishes, ServerLayout());
        BootPanel panel;
        panel.setVisible(true);
        QList<Event> history;
        panel.setHistory([&history](size_t node) { return node == 0 ? history : QList<Event>(); });
        const auto hear = [&](qint64 at, EventKind kind, const QString &said) {
            history << Event{start + at, std::move(kind), said};
            boot.feed(history.last());
            panel.show(newsOf(boot, start + at));
        };
        hear(1000, DhcpAsked{*wishes.nodes[0].mac, DhcpAsker::BootRom}, u"dnsmasq-dhcp: PXE(eth0)"_s);
        auto *row = panel.findChild<NodeRow *>(u"bootRow_pi-01"_s);
        auto *details = panel.findChild<NodeDetails *>();
        QVERIFY(!details->isVisible());
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Return);
        QVERIFY(details->isVisible());
        auto *events = details->findChild<QTreeWidget *>();
        QCOMPARE(events->topLevelItemCount(), 1);
        hear(2000, BootOffered{*wishes.nodes[0].mac}, u"dnsmasq-dhcp: option: 43"_s);
        QCOMPARE(events->topLevelItemCount(), 2);
        QCOMPARE(events->topLevelItem(1)->text(1), words(EventKind(BootOffered{*wishes.nodes[0].mac})));
        QCOMPARE(events->topLevelItem(1)->text(2), u"dnsmasq-dhcp: option: 43"_s); // the line as it came
        QVERIFY(text(panel, u"detailsStages"_s).contains(words(Stage::Answered)));
        details->findChild<QPushButton *>(u"copyLog"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains("pi-01"_L1) && copied.contains("dnsmasq-dhcp: option: 43"_L1) && copied.contains(words(Stage::Answered)));
        // Another node's take their place; the same row once more closes them.
        auto *other = panel.findChild<NodeRow *>(u"bootRow_pi-02"_s);
        QTest::keyClick(row, Qt::Key_Down);
        other->click();
        QVERIFY(!row->isChecked());
        QCOMPARE(events->topLevelItemCount(), 0);
        QVERIFY(text(panel, u"detailsTitle"_s).contains("pi-02"_L1));
        other->click();
        QVERIFY(!details->isVisible());
    }

    /// Nothing looks as if it were now, and no clock runs; then it goes on.
    void theServerIsLost()
    {
        const Boot boot(cluster(), ServerLayout());
        BootPanel panel;
        panel.setVisible(true);
        WatchNews news = newsOf(boot, start + 10'000);
        panel.show(news);
        QVERIFY(!panel.findChild<QLabel *>(u"serverLost"_s)->isVisible());
        news.isConnected = false;
        news.lostMs = start + 10'000;
        panel.show(news);
        QVERIFY(panel.findChild<QLabel *>(u"serverLost"_s)->isVisible());
        QVERIFY(rowOf(panel, u"pi-01"_s).isOld && rowOf(panel, u"pi-02"_s).isOld);
        QVERIFY(panel.findChild<NodeRow *>(u"bootRow_pi-01"_s)->accessibleName().contains("last reached"_L1));
        news.isConnected = true;
        panel.show(news);
        QVERIFY(!panel.findChild<QLabel *>(u"serverLost"_s)->isVisible());
        QVERIFY(!rowOf(panel, u"pi-01"_s).isOld);
    }

    void allRunIsToldOnce()
    {
        QWidget window;
        AllRunNotice notice(&window);
        QSignalSpy due(&notice, &AllRunNotice::due);
        notice.take(2, 2); // they ran already
        notice.take(0, 0);
        QCOMPARE(due.count(), 0);
        notice.take(1, 2);
        notice.take(2, 2);
        notice.take(2, 2);
        QCOMPARE(due.count(), 1);
        QVERIFY(due[0][0].toString().contains(u'2'));
        notice.take(1, 2);
        notice.take(2, 2);
        QCOMPARE(due.count(), 2);
    }

    void theBarGrowsWithEachStage()
    {
        QCOMPARE(stageShare(Stage::Off), 0.0);
        for (int s = 1; s <= int(Stage::Running); ++s)
            QVERIFY(stageShare(Stage(s)) > stageShare(Stage(s - 1)));
        QCOMPARE(stageShare(Stage::Running), 1.0);
    }

private:
    static bool sentence(const BootPanel &panel, QLatin1StringView part)
    {
        const auto labels = panel.findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [part](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }
};

QTEST_MAIN(TestBootPanel)
#include "tst_boot_panel.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "model/timeline.h"
#include "panel/boot_panel.h"
#include "steps/watch.h"

#include <QCoro/QCoroTimer>

#include <QAbstractButton>
#include <QApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QPaintEvent>
#include <QProcess>
#include <QScrollArea>
#include <QTest>
#include <QTimer>
#include <QUdpSocket>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdio>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// Counts how often it is painted.
class Beat : public QWidget
{
public:
    using QWidget::QWidget;
    int frames = 0;
    QSize sizeHint() const override { return {10, 10}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override { ++frames; }
};

Cluster cluster(int nodes)
{
    Cluster c;
    for (int i = 0; i < nodes; ++i) {
        Node node;
        node.name = nameFromPattern(u"pi-{nnn}"_s, i + 1);
        node.serial = Serial::fromValue(0x38c10000U + quint32(i));
        node.mac = MacAddress::fromBytes({0xdc, 0xa6, 0x32, 1, quint8(i >> 8), quint8(i)});
        node.model = i % 2 ? PiModel::Pi4B : PiModel::Pi5;
        c.nodes.push_back(node);
    }
    return c;
}

// What 500 Pis that are switched on together make the server say, within half a minute.
std::vector<Event> manyBoots(const Cluster &c, qint64 from)
{
    std::vector<Event> events;
    const ServerLayout layout;
    for (size_t i = 0; i < c.nodes.size(); ++i) {
        const Node &node = c.nodes[i];
        const Ipv4 address = Ipv4::fromValue(0x0a000100U + quint32(i));
        const QString folder = layout.bootFolder(node.folder()) + u'/';
        qint64 at = from + qint64(i) * 7;
        const auto add = [&](qint64 later, EventKind kind) { events.push_back({at += later, std::move(kind), u"dnsmasq: a line about as long as those are: %1"_s.arg(i)}); };
        for (int n = 0; n < 3; ++n)
            add(1000, DhcpAsked{*node.mac, DhcpAsker::BootRom});
        add(10, BootOffered{*node.mac});
        for (const QString &file : {u"config.txt"_s, u"start4.elf"_s, u"fixup4.dat"_s, u"bcm2711-rpi-4-b.dtb"_s, u"overlays/vc4.dtbo"_s, u"cmdline.txt"_s})
            add(400, FileSent{address, folder + file});
        for (int n = 0; n < 12; ++n)
            add(60, FileMissing{address, folder + u"overlays/%1.dtbo"_s.arg(n)});
        add(4000, FileSent{address, folder + u"initramfs8"_s});
        add(4000, FileSent{address, folder + u"kernel8.img"_s});
        add(5000, RootMounted{address, layout.rootFolder(node.folder())});
        add(8000, SshAnswered{address});
    }
    std::ranges::stable_sort(events, {}, &Event::atMs);
    return events;
}

} // namespace

void measurePanel()
{
    const Cluster c = cluster(500);
    Boot boot(c, ServerLayout());
    QScrollArea window;
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    auto *beat = new Beat;
    auto *shown = new BootPanel;
    rows->addWidget(beat);
    rows->addWidget(shown);
    window.setWidget(inside);
    window.setWidgetResizable(true);
    window.resize(1100, 800);
    window.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&window));
    const qint64 begin = QDateTime::currentMSecsSinceEpoch();
    WatchNews news;
    news.sinceMs = news.nowMs = begin;
    news.timelines = boot.timelines();
    shown->show(news);
    QTest::qWait(1000); // five hundred rows are made once
    const std::vector<Event> events = manyBoots(c, QDateTime::currentMSecsSinceEpoch());
    size_t next = 0;
    qint64 worst = 0;
    QElapsedTimer since, gap;
    QTimer frame, tell;
    frame.setTimerType(Qt::PreciseTimer);
    QObject::connect(&frame, &QTimer::timeout, beat, [&] {
        worst = std::max(worst, gap.restart());
        beat->update();
    });
    QObject::connect(&tell, &QTimer::timeout, shown, [&] { // as often as the journey tells
        news.nowMs = QDateTime::currentMSecsSinceEpoch();
        for (; next < events.size() && events[next].atMs <= news.nowMs; ++next)
            boot.feed(events[next]);
        news.timelines = boot.timelines();
        shown->show(news);
    });
    const double before = cpuSeconds();
    beat->frames = 0;
    since.start();
    gap.start();
    frame.start(16);
    tell.start(50);
    while (next < events.size() && since.elapsed() < 60'000)
        QTest::qWait(100);
    const double seconds = double(since.elapsed()) / 1000;
    const double cpu = 100 * (cpuSeconds() - before) / seconds;
    figure("500 nodes boot: frames", double(beat->frames) / seconds, "per second", double(beat->frames) / seconds > 50, u"50"_s);
    figure("500 nodes boot: longest gap between two", double(worst), "ms", true, u"only told"_s);
    figure("500 nodes boot: of one core", cpu, "%", cpu < 15, u"15"_s);
    figure("500 nodes boot: running in the end", shown->running(), "nodes", shown->running() == 500, u"500"_s);
}

namespace {

/// This computer as a server: tcpdump hears what goes over its loopback. It has no journal here, which therefore stays silent.
class Loopback : public Remote
{
public:
    QCoro::Task<Result<Output>> run(Command command, RunOptions, Stop) override
    {
        Output output;
        output.exitCode = command.program == "test"_L1 ? 1 : 0;
        if (command.program == "date"_L1)
            output.out = QByteArray::number(QDateTime::currentMSecsSinceEpoch());
        co_return output;
    }
    QCoro::Task<Result<Output>> send(Command, std::shared_ptr<ByteSource>, ReportProgress, Stop) override { co_return fail(ErrorKind::SshChannel); }
    QCoro::Task<Result<Output>> follow(Command command, LineSink sink, Stop stop) override
    {
        const bool isWire = command.program == "sh"_L1;
        QProcess process;
        process.setProgram(isWire ? command.program : u"sleep"_s);
        process.setArguments(isWire ? command.arguments : QStringList{u"600"_s});
        QByteArray rest;
        QObject::connect(&process, &QProcess::readyReadStandardOutput, &process, [&] {
            rest += process.readAllStandardOutput();
            for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                sink(rest.first(end));
                rest.remove(0, end + 1);
            }
        });
        process.start();
        while (!stop.stop_requested() && process.state() != QProcess::NotRunning)
            co_await QCoro::sleepFor(std::chrono::milliseconds(20));
        Output output;
        output.exitCode = process.state() == QProcess::NotRunning ? process.exitCode() : -1;
        process.terminate();
        process.waitForFinished(2000);
        co_return output;
    }
    QString description() const override { return u"loopback"_s; }
};

} // namespace

void measureLatency()
{
    constexpr int packets = 400;
    Cluster c = cluster(1);
    c.server.interface = u"lo"_s;
    BootPanel shown;
    shown.setVisible(true);
    StopSource stop;
    QElapsedTimer sent;
    QList<qint64> took;
    bool isCapturing = false, isPossible = true;
    int waiting = -1;
    const WatchSink sink = [&](const WatchNews &news) {
        shown.show(news);
        isCapturing = isCapturing || news.capturing == Capturing::Yes;
        isPossible = news.capturing != Capturing::Impossible;
        if (waiting >= 0 && news.timelines[0].missing.contains(u"overlays/%1.dtbo"_s.arg(waiting))) {
            shown.repaint();
            took << sent.elapsed();
            waiting = -1;
        }
    };
    auto watching = watch(c, std::make_shared<Loopback>(), WatchOptions(false, true), sink, stop.get_token());
    QTest::qWait(2500);
    QUdpSocket client, server;
    client.bind(QHostAddress::LocalHost, 0);
    server.bind(QHostAddress::LocalHost, 0);
    for (int n = 0; n < packets && isPossible; ++n) {
        const QByteArray file = c.nodes[0].folder().toLatin1() + "/overlays/" + QByteArray::number(n) + ".dtbo";
        waiting = n;
        client.writeDatagram(QByteArray("\0\1", 2) + file + QByteArray("\0octet\0", 7), QHostAddress::LocalHost, 69);
        QTest::qWait(2);
        sent.start();
        server.writeDatagram(QByteArray("\0\5\0\1not found\0", 14), QHostAddress::LocalHost, client.localPort());
        for (int i = 0; i < 400 && waiting >= 0; ++i)
            QTest::qWait(5);
        QTest::qWait(n % 37);
    }
    stop.request_stop();
    QCoro::waitFor(watching);
    if (!isPossible)
        std::puts("latency: there is no tcpdump here, or it may not listen");
    if (took.size() < packets / 2) {
        figure("latency: packets that were shown", double(took.size()), "of 400", false, u"all"_s);
        return;
    }
    std::ranges::sort(took);
    figure("latency: packets that were shown", double(took.size()), "of 400", took.size() == packets, u"all"_s);
    figure("latency, packet to painted row, median", double(took[took.size() / 2]), "ms", true, u"only told"_s);
    const auto p99 = double(took[took.size() * 99 / 100]);
    figure("latency, packet to painted row, 99th percentile", p99, "ms", p99 <= 250, u"250"_s);
}

// The panel in light and dark, with a bit of everything, to be looked at.
void photographPanel()
{
    Cluster c = cluster(6);
    for (size_t i = 0; i < c.nodes.size(); ++i)
        c.nodes[i].name = nameFromPattern(u"pi-{nn}"_s, int(i) + 1);
    const qint64 begin = 1'795'377'600'000;
    QHash<QString, qint64> sizes;
    const ServerLayout layout;
    for (const Node &node : c.nodes)
        for (const auto &[file, size] : {std::pair(u"initramfs8"_s, 12'000'000), std::pair(u"kernel8.img"_s, 9'500'000), std::pair(u"start4.elf"_s, 2'200'000)})
            sizes.insert(layout.bootFolder(node.folder()) + u'/' + file, size);
    Boot boot(c, layout, sizes);
    std::vector<Event> events = manyBoots(c, begin);
    QList<Event> history;
    for (const Event &event : events) {
        const auto node = boot.nodeOf(event);
        const qint64 end = begin + (node == 5 ? -1 : node == 4 ? 6'000 : node == 3 ? 9'000 : node == 2 ? 14'000 : 90'000);
        if (node == 4 && std::holds_alternative<FileSent>(event.kind))
            continue;
        if (event.atMs > end)
            continue;
        boot.feed(event);
        if (boot.nodeOf(event) == 0)
            history << event;
    }
    const QString file = layout.bootFolder(c.nodes[4].folder()) + u"/start4.elf"_s;
    boot.feed({begin + 6'000, FileMissing{Ipv4::fromValue(0x0a000104U), file}, u"dnsmasq-tftp: file "_s + file + u" not found for 10.0.1.4"_s});
    // One is in the middle of its initramfs.
    const QString onItsWay = layout.bootFolder(c.nodes[3].folder()) + u"/initramfs8"_s;
    for (int part = 1; part <= 8; ++part)
        boot.feed({begin + 24'000 + part * 1000, FileUnderWay{Ipv4::fromValue(0x0a000103U), onItsWay, part * 1'000'000, 12'000'000}});
    WatchNews news;
    news.timelines = boot.timelines();
    news.sinceMs = begin - 1000;
    news.nowMs = begin + 32'000;
    for (const bool dark : {false, true}) {
        if (dark) {
            QPalette night(QColor(45, 45, 48));
            night.setColor(QPalette::Base, QColor(30, 30, 32));
            night.setColor(QPalette::WindowText, Qt::white);
            night.setColor(QPalette::Text, Qt::white);
            QApplication::setPalette(night);
        }
        for (const bool lost : {false, true}) {
            BootPanel panel;
            panel.setAutoFillBackground(true);
            panel.resize(1000, 900);
            panel.setHistory([&history](size_t) { return history; });
            panel.setVisible(true);
            WatchNews shown = news;
            for (qint64 back = 30; back >= 0; --back) {
                shown.nowMs = news.nowMs - back * 1000;
                panel.show(shown);
            }
            shown.isConnected = !lost;
            shown.lostMs = news.nowMs;
            panel.show(shown);
            if (!lost)
                if (auto *row = panel.findChild<QAbstractButton *>(u"bootRow_pi-01"_s))
                    row->click();
            QTest::qWait(300);
            panel.grab().save(u"panel-%1-%2.png"_s.arg(lost ? u"lost"_s : u"open"_s, dark ? u"dark"_s : u"light"_s));
        }
    }
}

} // namespace bramble

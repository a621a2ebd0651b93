// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/reach.h"
#include "remote/remote_test.h"
#include "remote/test_sources.h"

#include <QCoro/QCoroTimer>

#include <QElapsedTimer>
#include <QTimer>

#include <vector>

using namespace bramble;
using namespace remote_test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What goes on for long: streams into a command, lines out of one.
class StreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sendsAStream();
    void reportsProgress();
    void passesOnTheErrorOfASource();
    void endsASendWhenStopped();
    void takesAnExitBeforeTheEndOfTheStream();
    void followsLinesInOrder();
    void followsASlowConsumer();
    void endsAFollowedCommandOnTheServer();
#ifndef BRAMBLE_HERE // where nothing can die between the two
    void endsAFollowedCommandWhenTheConnectionDies();
#endif

private:
    Result<Output> run(const Command &command, const QByteArray &input = {}) const
    {
        return await(m_remote->run(command, RunOptions(input), {}));
    }

    TestServer m_server;
    RemotePtr m_remote;
};

void StreamTest::initTestCase()
{
    NEEDS_SERVER(m_server);
    const auto remote = reach(m_server, m_server.options());
    QVERIFY2(remote, why(remote));
    m_remote = *remote;
}

void StreamTest::sendsAStream()
{
    const auto source = std::make_shared<NoiseSource>(40'000'000);
    const auto output = await(m_remote->send(Command(u"sha256sum"_s), source, {}, {}));
    QVERIFY2(output, why(output));
    QCOMPARE(output->out.first(64), source->hash.result().toHex());
}

void StreamTest::reportsProgress()
{
    std::vector<Progress> reports;
    const auto output = await(m_remote->send(Command(u"cat"_s), std::make_shared<NoiseSource>(3'000'000),
                                             [&reports](Progress progress) { reports.push_back(progress); }, {}));
    QVERIFY2(output, why(output));
    QVERIFY(!reports.empty());
    QCOMPARE(reports.back(), (Progress{3'000'000, 3'000'000}));
    QVERIFY(std::ranges::is_sorted(reports, {}, &Progress::done));
}

void StreamTest::passesOnTheErrorOfASource()
{
    const auto source = std::make_shared<NoiseSource>(50'000'000, 5'000'000);
    const auto output = await(m_remote->send(sh(u"cat >/dev/null; %1"_s.arg(sleepText(2715))), source, {}, {}));
    QCOMPARE(kindOf(output), number(ErrorKind::ImageCorrupt));
    QCOMPARE(output.error().subject, u"disk.img"_s);
    QCOMPARE(source.use_count(), 1L); // nobody touches it any more
    QVERIFY(goesAway(sleepText(2715)));
}

void StreamTest::endsASendWhenStopped()
{
    StopSource stop;
    QTimer::singleShot(400ms, this, [stop]() mutable { stop.request_stop(); });
    QElapsedTimer timer;
    timer.start();
    // Once with the window full, once in full flow.
    auto source = std::make_shared<NoiseSource>(4'000'000'000);
    QCOMPARE(kindOf(await(m_remote->send(sleeping(2716), source, {}, stop.get_token()))), number(ErrorKind::Stopped));
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(goesAway(sleepText(2716)));
    StopSource another;
    QTimer::singleShot(400ms, this, [another]() mutable { another.request_stop(); });
    timer.start();
    source = std::make_shared<NoiseSource>(4'000'000'000);
    QCOMPARE(kindOf(await(m_remote->send(sh(u"cat >/dev/null"_s), source, {}, another.get_token()))),
             number(ErrorKind::Stopped));
    QVERIFY(timer.elapsed() < 2000);
}

void StreamTest::takesAnExitBeforeTheEndOfTheStream()
{
    const auto source = std::make_shared<NoiseSource>(4'000'000'000);
    const auto output
        = await(m_remote->send(sh(u"head -c 1000000 >/dev/null; echo full >&2; exit 2"_s), source, {}, {}));
    QVERIFY2(output, why(output));
    QCOMPARE(output->exitCode, 2);
    QCOMPARE(output->err, "full\n");
    QVERIFY(source->given < 100'000'000);
}

void StreamTest::followsLinesInOrder()
{
    int expected = 1;
    bool inOrder = true;
    QThread *const here = QThread::currentThread();
    const auto output = await(m_remote->follow(Command(u"seq"_s, {u"1"_s, u"50000"_s}),
                                               [&](QByteArray line) {
                                                   inOrder = inOrder && line == QByteArray::number(expected)
                                                       && QThread::currentThread() == here;
                                                   ++expected;
                                               },
                                               {}));
    QVERIFY2(output, why(output));
    QCOMPARE(expected, 50001);
    QVERIFY(inOrder);
    QList<QByteArray> lines;
    const auto ended = await(m_remote->follow(sh(u"echo a; echo b >&2; printf c; exit 5"_s),
                                              [&](QByteArray line) { lines.append(line); }, {}));
    QCOMPARE(ended.value().exitCode, 5);
    std::ranges::sort(lines);
    QVERIFY2(lines == (QList<QByteArray>{"a", "b", "c"}), lines.join('|').constData());
}

void StreamTest::followsASlowConsumer()
{
    // 14 MB of lines, far more than queue and window hold, while other commands go on.
    int count = 0;
    auto task = m_remote->follow(Command(u"seq"_s, {u"1000000"_s, u"2800000"_s}),
                                 [&](QByteArray) {
                                     if (++count % 100'000 == 0)
                                         QThread::msleep(20);
                                 },
                                 {});
    QCOMPARE(run(Command(u"echo"_s, {u"aside"_s})).value().out, "aside\n");
    const auto output = await(std::move(task));
    QVERIFY2(output, why(output));
    QCOMPARE(count, 1'800'001);
}

void StreamTest::endsAFollowedCommandOnTheServer()
{
    StopSource stop;
    int count = 0;
    // Stopped from inside the sink, with more lines on their way.
    const auto output = await(m_remote->follow(
        sh(u"while :; do echo x; sleep 0.02; done; : %1"_s.arg(sleepText(2717))),
        [&](QByteArray) {
            if (++count == 10)
                stop.request_stop();
        },
        stop.get_token()));
    QCOMPARE(kindOf(output), number(ErrorKind::Stopped));
    QCOMPARE(count, 10);
    QVERIFY(goesAway(u".*while .*"_s + sleepText(2717)));
}

#ifndef BRAMBLE_HERE
void StreamTest::endsAFollowedCommandWhenTheConnectionDies()
{
    const auto remote = reach(m_server, m_server.options());
    QVERIFY2(remote, why(remote));
    // The parent of the shell that runs a command is the sshd process of this connection.
    const auto parent = await((*remote)->run(sh(u"read -r _ _ _ p _ </proc/$PPID/stat; echo $p"_s), RunOptions(), {}));
    QVERIFY2(parent, why(parent));
    bool up = false;
    auto task = (*remote)->follow(sh(u"echo up; exec %1"_s.arg(sleepText(2718))), [&up](QByteArray) { up = true; }, {});
    QVERIFY(QTest::qWaitFor([&up] { return up; }));
    QVERIFY(!goesAway(sleepText(2718)));
    QCOMPARE(QProcess::execute(u"kill"_s, {u"-KILL"_s, QString::fromUtf8(parent->out.trimmed())}), 0);
    QCOMPARE(kindOf(await(std::move(task))), number(ErrorKind::SshDisconnected));
    QVERIFY(goesAway(sleepText(2718)));
    QCOMPARE(kindOf(await((*remote)->run(Command(u"true"_s), RunOptions(), {}))), number(ErrorKind::SshDisconnected));
}
#endif

QTEST_GUILESS_MAIN(StreamTest)
#include "tst_stream.moc"

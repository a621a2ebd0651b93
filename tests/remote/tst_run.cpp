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

class RunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsStreamsAndExitCodeApart();
    void quotesArguments();
    void speaksPlainEnglish();
    void tellsAMissingProgram();
    void treatsDeathByASignalAsAnError();
    void handsOverInput();
    void survivesAProgramThatDoesNotReadItsInput();
    void drainsBothStreams();
    void keepsABoundedPart();
    void endsAtTheDeadline();
    void endsWhenStopped();
    void endsWhenStoppedAtOnce();
    void endsEvenWhatIgnoresTerm();
    void runsManyAtOnce();
    void leavesOthersAloneWhenRefused();
    void doesNotWaitForWhatACommandLeftBehind();
    void endsWithTheRemote();

private:
    Result<Output> run(const Command &command, const QByteArray &input = {}) const
    {
        return await(m_remote->run(command, RunOptions(input), {}));
    }

    TestServer m_server;
    RemotePtr m_remote;
};

void RunTest::initTestCase()
{
    NEEDS_SERVER(m_server);
    const auto remote = reach(m_server, m_server.options());
    QVERIFY2(remote, why(remote));
    m_remote = *remote;
}

void RunTest::keepsStreamsAndExitCodeApart()
{
    const auto output = run(sh(u"echo out; echo err >&2; exit 7"_s));
    QVERIFY2(output, why(output));
    QCOMPARE(output->exitCode, 7);
    QCOMPARE(output->out, "out\n");
    QCOMPARE(output->err, "err\n");
}

void RunTest::quotesArguments()
{
    const QStringList words{u"it's"_s, u"$HOME `id` \"x\" \\ ;&|"_s, QString(), u"two\nlines"_s, u"größe"_s, u"*"_s};
    const auto output = run(Command(u"printf"_s, QStringList{u"<%s>"_s} + words));
    QVERIFY2(output, why(output));
    QCOMPARE(QString::fromUtf8(output->out), u"<"_s + words.join(u"><"_s) + u">"_s);
    QCOMPARE(kindOf(run(Command(u"echo"_s, {QString(QChar(u'\0'))}))), number(ErrorKind::SshChannel));
}

void RunTest::speaksPlainEnglish()
{
    QCOMPARE(run(sh(u"echo $LC_ALL"_s)).value().out, "C\n");
}

void RunTest::tellsAMissingProgram()
{
    QCOMPARE(run(Command(u"no-such-program"_s)).value().exitCode, 127);
}

void RunTest::treatsDeathByASignalAsAnError()
{
    auto output = run(sh(u"kill -9 $$"_s));
    QCOMPARE(kindOf(output), number(ErrorKind::SshChannel));
    QCOMPARE(output.error().detail, u"signal KILL"_s);
    output = run(sh(u"kill -TERM $$"_s));
    QCOMPARE(kindOf(output), number(ErrorKind::SshChannel));
    QCOMPARE(output.error().detail, u"signal TERM"_s);
    QCOMPARE(run(sh(u"exit 255"_s)).value().exitCode, 255);
}

void RunTest::handsOverInput()
{
    QCOMPARE(run(Command(u"cat"_s), "hello").value().out, "hello");
    QCOMPARE(run(Command(u"cat"_s)).value().out, ""); // no input is an empty one, not none
    const QByteArray bytes = noise(20'000'000);
    const auto output = run(Command(u"sha256sum"_s), bytes);
    QVERIFY2(output, why(output));
    QCOMPARE(output->out.first(64), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

void RunTest::survivesAProgramThatDoesNotReadItsInput()
{
    const auto output = run(sh(u"head -c 100 >/dev/null; exit 3"_s), QByteArray(5'000'000, 'x'));
    QVERIFY2(output, why(output));
    QCOMPARE(output->exitCode, 3);
}

void RunTest::drainsBothStreams()
{
    const auto output = run(sh(u"head -c 5000000 /dev/zero >&2 & head -c 5000000 /dev/zero; wait"_s));
    QVERIFY2(output, why(output));
    QCOMPARE(output->out.size(), 5'000'000);
    QCOMPARE(output->err.size(), 1024 * 1024); // what is kept of 5 MB
    const auto inTurn = run(sh(u"head -c 5000000 /dev/zero >&2; head -c 5000000 /dev/zero"_s));
    QVERIFY2(inTurn, why(inTurn));
    QCOMPARE(inTurn->out.size(), 5'000'000);
}

void RunTest::keepsABoundedPart()
{
    const auto output = run(sh(u"head -c 20000000 /dev/zero; exit 4"_s));
    QVERIFY2(output, why(output));
    QCOMPARE(output->out.size(), 8 * 1024 * 1024);
    QCOMPARE(output->exitCode, 4);
}

void RunTest::endsAtTheDeadline()
{
    RunOptions options;
    options.deadline = 700ms;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(kindOf(await(m_remote->run(sleeping(2711), options, {}))), number(ErrorKind::SshTimeout));
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(goesAway(sleepText(2711)));
    QCOMPARE(run(Command(u"echo"_s, {u"still here"_s})).value().out, "still here\n");
}

void RunTest::endsWhenStopped()
{
    StopSource stop;
    QTimer::singleShot(300ms, this, [stop]() mutable { stop.request_stop(); });
    QElapsedTimer timer;
    timer.start();
    // A child of the command must go too.
    QCOMPARE(kindOf(await(m_remote->run(sh(u"%1; true"_s.arg(sleepText(2712))), RunOptions(), stop.get_token()))),
             number(ErrorKind::Stopped));
    QVERIFY(timer.elapsed() < 1500);
    QVERIFY(goesAway(sleepText(2712)));
    QCOMPARE(kindOf(await(m_remote->run(Command(u"true"_s), RunOptions(), stop.get_token()))),
             number(ErrorKind::Stopped));
}

void RunTest::endsWhenStoppedAtOnce()
{
    // However early the stop comes, in whichever line of the script on the server: nothing is left there.
    for (int i = 0; i < 20; ++i) {
        StopSource stop;
        QTimer::singleShot(i * 4, Qt::PreciseTimer, this, [stop]() mutable { stop.request_stop(); });
        const auto output = await(m_remote->run(sleeping(2721), RunOptions(), stop.get_token()));
        QCOMPARE(kindOf(output), number(ErrorKind::Stopped));
    }
    QTest::qWait(500); // so that the last one had the time to start
    QVERIFY(goesAway(sleepText(2721)));
}

void RunTest::endsEvenWhatIgnoresTerm()
{
    RunOptions options("some input");
    options.deadline = 500ms;
    QCOMPARE(kindOf(await(m_remote->run(sh(u"trap '' TERM; %1"_s.arg(sleepText(2713))), options, {}))),
             number(ErrorKind::SshTimeout));
    QVERIFY(goesAway(sleepText(2713)));
}

void RunTest::runsManyAtOnce()
{
    // More than sshd's MaxSessions of 10.
    std::vector<QCoro::Task<Result<Output>>> tasks;
    for (int i = 0; i < 30; ++i)
        tasks.push_back(m_remote->run(sh(u"sleep 0.1; echo %1"_s.arg(i)), RunOptions(), {}));
    for (int i = 0; i < 30; ++i) {
        const auto output = await(std::move(tasks[static_cast<size_t>(i)]));
        QVERIFY2(output, why(output));
        QCOMPARE(output->out, QByteArray::number(i) + '\n');
    }
}

void RunTest::leavesOthersAloneWhenRefused()
{
    const auto remote = reach(m_server, m_server.options());
    QVERIFY2(remote, why(remote));
    // The first channel of the session has the number 0, which is also what a refused one seems to have.
    auto first = (*remote)->run(sh(u"sleep 4; echo whole"_s), RunOptions(), {});
    QTest::qWait(300);
    // Each of these holds its place on the server 2 s longer than here, so that soon the server refuses new ones.
    for (int i = 0; i < 3; ++i) {
        std::vector<QCoro::Task<Result<Output>>> tasks;
        RunOptions options;
        options.deadline = 300ms;
        for (int k = 0; k < 7; ++k)
            tasks.push_back((*remote)->run(sh(u"trap '' TERM; %1"_s.arg(sleepText(2722))), options, {}));
        for (auto &task : tasks)
            QCOMPARE(kindOf(await(std::move(task))), number(ErrorKind::SshTimeout));
    }
    const auto after = await((*remote)->run(Command(u"echo"_s, {u"after"_s}), RunOptions(), {}));
    QVERIFY2(after, why(after));
    const auto output = await(std::move(first));
    QVERIFY2(output, why(output));
    QCOMPARE(output->out, "whole\n");
    QVERIFY(goesAway(sleepText(2722)));
}

void RunTest::doesNotWaitForWhatACommandLeftBehind()
{
    QElapsedTimer timer;
    timer.start();
    const auto output = run(sh(u"sleep 20 & echo started"_s));
    QVERIFY2(output, why(output));
    QCOMPARE(output->out, "started\n");
    QVERIFY(timer.elapsed() < 8000);
}

void RunTest::endsWithTheRemote()
{
    auto remote = reach(m_server, m_server.options());
    QVERIFY2(remote, why(remote));
    auto task = (*remote)->run(sleeping(2714), RunOptions(), {});
    QTest::qWait(300);
    QElapsedTimer timer;
    timer.start();
    remote->reset();
    QVERIFY(timer.elapsed() < 600);
    QCOMPARE(kindOf(await(std::move(task))), number(ErrorKind::SshDisconnected));
    QVERIFY(goesAway(sleepText(2714)));
}

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/reach.h"
#include "remote/test_sources.h"

#include <QTimer>

using namespace bramble;
using namespace remote_test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Becoming root, with a real sudo and accounts of every kind.
class SudoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void leavesRootAlone();
    void sendsThePasswordOnlyWhenAsked();
    void needsNoPasswordWhereSudoAsksNone();
    void namesAMissingPassword();
    void namesAWrongPassword();
    void namesAUserWithoutSudo();
    void namesAServerWithoutSudo();
    void passesExitCodesAndSignals();
    void sendsAStreamAsRoot();
    void stopsWhatRunsAsRoot();

private:
    RemotePtr as(const QString &user, const QByteArray &sudoPassword, const TestServer &server) const;
    RemotePtr as(const QString &user, const QByteArray &sudoPassword = {}) const
    {
        return as(user, sudoPassword, m_server);
    }
    static Result<Output> run(const RemotePtr &remote, const Command &command, const QByteArray &input = {})
    {
        return await(remote->run(command, RunOptions(input), {}));
    }

    TestServer m_server;
    TestServer m_withoutSudo;
};

void SudoTest::initTestCase()
{
    NEEDS_SERVER(m_server);
    NEEDS_SERVER(m_withoutSudo, {u"nosudo"_s});
}

RemotePtr SudoTest::as(const QString &user, const QByteArray &sudoPassword, const TestServer &server) const
{
    ConnectOptions options = server.options(user);
    options.sudoPassword = Secret(sudoPassword);
    const auto remote = reach(server, options);
    if (!remote)
        qWarning("%s", why(remote));
    return remote.value_or(nullptr);
}

void SudoTest::leavesRootAlone()
{
    const RemotePtr remote = as(u"root"_s, {}, m_withoutSudo);
    QVERIFY(remote);
    QCOMPARE(run(remote, asRoot(u"id"_s, {u"-un"_s})).value().out, "root\n");
}

void SudoTest::sendsThePasswordOnlyWhenAsked()
{
    const RemotePtr remote = as(u"ada"_s, "practice");
    QVERIFY(remote);
    QCOMPARE(run(remote, Command(u"id"_s, {u"-un"_s})).value().out, "ada\n");
    const auto output = run(remote, asRoot(u"sh"_s, {u"-c"_s, u"id -un; cat; echo $LC_ALL >&2"_s}), "payload");
    QVERIFY2(output, why(output));
    QCOMPARE(output->out, "root\npayload");
    QCOMPARE(output->err, "C\n"); // neither the prompt nor the lecture
}

void SudoTest::needsNoPasswordWhereSudoAsksNone()
{
    const RemotePtr remote = as(u"admin"_s, "never to be sent");
    QVERIFY(remote);
    const auto output = run(remote, asRoot(u"sh"_s, {u"-c"_s, u"id -un; cat"_s}), "payload");
    QVERIFY2(output, why(output));
    QCOMPARE(output->out, "root\npayload");
}

void SudoTest::namesAMissingPassword()
{
    const RemotePtr remote = as(u"ada"_s);
    QVERIFY(remote);
    const auto output = run(remote, asRoot(u"id"_s));
    QCOMPARE(kindOf(output), number(ErrorKind::SudoPasswordNeeded));
    QCOMPARE(output.error().subject, remote->description());
}

void SudoTest::namesAWrongPassword()
{
    const RemotePtr remote = as(u"ada"_s, "practise");
    QVERIFY(remote);
    QCOMPARE(kindOf(run(remote, asRoot(u"id"_s))), number(ErrorKind::SudoPasswordWrong));
    QCOMPARE(run(remote, Command(u"id"_s, {u"-un"_s})).value().out, "ada\n"); // the session lives
}

void SudoTest::namesAUserWithoutSudo()
{
    const RemotePtr remote = as(u"guest"_s, "practice");
    QVERIFY(remote);
    const auto output = run(remote, asRoot(u"id"_s));
    QCOMPARE(kindOf(output), number(ErrorKind::SudoNotAllowed));
    QVERIFY2(output.error().detail.contains(u"guest"), why(output));
}

void SudoTest::namesAServerWithoutSudo()
{
    const RemotePtr remote = as(u"ada"_s, "practice", m_withoutSudo);
    QVERIFY(remote);
    QCOMPARE(kindOf(run(remote, asRoot(u"id"_s))), number(ErrorKind::SudoMissing));
}

void SudoTest::passesExitCodesAndSignals()
{
    const RemotePtr remote = as(u"ada"_s, "practice");
    QVERIFY(remote);
    QCOMPARE(run(remote, asRoot(u"sh"_s, {u"-c"_s, u"exit 5"_s})).value().exitCode, 5);
    QCOMPARE(run(remote, asRoot(u"no-such-program"_s)).value().exitCode, 127);
    QCOMPARE(kindOf(run(remote, asRoot(u"sh"_s, {u"-c"_s, u"kill -9 $$"_s}))), number(ErrorKind::SshChannel));
}

void SudoTest::sendsAStreamAsRoot()
{
    const RemotePtr remote = as(u"ada"_s, "practice");
    QVERIFY(remote);
    const auto source = std::make_shared<NoiseSource>(20'000'000);
    const auto output = await(remote->send(asRoot(u"sh"_s, {u"-c"_s, u"sha256sum; id -un"_s}), source, {}, {}));
    QVERIFY2(output, why(output));
    QCOMPARE(output->out, source->hash.result().toHex() + "  -\nroot\n");
}

void SudoTest::stopsWhatRunsAsRoot()
{
    const RemotePtr remote = as(u"ada"_s, "practice");
    QVERIFY(remote);
    const QString sleep = u"sleep 2720.%1"_s.arg(QCoreApplication::applicationPid());
    StopSource stop;
    const auto output = await(remote->follow(
        asRoot(u"sh"_s, {u"-c"_s, u"echo up; %1; true"_s.arg(sleep)}), [&stop](QByteArray) { stop.request_stop(); },
        stop.get_token()));
    QCOMPARE(kindOf(output), number(ErrorKind::Stopped));
    QVERIFY(QTest::qWaitFor([&sleep] { return QProcess::execute(u"pgrep"_s, {u"-fx"_s, sleep}) != 0; }, 5000));
}

QTEST_GUILESS_MAIN(SudoTest)
#include "tst_sudo.moc"

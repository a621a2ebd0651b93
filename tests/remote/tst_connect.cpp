// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fault_relay.h"
#include "remote/remote_test.h"
#include "remote/test_server.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTimer>

using namespace bramble;
using namespace remote_test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ConnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void logsInWithAKey();
    void readsSshConfig();
    void opensAnEncryptedKey_data();
    void opensAnEncryptedKey();
    void namesAnUnreadableKey();
    void saysWhatTheServerOffers();
    void takesAPassword();
    void answersQuestionsWithThePassword();
    void asksAboutAnUnknownHostKey();
    void stopsAtAChangedHostKey();
    void sendsNothingToAStranger();
    void saysThatAPortIsClosed();
    void saysThatANameIsUnknown();
    void doesNotWaitForASilentServer();
    void stopsWhileConnecting();
    void leavesNoDescriptorsBehind();

private:
    TestServer m_server;
    TestServer m_pamServer;
};

void ConnectTest::initTestCase()
{
    NEEDS_SERVER(m_server);
    NEEDS_SERVER(m_pamServer, {u"pam"_s});
}

void ConnectTest::logsInWithAKey()
{
    const auto remote = await(connectTo(m_server.options(), {}));
    QVERIFY2(remote, why(remote));
    QCOMPARE((*remote)->description(), u"root@127.0.0.1:%1"_s.arg(m_server.port()));
}

void ConnectTest::readsSshConfig()
{
    QFile config(m_server.path(u"config"_s));
    QVERIFY(config.open(QFile::WriteOnly));
    config.write("Host box\n HostName 127.0.0.1\n Port " + QByteArray::number(m_server.port())
                 + "\n User ada\n IdentityFile " + m_server.path(u"id"_s).toUtf8() + "\n ProxyCommand false\n");
    config.close();
    ConnectOptions options = m_server.options(QString());
    options.host = u"box"_s;
    options.port = 0;
    options.identityFile.clear();
    options.configFile = config.fileName();
    const auto remote = await(connectTo(options, {}));
    QVERIFY2(remote, why(remote));
    QCOMPARE((*remote)->description(), u"ada@127.0.0.1:%1"_s.arg(m_server.port()));
    options.user = u"guest"_s; // said by hand: goes before the file
    const auto other = await(connectTo(options, {}));
    QVERIFY2(other, why(other));
    QVERIFY((*other)->description().startsWith(u"guest@"));
    options.configFile = m_server.path(u"no such file"_s);
    QCOMPARE(kindOf(await(connectTo(options, {}))), number(ErrorKind::FileUnreadable));
}

void ConnectTest::opensAnEncryptedKey_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("type");
    QTest::newRow("OpenSSH ed25519") << u"locked"_s << QStringList{u"-t"_s, u"ed25519"_s};
    QTest::newRow("PEM ecdsa") << u"locked_pem"_s << QStringList{u"-t"_s, u"ecdsa"_s, u"-m"_s, u"PEM"_s};
    QTest::newRow("PKCS8 rsa") << u"locked_pkcs8"_s << QStringList{u"-t"_s, u"rsa"_s, u"-m"_s, u"PKCS8"_s};
}

void ConnectTest::opensAnEncryptedKey()
{
    QFETCH(QString, name);
    QFETCH(QStringList, type);
    QVERIFY(m_server.makeKey(name, type, u"open sesame"_s));
    ConnectOptions options = m_server.options();
    options.identityFile = m_server.path(name);
    auto remote = await(connectTo(options, {}));
    QCOMPARE(kindOf(remote), number(ErrorKind::SshPassphraseNeeded));
    QCOMPARE(remote.error().subject, options.identityFile);
    options.passphrase = Secret("open barley"_ba);
    remote = await(connectTo(options, {}));
    QCOMPARE(kindOf(remote), number(ErrorKind::SshPassphraseWrong));
    options.passphrase = Secret("open sesame"_ba);
    remote = await(connectTo(options, {}));
    QVERIFY2(remote, why(remote));
}

void ConnectTest::namesAnUnreadableKey()
{
    ConnectOptions options = m_server.options();
    options.identityFile = m_server.path(u"sshd_config"_s);
    const auto remote = await(connectTo(options, {}));
    QCOMPARE(kindOf(remote), number(ErrorKind::SshKeyUnreadable));
    QCOMPARE(remote.error().subject, options.identityFile);
}

void ConnectTest::saysWhatTheServerOffers()
{
    ConnectOptions options = m_server.options(u"ada"_s);
    options.identityFile = m_server.path(u"host_key"_s); // no: not in authorized_keys, see TestServer::start
    const auto remote = await(connectTo(options, {}));
    QCOMPARE(kindOf(remote), number(ErrorKind::SshDenied));
    QCOMPARE(remote.error().detail, u"publickey, password"_s);
}

void ConnectTest::takesAPassword()
{
    ConnectOptions options = m_server.options(u"ada"_s);
    options.identityFile = m_server.path(u"host_key"_s);
    options.password = Secret("practise"_ba);
    QCOMPARE(kindOf(await(connectTo(options, {}))), number(ErrorKind::SshDenied));
    options.password = Secret("practice"_ba);
    const auto remote = await(connectTo(options, {}));
    QVERIFY2(remote, why(remote));
}

void ConnectTest::answersQuestionsWithThePassword()
{
    ConnectOptions options = m_pamServer.options(u"ada"_s);
    options.identityFile = m_pamServer.path(u"host_key"_s);
    options.password = Secret("practise"_ba);
    const auto denied = await(connectTo(options, {}));
    QCOMPARE(kindOf(denied), number(ErrorKind::SshDenied));
    QCOMPARE(denied.error().detail, u"publickey, keyboard-interactive"_s);
    options.password = Secret("practice"_ba);
    const auto remote = await(connectTo(options, {}));
    QVERIFY2(remote, why(remote));
}

void ConnectTest::asksAboutAnUnknownHostKey()
{
    ConnectOptions options = m_server.options();
    options.knownHostsFile = m_server.path(u"new/known_hosts"_s);
    auto remote = await(connectTo(options, {}));
    QCOMPARE(kindOf(remote), number(ErrorKind::SshHostKeyUnknown));
    QCOMPARE(remote.error().subject, m_server.fingerprint());
    QCOMPARE(remote.error().detail, u"ssh-ed25519"_s);
    options.acceptedFingerprint = m_server.fingerprint().chopped(1);
    QCOMPARE(kindOf(await(connectTo(options, {}))), number(ErrorKind::SshHostKeyUnknown));
    options.acceptedFingerprint = m_server.fingerprint();
    remote = await(connectTo(options, {}));
    QVERIFY2(remote, why(remote));
    options.acceptedFingerprint.clear(); // it is known now
    remote = await(connectTo(options, {}));
    QVERIFY2(remote, why(remote));
    options.acceptedFingerprint = m_server.fingerprint();
    options.knownHostsFile = u"/proc/known_hosts"_s;
    QCOMPARE(kindOf(await(connectTo(options, {}))), number(ErrorKind::SshKnownHostsUnwritable));
}

void ConnectTest::stopsAtAChangedHostKey()
{
    ConnectOptions options = m_server.options();
    options.knownHostsFile = m_server.knownHosts(u"changed"_s, u"other_host_key.pub"_s, m_server.port());
    options.acceptedFingerprint = m_server.fingerprint(); // no way round it
    auto remote = await(connectTo(options, {}));
    QCOMPARE(kindOf(remote), number(ErrorKind::SshHostKeyChanged));
    QCOMPARE(remote.error().subject, u"127.0.0.1"_s);
    QCOMPARE(remote.error().detail, m_server.fingerprint());
    // A key of another type than the known one is no better.
    QVERIFY(m_server.makeKey(u"rsa_host_key"_s, {u"-t"_s, u"rsa"_s}));
    options.knownHostsFile = m_server.knownHosts(u"other_type"_s, u"rsa_host_key.pub"_s, m_server.port());
    QCOMPARE(kindOf(await(connectTo(options, {}))), number(ErrorKind::SshHostKeyChanged));
}

void ConnectTest::sendsNothingToAStranger()
{
    QFile log(m_server.path(u"sshd.log"_s));
    QVERIFY(log.open(QFile::ReadOnly));
    QTest::qWait(100);
    log.readAll();
    ConnectOptions options = m_server.options(u"nobody-of-this-name"_s);
    options.password = Secret("never to be sent"_ba);
    options.knownHostsFile = m_server.knownHosts(u"stranger"_s, u"other_host_key.pub"_s, m_server.port());
    QCOMPARE(kindOf(await(connectTo(options, {}))), number(ErrorKind::SshHostKeyChanged));
    QTest::qWait(300);
    // sshd writes the name at the first request to authenticate, whatever its method.
    const QByteArray after = log.readAll();
    QVERIFY2(!after.contains("nobody-of-this-name"), after.constData());
    options.knownHostsFile = m_server.path(u"known_hosts"_s);
    QCOMPARE(kindOf(await(connectTo(options, {}))), number(ErrorKind::SshDenied));
    QTest::qWait(300);
    QVERIFY(log.readAll().contains("nobody-of-this-name"));
}

void ConnectTest::saysThatAPortIsClosed()
{
    ConnectOptions options = m_server.options();
    options.port = 1;
    const auto remote = await(connectTo(options, {}));
    QCOMPARE(kindOf(remote), number(ErrorKind::SshConnect));
    QCOMPARE(remote.error().detail, u"Connection refused"_s);
}

void ConnectTest::saysThatANameIsUnknown()
{
    ConnectOptions options = m_server.options();
    options.host = u"no-such-host.invalid"_s;
    const auto remote = await(connectTo(options, {}));
    QVERIFY(kindOf(remote) == number(ErrorKind::SshResolve) || kindOf(remote) == number(ErrorKind::SshTimeout));
    QCOMPARE(remote.error().subject, options.host);
}

void ConnectTest::doesNotWaitForASilentServer()
{
    FaultRelay relay(m_server.port());
    relay.silent = true;
    ConnectOptions options = m_server.options();
    options.port = relay.port();
    options.connectTimeout = 1500ms;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(kindOf(await(connectTo(options, {}))), number(ErrorKind::SshTimeout));
    QVERIFY2(timer.elapsed() < 4000, QByteArray::number(timer.elapsed()).constData());
}

void ConnectTest::stopsWhileConnecting()
{
    FaultRelay relay(m_server.port());
    relay.silent = true;
    ConnectOptions options = m_server.options();
    options.port = relay.port();
    StopSource stop;
    QTimer::singleShot(300ms, this, [stop]() mutable { stop.request_stop(); });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(kindOf(await(connectTo(options, stop.get_token()))), number(ErrorKind::Stopped));
    QVERIFY2(timer.elapsed() < 1500, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(kindOf(await(connectTo(options, stop.get_token()))), number(ErrorKind::Stopped));
}

void ConnectTest::leavesNoDescriptorsBehind()
{
    const auto count = [] {
        return QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
    };
    ConnectOptions refused = m_server.options();
    refused.knownHostsFile = m_server.path(u"changed"_s);
    (void)await(connectTo(m_server.options(), {}));
    QTest::qWait(100);
    const auto before = count();
    for (int i = 0; i < 10; ++i) {
        QVERIFY(await(connectTo(m_server.options(), {})));
        QVERIFY(!await(connectTo(refused, {})));
    }
    QTest::qWait(100);
    QVERIFY2(count() <= before, QByteArray::number(count() - before).constData());
}

QTEST_GUILESS_MAIN(ConnectTest)
#include "tst_connect.moc"

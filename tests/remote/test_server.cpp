// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/test_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace bramble;

namespace {

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

bool hasBanner(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(500) && socket.waitForReadyRead(1000) && socket.readAll().startsWith("SSH-2.0");
}

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString TestServer::start(const QStringList &options)
{
    if (::geteuid() != 0)
        return u"a test sshd with accounts of its own needs root"_s;
    if (!QFile::exists(u"/usr/sbin/sshd"_s))
        return u"there is no /usr/sbin/sshd"_s;
    // The accounts read their authorized_keys as themselves.
    QFile::setPermissions(m_dir.path(), QFile::Permissions::fromInt(0x7055));
    const QStringList ed25519{u"-t"_s, u"ed25519"_s};
    if (!makeKey(u"host_key"_s, ed25519) || !makeKey(u"other_host_key"_s, ed25519))
        return u"ssh-keygen does not work"_s;
    QFile::remove(path(u"authorized_keys"_s));
    makeKey(u"id"_s, ed25519);
    m_port = freePort();
    knownHosts(u"known_hosts"_s, u"host_key.pub"_s, m_port);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(path(u"sshd.log"_s));
    m_process.start(QStringLiteral(BRAMBLE_TESTS_DIR "/remote/sshd-in-a-room"),
                    QStringList{m_dir.path(), QString::number(m_port)} + options);
    QElapsedTimer waited;
    waited.start();
    while (!hasBanner(m_port)) {
        if (waited.elapsed() > 10'000 || m_process.waitForFinished(20))
            return u"the test sshd does not start: "_s + QString::fromUtf8(contents(path(u"sshd.log"_s)));
    }
    return {};
}

TestServer::~TestServer()
{
    m_process.terminate();
    m_process.waitForFinished(3000);
}

bool TestServer::makeKey(const QString &name, const QStringList &type, const QString &passphrase) const
{
    const QStringList arguments = type + QStringList{u"-q"_s, u"-N"_s, passphrase, u"-f"_s, path(name)};
    if (QProcess::execute(u"ssh-keygen"_s, arguments) != 0)
        return false;
    QFile allowed(path(u"authorized_keys"_s));
    return allowed.open(QFile::Append) && allowed.write(contents(path(name + ".pub"_L1))) > 0
        && allowed.setPermissions(QFile::Permissions::fromInt(0x6044));
}

QString TestServer::knownHosts(const QString &name, const QString &publicKeyFile, quint16 port) const
{
    const QList<QByteArray> words = contents(path(publicKeyFile)).split(' ');
    QFile file(path(name));
    if (words.size() < 2 || !file.open(QFile::WriteOnly))
        return {};
    file.write("[127.0.0.1]:" + QByteArray::number(port) + ' ' + words[0] + ' ' + words[1] + '\n');
    return file.fileName();
}

QString TestServer::fingerprint() const
{
    QProcess process;
    process.start(u"ssh-keygen"_s, {u"-l"_s, u"-f"_s, path(u"host_key.pub"_s)});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).section(u' ', 1, 1);
}

ConnectOptions TestServer::options(const QString &user) const
{
    ConnectOptions options;
    options.host = u"127.0.0.1"_s;
    options.port = m_port;
    options.user = user;
    options.identityFile = path(u"id"_s);
    options.knownHostsFile = path(u"known_hosts"_s);
    options.configFile = u"none"_s;
    options.useAgent = false;
    return options;
}

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/fault_server.h"

#include "steps/small_set_up.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

const QString room = QStringLiteral(BRAMBLE_TESTS_DIR "/steps/fault-room");

} // namespace

QString FaultServer::makeServer()
{
    if (::geteuid() != 0)
        return u"a server in a chroot needs root"_s;
    for (const char *key : {"host_key", "id"})
        if (QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, {}, u"-f"_s, m_dir.filePath(QString::fromLatin1(key))}) != 0)
            return u"no ssh-keygen"_s;
    QFile::copy(m_dir.filePath(u"id.pub"_s), m_dir.filePath(u"authorized_keys"_s));
    QTcpServer free;
    free.listen(QHostAddress::LocalHost);
    m_port = free.serverPort();
    free.close();
    QString said;
    if (!inRoom({u"up"_s, m_dir.path(), QString::number(m_port)}, &said))
        return u"no overlay and chroot here: "_s + said;
    return serverAnswers() ? QString() : u"its sshd does not answer"_s;
}

Cluster FaultServer::cluster()
{
    Cluster out = samples::cluster();
    out.nodes.resize(1);
    return out;
}

bool FaultServer::inRoom(const QStringList &arguments, QString *said)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(room, arguments);
    process.waitForFinished(60'000);
    if (said)
        *said = QString::fromUtf8(process.readAll().trimmed());
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool FaultServer::serverAnswers() const
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 30'000) { // a busy machine starts an sshd in ten seconds
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(500) && socket.waitForReadyRead(2000) && socket.readAll().startsWith("SSH-2.0"))
            return true;
        QTest::qSleep(10);
    }
    return false;
}

void FaultServer::freshServer()
{
    QString said;
    const bool up = inRoom({u"up"_s, m_dir.path(), QString::number(m_port)}, &said);
    if (!up || !serverAnswers())
        qWarning("the server does not start: %s", qPrintable(said));
}

void FaultServer::prepareProcess()
{
    if (qEnvironmentVariableIsSet("BRAMBLE_FAULTS"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");
    if (::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0)
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr); // fails inside a build root, where nothing is shared anyway
}

RemotePtr FaultServer::connected(quint16 port)
{
    QFile key(m_dir.filePath(u"host_key.pub"_s)), known(m_dir.filePath(u"known_hosts"_s));
    if (!key.open(QIODevice::ReadOnly) || !known.open(QIODevice::WriteOnly))
        return {};
    known.write("[127.0.0.1]:" + QByteArray::number(port) + ' ' + key.readAll());
    known.close();
    return connectedAsRoot(u"127.0.0.1"_s, port, m_dir.filePath(u"id"_s), known.fileName());
}

Result<> FaultServer::setUp(RemotePtr remote, ApplyNews::State *last, const QString &zone)
{
    Cluster wish = cluster();
    wish.access.timezone = zone;
    return setUpSmall(remote, wish, last);
}

QString FaultServer::differences()
{
    QString said;
    return inRoom({u"compare"_s, m_dir.path()}, &said) ? QString() : said + u" "_s;
}

QString FaultServer::listing()
{
    QString said;
    inRoom({u"list"_s, m_dir.path()}, &said);
    return said;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/host.h"

#include <QCoro/QCoroAbstractSocket>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>
#include <QNetworkProxy>
#include <QTcpSocket>

namespace bramble {

using namespace Qt::StringLiterals;

QString localUser()
{
    for (const char *name : {"USER", "LOGNAME", "USERNAME"})
        if (const QString user = qEnvironmentVariable(name); !user.isEmpty())
            return user;
    return {};
}

QStringList publicKeys()
{
    const QDir folder(QDir::homePath() + u"/.ssh"_s);
    QStringList files = folder.entryList({u"*.pub"_s}, QDir::Files | QDir::Readable, QDir::Name);
    std::ranges::stable_sort(files, [](const QString &a, const QString &b) {
        return a.startsWith("id_ed25519"_L1) && !b.startsWith("id_ed25519"_L1);
    });
    QStringList keys;
    for (const QString &file : std::as_const(files))
        if (const auto content = readFile(folder.filePath(file), 16384))
            keys << QString::fromUtf8(content->trimmed());
    return keys;
}

QString cacheFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    QDir().mkpath(folder);
    return folder;
}

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::FileUnreadable, path, file.errorString());
    QByteArray content = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::FileUnreadable, path, file.errorString());
    if (content.size() > limit)
        return fail(ErrorKind::FileUnreadable, path, QString::number(limit));
    return content;
}

Result<> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fail(ErrorKind::FileUnwritable, path, file.errorString());
    return {};
}

QCoro::Task<bool> sshAnswers(Ipv4 address, std::chrono::milliseconds patience)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(address.value()), 22);
    const bool connected = co_await qCoro(socket).waitForConnected(patience);
    if (!connected)
        co_return false;
    if (socket.bytesAvailable() < 4)
        co_await qCoro(static_cast<QIODevice &>(socket)).waitForReadyRead(patience);
    co_return socket.peek(4) == "SSH-";
}

Result<> startDetached(const Command &command)
{
    if (command.program.isEmpty() || !QProcess::startDetached(command.program, command.arguments))
        return fail(ErrorKind::PracticeUnavailable, command.program);
    return {};
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace bramble {

/// fault_server.py on a free port of this computer, with a folder of its own.
class FaultServer
{
public:
    FaultServer()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        start({});
    }
    ~FaultServer() { stop(); }
    FaultServer(const FaultServer &) = delete;
    FaultServer &operator=(const FaultServer &) = delete;

    void put(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    QString folder() const { return m_folder.path(); }
    QUrl url(const QString &fault, const QString &name) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/%2/%3").arg(m_port).arg(fault, name));
    }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void startAgain() { start({QString::number(m_port)}); }
    /// What was asked for since the last time: "PATH STATUS FIRST".
    QStringList requests()
    {
        m_process.waitForReadyRead(50);
        QStringList out;
        for (const QString &line :
             QString::fromUtf8(m_process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts))
            out << line.sliced(4);
        return out;
    }

private:
    void start(const QStringList &port)
    {
        const QString script = QStringLiteral(BRAMBLE_TESTS_DIR "/fetch/fault_server.py");
        m_process.start(QStringLiteral("python3"), QStringList{script, m_folder.path()} + port);
        if (!m_process.waitForReadyRead(20'000))
            qFatal("the server does not start");
        m_port = m_process.readLine().trimmed().toInt();
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace bramble

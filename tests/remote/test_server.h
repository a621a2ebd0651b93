// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connect.h"

#include <QProcess>
#include <QTemporaryDir>

/// A real sshd for one test program, with keys and accounts of its own (see sshd-in-a-room).
class TestServer
{
public:
    /// Starts it and waits for its banner; an explanation where that cannot be done here, else empty.
    QString start(const QStringList &options = {});
    ~TestServer();

    quint16 port() const { return m_port; }
    qint64 pid() const { return m_process.processId(); } ///< lives in a room of its own
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString fingerprint() const;

    /// Options that work: root, by key, host key known.
    bramble::ConnectOptions options(const QString &user = QStringLiteral("root")) const;
    /// A known_hosts file that says that 127.0.0.1:port has the key in publicKeyFile.
    QString knownHosts(const QString &name, const QString &publicKeyFile, quint16 port) const;
    /// Makes a key pair NAME, NAME.pub; it may log in.
    bool makeKey(const QString &name, const QStringList &type, const QString &passphrase = {}) const;

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
};

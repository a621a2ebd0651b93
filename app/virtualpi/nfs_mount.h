// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtualpi/rpc_client.h"
#include "wire/nfs3.h"

namespace bramble {

/// One exported folder, mounted as Linux mounts a root: portmapper, MOUNT 3 from a privileged port, NFS 3 over TCP as
/// root.
class NfsMount
{
public:
    NfsMount(Ipv4 server, QString path, Stop stop);

    /// Words of the protocol on why not: "acces", "noent", "program-unavailable", "not-registered", a socket's error.
    std::expected<void, QString> mount();
    /// Only what mountd says; from whatever port this program may use.
    std::expected<void, QString> ask();

    /// What a path below the root leads to, symlinks followed as if the root were "/". NoFile: not there.
    struct File
    {
        NfsHandle handle;
        NfsAttributes attributes;
        QString path; ///< with every symlink resolved
    };
    std::expected<File, QString> find(const QString &path);
    /// The whole of a regular file, at most atMost bytes of it.
    std::expected<QByteArray, QString> read(const File &file, qint64 atMost);
    /// Whether root may write into the root folder: false for a read-only export and under root_squash.
    std::expected<bool, QString> writable();

private:
    std::expected<quint16, QString> portOf(quint32 program, quint32 version);
    std::expected<NfsHandle, QString> handleOf(RpcClient &mountd);
    std::expected<QByteArray, QString> ask(quint32 procedure, QByteArray arguments);
    std::expected<NfsFound, QString> lookup(const NfsHandle &folder, const QString &name);

    Ipv4 m_server;
    QString m_path;
    Stop m_stop;
    std::unique_ptr<RpcClient> m_nfs;
    NfsHandle m_root;
    quint32 m_readSize = 0; ///< bytes per READ
};

} // namespace bramble

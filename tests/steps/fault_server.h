// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/apply.h"

#include <QTemporaryDir>

namespace bramble {

/// A server that may be broken: what fault-room makes of this machine, and how it is set up, taken back and compared. Needs root, and a mount
/// namespace of its own.
class FaultServer
{
public:
    /// Before any thread: what is mounted after this is nobody else's; and all cases (BRAMBLE_FAULTS) get the time that they take.
    static void prepareProcess();

protected:
    /// Its keys and its first start. What hinders it here, else nothing.
    QString makeServer();
    static bool inRoom(const QStringList &arguments, QString *said = nullptr);
    bool serverAnswers() const;
    void freshServer();
    RemotePtr connected(quint16 port);
    /// The one node of this cluster is set up, with the small image.
    static Cluster cluster();
    static Result<> setUp(RemotePtr remote, ApplyNews::State *last = nullptr, const QString &zone = {});
    /// To what it was before anything was done to it; empty: none.
    QString differences();
    /// All that was written, but for the journal: two of them can be compared.
    QString listing();

    QTemporaryDir m_dir;
    quint16 m_port = 0;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan.h"
#include "remote/remote.h"
#include "text/server_look.h"

#include <QSet>

#include <memory>

namespace bramble {

/// What the coroutines that listen side by side tell the one that counts, over one connection. All on one thread.
struct Ears
{
    Ears() = default;

    QList<QByteArray> lines; ///< of the log
    QList<QByteArray> packets; ///< pieces of a capture as tcpdump writes it
    QList<QByteArray> sockets; ///< lines of ss
    QSet<Ipv4> answered; ///< SSH
    QSet<Ipv4> asking;
    std::shared_ptr<const ServerLook> look;
    bool looking = false;
    bool isOver = false; ///< the log
    Result<Output> ended;
    bool isCapturing = false; ///< at least the head of a capture has come
    bool captureIsOver = false;
    Result<Output> captureEnded;
};

using EarsPtr = std::shared_ptr<Ears>;

/// Follows the log: from cursor on, or, where that is empty, from two hours ago. A router has no cursors: all that its memory still holds.
QCoro::Task<> hearLog(RemotePtr remote, bool isRouter, QByteArray cursor, EarsPtr ears, Stop stop);

/// Follows the wire with the server's tcpdump, on interface; where that is empty, on the one that has address, else where the default route
/// leads. Exit code 69: it has none.
QCoro::Task<> hearWire(RemotePtr remote, QString interface, QString address, EarsPtr ears, Stop stop);

/// Follows how much the disks of the nodes have carried, with the server's ss; no root is needed. Exit code 69: it has none, as a router; nothing
/// else depends on it.
QCoro::Task<> hearSockets(RemotePtr remote, EarsPtr ears, Stop stop);

/// Whether a node's SSH answers.
QCoro::Task<> greet(Ipv4 address, EarsPtr ears);

/// One look at the server, and at what it serves to these nodes; closer at those in deep.
QCoro::Task<> lookThere(RemotePtr remote, Cluster cluster, QSet<QString> deep, ServerLayout layout, EarsPtr ears, Stop stop);

} // namespace bramble

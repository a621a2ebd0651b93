// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "remote/connect.h"

namespace bramble {

/// A running node that starts anew at a word from us, also after its disk was exchanged under it. Forgotten without that word, it goes on.
class ArmedRestart;
using ArmedRestartPtr = std::shared_ptr<ArmedRestart>;

/// Logs in to the node, whose host key the server knows, before its disk is exchanged. From then on nothing can be started on it any more: a file
/// handle of an export's root means whatever lies there now (FILEID_ROOT in the Linux NFS server), so its old one is stale. login: as for the server;
/// host, user and known hosts are the node's. password: of the user there, for a login without a key and for sudo; empty where it has none.
/// Nothing: it does not answer or cannot be told, so somebody has to switch it off and on.
QCoro::Task<ArmedRestartPtr> armRestart(RemotePtr server, Cluster cluster, QString node, ConnectOptions login, Secret password, Stop stop);

/// What it has not written yet is written, its disks are closed, it restarts: Linux' SysRq keys s, u, b. False: there is none, or it was gone before that.
QCoro::Task<bool> restartNow(ArmedRestartPtr armed);

} // namespace bramble

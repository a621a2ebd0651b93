// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/check.h"

namespace bramble {

/// What a Pi would find, asked for without one and without rights on this computer. In the order of a boot:
/// its boot ROM's question is broadcast on the wire by the server, and the answers are read; every file that its firmware wants is fetched by
/// TFTP from here, and compared with what the server has (but for cmdline.txt: who fetches that gets the disk); a stranger, which the server
/// itself is, asks its own mountd for the disk and has to be refused. Rows for each node; errors only where a question could not be put.
QCoro::Task<Result<std::vector<CheckRow>>> selfTest(Cluster cluster, ServerLayout layout, QString interface, Ipv4 server, RemotePtr remote, Stop stop);

/// The files alone, of one node; the folder names are the same on every kind of server.
QCoro::Task<CheckRow> filesAsFetched(Node node, ServerLayout layout, Ipv4 server, RemotePtr remote, Stop stop);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/byte_source.h"
#include "remote/remote.h"

namespace bramble {

/// Makes a tar with this name as its very last member.
using MakeTar = std::function<std::shared_ptr<ByteSource>(QString lastMember)>;

/// What unpacks there: GNU tar, which takes all that an image has; or BusyBox's, which gets plainTar()'s form.
enum class Unpacker { Gnu, BusyBox };

/// A tar into a folder of the server, which is there. Exit 0 of tar alone proves nothing: it is content with a stream that was cut between two
/// members, so the last member has to have arrived. Errors: the source's, those of Remote::send, ServerDiskFull, ServerCommandFailed,
/// ServerStreamIncomplete (subject: the folder).
QCoro::Task<Result<>> unpackThere(RemotePtr remote, Unpacker unpacker, MakeTar make, QString folder, ReportProgress report, Stop stop);

} // namespace bramble

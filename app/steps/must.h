// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remote.h"

namespace bramble {

/// Runs a command that has to succeed: an exit code other than 0 becomes an error that says why, as far as the command's own words tell.
/// Errors: those of Remote::run, ServerDiskFull, ServerCommandFailed (subject: the program, detail: its last lines).
QCoro::Task<Result<QByteArray>> must(RemotePtr remote, Command command, RunOptions options, Stop stop);

/// The same, where nothing but success matters.
QCoro::Task<Result<>> done(RemotePtr remote, Command command, RunOptions options, Stop stop);

/// Options for a command that may take its time, and for one that may not.
RunOptions patiently(std::chrono::milliseconds deadline, QByteArray input = {});
RunOptions shortly(QByteArray input = {});
constexpr std::chrono::minutes copyPatience{30}; ///< for whole trees on a slow disk

/// A constant script for the server's POSIX shell with its positional parameters; nothing is ever pasted into the script itself.
Command script(QStringView text, QStringList parameters);

/// What a failed command means.
Error errorOf(const Command &command, const Output &output);

} // namespace bramble

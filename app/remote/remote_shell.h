// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"

#include <QByteArray>

namespace bramble {

/// What the server's shell is told for a Command. The scripts around it are here and nowhere else; all are POSIX sh and
/// are started by "exec sh -c", because the login shell may be anything.

/// For a command whose whole input, of inputSize bytes, is known. Closing the channel does not end a remote command, so
/// the script reads on after that input: when its standard input ends while the command still runs (we closed the
/// channel, or the connection died), it sends TERM to the command and what that started, and KILL 2 s later. So the
/// caller keeps the channel's input open until it has the exit status. A command that dies by a signal takes the shell
/// along with the same one.
QByteArray watchedScript(const Command &command, qint64 inputSize);

/// For a command that reads a stream to its end. Here the end of input means the end of the data and nothing else.
QByteArray streamScript(const Command &command);

/// The script as the login user.
QByteArray plainText(const QByteArray &script);

/// The script as root through sudo; SudoHandshake, made with the same nonce, understands what comes back.
QByteArray sudoText(const QByteArray &script, const QByteArray &nonce);

} // namespace bramble

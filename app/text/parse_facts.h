// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"
#include "model/findings.h"
#include "model/result.h"

namespace bramble {

/// One read-only look at a server: the command that looks, and its answer as values.

/// What is to be looked at.
struct LookAt
{
    QString folder; ///< served, or to be served; need not exist yet
    QStringList files; ///< whose content is wanted, absolute
    QStringList packages;
    QStringList units;
    QString interface; ///< whose network is listened to; empty: as facing() would choose
    int listenSeconds = 0; ///< 0: the network is not asked
    QString sshConnection; ///< $SSH_CONNECTION of the login, which sudo takes away; empty: not known
};

/// A constant POSIX script, run as root: Debian 12 and later, Ubuntu, Raspberry Pi OS. Changes nothing; a tool that is
/// missing only leaves its answer empty.
Command lookCommand(const LookAt &what);

/// Errors: ServerAnswerUnreadable (subject: the section that is missing or broken).
Result<ServerFacts> parseFacts(QByteArrayView output);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "remote/connect.h"
#include "remote/ssh_handles.h"
#include "remote/ssh_target.h"

namespace bramble {

/// Proves who we are, with what is at hand and the server takes: the chosen key file; the agent; the usual key files;
/// the password, as itself or as the answer to keyboard-interactive. Goes on after a partial success. Blocks, each
/// question to the server for at most the session's timeout. Errors: SshDenied (subject: description, detail: methods
/// the server offers), SshPassphraseNeeded and SshPassphraseWrong (subject: key file), SshKeyUnreadable (subject: key
/// file), SshTimeout, SshDisconnected.
Result<> logIn(ssh_session session, const SshTarget &target, const ConnectOptions &options);

} // namespace bramble

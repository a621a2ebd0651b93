// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "model/secret.h"
#include "remote/ssh_handles.h"

namespace bramble {

/// A private key from its file. libssh would ask for the passphrase of a PEM key on the terminal; here it never does.
/// Errors, with the file as subject: SshKeyUnreadable, SshPassphraseNeeded, SshPassphraseWrong.
Result<SshKey> readPrivateKey(const QString &file, const Secret &passphrase);

} // namespace bramble

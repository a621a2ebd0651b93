// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "remote/ssh_handles.h"
#include "remote/ssh_target.h"

namespace bramble {

/// Whether the server that answered is the one we know; asked between key exchange and login, never skipped.

/// An unknown key with exactly acceptedFingerprint is added to known_hosts. A key that differs from the known one, or
/// is of another type than the known ones, is a hard stop. Errors: SshHostKeyUnknown (subject: fingerprint, detail: key
/// type), SshHostKeyChanged (subject: host, detail: the new fingerprint), SshKnownHostsUnwritable, SshDisconnected.
Result<> checkHostKey(ssh_session session, const SshTarget &target, const QString &acceptedFingerprint);

} // namespace bramble

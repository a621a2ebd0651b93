// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libssh/libssh.h>

#include <QString>

#include <memory>

namespace bramble {

/// libssh's things, freed by themselves. A session is never ssh_disconnect()ed: with a descriptor of ours that leaks
/// the socket, while ssh_free() alone closes it (seen with 0.10.6 and 0.11.5).

struct SshSessionDeleter
{
    void operator()(ssh_session session) const { ssh_free(session); }
};
using SshSession = std::unique_ptr<ssh_session_struct, SshSessionDeleter>;

struct SshKeyDeleter
{
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
using SshKey = std::unique_ptr<ssh_key_struct, SshKeyDeleter>;

/// libssh's last word on a session.
inline QString sshSaid(ssh_session session)
{
    return QString::fromUtf8(ssh_get_error(session)).trimmed();
}

} // namespace bramble

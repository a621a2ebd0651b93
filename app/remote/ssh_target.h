// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connect.h"

namespace bramble {

/// ConnectOptions after the user's ssh_config and the defaults have filled what was left open.
struct SshTarget
{
    QString host; ///< what to resolve, and the name in known_hosts
    quint16 port = 22;
    QString user;
    QString identityFile; ///< chosen by the options or ssh_config; may be empty
    QString knownHostsFile;
    QString globalKnownHostsFile;

    /// user@host:port, for people.
    QString description() const;
};

/// Reads ssh_config with libssh's parser, in a session of its own that is thrown away: only HostName, Port, User, the
/// last IdentityFile and UserKnownHostsFile are taken over. What else a file may hold (ProxyJump, ProxyCommand,
/// ciphers) would reach into the connection behind our back, and before libssh 0.12.2 a parsed file overrides options
/// set by the program. Blocks; Errors: FileUnreadable for a configFile that was asked for.
Result<SshTarget> readTarget(const ConnectOptions &options);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/secret.h"
#include "remote/remote.h"

namespace bramble {

/// Where to, as whom, and with what; secrets live here only, and die with it.
struct ConnectOptions
{
    ConnectOptions() = default;

    QString host; ///< a name, an address, or a Host of the user's ssh_config
    quint16 port = 0; ///< 0: ssh_config's, else 22
    QString user; ///< empty: ssh_config's, else the local one
    QString identityFile; ///< empty: ssh_config's, the agent's keys, ~/.ssh/id_ed25519, id_ecdsa, id_rsa
    QString knownHostsFile; ///< empty: ~/.ssh/known_hosts
    QString configFile; ///< empty: ~/.ssh/config; "none": do not read one
    bool useAgent = true;
    Secret password; ///< for the login (password or keyboard-interactive)
    Secret passphrase; ///< of identityFile
    Secret sudoPassword; ///< empty: password is tried where sudo asks
    QString
        acceptedFingerprint; ///< "SHA256:…": an unknown host key with exactly this fingerprint is added to known_hosts
    std::chrono::milliseconds connectTimeout{10'000}; ///< for the name, for TCP with the key exchange, each
    std::chrono::milliseconds keepAlive{
        15'000}; ///< so long without a byte from the server: ask; four times as long: SshDisconnected
    std::chrono::milliseconds stallTimeout{60'000}; ///< Remote::send: so long without a byte moving is SshStalled
};

/// Opens a session: own TCP connect, key exchange, host key, login. Errors: SshResolve, SshConnect, SshTimeout,
/// SshHostKeyUnknown (subject: fingerprint "SHA256:…", detail: key type), SshHostKeyChanged (subject: host, detail: the
/// new fingerprint; no way round it), SshDenied (detail: methods the server offers), SshPassphraseNeeded,
/// SshPassphraseWrong, SshKeyUnreadable (subject of these three: the key file), SshKnownHostsUnwritable,
/// SshDisconnected, FileUnreadable (configFile), Stopped. Nothing is sent to authenticate before the host key is known
/// to be right.
QCoro::Task<Result<RemotePtr>> connectTo(ConnectOptions options, Stop stop);

} // namespace bramble

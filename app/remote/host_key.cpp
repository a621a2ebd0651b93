// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/host_key.h"

namespace bramble {

namespace {

/// "SHA256:…" as ssh-keygen -l prints it.
QString fingerprintOf(ssh_key key)
{
    unsigned char *hash = nullptr;
    size_t size = 0;
    if (ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &size) != 0)
        return {};
    char *text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size);
    const QString fingerprint = QString::fromLatin1(text);
    ssh_string_free_char(text);
    ssh_clean_pubkey_hash(&hash);
    return fingerprint;
}

} // namespace

Result<> checkHostKey(ssh_session session, const SshTarget &target, const QString &acceptedFingerprint)
{
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(session, &raw) != SSH_OK)
        return fail(ErrorKind::SshDisconnected, target.host, sshSaid(session));
    const SshKey key(raw);
    const QString fingerprint = fingerprintOf(key.get());
    if (fingerprint.isEmpty())
        return fail(ErrorKind::SshDisconnected, target.host, sshSaid(session));

    switch (ssh_session_is_known_server(session)) {
    case SSH_KNOWN_HOSTS_OK: return {};
    case SSH_KNOWN_HOSTS_CHANGED:
    case SSH_KNOWN_HOSTS_OTHER: return fail(ErrorKind::SshHostKeyChanged, target.host, fingerprint);
    case SSH_KNOWN_HOSTS_UNKNOWN:
    case SSH_KNOWN_HOSTS_NOT_FOUND: break;
    case SSH_KNOWN_HOSTS_ERROR: return fail(ErrorKind::SshDisconnected, target.host, sshSaid(session));
    }
    if (fingerprint != acceptedFingerprint)
        return fail(ErrorKind::SshHostKeyUnknown, fingerprint,
                    QString::fromLatin1(ssh_key_type_to_char(ssh_key_type(key.get()))));
    if (ssh_session_update_known_hosts(session) != SSH_OK)
        return fail(ErrorKind::SshKnownHostsUnwritable, target.knownHostsFile, sshSaid(session));
    return {};
}

} // namespace bramble

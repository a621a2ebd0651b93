// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/open_session.h"

#include "remote/host_key.h"
#include "remote/login.h"
#include "remote/tcp_connect.h"

#include <QFile>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A login may wait for PAM, a directory service or a slow key; without any timeout libssh waits for ever.
constexpr auto loginTimeout = 30s;

/// Whether AES is cheap here: x86 calls the flag "aes" and so does ARMv8. Where nobody tells (no such file), the
/// machine is a desktop of the last ten years, which has it.
bool hasFastAes()
{
    QFile file(u"/proc/cpuinfo"_s);
    if (!file.open(QFile::ReadOnly))
        return true;
    return file.readAll().replace('\n', ' ').contains(" aes ");
}

/// AES-GCM costs half of chacha20 where the CPU helps. libssh before 0.11.5 (and 0.12.0) delivers a flipped bit of an
/// AES-GCM stream as good data, so there it is not offered at all.
QByteArray ciphers()
{
    const QByteArray others = "chacha20-poly1305@openssh.com,aes256-ctr,aes192-ctr,aes128-ctr"_ba;
    const QByteArray gcm = "aes128-gcm@openssh.com,aes256-gcm@openssh.com"_ba;
    const bool sound = ssh_version(SSH_VERSION_INT(0, 12, 1))
        || (ssh_version(SSH_VERSION_INT(0, 11, 5)) && !ssh_version(SSH_VERSION_INT(0, 12, 0)));
    if (!sound)
        return others;
    return hasFastAes() ? gcm + ',' + others : others + ',' + gcm;
}

void setTimeout(ssh_session session, std::chrono::milliseconds timeout)
{
    const long seconds = static_cast<long>(timeout / 1s);
    const long rest = static_cast<long>((timeout % 1s) / 1us);
    ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &seconds);
    ssh_options_set(session, SSH_OPTIONS_TIMEOUT_USEC, &rest);
}

void configure(ssh_session session, int descriptor, const SshTarget &target)
{
    const int no = 0;
    const unsigned int port = target.port;
    const QByteArray list = ciphers();
    ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &no);
    ssh_options_set(session, SSH_OPTIONS_HOST, target.host.toUtf8().constData());
    ssh_options_set(session, SSH_OPTIONS_PORT, &port);
    ssh_options_set(session, SSH_OPTIONS_USER, target.user.toUtf8().constData());
    ssh_options_set(session, SSH_OPTIONS_KNOWNHOSTS, QFile::encodeName(target.knownHostsFile).constData());
    ssh_options_set(session, SSH_OPTIONS_GLOBAL_KNOWNHOSTS, QFile::encodeName(target.globalKnownHostsFile).constData());
    ssh_options_set(session, SSH_OPTIONS_CIPHERS_C_S, list.constData());
    ssh_options_set(session, SSH_OPTIONS_CIPHERS_S_C, list.constData());
    ssh_options_set(session, SSH_OPTIONS_COMPRESSION, "no");
    ssh_options_set(session, SSH_OPTIONS_FD, &descriptor);
}

Error connectError(ssh_session session, const SshTarget &target)
{
    const QString said = sshSaid(session);
    const bool late = said.contains("timeout"_L1, Qt::CaseInsensitive);
    return {late ? ErrorKind::SshTimeout : ErrorKind::SshDisconnected, target.host, said};
}

} // namespace

Result<OpenSession> openSession(QList<QHostAddress> addresses, SshTarget target, const ConnectOptions &options,
                                AbortSwitch &abort)
{
    const Result<int> descriptor = tcpConnect(std::move(addresses), target.port, options.connectTimeout, abort);
    if (!descriptor)
        return fail(descriptor.error().kind, target.host, descriptor.error().detail);
    abort.arm(*descriptor);
    OpenSession open{SshSession(ssh_new()), *descriptor};
    configure(open.session.get(), open.descriptor, target);
    setTimeout(open.session.get(), options.connectTimeout);
    // From here on the descriptor is the session's.
    if (ssh_connect(open.session.get()) != SSH_OK)
        return std::unexpected(connectError(open.session.get(), target));
    if (const Result<> right = checkHostKey(open.session.get(), target, options.acceptedFingerprint); !right)
        return std::unexpected(right.error());
    setTimeout(open.session.get(), loginTimeout);
    if (const Result<> in = logIn(open.session.get(), target, options); !in)
        return std::unexpected(in.error());
    return open;
}

} // namespace bramble

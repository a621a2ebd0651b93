// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/login.h"

#include "remote/private_key.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

#include <array>
#include <optional>
#include <utility>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QStringList usualKeyFiles()
{
    QStringList files;
    for (const auto name : {"id_ed25519"_L1, "id_ecdsa"_L1, "id_rsa"_L1}) {
        const QString file = QDir::homePath() % "/.ssh/"_L1 % name;
        if (QFileInfo(file).isReadable())
            files.append(file);
    }
    return files;
}

/// One login: what was tried, and what to say if nothing helps.
class Login
{
public:
    Login(ssh_session session, const SshTarget &target, const ConnectOptions &options)
        : m_session(session), m_target(target), m_options(options)
    { }

    Result<> run();

private:
    bool offers(int method) const { return (ssh_userauth_list(m_session, nullptr) & method) != 0; }
    bool isOver() const { return m_done || !ssh_is_connected(m_session); }
    void took(int answer);
    void tryKeyFile(const QString &file, bool wasChosen);
    void tryKeys();
    void tryAgent();
    void tryPassword();
    void tryQuestions();
    Error failure() const;

    ssh_session m_session;
    const SshTarget &m_target;
    const ConnectOptions &m_options;
    bool m_done = false;
    std::optional<Error> m_keyTrouble; ///< a better answer than "denied", since there is something to do about it
};

void Login::took(int answer)
{
    // In blocking mode SSH_AUTH_AGAIN is a timeout (seen when a server hung up on an agent with many keys).
    m_done = answer == SSH_AUTH_SUCCESS;
}

void Login::tryKeyFile(const QString &file, bool wasChosen)
{
    const Result<SshKey> key = readPrivateKey(file, m_options.passphrase);
    if (key)
        return took(ssh_userauth_publickey(m_session, nullptr, key->get()));
    if (wasChosen || !m_keyTrouble)
        m_keyTrouble = key.error();
}

void Login::tryKeys()
{
    if (!offers(SSH_AUTH_METHOD_PUBLICKEY))
        return;
    if (!m_target.identityFile.isEmpty()) {
        tryKeyFile(m_target.identityFile, true);
        // A key that only lacks its passphrase may well lie open in the agent. Otherwise the chosen key is the only one
        // offered: a server hangs up after some six wrong ones.
        if (m_keyTrouble && m_keyTrouble->kind == ErrorKind::SshPassphraseNeeded)
            tryAgent();
        return;
    }
    tryAgent();
    const QStringList files = usualKeyFiles();
    for (const QString &file : files) {
        if (isOver())
            return;
        tryKeyFile(file, false);
    }
}

void Login::tryAgent()
{
    if (m_options.useAgent && !qEnvironmentVariableIsEmpty("SSH_AUTH_SOCK"))
        took(ssh_userauth_agent(m_session, nullptr));
}

void Login::tryPassword()
{
    if (offers(SSH_AUTH_METHOD_PASSWORD))
        took(ssh_userauth_password(m_session, nullptr, m_options.password.reveal().constData()));
    else if (offers(SSH_AUTH_METHOD_INTERACTIVE))
        tryQuestions();
}

void Login::tryQuestions()
{
    int answer = ssh_userauth_kbdint(m_session, nullptr, nullptr);
    bool given = false;
    for (int round = 0; answer == SSH_AUTH_INFO && round < 8; ++round) {
        const int prompts = ssh_userauth_kbdint_getnprompts(m_session);
        if (prompts > 1 || (prompts == 1 && std::exchange(given, true)))
            return; // a second factor: we have nothing to answer with
        if (prompts == 1)
            ssh_userauth_kbdint_setanswer(m_session, 0, m_options.password.reveal().constData());
        answer = ssh_userauth_kbdint(m_session, nullptr, nullptr);
    }
    took(answer);
}

Error Login::failure() const
{
    const QString said = sshSaid(m_session);
    // Most servers hang up after so many wrong keys; that is a refusal, with the server's own words.
    const bool tooMany = said.contains("Too many authentication failures"_L1);
    if (m_keyTrouble)
        return *m_keyTrouble;
    if (!ssh_is_connected(m_session) && !tooMany)
        return {ErrorKind::SshDisconnected, m_target.host, said};
    QStringList methods;
    constexpr std::array known{std::pair{SSH_AUTH_METHOD_PUBLICKEY, "publickey"_L1},
                               std::pair{SSH_AUTH_METHOD_PASSWORD, "password"_L1},
                               std::pair{SSH_AUTH_METHOD_INTERACTIVE, "keyboard-interactive"_L1},
                               std::pair{SSH_AUTH_METHOD_GSSAPI_MIC, "gssapi-with-mic"_L1},
                               std::pair{SSH_AUTH_METHOD_HOSTBASED, "hostbased"_L1}};
    for (const auto &[method, name] : known) {
        if (offers(static_cast<int>(method)))
            methods.append(name);
    }
    return {ErrorKind::SshDenied, m_target.description(), methods.join(u", "_s)};
}

Result<> Login::run()
{
    took(ssh_userauth_none(m_session, nullptr));
    if (!isOver())
        tryKeys();
    if (!isOver() && !m_options.password.isEmpty())
        tryPassword();
    if (!m_done)
        return std::unexpected(failure());
    return {};
}

} // namespace

Result<> logIn(ssh_session session, const SshTarget &target, const ConnectOptions &options)
{
    return Login(session, target, options).run();
}

} // namespace bramble

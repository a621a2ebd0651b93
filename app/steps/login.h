// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connect.h"

namespace bramble {

/// How to log in to a machine: what a person answered for it. Nothing of it is kept on disk.
struct Login
{
    QString identityFile; ///< empty: ssh_config, agent, the usual files
    Secret password;
    Secret passphrase;
    Secret sudoPassword; ///< empty: password
    QString acceptedFingerprint;
};

/// options, with what was answered in their place.
inline ConnectOptions withAnswers(ConnectOptions options, const Login &login)
{
    if (!login.identityFile.isEmpty())
        options.identityFile = login.identityFile;
    options.password = login.password;
    options.passphrase = login.passphrase;
    options.sudoPassword = login.sudoPassword;
    options.acceptedFingerprint = login.acceptedFingerprint;
    return options;
}

} // namespace bramble

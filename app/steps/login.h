// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/secret.h"

#include <QString>

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

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/secret.h"
#include "remote/remote.h"

namespace bramble {

/// This computer as a server: the same scripts as over SSH, run by a shell of its own, and root through sudo in the same way.

struct LocalOptions
{
    LocalOptions() = default;

    Secret sudoPassword; ///< empty: sudo has to ask for none
    QStringList startedBy; ///< program and arguments in front of the shell; empty: nothing
    std::chrono::milliseconds stallTimeout{60'000}; ///< Remote::send: so long without a byte moving is SshStalled
};

/// Errors: ServerUnsupported where this program cannot do that (it needs Linux).
Result<RemotePtr> remoteHere(LocalOptions options);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/local_remote.h"
#include "remote/test_server.h"

namespace remote_test {

/// The account of the options on a test server: over SSH; or with BRAMBLE_HERE as this computer, in the server's room, with no SSH.
inline bramble::Result<bramble::RemotePtr> reach([[maybe_unused]] const TestServer &server, const bramble::ConnectOptions &options)
{
#ifdef BRAMBLE_HERE
    bramble::LocalOptions local;
    local.sudoPassword = options.sudoPassword;
    local.startedBy = QStringList{QStringLiteral("nsenter"), QStringLiteral("--target=%1").arg(server.pid()), QStringLiteral("--mount"), QStringLiteral("--root"),
                                  QStringLiteral("--wd=/"), QStringLiteral("setpriv"), QStringLiteral("--reuid=") + options.user, QStringLiteral("--regid=") + options.user,
                                  QStringLiteral("--clear-groups")};
    return bramble::remoteHere(local);
#else
    return QCoro::waitFor(bramble::connectTo(options, {}));
#endif
}

} // namespace remote_test

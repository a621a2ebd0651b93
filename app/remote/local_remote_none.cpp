// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/local_remote.h"

#include <QSysInfo>

namespace bramble {

Result<RemotePtr> remoteHere(LocalOptions)
{
    return fail(ErrorKind::ServerUnsupported, QSysInfo::prettyProductName());
}

} // namespace bramble

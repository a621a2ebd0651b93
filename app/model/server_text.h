// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"

namespace bramble {

/// One text for three wishes, as people type it for both faces: user@host:port, an IPv6 address with a port in brackets. What follows the last @
/// is the host. Errors: InvalidAddress (subject: the text).
Result<ServerChoice> parseServerText(const QString &text);
QString serverText(const ServerChoice &server);

} // namespace bramble

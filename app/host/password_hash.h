// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "model/secret.h"

namespace bramble {

/// A password as /etc/shadow holds it: yescrypt with a salt from the operating system (crypt(5)), by libxcrypt. Slow on
/// purpose: some hundredths of a second. Errors: NodePasswordUnfit (empty, too long, more than one line, or no such
/// library on this system: then detail is "yescrypt").
Result<QByteArray> hashPassword(const Secret &password);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A boot partition as a folder of this computer.

#include "model/byte_source.h"
#include "model/result.h"

namespace bramble {

/// A pass's bootTar without a lastMember, file by file, into a folder of this computer. Errors: FileUnwritable, and the
/// tar's.
Result<> writeBootFolder(ByteSource &bootTar, const QString &folder);

} // namespace bramble

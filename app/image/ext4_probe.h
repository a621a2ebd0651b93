// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Looks at a root partition before libext2fs does: which file system it is, and whether we can read it.

#include "image/block_store.h"
#include "model/image_facts.h"

namespace bramble {

/// Errors: ImageFilesystemUnsupported (detail: its name), ImageNeedsRecovery, ImageBrokenFilesystem, and those of
/// BlockStore::read.
Result<> probeExt4(const BlockStore &store, const ImagePartition &partition, const Stop &stop);

} // namespace bramble

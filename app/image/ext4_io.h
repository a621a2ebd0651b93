// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// libext2fs reads through this, from a partition of an image that may still be decoding: no file name, no mount.

#include "image/block_store.h"
#include "model/image_facts.h"

#include <ext2fs/ext2fs.h>
#include <optional>

namespace bramble {

/// What one open file system reads from, and what went wrong below it. Lives as long as its ext2_filsys.
struct Ext4Input
{
    std::shared_ptr<const BlockStore> store;
    ImagePartition partition;
    Stop stop;
    std::optional<Error> error; ///< why a read failed: libext2fs only knows that it did
};

/// Opens the file system read only. Errors: ImageBrokenFilesystem, ImageFilesystemUnsupported, and those of
/// BlockStore::read.
Result<ext2_filsys> openExt4(Ext4Input &input);

/// The reason behind a code of libext2fs.
Error ext4Error(const Ext4Input &input, errcode_t code);

} // namespace bramble

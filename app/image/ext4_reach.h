// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How far an image has to be decoded before the blocks of an inode can be read. A guess that is only ever too small
/// for a broken tree: reading waits by itself, and what is read is checked where it is read.

#include "image/ext4_volume.h"

namespace bramble {

/// level: so many levels of index blocks are decoded. Errors: those of BlockStore::read.
Result<Ext4Reach> ext4Reach(ext2_filsys fs, const Ext4Input &input, const Ext4Node &node, int level);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The tree of an ext4 file system as members of a tar, in the order in which an image that is being decoded gives them
/// away: each as soon as its folder, its inode, its attributes and the places of its data are known and its data is
/// coming.

#include "image/ext4_volume.h"
#include "image/tree_notes.h"

namespace bramble {

/// Folders before what is in them, the first name of a hard link before the others. Sockets are left out, as no tar can
/// hold them. mostBytes: of data, a partition's size, as no block belongs to two files. releases: null, or where blocks
/// are let go that nobody reads any more. notes: null, or told of each member.
std::unique_ptr<Members> makeExt4Members(std::unique_ptr<Ext4Volume> volume, qint64 mostBytes,
                                         std::shared_ptr<BlockStore> releases, std::shared_ptr<TreeNotes> notes);

} // namespace bramble

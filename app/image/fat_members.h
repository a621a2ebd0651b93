// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The files of a boot partition as members of a tar, in the order in which they are decoded.

#include "image/fat_volume.h"
#include "image/tree_notes.h"

namespace bramble {

/// Folders 0755, files 0644, root's, times of the FAT; folders before what is in them. releases: null where others
/// still want to read what is not a file's. notes: null, or told of each file.
std::unique_ptr<Members> makeFatMembers(std::shared_ptr<const FatVolume> volume, std::shared_ptr<BlockStore> releases,
                                        std::shared_ptr<TreeNotes> notes, Stop stop);

} // namespace bramble

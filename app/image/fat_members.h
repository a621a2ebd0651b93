// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The files of a boot partition as members of a tar.

#include "image/fat_volume.h"

namespace bramble {

/// Folders 0755, files 0644, root's, times of the FAT.
std::unique_ptr<Members> makeFatMembers(std::shared_ptr<const FatVolume> volume, std::vector<FatFile> files, Stop stop);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Reads out of both file systems what ImageFacts says.

#include "image/ext4_volume.h"
#include "image/fat_volume.h"

namespace bramble {

/// Fills everything but file, format, sha256 and imageSize. Errors: of Ext4Volume and FatVolume.
Result<> gatherFacts(ImageFacts &facts, const FatVolume &boot, const std::vector<FatFile> &bootFiles, Ext4Volume &root,
                     const Stop &stop);

/// A file of the boot partition by its path, case aside as FAT has it. Errors: FileUnreadable (no such file),
/// ImageTooMuchMemory (above limit bytes), those of FatVolume.
Result<QByteArray> readFatFile(const FatVolume &boot, const std::vector<FatFile> &files, const QString &path,
                               qint64 limit, const Stop &stop);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The decoders: compressed bytes in, the raw image out. Each reads to the very end and insists on the end mark of its
/// format.

#include "image/block_store.h"
#include "image/packed_input.h"
#include "image/zip_member.h"

namespace bramble {

// Errors of all: ImageTruncated, ImageCorrupt (detail: what the library said), ImageTooMuchMemory, ImageNoDiskSpace,
// Stopped.

/// .xz, several streams after each other as well, on several threads where the file was written in blocks.
Result<> decodeXz(PackedInput &input, BlockStore &output);

/// .zst, several frames after each other as well, windows up to 2 GiB.
Result<> decodeZstd(PackedInput &input, BlockStore &output);

/// .gz, several members after each other as well (RFC 1952).
Result<> decodeGzip(PackedInput &input, BlockStore &output);

/// .bz2, several streams after each other as well.
Result<> decodeBzip2(PackedInput &input, BlockStore &output);

/// One member of a .zip, stored or deflated, its CRC-32 and sizes compared (APPNOTE 4.4).
Result<> decodeZipMember(PackedInput &input, const ZipMember &member, BlockStore &output);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Files that we make ourselves, as a tar.

#include "model/byte_source.h"
#include "model/tree_file.h"

#include <memory>
#include <vector>

namespace bramble {

/// The files as a pax tar with lastMember as its end mark, in order. Folders that are not listed are left to the
/// receiving tar, which makes missing ones (0755, root, under the usual umask) and leaves the owner and mode of those
/// that are there alone.
std::unique_ptr<ByteSource> tarOf(std::vector<TreeFile> files, QString lastMember);

} // namespace bramble

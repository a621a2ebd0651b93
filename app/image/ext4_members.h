// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The tree of an ext4 file system as members of a tar: parents first, a folder's files before its folders.

#include "image/ext4_volume.h"

namespace bramble {

/// Sockets are left out, as no tar can hold them.
std::unique_ptr<Members> makeExt4Members(std::unique_ptr<Ext4Volume> volume, qint64 mostBytes);

} // namespace bramble

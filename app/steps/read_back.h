// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tree_file.h"

namespace bramble {

/// What scripts::readBack says of a file that lies on the server as it should: "file 640 0 42 SHA256", "folder 755 0 0", "link TARGET".
QByteArray asLaid(const TreeFile &file);

/// Lower-case hex.
QByteArray sha256Of(const QByteArray &content);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/memory.h"

#include <malloc.h>

namespace bramble {

void giveLargeBlocksBack()
{
    // Set by hand, the threshold no longer follows the largest block that was ever freed (mallopt(3)).
    constexpr int threshold = 4 * 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, threshold);
}

} // namespace bramble

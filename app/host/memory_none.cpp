// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/memory.h"

namespace bramble {

void giveLargeBlocksBack() { } // other C libraries do so by themselves

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bramble {

/// Large blocks that are freed go back to the system at once, where its C library would keep them for later: a decoder's
/// buffers of tens of MiB, held twice, were a quarter of our peak. To be called before anything large is asked for.
void giveLargeBlocksBack();

} // namespace bramble

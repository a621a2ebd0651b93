// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace bramble {

/// config.txt for a Pi without a card: as the image has it, plus dtparam=sd_poll_once, or the kernel asks the empty
/// slot for ever (netboot 4.4). The same bytes where it says so already for every board.
QByteArray netbootConfig(QByteArrayView imageConfig);

} // namespace bramble

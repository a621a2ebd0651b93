// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace bramble {

/// What a board reads last for a key, conditions aside but for [tryboot], which no normal start takes. Empty: not there.
QByteArray configValue(QByteArrayView config, QByteArrayView key);

/// The file of the last `initramfs FILE [followkernel]` line; that key alone has a blank instead of '='.
QByteArray configInitramfs(QByteArrayView config);

/// config.txt for a Pi without a card: as the image has it, plus dtparam=sd_poll_once, or the kernel asks the empty
/// slot for ever (netboot 4.4). The same bytes where it says so already for every board.
QByteArray netbootConfig(QByteArrayView imageConfig);

} // namespace bramble

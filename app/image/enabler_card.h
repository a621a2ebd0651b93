// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What is on a card that makes a Pi start from the network (reference: netboot 1.2, 3.4).

#include "image/fat_card.h"
#include "model/eeprom_config.h"

namespace bramble {

/// The files of the makers that it takes; none of them comes with this program.
struct Firmware
{
    QByteArray recovery{}; ///< recovery.bin, of the same family as the image
    QByteArray eeprom{}; ///< pieeprom-DATE.bin
    QByteArray vl805{}; ///< vl805-VERSION.bin: the USB chip of a Pi 4 up to 1.3; may be empty
    QByteArray bootcode{}; ///< bootcode.bin, for boards without an EEPROM
};

enum class CardUse {
    Again, ///< sets every Pi it is put into; the green light blinks fast, and it is taken out
    Once, ///< sets one Pi, which then goes on to start
};

/// The card for a board with an EEPROM: its own settings of the image with ours put into them, and the digests.
/// Errors: FirmwareMissing, FirmwareUnfit, and those of EepromImage.
Result<std::vector<CardFile>> eepromCard(const Firmware &firmware, BootRom rom, const EepromConfig &config, CardUse use, qint64 when);

/// The card for a 2B 1.2 and 3B, which stays in. longUsbWait: for disks that wake up slowly. Errors: FirmwareMissing.
Result<std::vector<CardFile>> bootcodeCard(const Firmware &firmware, bool longUsbWait);

} // namespace bramble

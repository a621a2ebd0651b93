// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/eeprom_config.h"
#include "model/serial.h"

#include <QByteArray>

namespace bramble {

/// bootconf.txt, the settings in a boot EEPROM: read as the boot loader reads it, and changed in as few lines as will do.

/// Which board reads it: its conditions ([pi4], [0x12345678]) are meant for some boards only.
struct BootConfReader
{
    PiModel model = PiModel::Unknown; ///< Unknown: conditions on the model do not hold
    std::optional<Serial> serial; ///< nothing: conditions on the serial do not hold

    bool operator==(const BootConfReader &) const = default;
};

/// A line that says something of a key of ours, but nothing the boot loader could take.
struct BootConfProblem
{
    int line = 0; ///< from 1
    Error error; ///< InvalidEepromValue

    bool operator==(const BootConfProblem &) const = default;
};

struct BootConf
{
    EepromConfig config; ///< what holds for that board
    std::vector<BootConfProblem> problems;
    bool isSigned = false; ///< SIGNED_BOOT with its bit 0 set: a changed file would have to be signed, too

    bool operator==(const BootConf &) const = default;
};

/// The largest content of bootconf.txt: its sector is 4 KiB, its header 24 bytes.
inline constexpr qsizetype bootConfLimit = 4072;

/// Never fails: what is not understood says nothing. Looks at the first 64 KiB only.
BootConf readBootConf(QByteArrayView text, const BootConfReader &reader = {});

/// The same file with these keys as they are in `wanted`, and without those in `removed`. Comments, unknown keys, other
/// sections, the order and the ends of lines stay. A key of which several lines hold is changed in the last one; a new
/// one comes at the end of the last section that holds for every board. The same bytes where all of it is so already.
QByteArray changeBootConf(QByteArrayView text, const EepromConfig &wanted, const std::vector<EepromKey> &removed = {},
                          const BootConfReader &reader = {});

} // namespace bramble

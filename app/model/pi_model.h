// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace bramble {

/// The boards that matter to network boot; the rest cannot do it (reference: raspberrypi/documentation, revision-codes.adoc).
enum class PiModel { Unknown, Pi2B, Pi3B, Pi3BPlus, Cm3, Cm3Plus, Pi4B, Pi400, Cm4, Cm4S, Pi5, Cm5, Pi500, ZeroOrOld };

/// What talks to the network before Linux does: its requests, options and order of files differ.
enum class BootRom {
    None,  ///< no network boot
    Bcm2837, ///< boot ROM of the Pi 3 family
    Bcm2711, ///< EEPROM of the Pi 4 family
    Bcm2712, ///< EEPROM of the Pi 5 family
};

/// "3B+", "Pi 4 Model B", "Raspberry Pi 5", "pi4", "cm4": the usual ways to write one. Nothing for what is no Pi.
std::optional<PiModel> parsePiModel(QStringView text);
/// "3B+": the short name, the one of the cluster file. "unknown" for PiModel::Unknown.
QString shortName(PiModel model);
BootRom bootRom(PiModel model);
/// Whether the board can boot from the network at all, perhaps after preparation. Unknown counts as yes.
bool canNetboot(PiModel model);
/// The device tree its firmware wants to find in the boot folder; empty for PiModel::Unknown and boards that cannot netboot.
QString deviceTree(PiModel model);

} // namespace bramble

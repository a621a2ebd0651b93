// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pi_model.h"

#include <QStringList>
#include <QUrl>

#include <variant>
#include <vector>

namespace bramble {

/// Where the makers' firmware for a card comes from. This program brings none along.

/// An unpacked package (rpi-eeprom-images, raspi-firmware), /usr/lib/firmware/raspberrypi of a Pi, or just the files.
struct FirmwareFolder { QString path; bool operator==(const FirmwareFolder &) const = default; };
/// A system's image, in whose boot partition bootcode.bin lies, and in the root of Raspberry Pi OS the EEPROM's files; or a Debian package.
struct FirmwareImage { QString file; bool operator==(const FirmwareImage &) const = default; };
/// Single files, or a Debian package, by their addresses, each with its checksum.
struct FirmwareDownload { QString name; QUrl url; QString sha256; bool operator==(const FirmwareDownload &) const = default; };

using FirmwareSource = std::variant<FirmwareFolder, FirmwareImage, std::vector<FirmwareDownload>>;

/// Which files of a folder are meant for a family of boards; empty: there is none.
struct FirmwareFiles
{
    QString recovery;
    QString eeprom; ///< the newest, of the folder default/ where there is one
    QString vl805;
    QString bootcode;

    bool operator==(const FirmwareFiles &) const = default;
};

/// paths: everything below the folder, with '/'. What lies below a folder of the other family is left alone.
FirmwareFiles chooseFirmware(const QStringList &paths, BootRom rom);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// pieeprom.sig and its kin: what tells the boot loader that a file came over whole, and whether it is newer
/// (rpi-eeprom-digest; reference: netboot 3.3).

#include "model/pi_model.h"

#include <QByteArray>

#include <optional>

namespace bramble {

struct EepromDigest
{
    QByteArray sha256; ///< 64 digits
    std::optional<qint64> writtenAt; ///< Unix seconds; the boot loader takes only a newer one than its own
    BootRom target = BootRom::None; ///< None: not said

    bool operator==(const EepromDigest &) const = default;
};

EepromDigest digestOf(QByteArrayView file, qint64 writtenAt, BootRom target = BootRom::None);
QByteArray toText(const EepromDigest &digest);
/// Nothing for what has no SHA-256 in its first line. Keys that are not known are passed over, a signature too.
std::optional<EepromDigest> parseEepromDigest(QByteArrayView text);
bool fits(const EepromDigest &digest, QByteArrayView file);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace bramble {

/// Option 43 as PXE means it (PXE 2.1, 2.2): what makes a Pi believe that an answer is for it.
struct PxeMenuEntry
{
    quint16 type = 0;
    QByteArray text; ///< as sent, blanks included

    bool operator==(const PxeMenuEntry &) const = default;
};

struct PxeOptions
{
    std::optional<quint8> discoveryControl; ///< tag 6
    std::vector<PxeMenuEntry> menu; ///< tag 9
    std::optional<quint8> promptTimeout; ///< tag 10, seconds
    QByteArray promptText;

    bool operator==(const PxeOptions &) const = default;
};

/// Nothing where the bytes are not tags and lengths, as with plain text.
std::optional<PxeOptions> parsePxe(QByteArrayView option43);
/// The bytes of dnsmasq 2.90 for `pxe-service=0,"TEXT"`. The text holds at most 200 bytes; more is cut.
QByteArray pxeService(QByteArrayView text);

/// How strictly a boot loader reads the words "Raspberry Pi Boot" (reference: netboot 2.2).
enum class BootTextRule {
    ThreeBlanks, ///< Pi 3B boot ROM: a PXE menu entry with three blanks behind
    Menu, ///< Pi 3B+: a PXE menu entry, blanks behind do not matter
    MenuOrPlain, ///< EEPROM of Pi 4 and 5: also the bare text
};
bool offersPiBoot(QByteArrayView option43, BootTextRule rule);

} // namespace bramble

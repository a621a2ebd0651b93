// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>
#include <vector>

namespace bramble {

/// One way to start, by its digit in BOOT_ORDER (reference: netboot 3.1).
enum class BootStep : quint8 {
    CardDetect = 0x0,
    Card = 0x1,
    Network = 0x2,
    Rpiboot = 0x3,
    Usb = 0x4,
    ModuleUsb = 0x5, ///< the USB port of a Compute Module's own chip
    Nvme = 0x6,
    Http = 0x7,
    Halt = 0xe,
    Restart = 0xf,
};

/// BOOT_ORDER of the EEPROM. Its digits are read from the right: 0xf21 tries the card, then the network, then starts over.
class BootOrder
{
public:
    /// 0xf21 or 0XF21, as the boot loader reads it; eight digits at most.
    static std::optional<BootOrder> parse(QStringView text);
    static constexpr BootOrder fromValue(quint32 value) { return BootOrder(value); }
    /// In the order in which they are tried; nothing for none or more than eight.
    static std::optional<BootOrder> fromSteps(const std::vector<BootStep> &steps);

    /// In the order in which they are tried. A digit without a meaning is the card, as the boot loader takes it.
    std::vector<BootStep> steps() const;
    /// Whether the network has its turn at all: before a stop, and before everything starts over.
    bool reachesNetwork() const;
    /// The same order with the network in it: right behind the card, or first where there is no card in it.
    BootOrder withNetwork() const;
    QString toString() const; ///< 0xf21
    constexpr quint32 value() const { return m_value; }

    auto operator<=>(const BootOrder &) const = default;

private:
    constexpr explicit BootOrder(quint32 value) : m_value(value) { }

    quint32 m_value;
};

} // namespace bramble

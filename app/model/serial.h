// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace bramble {

/// The part of a Pi's serial number that the bootloader asks for: the low 32 bits (`%08x/`, EEPROM 2026-05).
class Serial
{
public:
    /// 8 digits, or the 16 of /proc/cpuinfo, of which the last 8 count; "0x" in front is allowed.
    static std::optional<Serial> parse(QStringView text);
    static std::optional<Serial> fromValue(quint32 value);

    /// 38c128c0: eight lower-case digits, the name of the TFTP folder.
    QString toString() const;
    quint32 value() const { return m_value; }

    auto operator<=>(const Serial &) const = default;

private:
    explicit Serial(quint32 value) : m_value(value) { }

    quint32 m_value;
};

inline size_t qHash(const Serial &serial, size_t seed = 0)
{
    return ::qHash(serial.value(), seed);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace bramble {

/// An Ethernet address of six octets; unicast and not all zero, as a network card has one.
class MacAddress
{
public:
    /// Colons, dashes, dots (Cisco) or nothing between the digits, in either case.
    static std::optional<MacAddress> parse(QStringView text);
    static std::optional<MacAddress> fromBytes(std::array<quint8, 6> bytes);

    /// dc:a6:32:01:02:03
    QString toString() const { return joined(u':'); }
    /// dc-a6-32-01-02-03: a folder under tftp-unique-root=mac (dnsmasq) and TFTP_PREFIX=2 (EEPROM).
    QString toFolder() const { return joined(u'-'); }
    const std::array<quint8, 6> &bytes() const { return m_bytes; }
    /// A prefix registered to Raspberry Pi (reference: IEEE registry; says nothing about the model).
    bool isRaspberryPi() const;
    /// Of the self-test: 02:62:62, which nobody was assigned, and three bytes of the caller's.
    static MacAddress forTest(quint32 low24);
    bool isForTest() const;

    auto operator<=>(const MacAddress &) const = default;

private:
    explicit MacAddress(std::array<quint8, 6> bytes) : m_bytes(bytes) { }
    QString joined(QChar separator) const;

    std::array<quint8, 6> m_bytes;
};

inline size_t qHash(const MacAddress &mac, size_t seed = 0)
{
    return qHashBits(mac.bytes().data(), mac.bytes().size(), seed);
}

} // namespace bramble

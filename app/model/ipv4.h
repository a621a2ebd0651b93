// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace bramble {

/// An IPv4 address: what Pis, DHCP and exports speak here.
class Ipv4
{
public:
    static std::optional<Ipv4> parse(QStringView text);
    static constexpr Ipv4 fromValue(quint32 value) { return Ipv4(value); }

    QString toString() const;
    constexpr quint32 value() const { return m_value; } ///< host byte order

    auto operator<=>(const Ipv4 &) const = default;

private:
    constexpr explicit Ipv4(quint32 value) : m_value(value) { }

    quint32 m_value;
};

inline size_t qHash(Ipv4 address, size_t seed = 0)
{
    return ::qHash(address.value(), seed);
}

/// An address with the length of its network's prefix: 192.168.1.10/24.
class Ipv4Network
{
public:
    static std::optional<Ipv4Network> parse(QStringView text);
    static std::optional<Ipv4Network> from(Ipv4 address, int prefix);

    Ipv4 address() const { return m_address; }
    int prefix() const { return m_prefix; }
    Ipv4 network() const { return Ipv4::fromValue(m_address.value() & mask()); }
    Ipv4 broadcast() const { return Ipv4::fromValue(m_address.value() | ~mask()); }
    bool contains(Ipv4 other) const { return (other.value() & mask()) == network().value(); }
    quint32 mask() const { return m_prefix == 0 ? 0 : ~quint32(0) << (32 - m_prefix); }
    QString toString() const;

    auto operator<=>(const Ipv4Network &) const = default;

private:
    Ipv4Network(Ipv4 address, int prefix) : m_address(address), m_prefix(prefix) { }

    Ipv4 m_address;
    int m_prefix;
};

} // namespace bramble

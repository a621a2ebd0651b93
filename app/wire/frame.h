// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace bramble {

using EthernetAddress = std::array<quint8, 6>; ///< may be a group address, which MacAddress is not
inline constexpr EthernetAddress ethernetBroadcast{0xff, 0xff, 0xff, 0xff, 0xff, 0xff};

/// One UDP datagram in one IPv4 packet in one Ethernet frame: the way to speak without having an address.
struct UdpFrame
{
    EthernetAddress from{};
    EthernetAddress to{};
    Ipv4 source = Ipv4::fromValue(0);
    Ipv4 destination = Ipv4::fromValue(0);
    quint16 sourcePort = 0;
    quint16 destinationPort = 0;
    QByteArray payload;

    bool operator==(const UdpFrame &) const = default;
};

/// Trust: virtual interfaces of one machine hand frames over before the kernel has filled in the UDP checksum.
enum class UdpChecksum { Check, Trust };

/// Nothing for anything but an unfragmented, unbroken UDP datagram.
std::optional<UdpFrame> parseUdpFrame(QByteArrayView frame, UdpChecksum checksum);
/// Payload at most 65507 bytes; the caller keeps to the MTU.
QByteArray toBytes(const UdpFrame &frame, quint16 ipId);

/// The checksum of IP and UDP (RFC 1071) over bytes, going on from an earlier sum.
quint16 internetChecksum(QByteArrayView bytes, quint32 sum = 0);

} // namespace bramble

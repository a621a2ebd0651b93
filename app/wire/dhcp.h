// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/mac_address.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace bramble {

/// Option 53 (RFC 2132, 9.6).
enum class DhcpType : quint8 { Discover = 1, Offer, Request, Decline, Ack, Nak, Release, Inform };

/// The options that matter here, by their numbers (RFC 2132; 93, 94, 97: RFC 4578).
namespace DhcpOption {
inline constexpr quint8 SubnetMask = 1;
inline constexpr quint8 Router = 3;
inline constexpr quint8 HostName = 12;
inline constexpr quint8 RootPath = 17;
inline constexpr quint8 VendorEncapsulated = 43;
inline constexpr quint8 RequestedAddress = 50;
inline constexpr quint8 Overload = 52;
inline constexpr quint8 MessageType = 53;
inline constexpr quint8 ServerId = 54;
inline constexpr quint8 ParameterList = 55;
inline constexpr quint8 VendorClass = 60;
inline constexpr quint8 TftpServer = 66;
inline constexpr quint8 BootFile = 67;
inline constexpr quint8 Architecture = 93;
inline constexpr quint8 Undi = 94;
inline constexpr quint8 MachineId = 97;
} // namespace DhcpOption

/// One DHCP message over Ethernet (RFC 2131): what Pis send, what servers answer.
struct DhcpMessage
{
    bool reply = false;
    quint32 xid = 0;
    quint16 secs = 0; ///< seconds since the client began
    bool broadcast = false;
    Ipv4 ciaddr = Ipv4::fromValue(0);
    Ipv4 yiaddr = Ipv4::fromValue(0); ///< 0.0.0.0 in a proxy's answer
    Ipv4 siaddr = Ipv4::fromValue(0);
    Ipv4 giaddr = Ipv4::fromValue(0);
    MacAddress mac;
    QByteArray serverName; ///< BOOTP field, up to its first NUL
    QByteArray bootFile; ///< BOOTP field, up to its first NUL
    std::vector<std::pair<quint8, QByteArray>>
        options{}; ///< in the order of the wire; pieces of one option joined (RFC 3396)

    /// The bytes of an option, or nothing where it is absent.
    std::optional<QByteArray> option(quint8 code) const;
    std::optional<DhcpType> type() const;
    /// The first address of an option that holds addresses.
    std::optional<Ipv4> address(quint8 code) const;

    bool operator==(const DhcpMessage &) const = default;
};

/// Nothing for what is no DHCP message of an Ethernet client. Options that do not fit end the list: servers pad oddly.
std::optional<DhcpMessage> parseDhcp(QByteArrayView bytes);
/// At least 300 bytes, as BOOTP relays want it (RFC 1542, 2.1). An option of more than 255 bytes is sent in pieces.
QByteArray toBytes(const DhcpMessage &message);

} // namespace bramble

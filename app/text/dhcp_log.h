// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/mac_address.h"
#include "model/serial.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace bramble {

/// What a line of dnsmasq's log, with log-dhcp, adds to what is known of who asks: for finding, not for following a boot.
struct DhcpHeard
{
    MacAddress mac;
    QByteArray vendorClass; ///< option 60
    QByteArray machineId; ///< option 97, of which dnsmasq shows 14 bytes; empty: none
    QByteArray requested; ///< option 55, the numbers in their order
    QString hostName;

    bool operator==(const DhcpHeard &) const = default;
};

/// A boot loader asked TFTP for a folder that looks like a serial: it completes an option 97 that was cut.
struct TftpHeard
{
    Serial serial;
    std::optional<Ipv4> address; ///< dnsmasq before 2.86 does not say

    bool operator==(const TftpHeard &) const = default;
};

/// Fed line by line; an exchange is told when its answer has been sent. Lines over 8 KiB say nothing.
class DhcpLogReader
{
public:
    std::optional<DhcpHeard> readDhcp(QByteArrayView line);
    static std::optional<TftpHeard> readTftp(QByteArrayView line);
    /// An address that was given to somebody.
    static std::optional<std::pair<Ipv4, MacAddress>> readGiven(QByteArrayView line);

private:
    struct Exchange
    {
        std::optional<MacAddress> mac{};
        QByteArray vendorClass{};
        QByteArray requested{};
        QString hostName{};
    };

    QHash<QString, Exchange> m_exchanges; ///< by transaction id
    QStringList m_order; ///< of m_exchanges, oldest first
};

} // namespace bramble

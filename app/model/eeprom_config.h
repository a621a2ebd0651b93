// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/boot_order.h"
#include "model/pi_model.h"
#include "model/result.h"

#include <QMap>

#include <span>
#include <vector>

namespace bramble {

/// The settings of the boot EEPROM (Pi 4 and later) that matter to a start from the network, by their keys in bootconf.txt.
enum class EepromKey {
    BootOrder,
    MaxRestarts,
    NetBootMaxRetries,
    SdBootMaxRetries,
    DhcpTimeout,
    DhcpReqTimeout,
    TftpFileTimeout,
    TftpIp,
    TftpPrefix,
    TftpPrefixStr,
    PxeOption43,
    DhcpOption97,
    MacAddressOwn,
    MacAddressOtp,
    ClientIp,
    Subnet,
    Gateway,
    UseIpv6,
    NetConsole,
    HttpHost,
    HttpPort,
    HttpPath,
    NetInstallEnabled,
    NetInstallAtPowerOn,
    NetInstallKeyboardWait,
    BootUart,
    UartBaud,
    DisableHdmi,
    HdmiDelay,
    EnableSelfUpdate,
    FreezeVersion,
    BootWatchdogTimeout,
    RebootOnFatalError,
    PowerOffOnHalt,
    WakeOnGpio,
};

enum class EepromUnit { None, Milliseconds, Seconds, Times, Baud };

/// What one key takes, and what holds where it is not said (reference: netboot 3.1).
struct EepromKeyFacts
{
    enum class Form {
        Order, ///< BootOrder
        Number, ///< least to most
        Address, ///< IPv4
        Text, ///< most characters at most, printable ASCII
        Folder, ///< text that ends in '/'
        Mac,
        Rows, ///< two OTP rows: 24,25
        Hex, ///< 0x and eight digits at most
    };

    EepromKey key;
    QLatin1StringView name; ///< BOOT_ORDER
    Form form;
    EepromUnit unit;
    qint64 least;
    qint64 most; ///< of a number; of a text, its characters
    QLatin1StringView of2711; ///< the default of the Pi 4 family; empty: nothing set
    QLatin1StringView of2712; ///< the same of the Pi 5 family
};

std::span<const EepromKeyFacts> eepromKeys();
const EepromKeyFacts &factsOf(EepromKey key);
/// By the name in bootconf.txt, capitals as there. Nothing for keys that are none of ours.
std::optional<EepromKey> eepromKey(QStringView name);

/// Where a Pi looks for its files on the TFTP server, digit by digit as TFTP_PREFIX has it.
enum class TftpPrefix : quint8 { Serial = 0, Text = 1, Mac = 2 };

/// Some keys and their values. Every value in it is one that the boot loader takes as it stands.
class EepromConfig
{
public:
    /// What a node of a cluster should have: card, then network, without the installer in between (reference: netboot 3.1).
    static EepromConfig forCluster();

    /// Errors: InvalidEepromValue (subject: KEY=VALUE, detail: the range where it has one).
    Result<> set(EepromKey key, QStringView value);
    void unset(EepromKey key) { m_values.remove(key); }

    bool says(EepromKey key) const { return m_values.contains(key); }
    /// As set, else the default of that boot loader; empty where nothing is set.
    QString value(EepromKey key, BootRom rom) const;
    qint64 number(EepromKey key, BootRom rom) const; ///< 0 for what is no number
    BootOrder bootOrder(BootRom rom) const;
    TftpPrefix tftpPrefix() const;
    /// Address, mask and server are all set: then no DHCP is asked at all.
    bool isStatic() const;
    const QMap<EepromKey, QString> &values() const { return m_values; }

    bool operator==(const EepromConfig &) const = default;

private:
    QMap<EepromKey, QString> m_values;
};

/// What does not fit together: InvalidEepromValue, subject: the key that is missing or moot, detail: the other one.
std::vector<Error> problems(const EepromConfig &config, BootRom rom);

} // namespace bramble

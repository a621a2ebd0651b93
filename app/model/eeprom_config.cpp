// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/eeprom_config.h"

#include "model/ipv4.h"
#include "model/mac_address.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using Form = EepromKeyFacts::Form;
using Unit = EepromUnit;
constexpr qint64 Longest = 3'600'000; // an hour in ms: nobody waits longer for a start
constexpr QLatin1StringView Unset{""};

constexpr EepromKeyFacts number(EepromKey key, QLatin1StringView name, Unit unit, qint64 least, qint64 most, QLatin1StringView byDefault)
{
    return {key, name, Form::Number, unit, least, most, byDefault, byDefault};
}

constexpr EepromKeyFacts flag(EepromKey key, QLatin1StringView name, QLatin1StringView byDefault)
{
    return number(key, name, Unit::None, 0, 1, byDefault);
}

constexpr EepromKeyFacts other(EepromKey key, QLatin1StringView name, Form form, qint64 most, QLatin1StringView byDefault = Unset)
{
    return {key, name, form, Unit::None, 0, most, byDefault, byDefault};
}

// In the order of the enum.
constexpr std::array rows{
    EepromKeyFacts{EepromKey::BootOrder, "BOOT_ORDER"_L1, Form::Order, Unit::None, 0, 10, "0xf41"_L1, "0xf41"_L1},
    number(EepromKey::MaxRestarts, "MAX_RESTARTS"_L1, Unit::Times, -1, 10000, "-1"_L1),
    number(EepromKey::NetBootMaxRetries, "NET_BOOT_MAX_RETRIES"_L1, Unit::Times, -1, 10000, "0"_L1),
    number(EepromKey::SdBootMaxRetries, "SD_BOOT_MAX_RETRIES"_L1, Unit::Times, -1, 10000, "0"_L1),
    number(EepromKey::DhcpTimeout, "DHCP_TIMEOUT"_L1, Unit::Milliseconds, 5000, Longest, "45000"_L1),
    number(EepromKey::DhcpReqTimeout, "DHCP_REQ_TIMEOUT"_L1, Unit::Milliseconds, 500, Longest, "4000"_L1),
    number(EepromKey::TftpFileTimeout, "TFTP_FILE_TIMEOUT"_L1, Unit::Milliseconds, 5000, Longest, "30000"_L1),
    other(EepromKey::TftpIp, "TFTP_IP"_L1, Form::Address, 15),
    number(EepromKey::TftpPrefix, "TFTP_PREFIX"_L1, Unit::None, 0, 2, "0"_L1),
    other(EepromKey::TftpPrefixStr, "TFTP_PREFIX_STR"_L1, Form::Folder, 32),
    other(EepromKey::PxeOption43, "PXE_OPTION43"_L1, Form::Text, 32, "Raspberry Pi Boot"_L1),
    EepromKeyFacts{EepromKey::DhcpOption97, "DHCP_OPTION97"_L1, Form::Hex, Unit::None, 0, 10, "0x34695052"_L1, "0x35695052"_L1},
    other(EepromKey::MacAddressOwn, "MAC_ADDRESS"_L1, Form::Mac, 17),
    other(EepromKey::MacAddressOtp, "MAC_ADDRESS_OTP"_L1, Form::Rows, 7),
    other(EepromKey::ClientIp, "CLIENT_IP"_L1, Form::Address, 15),
    other(EepromKey::Subnet, "SUBNET"_L1, Form::Address, 15),
    other(EepromKey::Gateway, "GATEWAY"_L1, Form::Address, 15),
    flag(EepromKey::UseIpv6, "USE_IPV6"_L1, "0"_L1),
    other(EepromKey::NetConsole, "NETCONSOLE"_L1, Form::Text, 32),
    other(EepromKey::HttpHost, "HTTP_HOST"_L1, Form::Text, 253),
    number(EepromKey::HttpPort, "HTTP_PORT"_L1, Unit::None, 1, 65535, "80"_L1),
    other(EepromKey::HttpPath, "HTTP_PATH"_L1, Form::Text, 256, "net_install"_L1),
    flag(EepromKey::NetInstallEnabled, "NET_INSTALL_ENABLED"_L1, "1"_L1),
    flag(EepromKey::NetInstallAtPowerOn, "NET_INSTALL_AT_POWER_ON"_L1, "0"_L1),
    number(EepromKey::NetInstallKeyboardWait, "NET_INSTALL_KEYBOARD_WAIT"_L1, Unit::Milliseconds, 0, Longest, "900"_L1),
    number(EepromKey::BootUart, "BOOT_UART"_L1, Unit::None, 0, 2, "0"_L1),
    number(EepromKey::UartBaud, "UART_BAUD"_L1, Unit::Baud, 9600, 921600, "115200"_L1),
    flag(EepromKey::DisableHdmi, "DISABLE_HDMI"_L1, "0"_L1),
    number(EepromKey::HdmiDelay, "HDMI_DELAY"_L1, Unit::Seconds, 0, 120, "5"_L1),
    flag(EepromKey::EnableSelfUpdate, "ENABLE_SELF_UPDATE"_L1, "1"_L1),
    flag(EepromKey::FreezeVersion, "FREEZE_VERSION"_L1, "0"_L1),
    number(EepromKey::BootWatchdogTimeout, "BOOT_WATCHDOG_TIMEOUT"_L1, Unit::Seconds, 0, 65535, "0"_L1),
    flag(EepromKey::RebootOnFatalError, "REBOOT_ON_FATAL_ERROR"_L1, "1"_L1),
    flag(EepromKey::PowerOffOnHalt, "POWER_OFF_ON_HALT"_L1, "0"_L1),
    flag(EepromKey::WakeOnGpio, "WAKE_ON_GPIO"_L1, "1"_L1),
};

bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

bool isNumber(const EepromKeyFacts &facts, QStringView text)
{
    static const QRegularExpression shape(u"\\A(0|-?[1-9][0-9]{0,8})\\z"_s);
    const qint64 value = text.toLongLong();
    return shape.matchView(text).hasMatch() && value >= facts.least && value <= facts.most;
}

bool isTaken(const EepromKeyFacts &facts, QStringView text)
{
    static const QRegularExpression hex(u"\\A0[xX][0-9a-fA-F]{1,8}\\z"_s);
    static const QRegularExpression twoRows(u"\\A[0-9]{1,3},[0-9]{1,3}\\z"_s);
    static const QRegularExpression folder(u"\\A[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*/\\z"_s);
    switch (facts.form) {
    case Form::Order: return BootOrder::parse(text).has_value();
    case Form::Number: return isNumber(facts, text);
    case Form::Address: return Ipv4::parse(text).has_value();
    case Form::Text: return !text.isEmpty() && text.size() <= facts.most && isPlain(text);
    case Form::Folder: return text.size() <= facts.most && folder.matchView(text).hasMatch() && !text.contains(".."_L1);
    case Form::Mac: return text.size() == 17 && MacAddress::parse(text).has_value();
    case Form::Rows: return twoRows.matchView(text).hasMatch();
    case Form::Hex: return hex.matchView(text).hasMatch();
    }
    return false;
}

} // namespace

std::span<const EepromKeyFacts> eepromKeys()
{
    return rows;
}

const EepromKeyFacts &factsOf(EepromKey key)
{
    static_assert(std::ranges::all_of(rows, [](const EepromKeyFacts &row) { return size_t(row.key) == size_t(&row - rows.data()); }));
    return rows[size_t(key)];
}

std::optional<EepromKey> eepromKey(QStringView name)
{
    const auto row = std::ranges::find_if(rows, [name](const EepromKeyFacts &r) { return r.name == name; });
    return row == rows.end() ? std::nullopt : std::optional(row->key);
}

EepromConfig EepromConfig::forCluster()
{
    EepromConfig config;
    config.m_values = {{EepromKey::BootOrder, u"0xf21"_s},
                       {EepromKey::NetBootMaxRetries, u"5"_s},
                       {EepromKey::NetInstallAtPowerOn, u"0"_s}};
    return config;
}

Result<> EepromConfig::set(EepromKey key, QStringView value)
{
    const EepromKeyFacts &facts = factsOf(key);
    value = value.trimmed();
    if (!isTaken(facts, value)) {
        const QString range = facts.form == Form::Number ? QString::number(facts.least) + u" - "_s + QString::number(facts.most) : QString();
        return fail(ErrorKind::InvalidEepromValue, facts.name + u'=' + value.left(80), range);
    }
    m_values[key] = facts.form == Form::Order ? BootOrder::parse(value)->toString() : value.toString();
    return {};
}

QString EepromConfig::value(EepromKey key, BootRom rom) const
{
    const auto own = m_values.constFind(key);
    if (own != m_values.cend())
        return *own;
    return rom == BootRom::Bcm2712 ? factsOf(key).of2712 : factsOf(key).of2711;
}

qint64 EepromConfig::number(EepromKey key, BootRom rom) const
{
    return value(key, rom).toLongLong();
}

BootOrder EepromConfig::bootOrder(BootRom rom) const
{
    return *BootOrder::parse(value(EepromKey::BootOrder, rom));
}

TftpPrefix EepromConfig::tftpPrefix() const
{
    return TftpPrefix(number(EepromKey::TftpPrefix, BootRom::Bcm2711));
}

bool EepromConfig::isStatic() const
{
    return says(EepromKey::ClientIp) && says(EepromKey::Subnet) && says(EepromKey::TftpIp);
}

std::vector<Error> problems(const EepromConfig &config, BootRom rom)
{
    std::vector<Error> out;
    const auto needs = [&](EepromKey key, EepromKey because) {
        if (!config.says(key))
            out.push_back({ErrorKind::InvalidEepromValue, factsOf(key).name, factsOf(because).name});
    };
    if (config.tftpPrefix() == TftpPrefix::Text)
        needs(EepromKey::TftpPrefixStr, EepromKey::TftpPrefix);
    if (config.says(EepromKey::ClientIp)) {
        needs(EepromKey::Subnet, EepromKey::ClientIp);
        needs(EepromKey::TftpIp, EepromKey::ClientIp);
    }
    if (config.says(EepromKey::TftpPrefixStr) && config.tftpPrefix() != TftpPrefix::Text)
        out.push_back({ErrorKind::InvalidEepromValue, factsOf(EepromKey::TftpPrefix).name, factsOf(EepromKey::TftpPrefixStr).name});
    if (config.number(EepromKey::DhcpReqTimeout, rom) > config.number(EepromKey::DhcpTimeout, rom))
        out.push_back({ErrorKind::InvalidEepromValue, factsOf(EepromKey::DhcpReqTimeout).name, factsOf(EepromKey::DhcpTimeout).name});
    return out;
}

} // namespace bramble

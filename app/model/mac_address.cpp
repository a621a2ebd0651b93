// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mac_address.h"

#include <algorithm>

namespace bramble {

namespace {

int digit(QChar c)
{
    const ushort u = c.unicode();
    if (u >= '0' && u <= '9')
        return u - '0';
    if (u >= 'a' && u <= 'f')
        return u - 'a' + 10;
    if (u >= 'A' && u <= 'F')
        return u - 'A' + 10;
    return -1;
}

// Digits between two separators: 2 for colons and dashes, 4 for Cisco's dots, 12 for none.
bool groupsFit(QStringView text)
{
    const qsizetype first = std::ranges::find_if(text, [](QChar c) { return digit(c) < 0; }) - text.begin();
    if (first == text.size())
        return first == 12;
    const QChar separator = text[first];
    const qsizetype group = separator == u'.' ? 4 : 2;
    if ((separator != u':' && separator != u'-' && separator != u'.') || first != group)
        return false;
    if (text.size() != 12 + 12 / group - 1)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i)
        if ((i % (group + 1) == group) != (text[i] == separator))
            return false;
    return true;
}

} // namespace

std::optional<MacAddress> MacAddress::parse(QStringView text)
{
    text = text.trimmed();
    if (!groupsFit(text))
        return {};
    std::array<quint8, 6> bytes{};
    size_t digits = 0;
    for (const QChar c : text) {
        const int value = digit(c);
        if (value < 0)
            continue;
        bytes[digits / 2] = static_cast<quint8>((bytes[digits / 2] << 4) | value);
        ++digits;
    }
    return digits == 12 ? fromBytes(bytes) : std::nullopt;
}

std::optional<MacAddress> MacAddress::fromBytes(std::array<quint8, 6> bytes)
{
    const bool zero = std::ranges::all_of(bytes, [](quint8 b) { return b == 0; });
    const bool multicast = (bytes[0] & 1) != 0;
    if (zero || multicast)
        return {};
    return MacAddress(bytes);
}

QString MacAddress::joined(QChar separator) const
{
    static constexpr char hex[] = "0123456789abcdef";
    QString text;
    text.reserve(17);
    for (const quint8 byte : m_bytes) {
        if (!text.isEmpty())
            text += separator;
        text += QLatin1Char(hex[byte >> 4]);
        text += QLatin1Char(hex[byte & 15]);
    }
    return text;
}

MacAddress MacAddress::forTest(quint32 low24)
{
    return MacAddress({0x02, 0x62, 0x62, quint8(low24 >> 16), quint8(low24 >> 8), quint8(low24)});
}

bool MacAddress::isForTest() const
{
    return m_bytes[0] == 0x02 && m_bytes[1] == 0x62 && m_bytes[2] == 0x62;
}

bool MacAddress::isRaspberryPi() const
{
    static constexpr auto prefixes = std::to_array<quint32>({
#include "mac_prefixes.inc"
    });
    const quint32 mine = (quint32(m_bytes[0]) << 16) | (quint32(m_bytes[1]) << 8) | m_bytes[2];
    return std::ranges::contains(prefixes, mine);
}

} // namespace bramble

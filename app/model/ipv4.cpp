// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ipv4.h"

#include <QStringList>

namespace bramble {

std::optional<Ipv4> Ipv4::parse(QStringView text)
{
    const auto parts = text.trimmed().split(u'.');
    if (parts.size() != 4)
        return {};
    quint32 value = 0;
    for (const QStringView part : parts) {
        bool ok = false;
        const uint octet = part.toUInt(&ok);
        if (!ok || octet > 255 || part.size() > 3 || !part[0].isDigit() || (part.size() > 1 && part[0] == u'0'))
            return {};
        value = (value << 8) | octet;
    }
    return Ipv4(value);
}

QString Ipv4::toString() const
{
    QStringList octets;
    for (int shift = 24; shift >= 0; shift -= 8)
        octets << QString::number((m_value >> shift) & 255);
    return octets.join(u'.');
}

std::optional<Ipv4Network> Ipv4Network::parse(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return {};
    bool ok = false;
    const int prefix = text.sliced(slash + 1).toInt(&ok);
    const auto address = Ipv4::parse(text.first(slash));
    return ok && address ? from(*address, prefix) : std::nullopt;
}

std::optional<Ipv4Network> Ipv4Network::from(Ipv4 address, int prefix)
{
    if (prefix < 0 || prefix > 32)
        return {};
    return Ipv4Network(address, prefix);
}

QString Ipv4Network::toString() const
{
    return m_address.toString() + u'/' + QString::number(m_prefix);
}

} // namespace bramble

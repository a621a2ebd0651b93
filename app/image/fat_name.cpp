// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/fat_name.h"

#include <QtEndian>

#include <array>

namespace bramble {

namespace {

constexpr int CharactersPerPart = 13;
constexpr int MostParts = 20; ///< 255 characters

quint8 shortChecksum(QByteArrayView record)
{
    quint8 sum = 0;
    for (const char byte : record.first(11))
        sum = static_cast<quint8>(((sum & 1) << 7) + (sum >> 1) + static_cast<quint8>(byte));
    return sum;
}

QString part(QByteArrayView record)
{
    constexpr std::array<qsizetype, CharactersPerPart> places{1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};
    QString text;
    for (const qsizetype place : places) {
        const auto unit = qFromLittleEndian<char16_t>(record.data() + place);
        if (unit == 0)
            break;
        text += QChar(unit);
    }
    return text;
}

} // namespace

QString fatShortName(QByteArrayView record)
{
    // Latin-1 stands in for the unknown code page: whoever writes such a name today writes a long one beside it.
    QByteArray base = record.first(8).toByteArray();
    if (base.startsWith('\x05'))
        base[0] = '\xe5';
    while (base.endsWith(' '))
        base.chop(1);
    QByteArray extension = record.sliced(8, 3).toByteArray();
    while (extension.endsWith(' '))
        extension.chop(1);
    const auto flags = static_cast<quint8>(record[12]);
    if (flags & 0x08)
        base = base.toLower();
    if (flags & 0x10)
        extension = extension.toLower();
    return QString::fromLatin1(extension.isEmpty() ? base : base + '.' + extension);
}

void FatLongName::add(QByteArrayView record)
{
    const auto order = static_cast<quint8>(record[0]);
    const int number = order & 0x3F;
    if (order & 0x40) {
        m_valid = number >= 1 && number <= MostParts;
        m_missing = number;
        m_name.clear();
        m_checksum = static_cast<quint8>(record[13]);
    }
    if (!m_valid || number != m_missing || m_checksum != static_cast<quint8>(record[13])) {
        m_valid = false;
        return;
    }
    m_name.prepend(part(record));
    --m_missing;
}

QString FatLongName::take(QByteArrayView shortRecord)
{
    const bool whole = m_valid && m_missing == 0 && m_checksum == shortChecksum(shortRecord);
    m_valid = false;
    return whole ? std::exchange(m_name, {}) : QString();
}

bool isUnsafeName(const QString &name)
{
    return name.isEmpty() || name == QLatin1StringView(".") || name == QLatin1StringView("..") || name.contains(u'/')
        || name.contains(QChar(u'\0'));
}

} // namespace bramble

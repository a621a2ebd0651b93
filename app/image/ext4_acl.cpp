// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_acl.h"

#include <QtEndian>

namespace bramble {

std::optional<QByteArray> aclText(QByteArrayView value)
{
    constexpr qsizetype HeaderSize = 4;
    constexpr qsizetype EntrySize = 8;
    if (value.size() < HeaderSize || (value.size() - HeaderSize) % EntrySize != 0
        || qFromLittleEndian<quint32>(value.data()) != 2)
        return std::nullopt;
    QByteArray text;
    for (qsizetype at = HeaderSize; at < value.size(); at += EntrySize) {
        const auto tag = qFromLittleEndian<quint16>(value.data() + at);
        const auto rights = qFromLittleEndian<quint16>(value.data() + at + 2);
        const QByteArray id = QByteArray::number(qFromLittleEndian<quint32>(value.data() + at + 4));
        if (!text.isEmpty())
            text += ',';
        switch (tag) {
        case 0x01: text += "user::"; break;
        case 0x02: text += "user:" + id + ':'; break;
        case 0x04: text += "group::"; break;
        case 0x08: text += "group:" + id + ':'; break;
        case 0x10: text += "mask::"; break;
        case 0x20: text += "other::"; break;
        default: return std::nullopt;
        }
        text += rights & 4 ? 'r' : '-';
        text += rights & 2 ? 'w' : '-';
        text += rights & 1 ? 'x' : '-';
    }
    return text;
}

} // namespace bramble

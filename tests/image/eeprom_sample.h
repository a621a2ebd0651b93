// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <algorithm>

/// An EEPROM image as small as one can be: code that is none, and a bootconf.txt.
inline QByteArray eepromImage(qsizetype size)
{
    QByteArray bytes(size, '\xff');
    const auto section = [&bytes](qsizetype at, quint32 magic, const QByteArray &content) {
        qToBigEndian(magic, bytes.data() + at);
        qToBigEndian(quint32(content.size()), bytes.data() + at + 4);
        std::ranges::copy(content, bytes.begin() + at + 8);
        return (at + 8 + content.size() + 7) & ~qsizetype(7);
    };
    const qsizetype at = section(0, 0x55aaf00f, QByteArray(70'000, 'c'));
    section(at, 0x55aaf11f, QByteArray("bootconf.txt") + QByteArray(4, '\0') + "[all]\nBOOT_UART=0\nBOOT_ORDER=0xf41\n");
    return bytes;
}

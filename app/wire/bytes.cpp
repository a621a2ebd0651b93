// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/bytes.h"

namespace bramble {

quint64 ByteReader::number(qsizetype size)
{
    quint64 value = 0;
    for (const char c : take(size))
        value = (value << 8) | quint8(c);
    return value;
}

quint32 ByteReader::u32LittleEndian()
{
    const quint32 v = u32();
    return (v >> 24) | ((v >> 8) & 0xff00U) | ((v << 8) & 0xff0000U) | (v << 24);
}

QByteArrayView ByteReader::take(qsizetype size)
{
    if (size < 0 || size > m_left.size()) {
        fail();
        return {};
    }
    const QByteArrayView piece = m_left.first(size);
    m_left = m_left.sliced(size);
    return piece;
}

QByteArrayView ByteReader::takeString()
{
    const qsizetype end = m_left.indexOf('\0');
    if (end < 0) {
        fail();
        return {};
    }
    return take(end + 1).chopped(1);
}

void ByteReader::fail()
{
    m_ok = false;
    m_left = {};
}

ByteWriter &ByteWriter::number(quint64 value, int size)
{
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
        m_bytes.append(char((value >> shift) & 0xff));
    return *this;
}

ByteWriter &ByteWriter::u32LittleEndian(quint32 value)
{
    for (int shift = 0; shift < 32; shift += 8)
        m_bytes.append(char((value >> shift) & 0xff));
    return *this;
}

ByteWriter &ByteWriter::raw(QByteArrayView bytes)
{
    m_bytes.append(bytes);
    return *this;
}

ByteWriter &ByteWriter::zeros(qsizetype count)
{
    m_bytes.append(count, '\0');
    return *this;
}

} // namespace bramble

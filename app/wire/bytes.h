// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace bramble {

/// Reads numbers and pieces out of bytes from outside without ever reading past them. A read that asks for more than is
/// left gives zero or nothing and makes ok() false for good, so that one check at the end of a parser is enough.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_left(bytes) { }

    bool ok() const { return m_ok; }
    qsizetype left() const { return m_left.size(); }
    quint8 u8() { return quint8(number(1)); }
    quint16 u16() { return quint16(number(2)); } ///< network byte order, like the next two
    quint32 u32() { return quint32(number(4)); }
    quint64 u64() { return number(8); }
    quint32 u32LittleEndian();
    QByteArrayView take(qsizetype size);
    QByteArrayView rest() { return take(left()); }
    /// The text up to the next NUL, which is read too.
    QByteArrayView takeString();
    void fail();

private:
    quint64 number(qsizetype size);

    QByteArrayView m_left;
    bool m_ok = true;
};

/// The other direction: network byte order unless said otherwise.
class ByteWriter
{
public:
    ByteWriter &u8(quint8 value) { return number(value, 1); }
    ByteWriter &u16(quint16 value) { return number(value, 2); }
    ByteWriter &u32(quint32 value) { return number(value, 4); }
    ByteWriter &u64(quint64 value) { return number(value, 8); }
    ByteWriter &u32LittleEndian(quint32 value);
    ByteWriter &raw(QByteArrayView bytes);
    ByteWriter &zeros(qsizetype count);

    const QByteArray &bytes() const { return m_bytes; }

private:
    ByteWriter &number(quint64 value, int size);

    QByteArray m_bytes;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/pax.h"

#include <array>
#include <cstring>

namespace bramble {

namespace {

constexpr qsizetype BlockSize = 512;
constexpr quint32 MostOctal7 = 07777777; ///< what an 8-byte field of ustar holds
constexpr qint64 MostOctal11 = 077777777777;
constexpr qint64 NsPerSecond = 1'000'000'000;

void addRecord(QByteArray &records, const QByteArray &key, const QByteArray &value)
{
    // "LENGTH key=value\n", where LENGTH counts its own digits as well.
    const qsizetype rest = key.size() + value.size() + 3;
    qsizetype length = rest + 1;
    while (QByteArray::number(length).size() + rest != length)
        length = QByteArray::number(length).size() + rest;
    records += QByteArray::number(length) + ' ' + key + '=' + value + '\n';
}

/// GNU tar ends the name of an attribute at the first '=', so it writes and reads it escaped.
QByteArray attributeKey(const QByteArray &name)
{
    QByteArray key = name;
    key.replace('%', "%25").replace('=', "%3D");
    return "SCHILY.xattr." + key;
}

QByteArray timeText(qint64 seconds, quint32 ns)
{
    // Times before 1970 are one negative decimal fraction: -1 s + 0.25 s is "-0.75".
    const bool negative = seconds < 0;
    qint64 whole = seconds;
    qint64 fraction = ns;
    if (negative) {
        whole = -seconds;
        if (fraction > 0) {
            --whole;
            fraction = NsPerSecond - fraction;
        }
    }
    QByteArray text = (negative ? "-" : "") + QByteArray::number(whole);
    if (fraction > 0)
        text += '.' + QByteArray::number(fraction).rightJustified(9, '0');
    return text;
}

/// Offsets and lengths, one number per line, filled up to a block: the GNU sparse format 1.0.
QByteArray sparseMap(const TarEntry &entry)
{
    const bool needsEnd = entry.spans.empty() || entry.spans.back().offset + entry.spans.back().length < entry.size;
    QByteArray map = QByteArray::number(qsizetype(entry.spans.size()) + (needsEnd ? 1 : 0)) + '\n';
    for (const DataSpan &span : entry.spans)
        map += QByteArray::number(span.offset) + '\n' + QByteArray::number(span.length) + '\n';
    if (needsEnd)
        map += QByteArray::number(entry.size) + "\n0\n";
    return map.append(tarPadding(map.size()), '\0');
}

qint64 storedSize(const TarEntry &entry, const QByteArray &map)
{
    if (!entry.isSparse)
        return entry.size;
    qint64 sum = map.size();
    for (const DataSpan &span : entry.spans)
        sum += span.length;
    return sum;
}

struct Ustar
{
    std::array<char, BlockSize> bytes = {};

    void text(qsizetype at, qsizetype width, const QByteArray &value)
    {
        std::memcpy(bytes.data() + at, value.constData(), static_cast<size_t>(std::min(width, value.size())));
    }
    void octal(qsizetype at, qsizetype width, quint64 value)
    {
        for (qsizetype i = width - 2; i >= 0; --i) {
            bytes[static_cast<size_t>(at + i)] = static_cast<char>('0' + (value & 7));
            value >>= 3;
        }
    }
    QByteArray finished()
    {
        text(257, 8, QByteArray("ustar\00000", 8));
        std::memset(bytes.data() + 148, ' ', 8); // the checksum counts itself as spaces
        quint32 sum = 0;
        for (const char byte : bytes)
            sum += static_cast<unsigned char>(byte);
        octal(148, 7, sum);
        return QByteArray(bytes.data(), BlockSize);
    }
};

QByteArray extendedHeader(const QByteArray &records)
{
    Ustar header;
    header.text(0, 100, "./PaxHeaders/entry");
    header.octal(100, 8, 0644);
    header.octal(108, 8, 0);
    header.octal(116, 8, 0);
    header.octal(124, 12, static_cast<quint64>(records.size()));
    header.octal(136, 12, 0);
    header.bytes[156] = 'x';
    return header.finished() + records + QByteArray(tarPadding(records.size()), '\0');
}

QByteArray paxRecords(const TarEntry &entry, qint64 stored)
{
    QByteArray records;
    if (entry.isSparse) {
        addRecord(records, "GNU.sparse.major", "1");
        addRecord(records, "GNU.sparse.minor", "0");
        addRecord(records, "GNU.sparse.name", entry.path);
        addRecord(records, "GNU.sparse.realsize", QByteArray::number(entry.size));
    } else if (entry.path.size() > 100) {
        addRecord(records, "path", entry.path);
    }
    if (entry.link.size() > 100)
        addRecord(records, "linkpath", entry.link);
    if (stored > MostOctal11)
        addRecord(records, "size", QByteArray::number(stored));
    if (entry.uid > MostOctal7)
        addRecord(records, "uid", QByteArray::number(entry.uid));
    if (entry.gid > MostOctal7)
        addRecord(records, "gid", QByteArray::number(entry.gid));
    if (entry.mtimeNs > 0 || entry.mtime < 0 || entry.mtime > MostOctal11)
        addRecord(records, "mtime", timeText(entry.mtime, entry.mtimeNs));
    if (!entry.accessAcl.isEmpty())
        addRecord(records, "SCHILY.acl.access", entry.accessAcl);
    if (!entry.defaultAcl.isEmpty())
        addRecord(records, "SCHILY.acl.default", entry.defaultAcl);
    for (const ExtendedAttribute &attribute : entry.attributes)
        addRecord(records, attributeKey(attribute.name), attribute.value);
    return records;
}

} // namespace

QByteArray tarHeader(const TarEntry &entry)
{
    const bool isFile = entry.type == TarEntry::Type::File;
    const QByteArray map = isFile && entry.isSparse ? sparseMap(entry) : QByteArray();
    const qint64 stored = isFile ? storedSize(entry, map) : 0;
    const QByteArray records = paxRecords(entry, stored);

    Ustar header;
    header.text(0, 100, entry.path);
    header.octal(100, 8, entry.mode & 07777);
    header.octal(108, 8, entry.uid > MostOctal7 ? 0 : entry.uid);
    header.octal(116, 8, entry.gid > MostOctal7 ? 0 : entry.gid);
    header.octal(124, 12, stored > MostOctal11 ? 0 : static_cast<quint64>(stored));
    header.octal(136, 12, entry.mtime < 0 || entry.mtime > MostOctal11 ? 0 : static_cast<quint64>(entry.mtime));
    header.bytes[156] = static_cast<char>(entry.type);
    header.text(157, 100, entry.link);
    header.octal(329, 8, entry.major);
    header.octal(337, 8, entry.minor);
    QByteArray bytes = records.isEmpty() ? QByteArray() : extendedHeader(records);
    bytes += header.finished();
    bytes += map;
    return bytes;
}

qint64 tarPadding(qint64 dataSize)
{
    return (BlockSize - dataSize % BlockSize) % BlockSize;
}

QByteArray tarEnd()
{
    return QByteArray(2 * BlockSize, '\0');
}

} // namespace bramble

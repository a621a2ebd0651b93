// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/fat_card.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <QtEndian>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Sector = 512;
constexpr quint32 PartitionStart = 2048; ///< sectors: 1 MiB, as everybody aligns it
constexpr quint32 ReservedSectors = 32;
constexpr quint32 Clusters = 68'000; ///< of one sector each; FAT32 begins at 65525
constexpr quint32 FatSectors = (Clusters + 2 + 127) / 128;
constexpr quint32 DataStart = ReservedSectors + 2 * FatSectors;
constexpr quint32 PartitionSectors = DataStart + Clusters;
constexpr quint32 RootCluster = 2;
constexpr qsizetype MostFiles = 14; ///< and the label: one cluster of the root folder, with an end mark
constexpr quint32 LastCluster = 0x0fffffff;
constexpr quint8 LowerCase = 0x18; ///< base and extension, as Windows NT notes it

template<typename T>
void put(QByteArray &bytes, qsizetype at, T value)
{
    qToLittleEndian(value, bytes.data() + at);
}

quint32 clustersOf(const QByteArray &content)
{
    return quint32((content.size() + Sector - 1) / Sector);
}

QByteArray shortName(const QString &name)
{
    const QString base = name.section(u'.', 0, 0).toUpper();
    const QString extension = name.contains(u'.') ? name.section(u'.', 1).toUpper() : QString();
    return base.toLatin1().leftJustified(8, ' ') + extension.toLatin1().leftJustified(3, ' ');
}

struct FatTime
{
    quint16 date = 0x21; ///< 1980-01-01
    quint16 time = 0;
};

FatTime fatTime(qint64 when)
{
    const QDateTime t = QDateTime::fromSecsSinceEpoch(when, QTimeZone::UTC);
    if (t.date().year() < 1980 || t.date().year() > 2107)
        return {};
    return {quint16(((t.date().year() - 1980) << 9) | (t.date().month() << 5) | t.date().day()),
            quint16((t.time().hour() << 11) | (t.time().minute() << 5) | (t.time().second() / 2))};
}

QByteArray record(const QByteArray &name, quint8 attributes, quint8 flags, quint32 cluster, quint32 size, FatTime t)
{
    QByteArray bytes(32, '\0');
    bytes.replace(0, 11, name);
    bytes[11] = char(attributes);
    bytes[12] = char(flags);
    for (const qsizetype at : {14, 22})
        put(bytes, at, t.time);
    for (const qsizetype at : {16, 18, 24})
        put(bytes, at, t.date);
    put(bytes, 20, quint16(cluster >> 16));
    put(bytes, 26, quint16(cluster));
    put(bytes, 28, size);
    return bytes;
}

// One partition of type 0x0c from 1 MiB on. Cylinders and heads say "too large for you": only the sectors count.
QByteArray partitionTable(quint32 id)
{
    QByteArray bytes(PartitionStart * Sector, '\0'); // to where the partition begins: a former GPT goes with it
    put(bytes, 440, id);
    bytes.replace(446, 8, QByteArray::fromHex("00feffff0cfeffff"));
    put(bytes, 454, PartitionStart);
    put(bytes, 458, PartitionSectors);
    put(bytes, 510, quint16(0xaa55));
    return bytes;
}

QByteArray bootSector(const QByteArray &label, quint32 id)
{
    QByteArray bytes(Sector, '\0');
    bytes.replace(0, 3, QByteArray::fromHex("eb5890"));
    bytes.replace(3, 8, "BRAMBLE ");
    put(bytes, 11, quint16(Sector));
    bytes[13] = 1; // sectors of a cluster
    put(bytes, 14, quint16(ReservedSectors));
    bytes[16] = 2; // copies of the table
    bytes[21] = char(0xf8);
    put(bytes, 24, quint16(63));
    put(bytes, 26, quint16(255));
    put(bytes, 28, PartitionStart);
    put(bytes, 32, PartitionSectors);
    put(bytes, 36, FatSectors);
    put(bytes, 44, RootCluster);
    put(bytes, 48, quint16(1)); // where the count of free clusters is
    put(bytes, 50, quint16(6)); // where the copy of this sector is
    bytes[64] = char(0x80);
    bytes[66] = 0x29;
    put(bytes, 67, id);
    bytes.replace(71, 11, label.leftJustified(11, ' '));
    bytes.replace(82, 8, "FAT32   ");
    put(bytes, 510, quint16(0xaa55));
    return bytes;
}

QByteArray freeCount(quint32 used)
{
    QByteArray bytes(Sector, '\0');
    put(bytes, 0, quint32(0x41615252));
    put(bytes, 484, quint32(0x61417272));
    put(bytes, 488, Clusters - used);
    put(bytes, 492, RootCluster + used);
    put(bytes, 508, quint32(0xaa550000));
    return bytes;
}

QByteArray reserved(const QByteArray &label, quint32 id, quint32 used)
{
    QByteArray bytes(ReservedSectors * Sector, '\0');
    for (const qint64 copy : {0, 6}) {
        bytes.replace(copy * Sector, Sector, bootSector(label, id));
        bytes.replace((copy + 1) * Sector, Sector, freeCount(used));
        put(bytes, (copy + 2) * Sector + 508, quint32(0xaa550000));
    }
    return bytes;
}

quint32 idOf(const std::vector<CardFile> &files, qint64 when)
{
    quint32 id = quint32(when) ^ 0x42524d42;
    for (const CardFile &file : files)
        for (const QByteArray &bytes : {file.name.toLatin1(), file.content})
            for (const char c : bytes)
                id = (id << 5) + (id >> 27) + quint8(c);
    return id;
}

} // namespace

Result<CardImage> makeFatCard(const std::vector<CardFile> &files, const QByteArray &label, qint64 when)
{
    static const QRegularExpression shape(u"\\A[a-z0-9_-]{1,8}(\\.[a-z0-9_-]{1,3})?\\z"_s);
    const FatTime time = fatTime(when);
    QByteArray root = record(label.leftJustified(11, ' '), 0x08, 0, 0, 0, time);
    QByteArray table(FatSectors * Sector, '\0');
    put(table, 0, quint32(0x0ffffff8));
    put(table, 4, LastCluster);
    put(table, 4 * RootCluster, LastCluster);
    QByteArray data;
    quint32 next = RootCluster + 1;
    for (const CardFile &file : files) {
        const quint32 count = clustersOf(file.content);
        if (!shape.match(file.name).hasMatch() || label.size() > 11)
            return fail(ErrorKind::Usage, file.name);
        if (root.size() > MostFiles * 32 || count > Clusters + RootCluster - next)
            return fail(ErrorKind::CardTooSmall, file.name);
        root += record(shortName(file.name), 0x20, LowerCase, count == 0 ? 0 : next, quint32(file.content.size()), time);
        for (quint32 i = 0; i < count; ++i)
            put(table, 4 * qsizetype(next + i), i + 1 == count ? LastCluster : next + i + 1);
        data += file.content.leftJustified(count * Sector, '\0');
        next += count;
    }
    const quint32 id = idOf(files, when);
    CardImage image{.size = (qint64(PartitionStart) + PartitionSectors) * Sector};
    qint64 at = 0;
    for (const QByteArray &bytes : {partitionTable(id), reserved(label, id, next - RootCluster), table, table, root.leftJustified(Sector, '\0'), data}) {
        image.pieces.push_back({at, bytes});
        at += bytes.size();
    }
    return image;
}

} // namespace bramble

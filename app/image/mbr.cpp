// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/mbr.h"

#include <QtEndian>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype TableAt = 446;
constexpr qsizetype EntrySize = 16;
constexpr qint64 SectorSize = 512;
constexpr quint8 GptProtective = 0xEE;

ImagePartition entryAt(QByteArrayView sector, qsizetype index)
{
    const char *entry = sector.data() + TableAt + index * EntrySize;
    return {qint64(qFromLittleEndian<quint32>(entry + 8)) * SectorSize,
            qint64(qFromLittleEndian<quint32>(entry + 12)) * SectorSize, static_cast<quint8>(entry[4])};
}

bool isFat(quint8 type)
{
    constexpr std::array<quint8, 6> types{0x01, 0x04, 0x06, 0x0B, 0x0C, 0x0E};
    return std::ranges::contains(types, type);
}

QString typeText(quint8 type)
{
    return u"0x%1"_s.arg(uint(type), 2, 16, QChar(u'0'));
}

} // namespace

Result<PartitionPair> readMbr(QByteArrayView sector)
{
    if (sector.size() < SectorSize || sector[510] != '\x55' || sector[511] != '\xaa')
        return fail(ErrorKind::ImageNoPartitionTable);
    for (qsizetype i = 0; i < 4; ++i)
        if (entryAt(sector, i).type == GptProtective)
            return fail(ErrorKind::ImageNoPartitionTable, {}, u"gpt"_s);
    const ImagePartition boot = entryAt(sector, 0);
    const ImagePartition root = entryAt(sector, 1);
    if (!isFat(boot.type) || boot.start == 0 || boot.size == 0)
        return fail(ErrorKind::ImageNoBootPartition, {}, typeText(boot.type));
    if (root.type != 0x83 || root.start == 0 || root.size == 0)
        return fail(ErrorKind::ImageNoRootPartition, {}, typeText(root.type));
    if (root.start < boot.start + boot.size && boot.start < root.start + root.size)
        return fail(ErrorKind::ImageNoRootPartition, {}, u"overlap"_s);
    return PartitionPair{boot, root};
}

} // namespace bramble

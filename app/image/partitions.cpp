// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/partitions.h"

#include <QtEndian>

#include <array>
#include <zlib.h>

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

bool hasGpt(QByteArrayView sector)
{
    for (qsizetype i = 0; i < 4; ++i)
        if (entryAt(sector, i).type == GptProtective)
            return true;
    return false;
}

bool overlap(const ImagePartition &one, const ImagePartition &other)
{
    return one.start < other.start + other.size && other.start < one.start + one.size;
}

quint32 checksum(QByteArrayView bytes)
{
    return static_cast<quint32>(
        crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<uInt>(bytes.size())));
}

/// As a GUID lies in a table: the first three fields the other way round.
enum class GuidType { None, FatBoot, Fat, LinuxRoot, Linux, Other };

GuidType guidType(QByteArrayView guid)
{
    struct Known
    {
        const char *hex;
        GuidType type;
    };
    static constexpr std::array Guids{
        Known{"00000000000000000000000000000000", GuidType::None},
        Known{"28732ac11ff8d211ba4b00a0c93ec93b", GuidType::FatBoot}, // EFI system partition
        Known{"a2a0d0ebe5b9334487c068b6b72699c7", GuidType::Fat}, // Microsoft basic data
        Known{"45b021b9f01dc341af444c6f280d3fae", GuidType::LinuxRoot}, // root, 64-bit ARM
        Known{"10d7da69e42c3c4eb16c21a1d49abed3", GuidType::LinuxRoot}, // root, 32-bit ARM
        Known{"af3dc60f838472478e793d69d8477de4", GuidType::Linux}};
    const QByteArray hex = guid.toByteArray().toHex();
    const auto known = std::ranges::find_if(Guids, [&hex](const Known &each) { return hex == each.hex; });
    return known == Guids.end() ? GuidType::Other : known->type;
}

struct GptEntry
{
    ImagePartition partition;
    GuidType type = GuidType::None;
    QString name;
};

/// Nothing where the entry is empty or leads out of what an image can be.
GptEntry gptEntry(QByteArrayView bytes)
{
    constexpr quint64 MostSectors = quint64(1) << 40;
    const auto first = qFromLittleEndian<quint64>(bytes.data() + 32);
    const auto last = qFromLittleEndian<quint64>(bytes.data() + 40);
    if (first == 0 || first > last || last >= MostSectors)
        return {};
    GptEntry entry;
    entry.type = guidType(bytes.first(16));
    entry.partition.start = static_cast<qint64>(first) * SectorSize;
    entry.partition.size = static_cast<qint64>(last - first + 1) * SectorSize;
    for (qsizetype at = 56; at + 2 <= 128; at += 2) {
        const auto unit = qFromLittleEndian<quint16>(bytes.data() + at);
        if (unit == 0)
            break;
        entry.name += QChar(unit);
    }
    return entry;
}

/// The first of the most fitting kind.
const GptEntry *best(const std::vector<GptEntry> &entries, const QString &name, GuidType first, GuidType second)
{
    const auto find = [&entries](auto matches) {
        const auto found = std::ranges::find_if(entries, matches);
        return found == entries.end() ? nullptr : &*found;
    };
    const GptEntry *found
        = find([&](const GptEntry &each) { return each.name == name && (each.type == first || each.type == second); });
    for (const GuidType type : {first, second})
        found = found ? found : find([type](const GptEntry &each) { return each.type == type; });
    return found;
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
    if (hasGpt(sector))
        return fail(ErrorKind::ImageNoPartitionTable, {}, u"gpt"_s);
    const ImagePartition boot = entryAt(sector, 0);
    const ImagePartition root = entryAt(sector, 1);
    if (!isFat(boot.type) || boot.start == 0 || boot.size == 0)
        return fail(ErrorKind::ImageNoBootPartition, {}, typeText(boot.type));
    if (root.type != 0x83 || root.start == 0 || root.size == 0)
        return fail(ErrorKind::ImageNoRootPartition, {}, typeText(root.type));
    if (overlap(boot, root))
        return fail(ErrorKind::ImageNoRootPartition, {}, u"overlap"_s);
    return PartitionPair{boot, root};
}

Result<PartitionPair> readGpt(QByteArrayView table)
{
    constexpr qint64 SmallestHeader = 92;
    const auto noTable = [](const QString &why) { return fail(ErrorKind::ImageNoPartitionTable, {}, why); };
    const QByteArrayView header
        = table.size() >= 2 * SectorSize ? table.sliced(SectorSize, SectorSize) : QByteArrayView();
    if (!header.startsWith("EFI PART"))
        return noTable(u"gpt"_s);
    const auto headerSize = qFromLittleEndian<quint32>(header.data() + 12);
    if (headerSize < SmallestHeader || headerSize > SectorSize)
        return noTable(u"gpt"_s);
    QByteArray summed = header.first(headerSize).toByteArray();
    summed.replace(16, 4, QByteArray(4, '\0')); // its own place counts as zeros
    if (checksum(summed) != qFromLittleEndian<quint32>(header.data() + 16))
        return noTable(u"gpt checksum"_s);
    const auto entriesAt = qFromLittleEndian<quint64>(header.data() + 72);
    const auto count = qFromLittleEndian<quint32>(header.data() + 80);
    const auto size = qFromLittleEndian<quint32>(header.data() + 84);
    const auto room = static_cast<quint64>(table.size());
    if (size < 128 || size > 4096 || count > 1024 || entriesAt < 2 || entriesAt > room / SectorSize
        || quint64(count) * size > room - entriesAt * SectorSize)
        return noTable(u"gpt"_s);
    const QByteArrayView all = table.sliced(static_cast<qsizetype>(entriesAt) * SectorSize, qsizetype(count) * size);
    if (checksum(all) != qFromLittleEndian<quint32>(header.data() + 88))
        return noTable(u"gpt checksum"_s);
    std::vector<GptEntry> entries;
    for (qsizetype at = 0; at < all.size(); at += size)
        entries.push_back(gptEntry(all.sliced(at, size)));
    const GptEntry *boot = best(entries, u"system-boot"_s, GuidType::FatBoot, GuidType::Fat);
    const GptEntry *root = best(entries, u"writable"_s, GuidType::LinuxRoot, GuidType::Linux);
    if (!boot)
        return fail(ErrorKind::ImageNoBootPartition, {}, u"gpt"_s);
    if (!root)
        return fail(ErrorKind::ImageNoRootPartition, {}, u"gpt"_s);
    PartitionPair pair{boot->partition, root->partition};
    pair.boot.type = 0x0C;
    pair.root.type = 0x83;
    if (overlap(pair.boot, pair.root))
        return fail(ErrorKind::ImageNoRootPartition, {}, u"overlap"_s);
    return pair;
}

Result<PartitionPair> readPartitions(const BlockStore &store, const Stop &stop)
{
    const Result<QByteArray> sector = store.read(0, SectorSize, stop);
    if (!sector)
        return std::unexpected(sector.error());
    if (!hasGpt(*sector))
        return readMbr(*sector);
    constexpr qint64 UsualTable = 34 * SectorSize; // 128 entries of 128 bytes
    const Result<QByteArray> table = store.read(0, UsualTable, stop);
    if (!table)
        return table.error().kind == ErrorKind::ImageTruncated ? fail(ErrorKind::ImageNoPartitionTable, {}, u"gpt"_s)
                                                               : std::unexpected(table.error());
    return readGpt(*table);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/fat_volume.h"

#include "image/fat_name.h"

#include <QDateTime>
#include <QTimeZone>
#include <QtEndian>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 CacheSize = 64 * 1024;
constexpr qint64 LargestFolder = 65536 * FatRecordSize; ///< what the specification allows

constexpr quint8 AttributeVolume = 0x08;
constexpr quint8 AttributeFolder = 0x10;
constexpr quint8 AttributeLongName = 0x0F;

std::unexpected<Error> broken(const char *what)
{
    return fail(ErrorKind::ImageBrokenFilesystem, u"FAT"_s, QString::fromLatin1(what));
}

template<typename T>
T number(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.data() + at);
}

qint64 fatTime(QByteArrayView record)
{
    const auto time = number<quint16>(record, 22);
    const auto date = number<quint16>(record, 24);
    const QDate day(1980 + (date >> 9), (date >> 5) & 15, date & 31);
    const QTime moment(time >> 11, (time >> 5) & 63, (time & 31) * 2);
    if (!day.isValid() || !moment.isValid())
        return 0;
    return QDateTime(day, moment, QTimeZone::UTC).toSecsSinceEpoch();
}

/// A cluster that comes twice is a loop, also one too short to outgrow the file it is in.
bool hasOverlap(std::vector<ImageSpan> spans)
{
    std::ranges::sort(spans, {}, &ImageSpan::offset);
    const auto touches
        = [](const ImageSpan &one, const ImageSpan &next) { return one.offset + one.length > next.offset; };
    return std::ranges::adjacent_find(spans, touches) != spans.end();
}

} // namespace

/// The part of the allocation table last looked at: chains mostly go on right there.
struct FatVolume::FatCache
{
    qint64 start = -1;
    QByteArray bytes;
};

Result<std::shared_ptr<const FatVolume>> FatVolume::open(std::shared_ptr<const BlockStore> store,
                                                         ImagePartition partition, const Stop &stop)
{
    const Result<QByteArray> sector = store->read(partition.start, 512, stop);
    if (!sector)
        return std::unexpected(sector.error());
    std::shared_ptr<FatVolume> volume(new FatVolume(std::move(store), partition));
    if (const Result<> read = volume->readParameters(*sector); !read)
        return std::unexpected(read.error());
    return volume;
}

Result<> FatVolume::readParameters(QByteArrayView sector)
{
    const qint64 sectorSize = number<quint16>(sector, 11);
    const qint64 perCluster = static_cast<quint8>(sector[13]);
    const qint64 reserved = number<quint16>(sector, 14);
    const qint64 fats = static_cast<quint8>(sector[16]);
    const qint64 rootEntries = number<quint16>(sector, 17);
    const qint64 sectors16 = number<quint16>(sector, 19);
    const qint64 sectors = sectors16 ? sectors16 : number<quint32>(sector, 32);
    const qint64 fat16 = number<quint16>(sector, 22);
    const qint64 fatSectors = fat16 ? fat16 : number<quint32>(sector, 36);
    const auto isPower = [](qint64 value) { return value > 0 && (value & (value - 1)) == 0; };
    if (number<quint16>(sector, 510) != 0xAA55 || !isPower(sectorSize) || sectorSize < 512 || sectorSize > 4096
        || !isPower(perCluster) || reserved == 0 || fats == 0 || fatSectors == 0)
        return broken("boot sector");
    const qint64 rootBytes = rootEntries * FatRecordSize;
    const qint64 rootSectors = (rootBytes + sectorSize - 1) / sectorSize;
    const qint64 overhead = reserved + fats * fatSectors + rootSectors;
    if (sectors <= overhead || sectors * sectorSize > m_partition.size)
        return broken("size");
    const qint64 clusters = (sectors - overhead) / perCluster;
    // The kind of FAT is told by the number of clusters and by nothing else (specification, 3.5).
    m_bits = fat16 == 0 ? 32 : clusters < 4085 ? 12 : 16;
    m_clusterSize = perCluster * sectorSize;
    m_fatStart = m_partition.start + reserved * sectorSize;
    m_fatSize = fatSectors * sectorSize;
    m_fats = fats;
    m_clusters = static_cast<quint32>(std::min(clusters, m_fatSize * 8 / m_bits - 2));
    m_dataStart = m_partition.start + overhead * sectorSize;
    if (m_bits != 32) {
        m_fixedRoot = {m_partition.start + (reserved + fats * fatSectors) * sectorSize, rootBytes};
        return {};
    }
    m_rootCluster = number<quint32>(sector, 44);
    return isCluster(m_rootCluster) ? Result<>() : broken("root folder");
}

Result<quint32> FatVolume::entryOf(quint32 cluster, FatCache &cache, const Stop &stop) const
{
    const qint64 at = qint64(cluster) * m_bits / 8;
    const qint64 width = m_bits == 32 ? 4 : 2;
    if (at + width > m_fatSize)
        return broken("cluster");
    if (cache.start < 0 || at < cache.start || at + width > cache.start + cache.bytes.size()) {
        const qint64 start = at / 512 * 512;
        Result<QByteArray> bytes = m_store->read(m_fatStart + start, std::min(CacheSize, m_fatSize - start), stop);
        if (!bytes)
            return std::unexpected(bytes.error());
        cache = {start, std::move(*bytes)};
    }
    const qsizetype place = at - cache.start;
    if (m_bits == 32)
        return number<quint32>(cache.bytes, place) & 0x0FFFFFFF;
    const auto pair = number<quint16>(cache.bytes, place);
    if (m_bits == 16)
        return pair;
    return cluster & 1 ? pair >> 4 : pair & 0x0FFF;
}

Result<std::optional<quint32>> FatVolume::nextCluster(quint32 cluster, FatCache &cache, const Stop &stop) const
{
    const Result<quint32> next = entryOf(cluster, cache, stop);
    if (!next)
        return std::unexpected(next.error());
    const quint32 endMark = m_bits == 32 ? 0x0FFFFFF8 : m_bits == 16 ? 0xFFF8 : 0x0FF8;
    if (*next >= endMark)
        return std::nullopt;
    if (!isCluster(*next))
        return broken("cluster chain");
    return *next;
}

Result<std::vector<ImageSpan>> FatVolume::chain(quint32 first, qint64 mostClusters, FatCache &cache,
                                                const Stop &stop) const
{
    if (!isCluster(first))
        return broken("first cluster");
    std::vector<ImageSpan> spans;
    std::optional<quint32> cluster = first;
    // A chain longer than the file needs is not followed; one longer than the volume must be a loop.
    for (qint64 count = 0; cluster && count < mostClusters; ++count) {
        if (count >= qint64(m_clusters))
            return broken("loop in a cluster chain");
        const qint64 offset = m_dataStart + qint64(*cluster - 2) * m_clusterSize;
        if (!spans.empty() && spans.back().offset + spans.back().length == offset)
            spans.back().length += m_clusterSize;
        else
            spans.push_back({offset, m_clusterSize});
        const Result<std::optional<quint32>> next = nextCluster(*cluster, cache, stop);
        if (!next)
            return std::unexpected(next.error());
        cluster = *next;
    }
    if (hasOverlap(spans))
        return broken("loop in a cluster chain");
    return spans;
}

Result<std::vector<ImageSpan>> FatVolume::folderSpans(const FatFile &folder, FatCache &cache, const Stop &stop) const
{
    if (folder.firstCluster == 0)
        return std::vector{m_fixedRoot};
    // One cluster more than allowed, to tell a full folder from one that goes round in circles.
    Result<std::vector<ImageSpan>> spans = chain(folder.firstCluster, LargestFolder / m_clusterSize + 2, cache, stop);
    qint64 size = 0;
    for (const ImageSpan &span : spans ? *spans : std::vector<ImageSpan>())
        size += span.length;
    if (size > LargestFolder + m_clusterSize)
        return broken("folder too long, or a loop in its cluster chain");
    return spans;
}

FatFile FatVolume::root() const
{
    return {QString(), true, 0, 0, m_bits == 32 ? m_rootCluster : 0};
}

Result<std::vector<ImageSpan>> FatVolume::unused(const Stop &stop) const
{
    std::vector<ImageSpan> spans{{m_fatStart + m_fatSize, (m_fats - 1) * m_fatSize}};
    FatCache cache;
    for (quint32 cluster = 2; cluster - 2 < m_clusters; ++cluster) {
        const Result<quint32> entry = entryOf(cluster, cache, stop);
        if (!entry)
            return std::unexpected(entry.error());
        if (*entry != 0)
            continue;
        const qint64 offset = m_dataStart + qint64(cluster - 2) * m_clusterSize;
        if (spans.back().offset + spans.back().length == offset)
            spans.back().length += m_clusterSize;
        else
            spans.push_back({offset, m_clusterSize});
    }
    return spans;
}

Result<std::vector<FatFile>> FatVolume::filesOf(const FatFile &folder, size_t mostSpans, const Stop &stop) const
{
    FatCache cache;
    const Result<std::vector<ImageSpan>> spans = folderSpans(folder, cache, stop);
    if (!spans)
        return std::unexpected(spans.error());
    QByteArray bytes;
    for (const ImageSpan &span : *spans | std::views::take(mostSpans)) {
        const Result<QByteArray> part = m_store->read(span.offset, span.length, stop);
        if (!part)
            return std::unexpected(part.error());
        bytes += *part;
    }
    const QString path = folder.path.isEmpty() ? QString() : folder.path + u'/';
    std::vector<FatFile> files;
    FatLongName longName;
    for (qsizetype at = 0; at + FatRecordSize <= bytes.size(); at += FatRecordSize) {
        const QByteArrayView record = QByteArrayView(bytes).sliced(at, FatRecordSize);
        const auto attributes = static_cast<quint8>(record[11]);
        if (record[0] == '\0')
            break;
        if (record[0] == '\xe5') {
            longName = {};
            continue;
        }
        if ((attributes & 0x3F) == AttributeLongName) {
            longName.add(record);
            continue;
        }
        const QString name = longName.take(record);
        if (attributes & AttributeVolume || record.startsWith(".          ") || record.startsWith("..         "))
            continue;
        FatFile file{path + (name.isEmpty() ? fatShortName(record) : name), (attributes & AttributeFolder) != 0,
                     number<quint32>(record, 28), fatTime(record), number<quint16>(record, 26)};
        if (m_bits == 32)
            file.firstCluster |= quint32(number<quint16>(record, 20)) << 16;
        if (isUnsafeName(file.path.sliced(path.size())))
            return broken("file name");
        if (file.isFolder && !isCluster(file.firstCluster))
            return broken("folder");
        if (file.isFolder)
            file.size = 0;
        files.push_back(std::move(file));
    }
    return files;
}

Result<std::vector<ImageSpan>> FatVolume::spans(const FatFile &file, const Stop &stop) const
{
    FatCache cache;
    if (file.isFolder)
        return folderSpans(file, cache, stop);
    if (file.size == 0)
        return std::vector<ImageSpan>();
    const qint64 needed = (file.size + m_clusterSize - 1) / m_clusterSize;
    if (needed > qint64(m_clusters))
        return broken("file longer than the partition");
    Result<std::vector<ImageSpan>> spans = chain(file.firstCluster, needed, cache, stop);
    if (!spans)
        return spans;
    qint64 left = file.size;
    for (ImageSpan &span : *spans) {
        span.length = std::min(span.length, left);
        left -= span.length;
    }
    if (left > 0)
        return broken("cluster chain ends before its file");
    return spans;
}

} // namespace bramble

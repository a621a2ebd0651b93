// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The boot partition, read only: FAT32, FAT16 or FAT12 with long names (Microsoft FAT specification 1.03).

#include "image/tar_stream.h"
#include "model/image_facts.h"

#include <optional>

namespace bramble {

struct FatFile
{
    QString path; ///< relative to the partition, with '/'
    bool isFolder = false;
    qint64 size = 0; ///< bytes
    qint64 mtime = 0; ///< seconds since 1970; FAT keeps local time without saying whose, taken as UTC
    quint32 firstCluster = 0;
};

class FatVolume
{
public:
    /// Errors: ImageBrokenFilesystem, and those of BlockStore::read.
    static Result<std::shared_ptr<const FatVolume>> open(std::shared_ptr<const BlockStore> store,
                                                         ImagePartition partition, const Stop &stop);

    FatFile root() const;

    /// The files and folders of a folder, as far as its first so many spans tell. Errors: as open; also for loops in
    /// the cluster chains.
    Result<std::vector<FatFile>> filesOf(const FatFile &folder, size_t mostSpans, const Stop &stop) const;

    /// Where the bytes of a file lie, or the records of a folder. Errors: as filesOf.
    Result<std::vector<ImageSpan>> spans(const FatFile &file, const Stop &stop) const;

    /// Stretches of the partition that no file is in: the further copies of the allocation table, and free clusters.
    /// Errors: as open.
    Result<std::vector<ImageSpan>> unused(const Stop &stop) const;

    const std::shared_ptr<const BlockStore> &store() const { return m_store; }
    qint64 size() const { return m_partition.size; }
    qint64 clusterSize() const { return m_clusterSize; } ///< bytes

private:
    struct FatCache;

    FatVolume(std::shared_ptr<const BlockStore> store, ImagePartition partition)
        : m_store(std::move(store)), m_partition(partition)
    { }

    Result<> readParameters(QByteArrayView sector);
    Result<quint32> entryOf(quint32 cluster, FatCache &cache, const Stop &stop) const;
    Result<std::optional<quint32>> nextCluster(quint32 cluster, FatCache &cache, const Stop &stop) const;
    Result<std::vector<ImageSpan>> chain(quint32 first, qint64 mostClusters, FatCache &cache, const Stop &stop) const;
    Result<std::vector<ImageSpan>> folderSpans(const FatFile &folder, FatCache &cache, const Stop &stop) const;
    bool isCluster(quint32 cluster) const { return cluster >= 2 && cluster - 2 < m_clusters; }

    std::shared_ptr<const BlockStore> m_store;
    ImagePartition m_partition;
    int m_bits = 32; ///< of a FAT entry: 12, 16 or 32
    qint64 m_clusterSize = 0; ///< bytes
    quint32 m_clusters = 0;
    qint64 m_fatStart = 0; ///< bytes, in the image
    qint64 m_fatSize = 0; ///< bytes
    qint64 m_fats = 1; ///< copies
    qint64 m_dataStart = 0; ///< bytes, in the image: of cluster 2
    quint32 m_rootCluster = 0; ///< FAT32
    ImageSpan m_fixedRoot; ///< FAT12 and FAT16
};

} // namespace bramble

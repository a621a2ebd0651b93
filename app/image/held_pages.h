// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The decoded bytes of an image that somebody still wants: in memory, or in a file where they are too many.

#include "image/disk_file.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace bramble {

/// Pages of an image, put once and in order, read and let go in any order. Pages of zeros cost nothing. Not for several
/// threads at once.
class HeldPages
{
public:
    /// spillFolder: where the file is made, once it is needed.
    explicit HeldPages(QString spillFolder) : m_spillFolder(std::move(spillFolder)) { }

    /// toDisk: what is not in memory yet goes into the file. Errors: ImageNoDiskSpace, FileUnwritable.
    Result<> put(qint64 offset, QByteArrayView bytes, bool toDisk);

    /// False where some of it was let go before. Errors: ImageUnreadable.
    Result<bool> get(qint64 offset, char *data, qint64 length) const;

    /// Nobody will ask for these any more, here or still to come.
    void release(qint64 offset, qint64 length);
    /// Nothing before start or from end on is wanted; a later call can only narrow this.
    void keepOnly(qint64 start, qint64 end);

    qint64 memory() const { return m_inMemory * PageSize; } ///< bytes held in memory
    bool isSpilled() const { return m_file != nullptr; }

private:
    static constexpr qint64 PageSize = 4096;
    static constexpr qint64 Sector = 512;
    static constexpr size_t PagesPerChunk = 256;
    static constexpr qint64 ChunkSize = PageSize * qint64(PagesPerChunk);
    using Page = std::array<char, PageSize>;

    struct Slot
    {
        std::unique_ptr<Page> page; ///< none: zeros, or in the file
        quint8 gone = 0; ///< one bit for each sector let go
        bool isInFile = false;
    };
    struct Chunk
    {
        std::unique_ptr<std::array<Slot, PagesPerChunk>> slots; ///< none: all zeros so far, or all gone
        size_t gonePages = 0;
        bool isGone = false;
    };

    Chunk &chunkAt(qint64 offset);
    static Slot &slotAt(Chunk &chunk, qint64 offset);
    Result<> putPiece(qint64 offset, QByteArrayView bytes, bool toDisk);
    Result<> writeOut();
    void releasePiece(qint64 offset, qint64 length);
    void drop(Slot &slot);

    QString m_spillFolder;
    std::vector<Chunk> m_chunks;
    std::vector<std::unique_ptr<Page>> m_spare; ///< let go, to be used again
    std::shared_ptr<DiskFile> m_file;
    qint64 m_runAt = 0; ///< bytes on their way into the file, which like to go together
    QByteArray m_run;
    qint64 m_inMemory = 0; ///< pages
    qint64 m_start = 0;
    qint64 m_end = std::numeric_limits<qint64>::max();
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The raw image, readable while it is still being decoded: reads wait until their bytes are there, and the decoder
/// waits until there is room for more.

#include "digest/sha256.h"
#include "image/held_pages.h"
#include "model/stop.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace bramble {

/// One writer (the decoder), any number of readers.
class BlockStore
{
public:
    /// An image read in place, from a file; its writer only tells how much of it is there.
    explicit BlockStore(std::shared_ptr<DiskFile> file);
    /// The same, all there; still to be sealed.
    BlockStore(std::shared_ptr<DiskFile> file, qint64 size);
    /// An image held in memory until it is released. The writer waits while more than that many bytes are held; where a
    /// reader waits at the same time, as only later bytes can help it, what comes goes into a nameless file in the
    /// folder.
    BlockStore(qint64 mostMemory, QString spillFolder);

    /// Exactly length bytes. Errors: ImageTruncated where the image ends before, Stopped, ImageBrokenFilesystem where
    /// they were released (blocks that belong to two files), or whatever ended the decoding before these bytes.
    Result<> read(qint64 offset, char *data, qint64 length, const Stop &stop) const;
    Result<QByteArray> read(qint64 offset, qint64 length, const Stop &stop) const;

    /// Bytes of the whole image, once it is all there and its file found sound (checksum). Errors: Stopped, or whatever
    /// was wrong.
    Result<qint64> waitForAll(const Stop &stop) const;

    // What nobody will read any more, also of what is still to come: whole sectors of it. Nothing happens to an image
    // read in place.
    void release(qint64 offset, qint64 length);
    void keepOnly(qint64 start, qint64 end); ///< all but [start, end)
    bool isHeld() const { return !m_inPlace; } ///< whether releasing is of any use
    bool isSpilled() const;

    // The writer's side.
    /// Before the first byte: sha256() is wanted.
    void startHash() { m_hash.emplace(); }
    QString sha256() const
    {
        return m_hash ? QString::fromLatin1(m_hash->result().toHex()) : QString();
    } ///< of all that was appended
    /// The next bytes. Errors: Stopped, ImageNoDiskSpace, FileUnwritable.
    Result<> append(const char *data, qint64 length, const Stop &stop);
    /// Of an image read in place: that many bytes are there.
    void arrived(qint64 bytes);
    /// No more bytes come.
    void endData();
    /// The file was sound.
    void seal();
    void abandon(Error error);

private:
    static constexpr qint64 Nobody = std::numeric_limits<qint64>::max();

    std::shared_ptr<DiskFile> m_inPlace;
    qint64 m_mostMemory = 0; ///< bytes
    mutable std::mutex m_lock;
    mutable std::condition_variable_any m_changed; ///< for readers
    mutable std::condition_variable_any m_room; ///< for the writer
    HeldPages m_pages;
    std::optional<Sha256> m_hash; ///< the writer's own
    mutable int m_waitingForAll = 0; ///< readers
    mutable qint64 m_wanted = Nobody; ///< the fewest bytes that help a reader that waits
    qint64 m_available = 0;
    bool m_complete = false; ///< no more bytes come
    bool m_sealed = false;
    std::optional<Error> m_error;
};

} // namespace bramble

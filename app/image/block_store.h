// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The raw image, readable while it is still being decoded: reads wait until their bytes are there.

#include "image/disk_file.h"
#include "model/stop.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace bramble {

/// One writer (the decoder), any number of readers. The lock guards a few numbers and is never held while reading or
/// writing the file.
class BlockStore
{
public:
    /// An image that is all there and read in place; still to be sealed.
    BlockStore(std::shared_ptr<DiskFile> file, qint64 size);
    /// An image that is to come.
    explicit BlockStore(std::shared_ptr<DiskFile> file);

    /// Exactly length bytes. Errors: ImageTruncated where the image ends before, Stopped, or whatever ended the
    /// decoding before these bytes.
    Result<> read(qint64 offset, char *data, qint64 length, const Stop &stop) const;
    Result<QByteArray> read(qint64 offset, qint64 length, const Stop &stop) const;

    /// Bytes of the whole image, once it is all there and its file found sound (checksum). Errors: Stopped, or whatever
    /// was wrong.
    Result<qint64> waitForAll(const Stop &stop) const;

    // The writer's side.
    /// The next bytes; blocks of zeros become holes. Errors: ImageNoDiskSpace, FileUnwritable.
    Result<> append(const char *data, qint64 length);
    /// No more bytes come. Errors: as append.
    Result<> endData();
    /// The file was sound.
    void seal();
    void abandon(Error error);

private:
    std::shared_ptr<DiskFile> m_file;
    mutable std::mutex m_lock;
    mutable std::condition_variable_any m_changed;
    qint64 m_available = 0;
    bool m_complete = false; ///< no more bytes come
    bool m_sealed = false;
    std::optional<Error> m_error;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Turns whatever an image file is into a BlockStore, decoding on a thread of its own.

#include "image/block_store.h"
#include "image/image_format.h"
#include "image/image_pass.h"

#include <thread>

namespace bramble {

/// The thread ends, and is waited for, with this object.
class UnpackedImage
{
public:
    /// Starts decoding and hashing, once the first bytes are there. Errors: ImageUnreadable, ImageFormatUnknown,
    /// Stopped, what ended a download; what goes wrong later comes out of the store.
    static Result<std::unique_ptr<UnpackedImage>> start(const OpenImageOptions &options, const ReportProgress &progress,
                                                        const Stop &stop);

    const std::shared_ptr<BlockStore> &store() const { return m_store; }
    ImageFormat format() const { return m_format; }

    /// Of the file, in hex; only to be asked once the store has given its waitForAll().
    const QString &sha256() const { return m_hashes.file; }
    /// Of what was in it; empty where nobody asked.
    const QString &extractedSha256() const { return m_hashes.extracted; }

    struct Hashes
    {
        QString file;
        QString extracted;
    };

private:
    UnpackedImage(ImageFormat format, std::shared_ptr<BlockStore> store) : m_format(format), m_store(std::move(store))
    { }

    ImageFormat m_format;
    std::shared_ptr<BlockStore> m_store;
    Hashes m_hashes;
    std::jthread m_thread; ///< last, so that it ends first
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Members of a tree, one after the other, made into a tar while it is being read.

#include "image/block_store.h"
#include "image/pax.h"
#include "model/byte_source.h"

namespace bramble {

/// A stretch of the raw image.
struct ImageSpan
{
    qint64 offset = 0; ///< bytes, in the image
    qint64 length = 0; ///< bytes
};

/// One member and where its data comes from: either bytes at hand or stretches of the image.
struct Member
{
    TarEntry entry;
    QByteArray content;
    std::vector<ImageSpan> spans; ///< together as long as the data of the entry (holes left out)
};

/// The members of a tree in the order in which they are to be sent, parents first.
class Members
{
public:
    Members() = default;
    Members(const Members &) = delete;
    Members &operator=(const Members &) = delete;
    virtual ~Members() = default;

    /// Fills member with the next one; false at the end.
    virtual Result<bool> next(Member &member) = 0;
};

/// store: null where no member has spans. The end of the archive is sent only when the whole image has been decoded
/// without error.
std::unique_ptr<ByteSource> makeTarStream(std::unique_ptr<Members> members, std::shared_ptr<const BlockStore> store,
                                          QByteArray lastMember, Stop stop);

} // namespace bramble

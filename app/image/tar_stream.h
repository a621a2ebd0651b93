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
    qint64 unit = 512; ///< bytes: each span ends within a block of this size, which is its file's alone
};

/// How much of the image has to be there before a file with these spans is worth beginning: beyond that, hardly
/// anything else will have to be held back while the rest of it arrives.
qint64 readyAt(const std::vector<ImageSpan> &spans);

/// Lets go of all that the member holds of the image.
void releaseSpans(BlockStore &store, const Member &member);

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

/// store: null where no member has spans. What was sent of it is released. leastImage: bytes; the end of the archive,
/// which a receiver takes for "whole and sound", is sent only when all of the image was decoded, its checksum is right
/// and it is not shorter than that. Nothing: it follows the members.
std::unique_ptr<ByteSource> makeTarStream(std::unique_ptr<Members> members, std::shared_ptr<BlockStore> store,
                                          std::optional<qint64> leastImage, QByteArray lastMember, Stop stop);

} // namespace bramble

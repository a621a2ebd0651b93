// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the targets of file systems share: a store of the bytes under test, and a tree that is sent nowhere.

#include "image/tar_stream.h"

#include <cstdint>

namespace fuzz {

/// All of the bytes, decoded and found sound; what is read twice though it was released is an error, as it is for an
/// image that streams.
inline std::shared_ptr<bramble::BlockStore> storeOf(const uint8_t *data, size_t size)
{
    auto store = std::make_shared<bramble::BlockStore>(qint64(1) << 40, QStringLiteral("/tmp"));
    if (!store->append(reinterpret_cast<const char *>(data), static_cast<qint64>(size), {}))
        __builtin_trap(); // memory cannot fail
    store->endData();
    store->seal();
    return store;
}

/// A tree may at most be some times as big as its image, or something goes round in circles.
inline void drain(std::unique_ptr<bramble::Members> members, const std::shared_ptr<bramble::BlockStore> &store,
                  size_t size)
{
    const auto source = bramble::makeTarStream(std::move(members), store, 0, "end", {});
    const qint64 most = 64 * static_cast<qint64>(size) + (64 << 20);
    for (qint64 sum = 0; sum <= most;) {
        const bramble::Result<QByteArray> block = source->next();
        if (!block || block->isEmpty())
            return;
        sum += block->size();
    }
    __builtin_trap();
}

} // namespace fuzz

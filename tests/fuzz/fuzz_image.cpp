// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_members.h"
#include "image/fat_members.h"
#include "image/partitions.h"

#include <cstddef>
#include <cstdint>

using namespace bramble;

namespace {

/// Sends a whole tar nowhere; a tree may at most be as big as its image, or something goes round in circles.
bool drain(ByteSource &source, qint64 most)
{
    for (qint64 sum = 0; sum <= most;) {
        const Result<QByteArray> block = source.next();
        if (!block || block->isEmpty())
            return true;
        sum += block->size();
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Everything between the bytes of an image and the tars: partition table, FAT, ext4, facts, pax.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto length = static_cast<qint64>(size);
    const auto store = std::make_shared<BlockStore>(4 * length, QStringLiteral("/tmp"));
    if (!store->append(reinterpret_cast<const char *>(data), length, {}))
        return 0;
    store->endData();
    store->seal();
    const Result<PartitionPair> pair = readPartitions(*store, {});
    if (!pair)
        return 0;
    const qint64 most = 64 * length + (64 << 20);
    const auto notes = std::make_shared<TreeNotes>();
    const auto boot = FatVolume::open(store, pair->boot, {});
    if (boot && !drain(*makeTarStream(makeFatMembers(*boot, store, notes, {}), store, 0, "end", {}), most))
        __builtin_trap();
    auto root = Ext4Volume::open(store, pair->root, {});
    if (root
        && !drain(*makeTarStream(makeExt4Members(std::move(*root), pair->root.size, store, notes), store, 0, "end", {}),
                  most))
        __builtin_trap();
    ImageFacts facts;
    notes->fill(facts);
    return 0;
}

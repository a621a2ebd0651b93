// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_members.h"
#include "image/fat_members.h"
#include "image/gather_facts.h"
#include "image/mbr.h"

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
    const auto file = DiskFile::makeNameless(QStringLiteral("/tmp"));
    if (!file)
        return 0;
    const auto length = static_cast<qint64>(size);
    if (!(*file)->writeAt(0, reinterpret_cast<const char *>(data), length))
        return 0;
    const auto store = std::make_shared<BlockStore>(*file, length);
    store->seal();
    const Result<QByteArray> sector = store->read(0, 512, {});
    const Result<PartitionPair> pair = sector ? readMbr(*sector) : std::unexpected(sector.error());
    if (!pair)
        return 0;
    const qint64 most = 64 * length + (64 << 20);
    ImageFacts facts;
    std::vector<FatFile> files;
    const auto boot = FatVolume::open(store, pair->boot, {});
    if (boot) {
        if (auto listed = (*boot)->list({}))
            files = std::move(*listed);
        if (!drain(*makeTarStream(makeFatMembers(*boot, files, {}), store, "end", {}), most))
            __builtin_trap();
    }
    auto root = Ext4Volume::open(store, pair->root, {});
    if (root && boot)
        (void)gatherFacts(facts, **boot, files, **root, {});
    if (root && !drain(*makeTarStream(makeExt4Members(std::move(*root), pair->root.size), store, "end", {}), most))
        __builtin_trap();
    return 0;
}

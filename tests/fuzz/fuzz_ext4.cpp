// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/drain.h"
#include "image/ext4_members.h"

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// A root partition, from its superblock to the tar and the facts.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto store = fuzz::storeOf(data, size);
    const auto notes = std::make_shared<TreeNotes>();
    auto volume = Ext4Volume::open(store, {0, static_cast<qint64>(size), 0x83}, {});
    if (!volume)
        return 0;
    fuzz::drain(makeExt4Members(std::move(*volume), static_cast<qint64>(size), store, notes), store, size);
    ImageFacts facts;
    notes->fill(facts);
    return 0;
}

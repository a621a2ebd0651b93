// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/drain.h"
#include "image/fat_members.h"

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// A boot partition, from its boot sector to the tar.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto store = fuzz::storeOf(data, size);
    const auto notes = std::make_shared<TreeNotes>();
    const auto volume = FatVolume::open(store, {0, static_cast<qint64>(size), 0x0C}, {});
    if (!volume)
        return 0;
    fuzz::drain(makeFatMembers(*volume, store, notes, {}), store, size);
    ImageFacts facts;
    notes->fill(facts);
    return 0;
}

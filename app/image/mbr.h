// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The two partitions of a Raspberry Pi image, from its master boot record.

#include "model/image_facts.h"
#include "model/result.h"

namespace bramble {

struct PartitionPair
{
    ImagePartition boot;
    ImagePartition root;
};

/// sector: the first 512 bytes. Errors: ImageNoPartitionTable (detail "gpt" for a GUID table), ImageNoBootPartition,
/// ImageNoRootPartition (detail: the type found, hex).
Result<PartitionPair> readMbr(QByteArrayView sector);

} // namespace bramble

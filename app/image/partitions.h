// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The two partitions of an image that a Raspberry Pi can boot: from its master boot record or its GUID partition
/// table.

#include "image/block_store.h"
#include "model/image_facts.h"

namespace bramble {

struct PartitionPair
{
    ImagePartition boot;
    ImagePartition root;
};

/// sector: the first 512 bytes. Errors: ImageNoPartitionTable (detail "gpt" for a GUID table), ImageNoBootPartition,
/// ImageNoRootPartition (detail: the type found, hex).
Result<PartitionPair> readMbr(QByteArrayView sector);

/// table: the first sectors of the image, with the header in the second (UEFI 2.10, 5.3.2) and all entries. Boot: named
/// system-boot, or an EFI system partition, or the first with FAT; root: one for roots of ARM, or the first of Linux.
/// Errors: ImageNoPartitionTable (detail "gpt", or "gpt checksum" where the primary table is damaged: the backup at the
/// end of the image is not looked at), ImageNoBootPartition, ImageNoRootPartition.
Result<PartitionPair> readGpt(QByteArrayView table);

/// Whichever of the two it is. Errors: theirs, and those of BlockStore::read.
Result<PartitionPair> readPartitions(const BlockStore &store, const Stop &stop);

} // namespace bramble

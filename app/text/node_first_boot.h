// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/image_facts.h"
#include "model/result.h"
#include "model/tree_file.h"

namespace bramble {

/// What cloud-init and DietPi find at a node's first start: either nothing left to do, or just what was asked for.
struct NodeFirstBoot
{
    std::vector<TreeFile> files;
    QStringList removed; ///< relative to the root
};

/// cloud-init is switched off, or given what the owner wants it to do from a folder of the root itself: no partition with a
/// label, no network of its own, no host keys, no user and no disk to grow (netboot 4.5). Errors: ImageLacksCloudInit
/// (subject: the image), those of checkUserData and checkCommands, UserDataInvalid where the file was not read.
Result<NodeFirstBoot> nodeFirstBoot(const ImageFacts &facts, const Cluster &cluster, const Node &node);

} // namespace bramble

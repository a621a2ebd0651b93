// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/image_facts.h"
#include "model/tree_file.h"

namespace bramble {

/// Services of an image that would hurt a node without a card are masked, and what keeps its network root alive is
/// added.

/// Files and links to lay over the root.
std::vector<TreeFile> nodeServices(const ImageFacts &facts, const Access &access);

/// Paths to take out of the root: what all copies would share (SSH host keys), what lets an image's own users
/// do everything, and the old first-boot script.
QStringList removedServices(const ImageFacts &facts);

} // namespace bramble

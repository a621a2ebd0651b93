// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/image_facts.h"
#include "model/result.h"
#include "model/tree_file.h"

namespace bramble {

/// Language, keyboard and time zone of a node, laid into its tree.
struct NodeLanguage
{
    std::vector<TreeFile> files;
    QStringList units; ///< of files, those to start with the node
};

/// A locale is made by the node itself, at its first start (locale-gen, some seconds to a minute): no program of the image
/// is run before. Errors: ImageLacksLocale (subject: the locale).
Result<NodeLanguage> nodeLanguage(const ImageFacts &facts, const Access &access);

} // namespace bramble

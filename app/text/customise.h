// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/image_facts.h"
#include "model/ipv4.h"
#include "model/plan.h"

namespace bramble {

/// What is laid over one node's copy of the image, so that it runs from the network as this node and nobody else.
/// machine-id and SSH host keys are not here: they are made on the server, fresh for each laying, and seen by nobody.
struct NodeChanges
{
    std::vector<TreeFile> rootFiles; ///< folders before what lies in them
    std::vector<TreeFile> bootFiles;
    QStringList rootRemoved; ///< relative to the tree, as TreeFile::path
    QStringList bootRemoved;

    bool operator==(const NodeChanges &) const = default;
};

/// Pure: only what facts says the image has is changed, masked or removed (reference: netboot 4.3 to 4.6).
/// A password is not among them: where one is wanted, passwordToCome (accounts.h) stands in etc/shadow.
/// Errors: ImageNotForPi (no cmdline.txt or config.txt, broken account files; subject: the image or file, detail: what is
/// missing), ImageLacksModel (subject: the model, detail: its device tree), InvalidUser, ImageInitramfsWithoutNfs,
/// ImageLacksLocale, ImageLacksCloudInit, UserDataInvalid, UserDataForbidden.
Result<NodeChanges> customise(const ImageFacts &facts, const Cluster &cluster, const Node &node, Ipv4 server,
                              const ServerLayout &layout);

} // namespace bramble

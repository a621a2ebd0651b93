// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"
#include "steps/apply.h"

namespace bramble {

/// Everything a reimage needs, with what it will do.
struct Reimage
{
    Reimage() = default;

    Plan plan; ///< one LayNode, with again
    ImageSourcePtr image; ///< as the server keeps it
};

/// The plan for one node. Pure. Errors: NodeUnknown, those of makePlan.
Result<Plan> planReimage(const Cluster &cluster, const QString &node, const ServerFacts &facts, const ImageFacts &image);

/// A fresh disk for one node from the system that the server keeps: same name, address and SSH host keys. apply() does it; the former disk
/// stays on the server until the next time. Read-only. Errors: ServerImageMissing, those of lookAt and planReimage.
QCoro::Task<Result<Reimage>> prepareReimage(Cluster cluster, QString node, RemotePtr remote, Stop stop);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image_facts.h"
#include "model/result.h"
#include "model/root_mounter.h"

namespace bramble {

/// How a node of an image comes by its root: what follows from its config.txt and from what its initramfs is made with.
struct NfsRoot
{
    RootMounter by = RootMounter::Klibc;
    QByteArray options; ///< of nfsroot=, behind the path

    bool operator==(const NfsRoot &) const = default;
};

/// Errors: ImageInitramfsWithoutNfs (subject: the image, detail: what makes its initramfs, or "initramfs" where there is
/// none and its kernel has NFS as a module only).
Result<NfsRoot> nfsRootOf(const ImageFacts &facts);

} // namespace bramble

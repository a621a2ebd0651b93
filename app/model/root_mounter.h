// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bramble {

/// Who mounts the root of a node over NFS; it decides which options of `nfsroot=` are understood (netboot 4.1).
enum class RootMounter {
    Klibc, ///< nfsmount of klibc, in an initramfs of initramfs-tools: version 3 only, and few options
    OtherInitramfs, ///< an initramfs of some other making: what every mount program takes
    Kernel, ///< no initramfs: the kernel itself
};

} // namespace bramble

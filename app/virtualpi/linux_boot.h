// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtualpi/boot_files.h"
#include "virtualpi/link.h"
#include "virtualpi/recorder.h"

namespace bramble {

/// The part of a boot that Linux plays: its own address, the root by NFS, and the files without which no login comes.
struct MountedRoot
{
    Ipv4 address;
    QString root; ///< server:path
    QString hostname;
    QString machineId;
    QString init;
};

/// Follows the fetched command line. PiNfsRefused (subject: server:path) where the root cannot be mounted,
/// PiRootIncomplete (subject: the path) where it lacks what a running system has. Waits and tries as initramfs-tools
/// does.
Result<MountedRoot> bootLinux(Link &link, const FetchedBoot &fetched, double timeScale, const Recorder &record,
                              const Stop &stop);

/// Greets on port 22 as an SSH server does, until stop is asked for. PiInterface if the port cannot be had.
Result<> greetOnSsh(Ipv4 address, const Stop &stop);

} // namespace bramble

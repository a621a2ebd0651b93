// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline.h"

#include <optional>

namespace bramble {

/// Why a boot does not go on: one cause at a time, the one that is nearest to the silence.
enum class Cause {
    NotAsking,         ///< nothing was ever heard from it
    OnlyAddress,       ///< it asks again and again, and our answer does not reach or suit it
    RomGaveUp,         ///< a Pi 3 tried five times and stays dead until it is switched off and on
    NoFolder,          ///< its boot folder is not there or has another name
    BootFileMissing,   ///< a file that must exist is missing
    TransferStalled,   ///< a transfer began and did not end
    KernelSilent,      ///< the kernel went over and Linux never asked for an address
    DiskNotSought,     ///< Linux is up and does not ask the server for its disk
    DiskRefused,       ///< the server refused the mount
    NoSsh,             ///< the root is mounted and SSH does not answer
};

/// A stable word for programs and bug reports: "no-folder".
QString causeId(Cause cause);

struct Diagnosis
{
    Cause cause;
    QString detail; ///< a file, an address, the server's own words

    bool operator==(const Diagnosis &) const = default;
};

/// Nothing while the node is on its way or running; limits per stage are those of reference/ux.md 5.9, in ms inside.
/// watchingSinceMs: when listening began (Unix ms); silence before it proves nothing.
std::optional<Diagnosis> diagnose(const Timeline &timeline, qint64 nowMs, qint64 watchingSinceMs);

} // namespace bramble

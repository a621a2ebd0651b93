// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline.h"

#include <algorithm>

namespace bramble {

// How far a node is, log and wire tell; this tells how much, and that it lives.
void Boot::diskBytes(const DiskBytes &disk, const Event &event)
{
    // A Linux that hangs asks its disk for nothing. But one that only waits, an emergency shell or a service that is tried again and again, still
    // looks at times of files, and NFSv4 renews its lease: some hundred bytes, each of them, and never as much as this within two seconds. One
    // program that starts reads more.
    constexpr qint64 lifeBytes = 16 * 1024;
    Timeline *timeline = byAddress(disk.address);
    if (!timeline)
        return; // perhaps it is known later: the number has all of it
    qint64 &counted = m_disks[disk.address];
    const qint64 more = disk.bytes >= counted ? disk.bytes - counted : disk.bytes; // less: counted anew, by another watching
    counted = disk.bytes;
    if (timeline->stage < Stage::Network)
        return; // of its last boot: the server keeps the connections of a Pi that was switched off for some minutes
    timeline->diskBytes += more;
    if (timeline->stage < Stage::Disk || disk.grown < lifeBytes)
        return;
    timeline->lastSignMs = std::max(timeline->lastSignMs, event.atMs);
    timeline->lastSaid = event.said;
}

} // namespace bramble

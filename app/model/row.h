// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace bramble {

/// One thing that was found on a server and matters. A fact; the sentence is made in words/.
struct Row
{
    enum class What {
        System, ///< name, architecture
        SystemUnfit, ///< name
        Address, ///< address, interface
        AddressLeased, ///< address, interface, who manages it
        AddressWireless, ///< address, interface
        AddressUnclear,
        AddressShared, ///< interface: NetworkManager gives addresses there itself
        Room, ///< free, file system
        RoomElsewhere, ///< free, file system, free there, mount point
        FilesystemUnfit, ///< file system, folder
        CopiesShareRoom, ///< file system
        CopiesTakeRoom, ///< file system
        LanGivesAddresses, ///< servers
        LanGivesTwice, ///< servers
        LanGivesNone,
        LanIsFree, ///< range
        LanIsTaken, ///< servers
        LanUnasked, ///< interface
        LanUnaskedFull, ///< interface
        RangeUnfit, ///< range, network
        SpanningTree, ///< seconds
        DhcpFree,
        DhcpOurs,
        DhcpExtended, ///< program, file
        DhcpSwitchedOn, ///< file: Pi-hole reads drop-ins from now on
        DhcpTaken, ///< program
        DropInsDormant, ///< files
        TftpFree,
        TftpTaken, ///< program
        TftpTakenWithFiles, ///< program, some files
        Dns, ///< program
        Nfs,
        NfsShared, ///< folders
        NfsOpensOurs, ///< folder, client
        NfsTuned, ///< threads
        NfsWithout3,
        NfsTaken, ///< program
        FirewallNone,
        FirewallOpen, ///< name
        FirewallToOpen, ///< name, ports
        FirewallUnclear, ///< ports
        PackagesThere,
        PackagesToCome, ///< packages
        PackagesUnknown, ///< packages
        PackagesMissing, ///< packages
        ClockOff, ///< seconds
        ManyNodes, ///< nodes, seconds until all have their boot files
        TooManyNodes, ///< nodes
        RouterDisk, ///< device, file system, free
        RouterDiskMissing,
        RouterFlash, ///< free
        RouterFlashShort, ///< needed, free
        RouterMemory, ///< free
        RouterMemoryShort, ///< needed, free
        RouterStaged, ///< changes
        RouterTooOld, ///< name
        RouterGivesNone, ///< program
        RouterTftpTaken, ///< folder
        RouterNeedsMac, ///< node
        RouterLanFull ///< node, network
    };

    /// Planned: a step of the plan sees to it. Advice: it works, but people should know. Blocks: there can be no plan.
    enum class State { Good, Planned, Advice, Blocks };

    What what = What::System;
    State state = State::Good;
    QStringList names;

    bool operator==(const Row &) const = default;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bramble {

/// Why a boot does not go on: at most one at a time, the one that explains the silence best.
enum class Cause {
    // The server as a whole.
    PortTaken,           ///< another program has DHCP's or TFTP's port
    ServerSettingsBad,   ///< our dnsmasq does not understand its settings
    ServerStopped,       ///< our dnsmasq does not run
    ServerNoAddress,     ///< the server has no address on the Pis' network
    ServerOtherNetwork,  ///< the server is in another network than it was set up for
    ServerAddressChanged,///< the Pis look for the address that the server had
    ServerLate,          ///< the Pi asked before the server was up, and has given up
    DiskFull,
    NfsServerDown,
    // Asking.
    NotAsking,           ///< nothing was ever heard from it
    BootOrder,           ///< ... and its EEPROM may not be told to boot from the network
    OtpBit,              ///< ... and its boot ROM may not be
    BootsFromCard,       ///< another system is in it and starts
    SpanningTree,        ///< the switch swallowed its questions
    Ignored,             ///< our dnsmasq is told to ignore it
    NoAddressLeft,
    OtherSerial,         ///< it is another board than the list of Pis says
    OtherPrefix,         ///< its EEPROM asks for a folder of another name
    TwoBootServers,
    RomAsksRouter,       ///< the ROM of the 3B asks whoever gave it its address
    PcMenu,              ///< the server offers a PC's boot menu
    MenuBlanks,          ///< the ROM of the 3B needs three blanks behind the boot text
    ReplyTooEarly,       ///< ... and does not hear an answer that comes at once
    NoAddressServer,     ///< nobody gives it an address
    DhcpBlocked,         ///< a firewall on the server keeps its question out
    NoBootAnswer,        ///< our server hears it and does not answer
    RomGaveUp,           ///< a Pi 3 tried five times and stays dead until it is switched off and on
    OnlyAddress,         ///< it asks again and again, and our answer does not reach or suit it
    // Firmware and settings.
    TftpBlocked,         ///< a firewall on the server keeps its requests for files out
    TftpMax,             ///< dnsmasq has as many transfers as it takes
    NoFolder,
    FolderMisnamed,
    BootFilesInRoot,     ///< they lie where the system mounts them, not where TFTP reads
    FileHidden,          ///< it is there and the TFTP server does not see it
    FileDenied,
    RootFiles,           ///< it boots from files that are not its own
    SignedBoot,
    FileEmpty,
    FirmwareMixed,
    DtbMissing,
    KernelMissing,
    CmdlineMissing,
    FirmwareMissing,
    BootFileMissing,
    FileTooBig,
    RomNoArp,            ///< the ROM of the 3B does not say where it is while a transfer runs
    OldEeprom,           ///< that of an early Pi 5 gives up after one lost answer
    TftpOneWay,          ///< what is sent does not arrive
    TransferStalled,
    // Kernel.
    CmdlineNoNfs,        ///< the start command says nothing of a disk over the network
    CmdlineLines,
    KernelModules,       ///< kernel and modules are not of one version
    KernelSilent,
    // Disk.
    CmdlineServer,
    CmdlinePath,
    CmdlineOptions,
    IllegalPort,
    WrongClient,         ///< the disk is kept for another address
    NotExported,
    TreeGone,
    DiskCannotExport,    ///< the file system below it cannot be served by NFS
    Nfs3Off,
    NfsCrowded,
    NfsBlocked,
    DiskRefused,
    DiskNotSought,
    // Linux.
    TwoAtOneAddress,
    ReadOnlyRoot,
    StaleHandle,
    BootFolderRefused,
    InterfaceTaken,      ///< a network manager takes the card that the disk hangs on
    TreeIncomplete,
    SshOff,
    TwinIdentity,
    ClockOff,
    NoSsh,
};

inline constexpr int causeCount = int(Cause::NoSsh) + 1;

/// A stable word for programs and bug reports: "no-folder".
QString causeId(Cause cause);

enum class Confidence {
    Certain,  ///< it was seen
    Likely,   ///< what was seen has hardly another reason
    Possible, ///< the most frequent reason for what was not seen
};

QString confidenceId(Confidence confidence);

/// What mends a cause: a step that the program runs, or a card that somebody follows by hand.
enum class Fix {
    // Ours.
    SetUpAgain,    ///< the plan is made anew and what it lacks is done: files, service, exports
    RestartService,///< our dnsmasq
    StartNfs,      ///< the NFS server, and the exports
    ExportAgain,
    OpenFirewall,
    LayBootFiles,  ///< the node's boot folder anew from the kept image; its disk stays as it is
    LayTree,       ///< a fresh disk, for what was there is gone
    // Cards.
    PowerCycle,
    SetBootOrder,
    SetOtpBit,
    TakeCardOut,
    QuickPort,     ///< of the switch
    CorrectList,   ///< serial or MAC in the list of Pis
    OtherServerOff,
    RouterGivesAddresses,
    BootcodeCard,  ///< a memory card with bootcode.bin for a 3B
    ResetPrefix,
    UnsignedBoot,
    UpdateEeprom,
    NewerImage,
    CheckCable,
    FreePort,
    FixAddress,    ///< of the server
    FreeSpace,
    OtherDisk,     ///< for the served folder
    MoreThreads,   ///< of nfsd
    OneAddressEach,
    SetClock,
    LookAtScreen,
};

inline constexpr int fixCount = int(Fix::LookAtScreen) + 1;

/// A stable word: "lay-boot-files".
QString fixId(Fix fix);
/// Whether the program does it; else it is a card.
bool isOurs(Fix fix);

} // namespace bramble

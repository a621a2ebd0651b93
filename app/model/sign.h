// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace bramble {

/// What can be noticed of a boot beside how far it is: in the server's log, on its wire, or by a look at the server. A sign alone is no
/// fault; the rules of diagnosis say which of them, in which stage, are.
enum class SignKind {
    // The log and the wire: of one node.
    Asked,             ///< its boot ROM asked for an address
    Offered,           ///< we told it where to boot from
    ReplyDelayed,      ///< with the pause that the ROM of the 3B needs
    MenuWithoutBlanks, ///< our boot text lacks the three blanks at its end
    MenuOfOthers,      ///< the boot menu that we sent is not a Pi's
    Ignored,           ///< our dnsmasq was told to ignore it
    NoAddressLeft,     ///< our dnsmasq gives addresses and has none for it
    OtherSerial,       ///< detail: the serial that it says is its own, or the end of it
    AddressOffered,    ///< detail: by whom
    ForeignOffer,      ///< another server says where to boot from; detail: which
    OtherSystem,       ///< a system that did not start from us asks for an address
    FileElsewhere,     ///< it asks another server for boot files; detail: which
    RequestUnanswered, ///< it asked for a file more than once and got nothing; detail: the file
    RequestRepeated,   ///< it asks for a file again that is being sent; detail: the file
    FileMissing,       ///< detail: below the node's folder
    FileFailed,        ///< a transfer ended before the end of the file; detail: the file
    FileTooBig,        ///< so did one of a file that has more blocks than old boot loaders can count; detail: the file
    FileDenied,        ///< detail: the file
    FileTruncated,     ///< what was sent is empty; detail: the file
    RootFile,          ///< a boot file came from the TFTP root, which is nobody's; detail: the file
    OtherFolder,       ///< it asks for another folder than its serial's; detail: which
    BigImage,          ///< boot.img or boot.sig was asked for: signed boot
    ArpUnanswered,     ///< the server looks for its network address in vain
    ArpElsewhere,      ///< it looks for a machine that nobody is; detail: the address
    AddressTaken,      ///< another machine uses its address; detail: which
    PortSilent,        ///< a connection to the server gets no answer; detail: the port
    PortClosed,        ///< a connection to the server is refused; detail: the port
    ServiceUnknown,    ///< the server's rpcbind does not know what was asked for; detail: the program
    NfsVersion4,       ///< it speaks NFS version 4
    Refused,           ///< its disk was refused; detail: why
    RefusedOther,      ///< it asked for a disk that is not its own, and was refused; detail: which
    BootFolderRefused, ///< its disk is there, its boot folder is refused; detail: why
    AskedAgain,        ///< with its disk mounted, it asks for an address anew
    NfsError,          ///< detail: the status
    SshClosed,         ///< its SSH port is closed
    // The log and the wire: of the server as a whole.
    ServerStarted,
    ServerStopped,
    ServerPortTaken,   ///< detail: the port, or what could not be had
    ServerSettingsBad, ///< detail: what dnsmasq says
    NoRange,           ///< the server's network is not the one it was set up for
    NoServerAddress,   ///< the interface has no address
    NfsStarted,
    NfsStopped,
    NfsCrowded,        ///< nfsd has more connections than it takes
    TftpCrowded,       ///< requests wait behind as many transfers as dnsmasq takes
    DiskFull,
    DiskCannotExport,  ///< detail: the folder
    TreeGone,          ///< detail: the folder
    SpanningTree,      ///< a switch that makes a port wait
    // A look at the server: of one node.
    SeenFolderMisnamed, ///< detail: the name it has
    SeenFolderEmpty,
    SeenFolderMissing,
    SeenBootFilesInRoot,///< they lie in the boot folder of its disk
    SeenUnreadable,     ///< detail: the file
    SeenFileMissing,    ///< detail: the file
    SeenFileEmpty,      ///< detail: the file
    SeenFile,           ///< it is there; detail: a file that its boot loader or kernel needs
    SeenServer,         ///< its start command names another server; detail: which
    SeenPath,           ///< ... another folder; detail: which
    SeenOptions,        ///< ... options that nobody mounts with; detail: which
    SeenReadOnly,       ///< ... no rw
    SeenNoNetworkRoot,  ///< ... no root=/dev/nfs; detail: what it has
    SeenManyLines,      ///< ... more than one line
    SeenKernelOnly,     ///< its kernel has no modules in its tree; detail: the version
    SeenNotExported,
    SeenExportedTo,     ///< detail: another address
    SeenExportReadOnly,
    SeenTreeMissing,
    SeenTreeIncomplete, ///< detail: what is missing
    SeenFirmwareMixed,  ///< start.elf and fixup.dat are of different days
    SeenTwin,           ///< another tree has the same identity; detail: whose
    SeenNoLogin,        ///< nobody can log in: no SSH server that starts, or no key and no password
    SeenInterfaceManaged, ///< a network manager of its tree takes the card that the disk hangs on; detail: which
    // A look at the server: as a whole.
    SeenUnitDown,
    SeenPortOwner,     ///< somebody else has the port; detail: port and who
    SeenNfsDown,
    SeenNfs3Off,
    SeenFirewall,      ///< detail: the firewall
    SeenDiskFull,
    SeenAddressGone,   ///< the address in the start commands is not the server's; detail: which
    SeenClockOff,      ///< detail: by how many minutes
};

/// Something noticed, once or more than once.
struct Sign
{
    SignKind kind = SignKind::Asked;
    QString detail{};
    QString said{}; ///< the line of a log, a packet in words, or what was found; word for word, as evidence
    qint64 firstMs = 0; ///< Unix ms
    qint64 lastMs = 0;
    int count = 1;

    bool operator==(const Sign &) const = default;
};

using Signs = std::vector<Sign>;

/// A stable word for programs: "request-unanswered".
QString signId(SignKind kind);
const Sign *find(const Signs &signs, SignKind kind);
/// The same thing noticed again is counted; what is new is appended, up to a limit that no boot comes to.
void note(Signs &signs, Sign sign);

} // namespace bramble

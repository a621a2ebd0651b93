// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bramble {

/// Every way in which something can go wrong, as a fact. The sentences stand in words/, the stable ids in error.cpp.
enum class ErrorKind {
    // What a person typed: BB-IN
    InvalidSerial,
    InvalidMac,
    DuplicateSerial,
    DuplicateMac,
    InvalidHostname,
    DuplicateHostname,
    ModelCannotNetboot,
    InvalidUser,
    InvalidPublicKey,
    InvalidAddress,
    NothingRecognised,
    NodeWithoutIdentity,
    NoNodes,
    InvalidModel,
    InvalidTimezone,
    InvalidUrl,
    ImageTwice,
    InvalidLocale,
    InvalidKeyboard,
    InvalidPackage,
    SudoWithoutPassword,
    NoWayIn,
    UserDataInvalid,
    UserDataForbidden,
    NodePasswordNeeded,
    NodePasswordUnfit,
    NodeUnknown,
    DhcpRangeInvalid,
    DhcpRangeWithoutFull,
    InvalidEepromValue,
    InvalidBootFolder,
    DuplicateBootFolder,
    UnknownMacPrefix,
    SerialMacDisagree,
    ModelsDisagree,
    // The cluster file: BB-CLU
    ClusterUnreadable,
    ClusterSyntax,
    ClusterSchema,
    ClusterVersion,
    ClusterSecret,
    ClusterUnwritable,
    // The image: BB-IMG
    ImageUnreadable,
    ImageFormatUnknown,
    ImageTruncated,
    ImageCorrupt,
    ImageNoPartitionTable,
    ImageNoBootPartition,
    ImageNoRootPartition,
    ImageBrokenFilesystem,
    ImageFilesystemUnsupported,
    ImageNeedsRecovery,
    ImageNotForPi,
    ImageTooMuchMemory,
    ImageLacksModel,
    ImageNoDiskSpace,
    ImageChecksum,
    ImageLacksLocale,
    ImageLacksCloudInit,
    ImageInitramfsWithoutNfs,
    // Fetching: BB-NET
    NetUnreachable,
    NetStatus,
    NetRedirects,
    NetStalled,
    NetTruncated,
    NetChecksum,
    NetRange,
    NetChanged,
    NetDiskFull,
    NetNoSpace,
    NetTls,
    NetTooLarge,
    NetProxy,
    CacheInUse,
    CacheUnknown,
    // The list of systems: BB-CAT
    CatalogueUnreadable,
    CatalogueUnknown,
    CatalogueAmbiguous,
    CatalogueUnfit,
    // SSH: BB-SSH
    SshResolve,
    SshConnect,
    SshTimeout,
    SshHostKeyUnknown,
    SshHostKeyChanged,
    SshDenied,
    SshDisconnected,
    SshChannel,
    SshStalled,
    SshKeyUnreadable,
    SshPassphraseNeeded,
    SshKnownHostsUnwritable,
    SshPassphraseWrong,
    // Becoming root: BB-SUDO
    SudoMissing,
    SudoNotAllowed,
    SudoPasswordNeeded,
    SudoPasswordWrong,
    // The server: BB-SRV
    ServerUnsupported,
    ServerCommandFailed,
    ServerDiskFull,
    ServerNotEnoughSpace,
    ServerPortTaken,
    ServerPackagesUnavailable,
    ServerAddressUnknown,
    ServerBusy,
    ServerServiceFailed,
    ServerFileForeign,
    ServerStreamIncomplete,
    ServerVerifyFailed,
    ServerAnswerUnreadable,
    ServerChangedSince,
    ServerUndoIncomplete,
    ServerFileDrifted,
    ServerTookBack,
    ServerImageMissing,
    ServerOtherDhcp,
    ServerNetworkUnasked,
    ServerFilesystemUnfit,
    ServerNfsWithout3,
    ServerDropInsDormant,
    ServerFirewallFailed,
    // Preparing Pis: BB-PREP
    NotAPi,
    EepromImageUnknown,
    EepromImageBroken,
    EepromFileMissing,
    EepromFileTooLarge,
    FirmwareMissing,
    FirmwareUnfit,
    CardTooSmall,
    DriveUnfit,
    NetworkTooLarge,
    // OpenWrt routers: BB-OWT
    RouterStorageMissing,
    RouterFlashFull,
    RouterMemoryShort,
    RouterStagedChanges,
    RouterNodeWithoutMac,
    RouterGivesNoAddresses,
    RouterTftpTaken,
    RouterNoFreeAddress,
    RouterTooOld,
    RouterSettingsRefused,
    RouterNotLookedAt,
    // Simulated Pis: BB-VPI
    PiInterface,
    PiNoOffer,
    PiNoBootOffer,
    PiTftpFailed,
    PiNfsRefused,
    PiRootIncomplete,
    // Watching: BB-BOOT
    BootNotAllRunning,
    RecordingUnreadable,
    // The program itself: BB-APP
    Stopped,
    Usage,
    FileUnreadable,
    FileUnwritable,
    PracticeUnavailable,
    // Preparing Pis over SSH: BB-PREP as well
    EepromToolMissing,
    EepromUpdateRefused,
    EepromWriteProtected,
    PiNeedsOtherWay,
    FuseNotAgreed,
    EepromChangedSince,
    BootFolderUnfit,
};

/// Why there is no value. Values and facts only: no sentence is made below words/.
struct Error
{
    ErrorKind kind;
    QString subject; ///< what it is about: a file, a host, a node, a value as typed
    QString detail;  ///< what the other side said, word for word; may be empty

    bool operator==(const Error &) const = default;
};

/// The id shown to people and printed by --json, for example BB-SSH-005. Never reused, never renumbered.
QString errorId(ErrorKind kind);

/// The exit code of the command line for an error; README lists them.
int exitCode(ErrorKind kind);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/error.h"

namespace bramble {

using namespace Qt::StringLiterals;

QString errorId(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidSerial: return u"BB-IN-001"_s;
    case ErrorKind::InvalidMac: return u"BB-IN-002"_s;
    case ErrorKind::DuplicateSerial: return u"BB-IN-003"_s;
    case ErrorKind::DuplicateMac: return u"BB-IN-004"_s;
    case ErrorKind::InvalidHostname: return u"BB-IN-005"_s;
    case ErrorKind::DuplicateHostname: return u"BB-IN-006"_s;
    case ErrorKind::ModelCannotNetboot: return u"BB-IN-007"_s;
    case ErrorKind::InvalidUser: return u"BB-IN-008"_s;
    case ErrorKind::InvalidPublicKey: return u"BB-IN-009"_s;
    case ErrorKind::InvalidAddress: return u"BB-IN-010"_s;
    case ErrorKind::NothingRecognised: return u"BB-IN-011"_s;
    case ErrorKind::NodeWithoutIdentity: return u"BB-IN-012"_s;
    case ErrorKind::NoNodes: return u"BB-IN-013"_s;
    case ErrorKind::InvalidModel: return u"BB-IN-014"_s;
    case ErrorKind::InvalidTimezone: return u"BB-IN-015"_s;
    case ErrorKind::InvalidUrl: return u"BB-IN-016"_s;
    case ErrorKind::ImageTwice: return u"BB-IN-017"_s;
    case ErrorKind::InvalidLocale: return u"BB-IN-018"_s;
    case ErrorKind::InvalidKeyboard: return u"BB-IN-019"_s;
    case ErrorKind::InvalidPackage: return u"BB-IN-020"_s;
    case ErrorKind::SudoWithoutPassword: return u"BB-IN-021"_s;
    case ErrorKind::NoWayIn: return u"BB-IN-022"_s;
    case ErrorKind::UserDataInvalid: return u"BB-IN-023"_s;
    case ErrorKind::UserDataForbidden: return u"BB-IN-024"_s;
    case ErrorKind::NodePasswordNeeded: return u"BB-IN-025"_s;
    case ErrorKind::NodePasswordUnfit: return u"BB-IN-026"_s;
    case ErrorKind::NodeUnknown: return u"BB-IN-040"_s; // 027 to 039: kept for the network and the router
    case ErrorKind::DhcpRangeInvalid: return u"BB-IN-031"_s;
    case ErrorKind::DhcpRangeWithoutFull: return u"BB-IN-032"_s;
    case ErrorKind::InvalidEepromValue: return u"BB-IN-041"_s;
    case ErrorKind::InvalidBootFolder: return u"BB-IN-042"_s;
    case ErrorKind::DuplicateBootFolder: return u"BB-IN-043"_s;
    case ErrorKind::UnknownMacPrefix: return u"BB-IN-044"_s;
    case ErrorKind::SerialMacDisagree: return u"BB-IN-045"_s;
    case ErrorKind::ModelsDisagree: return u"BB-IN-046"_s;
    case ErrorKind::ClusterUnreadable: return u"BB-CLU-001"_s;
    case ErrorKind::ClusterSyntax: return u"BB-CLU-002"_s;
    case ErrorKind::ClusterSchema: return u"BB-CLU-003"_s;
    case ErrorKind::ClusterVersion: return u"BB-CLU-004"_s;
    case ErrorKind::ClusterSecret: return u"BB-CLU-005"_s;
    case ErrorKind::ClusterUnwritable: return u"BB-CLU-006"_s;
    case ErrorKind::ImageUnreadable: return u"BB-IMG-001"_s;
    case ErrorKind::ImageFormatUnknown: return u"BB-IMG-002"_s;
    case ErrorKind::ImageTruncated: return u"BB-IMG-003"_s;
    case ErrorKind::ImageCorrupt: return u"BB-IMG-004"_s;
    case ErrorKind::ImageNoPartitionTable: return u"BB-IMG-005"_s;
    case ErrorKind::ImageNoBootPartition: return u"BB-IMG-006"_s;
    case ErrorKind::ImageNoRootPartition: return u"BB-IMG-007"_s;
    case ErrorKind::ImageBrokenFilesystem: return u"BB-IMG-008"_s;
    case ErrorKind::ImageFilesystemUnsupported: return u"BB-IMG-009"_s;
    case ErrorKind::ImageNeedsRecovery: return u"BB-IMG-010"_s;
    case ErrorKind::ImageNotForPi: return u"BB-IMG-011"_s;
    case ErrorKind::ImageTooMuchMemory: return u"BB-IMG-012"_s;
    case ErrorKind::ImageLacksModel: return u"BB-IMG-013"_s;
    case ErrorKind::ImageNoDiskSpace: return u"BB-IMG-014"_s;
    case ErrorKind::ImageChecksum: return u"BB-IMG-015"_s;
    case ErrorKind::ImageLacksLocale: return u"BB-IMG-031"_s; // 016 to 030: kept for what comes of reading and fetching
    case ErrorKind::ImageLacksCloudInit: return u"BB-IMG-032"_s;
    case ErrorKind::ImageInitramfsWithoutNfs: return u"BB-IMG-033"_s;
    case ErrorKind::NetUnreachable: return u"BB-NET-001"_s;
    case ErrorKind::NetStatus: return u"BB-NET-002"_s;
    case ErrorKind::NetRedirects: return u"BB-NET-003"_s;
    case ErrorKind::NetStalled: return u"BB-NET-004"_s;
    case ErrorKind::NetTruncated: return u"BB-NET-005"_s;
    case ErrorKind::NetChecksum: return u"BB-NET-006"_s;
    case ErrorKind::NetRange: return u"BB-NET-007"_s;
    case ErrorKind::NetChanged: return u"BB-NET-008"_s;
    case ErrorKind::NetDiskFull: return u"BB-NET-009"_s;
    case ErrorKind::NetNoSpace: return u"BB-NET-010"_s;
    case ErrorKind::NetTls: return u"BB-NET-011"_s;
    case ErrorKind::NetTooLarge: return u"BB-NET-012"_s;
    case ErrorKind::NetProxy: return u"BB-NET-013"_s;
    case ErrorKind::CacheInUse: return u"BB-NET-014"_s;
    case ErrorKind::CacheUnknown: return u"BB-NET-015"_s;
    case ErrorKind::CatalogueUnreadable: return u"BB-CAT-001"_s;
    case ErrorKind::CatalogueUnknown: return u"BB-CAT-002"_s;
    case ErrorKind::CatalogueAmbiguous: return u"BB-CAT-003"_s;
    case ErrorKind::CatalogueUnfit: return u"BB-CAT-004"_s;
    case ErrorKind::SshResolve: return u"BB-SSH-001"_s;
    case ErrorKind::SshConnect: return u"BB-SSH-002"_s;
    case ErrorKind::SshTimeout: return u"BB-SSH-003"_s;
    case ErrorKind::SshHostKeyUnknown: return u"BB-SSH-004"_s;
    case ErrorKind::SshHostKeyChanged: return u"BB-SSH-005"_s;
    case ErrorKind::SshDenied: return u"BB-SSH-006"_s;
    case ErrorKind::SshDisconnected: return u"BB-SSH-007"_s;
    case ErrorKind::SshChannel: return u"BB-SSH-008"_s;
    case ErrorKind::SshStalled: return u"BB-SSH-009"_s;
    case ErrorKind::SshKeyUnreadable: return u"BB-SSH-010"_s;
    case ErrorKind::SshPassphraseNeeded: return u"BB-SSH-011"_s;
    case ErrorKind::SshKnownHostsUnwritable: return u"BB-SSH-012"_s;
    case ErrorKind::SshPassphraseWrong: return u"BB-SSH-013"_s;
    case ErrorKind::SudoMissing: return u"BB-SUDO-001"_s;
    case ErrorKind::SudoNotAllowed: return u"BB-SUDO-002"_s;
    case ErrorKind::SudoPasswordNeeded: return u"BB-SUDO-003"_s;
    case ErrorKind::SudoPasswordWrong: return u"BB-SUDO-004"_s;
    case ErrorKind::ServerUnsupported: return u"BB-SRV-001"_s;
    case ErrorKind::ServerCommandFailed: return u"BB-SRV-002"_s;
    case ErrorKind::ServerDiskFull: return u"BB-SRV-003"_s;
    case ErrorKind::ServerNotEnoughSpace: return u"BB-SRV-004"_s;
    case ErrorKind::ServerPortTaken: return u"BB-SRV-005"_s;
    case ErrorKind::ServerPackagesUnavailable: return u"BB-SRV-006"_s;
    case ErrorKind::ServerAddressUnknown: return u"BB-SRV-007"_s;
    case ErrorKind::ServerBusy: return u"BB-SRV-008"_s;
    case ErrorKind::ServerServiceFailed: return u"BB-SRV-009"_s;
    case ErrorKind::ServerFileForeign: return u"BB-SRV-010"_s;
    case ErrorKind::ServerStreamIncomplete: return u"BB-SRV-011"_s;
    case ErrorKind::ServerVerifyFailed: return u"BB-SRV-012"_s;
    case ErrorKind::ServerAnswerUnreadable: return u"BB-SRV-013"_s;
    case ErrorKind::ServerChangedSince: return u"BB-SRV-020"_s; // 014 to 019: kept for what comes of looking and planning
    case ErrorKind::ServerUndoIncomplete: return u"BB-SRV-021"_s;
    case ErrorKind::ServerFileDrifted: return u"BB-SRV-022"_s;
    case ErrorKind::ServerTookBack: return u"BB-SRV-023"_s;
    case ErrorKind::ServerImageMissing: return u"BB-SRV-024"_s;
    case ErrorKind::ServerOtherDhcp: return u"BB-SRV-031"_s; // 014 to 030: kept for what comes of changing a server
    case ErrorKind::ServerNetworkUnasked: return u"BB-SRV-032"_s;
    case ErrorKind::ServerFilesystemUnfit: return u"BB-SRV-033"_s;
    case ErrorKind::ServerNfsWithout3: return u"BB-SRV-034"_s;
    case ErrorKind::ServerDropInsDormant: return u"BB-SRV-035"_s;
    case ErrorKind::ServerFirewallFailed: return u"BB-SRV-036"_s;
    case ErrorKind::NotAPi: return u"BB-PREP-010"_s;
    case ErrorKind::EepromImageUnknown: return u"BB-PREP-001"_s;
    case ErrorKind::EepromImageBroken: return u"BB-PREP-002"_s;
    case ErrorKind::EepromFileMissing: return u"BB-PREP-003"_s;
    case ErrorKind::EepromFileTooLarge: return u"BB-PREP-004"_s;
    case ErrorKind::FirmwareMissing: return u"BB-PREP-005"_s;
    case ErrorKind::FirmwareUnfit: return u"BB-PREP-006"_s;
    case ErrorKind::CardTooSmall: return u"BB-PREP-007"_s;
    case ErrorKind::DriveUnfit: return u"BB-PREP-008"_s;
    case ErrorKind::NetworkTooLarge: return u"BB-PREP-009"_s;
    case ErrorKind::EepromToolMissing: return u"BB-PREP-011"_s;
    case ErrorKind::EepromUpdateRefused: return u"BB-PREP-012"_s;
    case ErrorKind::EepromWriteProtected: return u"BB-PREP-013"_s;
    case ErrorKind::PiNeedsOtherWay: return u"BB-PREP-014"_s;
    case ErrorKind::FuseNotAgreed: return u"BB-PREP-015"_s;
    case ErrorKind::EepromChangedSince: return u"BB-PREP-016"_s;
    case ErrorKind::BootFolderUnfit: return u"BB-PREP-017"_s;
    case ErrorKind::RouterStorageMissing: return u"BB-OWT-001"_s;
    case ErrorKind::RouterFlashFull: return u"BB-OWT-002"_s;
    case ErrorKind::RouterMemoryShort: return u"BB-OWT-003"_s;
    case ErrorKind::RouterStagedChanges: return u"BB-OWT-004"_s;
    case ErrorKind::RouterNodeWithoutMac: return u"BB-OWT-005"_s;
    case ErrorKind::RouterGivesNoAddresses: return u"BB-OWT-006"_s;
    case ErrorKind::RouterTftpTaken: return u"BB-OWT-007"_s;
    case ErrorKind::RouterNoFreeAddress: return u"BB-OWT-008"_s;
    case ErrorKind::RouterTooOld: return u"BB-OWT-009"_s;
    case ErrorKind::RouterSettingsRefused: return u"BB-OWT-010"_s;
    case ErrorKind::RouterNotLookedAt: return u"BB-OWT-011"_s;
    case ErrorKind::PiInterface: return u"BB-VPI-001"_s;
    case ErrorKind::PiNoOffer: return u"BB-VPI-002"_s;
    case ErrorKind::PiNoBootOffer: return u"BB-VPI-003"_s;
    case ErrorKind::PiTftpFailed: return u"BB-VPI-004"_s;
    case ErrorKind::PiNfsRefused: return u"BB-VPI-005"_s;
    case ErrorKind::PiRootIncomplete: return u"BB-VPI-006"_s;
    case ErrorKind::BootNotAllRunning: return u"BB-BOOT-001"_s;
    case ErrorKind::RecordingUnreadable: return u"BB-BOOT-002"_s;
    case ErrorKind::Stopped: return u"BB-APP-001"_s;
    case ErrorKind::Usage: return u"BB-APP-002"_s;
    case ErrorKind::FileUnreadable: return u"BB-APP-003"_s;
    case ErrorKind::FileUnwritable: return u"BB-APP-004"_s;
    case ErrorKind::PracticeUnavailable: return u"BB-APP-005"_s;
    }
    return {};
}

int exitCode(ErrorKind kind)
{
    if (kind == ErrorKind::Stopped)
        return 6;
    const QString id = errorId(kind);
    if (id.startsWith("BB-IN-"_L1) || id.startsWith("BB-CLU-"_L1) || kind == ErrorKind::Usage)
        return 2;
    if (id.startsWith("BB-IMG-"_L1))
        return 3;
    if (id.startsWith("BB-SSH-"_L1) || id.startsWith("BB-SUDO-"_L1))
        return 4;
    if (id.startsWith("BB-SRV-"_L1) || id.startsWith("BB-OWT-"_L1))
        return 5;
    if (id.startsWith("BB-BOOT-"_L1) || id.startsWith("BB-VPI-"_L1))
        return 7;
    if (id.startsWith("BB-PREP-"_L1))
        return 10;
    if (id.startsWith("BB-NET-"_L1) || id.startsWith("BB-CAT-"_L1))
        return 9;
    return 1;
}

} // namespace bramble

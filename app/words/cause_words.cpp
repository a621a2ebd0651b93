// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

namespace bramble {

namespace {

/// The context of these sentences for translators: %1 is the Pi, %2 a file, an address, a word of the server's.
struct Causes
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Causes)
public:
    static QString beforeFiles(Cause cause);
    static QString duringFiles(Cause cause);
    static QString afterFiles(Cause cause);
    static QString of(Confidence confidence);
};

QString Causes::beforeFiles(Cause cause)
{
    switch (cause) {
    case Cause::PortTaken: return tr("The server cannot start %1: another program on it has the port %2.");
    case Cause::ServerSettingsBad: return tr("The server cannot start %1: its boot service does not understand its settings (%2).");
    case Cause::ServerStopped: return tr("The boot service of the server does not run, so %1 gets no answer.");
    case Cause::ServerNoAddress: return tr("The server has no address on the network of %1.");
    case Cause::ServerOtherNetwork: return tr("The server is in another network than it was set up for, and does not answer %1.");
    case Cause::ServerAddressChanged: return tr("%1 looks for its disk at %2, which was the server's address.");
    case Cause::ServerLate: return tr("%1 asked before the server was up, and a Pi 3 does not ask again.");
    case Cause::DiskFull: return tr("The disk of the server is full, and %1 cannot go on.");
    case Cause::NfsServerDown: return tr("The server does not hand out disks at the moment, so %1 waits for its own.");
    case Cause::NotAsking: return tr("%1 has not asked the network for anything yet.");
    case Cause::BootOrder:
        return tr("%1 has not asked the network for anything yet. If it is switched on, network boot is not in its boot order.");
    case Cause::OtpBit:
        return tr("%1 has not asked the network for anything yet. If it is switched on, network boot was never enabled on this board.");
    case Cause::BootsFromCard: return tr("%1 starts another system: from a memory card, a USB drive or an SSD.");
    case Cause::SpanningTree: return tr("The switch holds back what %1 asks in its first seconds, and a Pi 3 asks no longer than that.");
    case Cause::Ignored: return tr("The boot service of the server is told to ignore %1.");
    case Cause::NoAddressLeft: return tr("No address is left for %1.");
    case Cause::OtherSerial: return tr("%1 is another board than the list of Pis says: it calls itself %2.");
    case Cause::OtherPrefix: return tr("%1 asks for a boot folder called %2, not for the one with its serial number.");
    case Cause::TwoBootServers: return tr("Another server, %2, answers %1 too and sends it elsewhere.");
    case Cause::RomAsksRouter: return tr("%1 asks %2 for its boot files, as the first Pi 3 does with whoever answered it.");
    case Cause::PcMenu: return tr("The server offers %1 a boot menu for PCs.");
    case Cause::MenuBlanks: return tr("%1 does not recognise the server: its boot ROM wants three blanks behind the name.");
    case Cause::ReplyTooEarly: return tr("The server answers %1 faster than its boot ROM can listen.");
    case Cause::NoAddressServer: return tr("Nobody gives %1 an address: it keeps asking although the server has told it where to boot from.");
    case Cause::DhcpBlocked: return tr("A firewall on the server keeps out what %1 asks.");
    case Cause::NoBootAnswer: return tr("%1 gets an address from %2, but nobody tells it where to boot from.");
    case Cause::RomGaveUp: return tr("%1 tried five times and gave up, as a Pi 3 does.");
    case Cause::OnlyAddress: return tr("%1 keeps asking and does not take up the answer.");
    default: return duringFiles(cause);
    }
}

QString Causes::duringFiles(Cause cause)
{
    switch (cause) {
    case Cause::TftpBlocked: return tr("%1 asks the server for boot files and gets no answer: a firewall keeps the requests out.");
    case Cause::TftpMax: return tr("The server sends as many files at once as it may, and %1 has to wait.");
    case Cause::NoFolder: return tr("%1 asks for its boot files, and its folder %2 is empty or missing.");
    case Cause::FolderMisnamed:
        return tr("The boot folder of %1 has the wrong name: %2. It has to be the last eight digits of the serial number, in lower case.");
    case Cause::BootFilesInRoot: return tr("The boot files of %1 lie on its disk (%2) instead of in its boot folder.");
    case Cause::FileHidden: return tr("%1 needs %2. It is there, and the server's boot service does not see it.");
    case Cause::FileDenied: return tr("The server's boot service may not read a boot file of %1: %2.");
    case Cause::RootFiles: return tr("%1 starts from boot files that are not its own (%2 at the top of the TFTP folder).");
    case Cause::SignedBoot: return tr("%1 wants a signed boot image (%2), which cannot be had over this kind of network boot.");
    case Cause::FileEmpty: return tr("A boot file of %1 is empty: %2.");
    case Cause::FirmwareMixed: return tr("The firmware files of %1 are not of one release: %2.");
    case Cause::DtbMissing: return tr("%1 needs the device tree %2, which the system on the server does not have.");
    case Cause::KernelMissing: return tr("The kernel of %1 is missing: %2.");
    case Cause::CmdlineMissing: return tr("The start command of %1 is missing: cmdline.txt. Without it Linux does not know where its disk is.");
    case Cause::FirmwareMissing: return tr("Firmware of %1 is missing: %2.");
    case Cause::BootFileMissing: return tr("%1 needs the file %2, which is not in its boot folder.");
    case Cause::FileTooBig: return tr("%2 is too big for the boot loader of %1, which counts to 65535 blocks.");
    case Cause::RomNoArp: return tr("The boot ROM of %1 does not say where it is while it fetches a file, and the server has lost it.");
    case Cause::OldEeprom: return tr("%1 lost one answer and gave up, as a Pi 5 with an early boot loader does.");
    case Cause::TftpOneWay: return tr("What the server sends to %1 does not arrive: it asks for %2 again and again.");
    case Cause::TransferStalled: return tr("%1 began to fetch its files and stopped.");
    default: return afterFiles(cause);
    }
}

QString Causes::afterFiles(Cause cause)
{
    switch (cause) {
    case Cause::CmdlineNoNfs: return tr("The start command of %1 says nothing of a disk over the network.");
    case Cause::CmdlineLines: return tr("The start command of %1 is more than one line long, and Linux reads the first.");
    case Cause::KernelModules: return tr("The kernel of %1 (%2) and the modules on its disk are of different versions.");
    case Cause::KernelSilent: return tr("%1 has its kernel, but Linux has not come up on the network.");
    case Cause::CmdlineServer: return tr("%1 looks for its disk at %2, which is not this server.");
    case Cause::CmdlinePath: return tr("%1 looks for its disk in %2, where it is not.");
    case Cause::CmdlineOptions: return tr("The start command of %1 has an option that its Linux cannot mount the disk with: %2.");
    case Cause::IllegalPort: return tr("The server refused %1 its disk: it asked from a port above 1023.");
    case Cause::WrongClient: return tr("The server keeps the disk of %1 for another address.");
    case Cause::NotExported: return tr("The server does not hand out the disk of %1.");
    case Cause::TreeGone: return tr("The disk of %1 is not on the server any more: %2.");
    case Cause::DiskCannotExport: return tr("The file system that the disk of %1 lies on cannot be handed out: %2.");
    case Cause::Nfs3Off: return tr("The server speaks NFS only in version 4, and %1 starts with version 3.");
    case Cause::NfsCrowded: return tr("The server has as many connections as it takes, and %1 gets none.");
    case Cause::NfsBlocked: return tr("%1 asks the server for its disk and gets no answer: a firewall keeps it out.");
    case Cause::DiskRefused: return tr("The server refused %1 its disk: %2.");
    case Cause::DiskNotSought: return tr("Linux is up on %1, but it does not ask the server for its disk.");
    case Cause::TwoAtOneAddress: return tr("%1 and another machine (%2) use one address.");
    case Cause::ReadOnlyRoot: return tr("%1 has its disk, but may not write on it.");
    case Cause::StaleHandle: return tr("The disk of %1 was exchanged on the server while it was running from it.");
    case Cause::BootFolderRefused: return tr("%1 has its disk, but the server refuses it its boot folder: %2.");
    case Cause::InterfaceTaken: return tr("A network manager on %1 takes over the card that its disk hangs on.");
    case Cause::TreeIncomplete: return tr("Something is missing on the disk of %1: %2.");
    case Cause::SshOff: return tr("%1 has started from its disk, and no SSH server runs on it.");
    case Cause::TwinIdentity: return tr("%1 and %2 have one and the same identity, as copies of a system that has run do.");
    case Cause::ClockOff: return tr("The clock of the server, from which %1 starts, is %2 minutes off.");
    case Cause::NoSsh: return tr("%1 has started from its disk, but does not answer on SSH.");
    default: return QString();
    }
}

QString Causes::of(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Certain: return tr("certain");
    case Confidence::Likely: return tr("likely");
    case Confidence::Possible: return tr("possible");
    }
    return {};
}

// One after the other: what the server said may hold a "%1" of its own.
QString filled(const QString &text, const QString &name, const QString &detail)
{
    const QStringList parts = text.split(QLatin1StringView("%2"));
    QStringList out;
    for (const QString &part : parts)
        out << QString(part).replace(QLatin1StringView("%1"), name);
    return out.join(detail.left(200));
}

} // namespace

CauseWords words(const Diagnosis &diagnosis, const Timeline &timeline)
{
    return {filled(Causes::beforeFiles(diagnosis.cause), timeline.node.name, diagnosis.detail), filled(words(diagnosis.fix).todo, timeline.node.name, diagnosis.detail)};
}

QString words(Confidence confidence)
{
    return Causes::of(confidence);
}

} // namespace bramble

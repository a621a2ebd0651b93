// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/error_words.h"

#include "words/words.h"

#include <QCoreApplication>

namespace bramble {

namespace {

/// The context of these sentences for translators.
struct Errors
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Errors)
public:
    static Sentences of(const Error &error);
    static Sentences room(const Error &error);
};

// The detail is "NEEDED FREE" in bytes, or "NEEDED FREE inodes".
Sentences Errors::room(const Error &error)
{
    const QStringList numbers = error.detail.split(u' ');
    const QString todo = tr("Make room there, or choose another folder or server.");
    if (numbers.size() == 3)
        return {tr("There is no room for so many files on the server in %1."),
                tr("It takes %1 of them, and there is room for %2.").arg(numbers[0], numbers[1]), todo};
    const QString why = numbers.size() == 2
        ? tr("It takes %1, and %2 are free.")
              .arg(bytesWords(numbers[0].toLongLong()), bytesWords(numbers[1].toLongLong()))
        : QString();
    return {tr("There is not enough room on the server in %1."), why, todo};
}

// A table in the shape of a switch without default, so that a new kind does not compile before it has words.
Sentences Errors::of(const Error &error)
{
    const bool nameless = error.subject.isEmpty();
    switch (error.kind) {
    // What a person typed
    case ErrorKind::InvalidSerial:
        return {tr("“%1” is not a serial number."),
                tr("A serial has 8 digits, or 16 of which the last 8 count: 0-9 and a-f."),
                tr("Read it off the start screen of the Pi, or from /proc/cpuinfo on it.")};
    case ErrorKind::InvalidMac:
        return {tr("“%1” is not a MAC address."),
                tr("A MAC address has 12 digits, 0-9 and a-f, such as dc:a6:32:01:02:03."),
                tr("Read it off the start screen of the Pi.")};
    case ErrorKind::DuplicateSerial:
        return {tr("The serial %1 is in the list twice."), {}, tr("Remove one of the rows, or correct its serial.")};
    case ErrorKind::DuplicateMac:
        return {
            tr("The MAC address %1 is in the list twice."), {}, tr("Remove one of the rows, or correct its address.")};
    case ErrorKind::InvalidHostname:
        return {nameless ? tr("A Pi has no name.") : tr("“%1” cannot be the name of a Pi."),
                tr("A name has lower-case letters, digits and hyphens; 63 at most."),
                tr("Give it a name such as pi-01.")};
    case ErrorKind::DuplicateHostname: return {tr("Two Pis are called %1."), {}, tr("Give one of them another name.")};
    case ErrorKind::ModelCannotNetboot:
        return {tr("%1 cannot start from the network."),
                error.detail.isEmpty() ? tr("This board has no network start of its own.")
                                       : tr("A board of the kind “%2” has no network start of its own."),
                tr("Take it off the list, or correct its model.")};
    case ErrorKind::InvalidUser:
        return {nameless ? tr("There is no user name yet.") : tr("“%1” cannot be a user name."),
                tr("A user name has lower-case letters, digits, - and _, begins with a letter, and is not root."),
                tr("Choose a name such as ada.")};
    case ErrorKind::InvalidPublicKey:
        return {nameless ? tr("There is no SSH key to log in with yet.") : tr("“%1…” is not a public SSH key."),
                nameless ? tr("The Pis let nobody in by password.")
                         : tr("A public key is one line that begins with a word such as ssh-ed25519."),
                tr("Choose a key, or paste the line from a file whose name ends in .pub.")};
    case ErrorKind::InvalidAddress:
        return {tr("“%1” is not an address."), {}, tr("Write a host name or an address such as 192.168.1.10.")};
    case ErrorKind::NothingRecognised:
        return {tr("No Pi was recognised in this text."), {}, tr("Paste lines that hold a serial number or a MAC address each.")};
    case ErrorKind::NodeWithoutIdentity:
        return {tr("%1 has neither a serial nor a MAC address."), tr("One of them is needed to tell the Pis apart."),
                tr("Fill in its serial: the start screen of the Pi shows it.")};
    case ErrorKind::NoNodes:
        return {tr("There is no Pi in the list yet."), {}, tr("Add at least one, with its serial or its MAC address.")};
    case ErrorKind::InvalidModel:
        return {tr("“%1” is not a model this program knows."), {}, tr("Write the model in its short form: 3B, 3B+, 4B, 5, CM4 …")};
    case ErrorKind::InvalidTimezone:
        return {tr("“%1” is not a time zone."), {}, tr("Write it as region and city, such as Europe/Berlin.")};
    case ErrorKind::NodeUnknown:
        return {tr("There is no Pi called %1 in the cluster file."), {}, tr("Use one of the names in the cluster file.")};
    // What a node should be like
    case ErrorKind::InvalidLocale:
    case ErrorKind::InvalidKeyboard:
    case ErrorKind::InvalidPackage:
    case ErrorKind::SudoWithoutPassword:
    case ErrorKind::NoWayIn:
    case ErrorKind::UserDataInvalid:
    case ErrorKind::UserDataForbidden:
    case ErrorKind::NodePasswordNeeded:
    case ErrorKind::NodePasswordUnfit:
    case ErrorKind::ImageLacksLocale:
    case ErrorKind::ImageLacksCloudInit:
    case ErrorKind::ImageInitramfsWithoutNfs: return customisingSentences(error);
    // Preparing Pis
    case ErrorKind::InvalidEepromValue:
    case ErrorKind::InvalidBootFolder:
    case ErrorKind::DuplicateBootFolder:
    case ErrorKind::UnknownMacPrefix:
    case ErrorKind::SerialMacDisagree:
    case ErrorKind::ModelsDisagree:
    case ErrorKind::NotAPi:
    case ErrorKind::EepromImageUnknown:
    case ErrorKind::EepromImageBroken:
    case ErrorKind::EepromFileMissing:
    case ErrorKind::EepromFileTooLarge:
    case ErrorKind::FirmwareMissing:
    case ErrorKind::FirmwareUnfit:
    case ErrorKind::CardTooSmall:
    case ErrorKind::DriveUnfit:
    case ErrorKind::NetworkTooLarge:
    case ErrorKind::EepromToolMissing:
    case ErrorKind::EepromUpdateRefused:
    case ErrorKind::EepromWriteProtected:
    case ErrorKind::PiNeedsOtherWay:
    case ErrorKind::FuseNotAgreed:
    case ErrorKind::EepromChangedSince:
    case ErrorKind::BootFolderUnfit: return preparingSentences(error);
    // The cluster file
    case ErrorKind::ClusterUnreadable:
        return {tr("The cluster file %1 cannot be read."), {}, tr("Check the name and that you may read it.")};
    case ErrorKind::ClusterSyntax:
        return {tr("The cluster file is not well-formed YAML."), {}, tr("Correct the line that is named, and open the file again.")};
    case ErrorKind::ClusterSchema:
        return {nameless ? tr("The cluster file is not built as one should be.")
                         : tr("“%1” has no place in a cluster file, or is of the wrong kind."),
                {},
                tr("Correct it at %2, and open the file again.")};
    case ErrorKind::ClusterVersion:
        if (nameless)
            return {tr("This is not a cluster file, or it does not say so."),
                    tr("A cluster file has the line “brambleboot: 1”."), tr("Choose another file, or add that line.")};
        return {tr("This cluster file is of version %1, which this program does not know."),
                tr("It was probably written by a newer program."), tr("Update Brambleboot.")};
    case ErrorKind::ClusterSecret:
        return {tr("The cluster file holds a secret: %1."),
                tr("Cluster files are meant to be shared, so secrets are not accepted in them."),
                tr("Take it out of the file. You are asked for passwords when they are needed.")};
    case ErrorKind::ClusterUnwritable:
        return {tr("The cluster file cannot be written to %1."), {}, tr("Choose another folder, or make room on the disk.")};
    // The image
    case ErrorKind::ImageUnreadable:
        return {nameless ? tr("No image has been chosen yet.") : tr("The image %1 cannot be read."),
                {},
                tr("Choose an image file that is on this computer.")};
    case ErrorKind::ImageFormatUnknown:
        return {tr("%1 is not an image this program can read."),
                tr("It reads .img, and .img inside .xz, .zst, .gz or .zip."),
                tr("Choose the image as it was downloaded.")};
    case ErrorKind::ImageTruncated:
        return {tr("The image ends too early."), tr("The download was probably cut short."), tr("Download it again.")};
    case ErrorKind::ImageCorrupt:
        return {tr("The image is damaged."), tr("Its own check sums do not agree with its content."),
                tr("Download it again.")};
    case ErrorKind::ImageNoPartitionTable:
        return {tr("The image holds no partition table this program can read."),
                tr("The image of a Pi's SD card begins with an MBR."), tr("Choose an image made for a Raspberry Pi.")};
    case ErrorKind::ImageNoBootPartition:
        return {tr("The image has no boot partition."), tr("A Pi's image begins with a FAT partition."),
                tr("Choose an image made for a Raspberry Pi.")};
    case ErrorKind::ImageNoRootPartition:
        return {tr("The image has no partition with a system."),
                tr("A Pi's image has its system in the second partition."),
                tr("Choose an image made for a Raspberry Pi.")};
    case ErrorKind::ImageBrokenFilesystem:
        return {tr("A file system inside the image is broken (%1)."), {}, tr("Download the image again, or choose another.")};
    case ErrorKind::ImageFilesystemUnsupported:
        return {tr("The image uses a file system this program cannot read."),
                tr("It reads FAT for the boot files and ext4 for the system."), tr("Choose another image.")};
    case ErrorKind::ImageNeedsRecovery:
        return {tr("The image was copied from a running system."),
                tr("Its journal holds changes that were never written to their places."),
                tr("Shut that system down first and copy the card again, or choose an image as it was downloaded.")};
    case ErrorKind::ImageNotForPi:
        return {tr("This image cannot be started by a Pi over the network."),
                nameless ? QString() : tr("What stands in the way: %1."),
                tr("Choose Raspberry Pi OS or Debian for the Raspberry Pi.")};
    case ErrorKind::ImageTooMuchMemory:
        return {tr("Reading %1 from the image would take too much memory."), {}, tr("Choose another image.")};
    case ErrorKind::ImageLacksModel:
        return {tr("This image has no files for the Pi %1."),
                tr("It lacks %2: it is older than that board, or made for other ones."),
                tr("Choose a newer image, or take that Pi off the list.")};
    case ErrorKind::ImageNoDiskSpace:
        return {
            tr("There is no room on this computer to unpack the image."), {}, tr("Make room in %1, and try again.")};
    case ErrorKind::ImageChecksum:
        return {tr("%1 is not the file the cluster file asks for."), tr("Its SHA-256 is another one."),
                tr("Download it again, or correct the cluster file.")};
    // Fetching, and the list of systems: in a table of their own
    case ErrorKind::InvalidUrl:
    case ErrorKind::ImageTwice:
    case ErrorKind::NetUnreachable:
    case ErrorKind::NetStatus:
    case ErrorKind::NetRedirects:
    case ErrorKind::NetStalled:
    case ErrorKind::NetTruncated:
    case ErrorKind::NetChecksum:
    case ErrorKind::NetRange:
    case ErrorKind::NetChanged:
    case ErrorKind::NetDiskFull:
    case ErrorKind::NetNoSpace:
    case ErrorKind::NetTls:
    case ErrorKind::NetTooLarge:
    case ErrorKind::NetProxy:
    case ErrorKind::CacheInUse:
    case ErrorKind::CacheUnknown:
    case ErrorKind::CatalogueUnreadable:
    case ErrorKind::CatalogueUnknown:
    case ErrorKind::CatalogueAmbiguous:
    case ErrorKind::CatalogueUnfit: return fetchSentences(error);
    // SSH
    case ErrorKind::SshResolve:
        return {tr("No computer called %1 was found."), {}, tr("Check the name, or use its address.")};
    case ErrorKind::SshConnect:
        return {tr("%1 does not take SSH connections."), {}, tr("Check that it is on, that SSH runs on it, and that no firewall is in between.")};
    case ErrorKind::SshTimeout:
        return {tr("%1 did not answer in time."), {}, tr("Check that it is on and on the same network, and try again.")};
    case ErrorKind::SshHostKeyUnknown:
        return {tr("This computer has not met the other one before."), tr("Its %2 key has the fingerprint %1."),
                tr("Compare the fingerprint with the one the other computer shows, and trust it only if they are the same.")};
    case ErrorKind::SshHostKeyChanged:
        return {tr("The identity of %1 has changed. Nothing was sent to it."),
                tr("It now shows the fingerprint %2. Either it was installed anew, or another computer answers in its "
                   "place."),
                tr("If you did not reinstall it, stop here and find out why. If you did, remove its old key with: "
                   "ssh-keygen -R %1")};
    case ErrorKind::SshDenied:
        return {tr("%1 did not let you in."), tr("It takes: %2."),
                tr("Give the password, or choose a key that is known there.")};
    case ErrorKind::SshDisconnected:
        return {tr("The connection to %1 was lost."), {}, tr("Try again; what was begun is taken up where it stopped.")};
    case ErrorKind::SshChannel:
        return {tr("%1 did not let another command start."), {}, tr("Try again. If it stays like this, raise MaxSessions in its sshd_config.")};
    case ErrorKind::SshStalled:
        return {tr("Nothing moved on the connection to %1 for a minute."), {}, tr("Check the network in between, and try again.")};
    case ErrorKind::SshKeyUnreadable:
        return {tr("The key file %1 cannot be read."), {}, tr("Choose another key, or check that the file is a private key and yours.")};
    case ErrorKind::SshPassphraseWrong:
        return {tr("This passphrase does not open the key %1."), {}, tr("Give it once more, or choose another key.")};
    case ErrorKind::SshPassphraseNeeded:
        return {tr("The key %1 is locked with a passphrase."), {}, tr("Give its passphrase.")};
    case ErrorKind::SshKnownHostsUnwritable:
        return {tr("The identity of the other computer cannot be noted in %1."), {}, tr("Check that you may write to this file.")};
    // Becoming root
    case ErrorKind::SudoMissing:
        return {tr("There is no sudo on %1, and you are not root there."), {}, tr("Log in as root, or install sudo there.")};
    case ErrorKind::SudoNotAllowed:
        return {tr("You may not run commands as root on %1."), {}, tr("Ask its owner to add you to the group sudo, or log in as another user.")};
    case ErrorKind::SudoPasswordNeeded:
        return {tr("%1 asks for your password before it lets you act as root."), {}, tr("Give the password you have there.")};
    case ErrorKind::SudoPasswordWrong:
        return {tr("%1 did not take this password."), {}, tr("Give the password you have there once more.")};
    // The server
    case ErrorKind::ServerUnsupported:
        return {tr("The server runs %1, which this program cannot set up."),
                tr("It sets up Debian, Ubuntu and Raspberry Pi OS with systemd."), tr("Choose another server.")};
    case ErrorKind::ServerCommandFailed:
        return {tr("A command failed over there: %1."), {}, tr("Read what it said, mend it there, and try again.")};
    case ErrorKind::ServerDiskFull:
        return {tr("The server's disk became full at %1."), {}, tr("Make room on it and try again, or choose another folder.")};
    case ErrorKind::ServerNotEnoughSpace: return room(error);
    case ErrorKind::ServerPortTaken:
        return {tr("Another program on the server already uses port %1."),
                error.detail.isEmpty() ? QString() : tr("It is %2."),
                tr("Stop that program, or choose another server.")};
    case ErrorKind::ServerPackagesUnavailable:
        return {tr("The server cannot get the packages it needs: %1."),
                {},
                tr("Check its internet connection and its package sources (apt update), and try again.")};
    case ErrorKind::ServerAddressUnknown:
        return {tr("It is not clear which address of the server the Pis should use."), {}, tr("Name the network interface that faces the Pis.")};
    case ErrorKind::ServerBusy:
        return {tr("Another set-up is at work on %1."), {}, tr("Wait until it has finished, and try again.")};
    case ErrorKind::ServerServiceFailed:
        return {tr("The service %1 did not start on the server."), {}, tr("Read what the server said, mend it there, and try again.")};
    case ErrorKind::ServerFileForeign:
        return {tr("%1 on the server was not written by this program."),
                tr("It is left as it is, since somebody may need it."),
                tr("Move it away on the server if you do not, and try again.")};
    case ErrorKind::ServerStreamIncomplete:
        return {tr("The copy of %1 arrived incomplete."), {}, tr("Try again; what was complete stays.")};
    case ErrorKind::ServerVerifyFailed:
        return {tr("The server does not serve what it should: %1."), {}, tr("Set it up again. If it stays like this, read what was found instead.")};
    case ErrorKind::ServerChangedSince:
        return {tr("Somebody changed something since it was set up: %1"),
                tr("Taking it back would take their work away too, so nothing was done."),
                tr("Look at it, then choose: leave it as it is and take back the rest, or take it back as well.")};
    case ErrorKind::ServerUndoIncomplete:
        return {tr("Not everything could be taken back: %1"), {}, tr("Do it again; what is done is not done twice. What stays is still recorded on the server.")};
    case ErrorKind::ServerFileDrifted:
        return {tr("Somebody changed %1 since it was set up."),
                tr("It would be overwritten with what the cluster file says."),
                tr("Look at the difference, then choose to overwrite it; an undo brings their version back.")};
    case ErrorKind::ServerTookBack:
        return {tr("After the change the server %1 could not be reached in time, so it took the change back by itself."), {},
                tr("Look whether the new settings cut the server off from here, and try again.")};
    case ErrorKind::ServerImageMissing:
        return {tr("The system for %1 is not kept on the server."), {}, tr("Set the cluster up once more with the image at hand.")};
    case ErrorKind::DhcpRangeInvalid:
    case ErrorKind::DhcpRangeWithoutFull:
    case ErrorKind::ServerOtherDhcp:
    case ErrorKind::ServerNetworkUnasked:
    case ErrorKind::ServerFilesystemUnfit:
    case ErrorKind::ServerNfsWithout3:
    case ErrorKind::ServerDropInsDormant:
    case ErrorKind::ServerFirewallFailed: return networkSentences(error);
    case ErrorKind::ServerAnswerUnreadable:
        return {tr("The answer from there could not be understood: %1."), {}, tr("Check that a login on it prints nothing unusual, and try again.")};
    case ErrorKind::RouterStorageMissing:
    case ErrorKind::RouterFlashFull:
    case ErrorKind::RouterMemoryShort:
    case ErrorKind::RouterStagedChanges:
    case ErrorKind::RouterNodeWithoutMac:
    case ErrorKind::RouterGivesNoAddresses:
    case ErrorKind::RouterTftpTaken:
    case ErrorKind::RouterNoFreeAddress:
    case ErrorKind::RouterTooOld:
    case ErrorKind::RouterSettingsRefused:
    case ErrorKind::RouterNotLookedAt: return routerSentences(error);
    // Simulated Pis
    case ErrorKind::PiInterface:
        return {tr("A simulated Pi cannot use the network interface %1."), {}, tr("Run this as root inside the practice network.")};
    case ErrorKind::PiNoOffer:
        return {tr("%1 asked for an address, and nobody gave one."), {}, tr("Check that a DHCP server runs on this network.")};
    case ErrorKind::PiNoBootOffer:
        return {tr("%1 got an address, but was not told where to boot from."),
                {},
                tr("Check that the boot server runs, and that it knows this Pi.")};
    case ErrorKind::PiTftpFailed:
        return {tr("The boot file %1 could not be fetched."), {}, tr("Set the cluster up again, and check that no firewall stops TFTP.")};
    case ErrorKind::PiNfsRefused:
        return {tr("The server refused the disk %1."), {}, tr("Set the cluster up again, and check that no firewall stops NFS.")};
    case ErrorKind::PiRootIncomplete: return {tr("The disk lacks %1."), {}, tr("Set the cluster up again.")};
    // Watching
    case ErrorKind::BootNotAllRunning:
        return {tr("Not every Pi is running: %1."), {}, tr("Look at what is said under each of them.")};
    case ErrorKind::RecordingUnreadable:
        return {tr("There is nothing of a boot in %1."),
                tr("It is neither a capture of tcpdump (Ethernet) nor a log of dnsmasq or rpc.mountd."),
                tr("Name a file that bramble watch --record, tcpdump -w or journalctl -o json has written.")};
    // The program itself
    case ErrorKind::Stopped:
        return {tr("Stopped, as you asked."), {}, tr("Start again whenever you like; what was complete stays.")};
    case ErrorKind::Usage:
        return {tr("This command line was not understood: %1."),
                {},
                error.detail.isEmpty() ? tr("See what there is with --help.")
                                       : tr("See what there is with: bramble %2 --help")};
    case ErrorKind::FileUnreadable:
        return {tr("The file %1 cannot be read."), {}, tr("Check the name and that you may read it.")};
    case ErrorKind::FileUnwritable:
        return {tr("The file %1 cannot be written."), {}, tr("Check that the folder is there and that you may write to it.")};
    case ErrorKind::PracticeUnavailable:
        return {
            tr("Practice is not possible here."), {}, tr("It needs Linux and the tools that ./dev practice installs.")};
    }
    return {};
}

} // namespace

Sentences sentences(const Error &error)
{
    return Errors::of(error);
}

} // namespace bramble

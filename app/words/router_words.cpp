// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/error_words.h"

#include "words/words.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The context of these sentences for translators.
struct RouterErrors
{
    Q_DECLARE_TR_FUNCTIONS(bramble::RouterErrors)
public:
    // The detail is "NEEDED FREE" in bytes.
    static QString needed(const Error &error)
    {
        const QStringList numbers = error.detail.split(u' ');
        return numbers.size() == 2 ? tr("It takes about %1, and %2 are free.").arg(bytesWords(numbers[0].toLongLong()), bytesWords(numbers[1].toLongLong())) : QString();
    }

    static Sentences of(const Error &error)
    {
        switch (error.kind) {
        case ErrorKind::RouterStorageMissing:
            return {error.subject.isEmpty() ? tr("The router has no disk to serve from.") : tr("No disk of the router is mounted above %1."),
                    tr("The systems of the Pis do not fit into its flash. It takes a disk or stick with ext4, btrfs, xfs or f2fs; FAT cannot keep what a system needs."),
                    tr("Plug one in, format it with ext4, install kmod-usb-storage and kmod-fs-ext4 on the router if it does not see it, and try again. Or let another computer serve.")};
        case ErrorKind::RouterFlashFull:
            return {tr("The flash of the router %1 is too full for the NFS server."), needed(error),
                    tr("Remove packages that you do not need, extend the flash with the stick (extroot), or let another computer serve.")};
        case ErrorKind::RouterMemoryShort:
            return {tr("The router %1 has too little memory to serve these Pis."), needed(error),
                    tr("Stop what it does besides, or let another computer serve; the router can still give the addresses.")};
        case ErrorKind::RouterStagedChanges:
            return {tr("Somebody has begun to change the settings of %1 and has not saved them."), tr("To save ours would save theirs as well."),
                    tr("Save them or take them back, in LuCI under Unsaved Changes or with uci commit or uci revert, and try again.")};
        case ErrorKind::RouterNodeWithoutMac:
            return {tr("%1 needs its MAC address in the list."), tr("The router reserves an address for it, and its serial does not tell the MAC."),
                    tr("Add the MAC address: it stands on the start screen of the Pi.")};
        case ErrorKind::RouterGivesNoAddresses:
            return {tr("This router's %1 gives no addresses."), tr("On OpenWrt, dnsmasq has to be the one that does."),
                    tr("Switch its DHCP server on, or let another computer serve: it leaves the addresses to whoever gives them.")};
        case ErrorKind::RouterTftpTaken:
            return {tr("The router already serves files by TFTP, from %1."), tr("It can only serve from one folder."),
                    tr("Switch that off if nobody needs it (option tftp_root in /etc/config/dhcp), or let another computer serve.")};
        case ErrorKind::RouterNoFreeAddress:
            return {tr("No address is free for %1 in the network %2."), {}, tr("Make the router's address range smaller, or its network larger.")};
        case ErrorKind::RouterTooOld:
            return {tr("%1 is too old to serve Raspberry Pis."), tr("Its dnsmasq script does not know the option pxe_service."),
                    tr("Upgrade the router, or let another computer serve.")};
        case ErrorKind::RouterSettingsRefused:
            return {tr("The router did not take the new settings of %1."), tr("What it made of them is not what was planned, so nothing was saved."),
                    tr("Try again; if it stays so, please report it with the output of: uci show")};
        case ErrorKind::RouterNotLookedAt:
            return {tr("The cluster file has the router %1 changed as well."), tr("It was not looked at yet."),
                    tr("Log in to it on the Server page, under “What the router could be told”. Or take the section router: out of the cluster file; then the router stays as it is.")};
        default: return {};
        }
    }
};

} // namespace

Sentences routerSentences(const Error &error)
{
    return RouterErrors::of(error);
}

} // namespace bramble

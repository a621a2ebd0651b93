// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

namespace bramble {

namespace {

/// The context of these sentences for translators: %1 is the Pi.
struct Fixes
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Fixes)
public:
    static QString title(Fix fix);
    static QString steps(Fix fix);
    static QString moreSteps(Fix fix);
};

QString Fixes::title(Fix fix)
{
    switch (fix) {
    case Fix::SetUpAgain: return tr("Set up again");
    case Fix::RestartService: return tr("Start the boot service");
    case Fix::StartNfs: return tr("Start the NFS server");
    case Fix::ExportAgain: return tr("Hand out its disk");
    case Fix::OpenFirewall: return tr("Open the firewall");
    case Fix::LayBootFiles: return tr("Lay its boot files anew");
    case Fix::LayTree: return tr("Give it a fresh disk");
    case Fix::PowerCycle: return tr("Switch it off and on");
    case Fix::SetBootOrder: return tr("Set its boot order");
    case Fix::SetOtpBit: return tr("Enable network boot");
    case Fix::TakeCardOut: return tr("Take its card out");
    case Fix::QuickPort: return tr("Let the port open at once");
    case Fix::CorrectList: return tr("Correct the list of Pis");
    case Fix::OtherServerOff: return tr("Switch the other server off");
    case Fix::RouterGivesAddresses: return tr("Let the router give addresses");
    case Fix::BootcodeCard: return tr("A card with bootcode.bin");
    case Fix::ResetPrefix: return tr("Ask for the serial number again");
    case Fix::UnsignedBoot: return tr("Without signed boot");
    case Fix::UpdateEeprom: return tr("Update the boot loader");
    case Fix::NewerImage: return tr("Choose a newer system");
    case Fix::CheckCable: return tr("Check power and cable");
    case Fix::FreePort: return tr("Free the port");
    case Fix::FixAddress: return tr("Give the server its address");
    case Fix::FreeSpace: return tr("Make room on the server");
    case Fix::OtherDisk: return tr("Choose another folder");
    case Fix::MoreThreads: return tr("Settings of the NFS server");
    case Fix::OneAddressEach: return tr("One address each");
    case Fix::SetClock: return tr("Set the clock");
    case Fix::LookAtScreen: return tr("Look at its screen");
    }
    return {};
}

QString Fixes::steps(Fix fix)
{
    switch (fix) {
    case Fix::SetUpAgain:
        return tr("Set the server up again: what is missing there is put right, and nothing else. Then switch %1 off and on.");
    case Fix::RestartService:
        return tr("Start the boot service again. %1 asks by itself; a Pi 3 has to be switched off and on.");
    case Fix::StartNfs:
        return tr("Start the NFS server again. %1 goes on by itself if it waits no longer than three minutes; else switch it off and on.");
    case Fix::ExportAgain:
        return tr("Hand its disk out anew, to the address that it has now. %1 goes on by itself if it waits no longer than three minutes; else switch it off and on.");
    case Fix::OpenFirewall:
        return tr("Open the server's firewall for DHCP (UDP 67), TFTP (UDP 69), rpcbind (111), mountd (20048) and NFS (2049), on the network of the Pis only. Then switch %1 off and on.");
    case Fix::LayBootFiles:
        return tr("Lay its boot files anew; its disk stays as it is. Then switch %1 off and on.");
    case Fix::LayTree:
        return tr("Give it a fresh disk; the present one is kept on the server until the next time. Then switch %1 off and on.");
    case Fix::PowerCycle:
        return tr("Switch %1 off and on again.");
    case Fix::SetBootOrder:
        return tr("Switch %1 on, with a network cable. If it stays silent: write the card from the page of the Pis, or with `bramble card`, start it once from that, and take it out again.");
    case Fix::SetOtpBit:
        return tr("Switch %1 on, with a network cable. If it stays silent: put program_usb_boot_mode=1 into config.txt of any card it starts from, start it once, and take the line out again; or leave a card with bootcode.bin in it.");
    case Fix::TakeCardOut:
        return tr("Take its memory card and its USB drives out, or put the network first in its boot order. Then switch %1 off and on.");
    case Fix::QuickPort:
        return tr("Turn spanning tree off at the switch port of %1, or set the port to edge (PortFast). Then switch it off and on.");
    case Fix::CorrectList:
        return tr("Correct the serial number of %1 in the list of Pis, and set the server up again.");
    case Fix::OtherServerOff:
        return tr("Only one server on a network may answer network boots: switch that of the other one off, or take it from the network. Then switch %1 off and on.");
    case Fix::RouterGivesAddresses:
        return tr("See to it that the router gives addresses (DHCP) on this network, and that some are left. Then switch %1 off and on.");
    default: return moreSteps(fix);
    }
}

QString Fixes::moreSteps(Fix fix)
{
    switch (fix) {
    case Fix::BootcodeCard:
        return tr("Write a memory card that holds nothing but bootcode.bin with `bramble card --model 3B`, and leave it in %1: it mends the faults of this boot ROM.");
    case Fix::ResetPrefix:
        return tr("Set TFTP_PREFIX=0 in the EEPROM of %1, or tell its prefix in the list of Pis and set the server up again.");
    case Fix::UnsignedBoot:
        return tr("Take boot_ramdisk=1 out of config.txt, and SIGNED_BOOT out of the EEPROM of %1. Where the board is locked to signed images, it cannot boot this way.");
    case Fix::UpdateEeprom:
        return tr("Update the boot loader of %1 (September 2025 or later), for instance with the card from the page of the Pis. Until then, switch it off and on.");
    case Fix::NewerImage:
        return tr("The system is too old for this model. Choose a newer one and set the server up again. Then switch %1 off and on.");
    case Fix::CheckCable:
        return tr("Check that %1 is switched on and on the same network as the server, and its cable and switch. Then switch it off and on.");
    case Fix::FreePort:
        return tr("Stop the other program, or move it to another machine; then set the server up again. Then switch %1 off and on.");
    case Fix::FixAddress:
        return tr("Give the server its address back, best a fixed one. Then switch %1 off and on.");
    case Fix::FreeSpace:
        return tr("Make room on the server's disk. Then switch %1 off and on.");
    case Fix::OtherDisk:
        return tr("Choose a folder on ext4, xfs or btrfs for the Pis' disks (`folder:` of the server), and set it up again. Then switch %1 off and on.");
    case Fix::MoreThreads:
        return tr("Let the NFS server have more threads (threads= under [nfsd] in /etc/nfs.conf: one for twenty Pis), or switch version 3 on there if it is off, and restart it. Then switch %1 off and on.");
    case Fix::OneAddressEach:
        return tr("Give each machine an address of its own: reserve them in the router, and let no fixed address lie in the range that it gives. Then switch %1 off and on.");
    case Fix::SetClock:
        return tr("Set the server's clock (`timedatectl set-ntp true`). Then switch %1 off and on.");
    case Fix::LookAtScreen:
        return tr("A first start can take some minutes. If it stays like this, connect a screen to %1 and look at its last lines; then switch it off and on.");
    default: return {};
    }
}

} // namespace

FixWords words(Fix fix)
{
    return {Fixes::title(fix), Fixes::steps(fix)};
}

} // namespace bramble

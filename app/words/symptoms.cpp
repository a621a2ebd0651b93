// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/symptoms.h"

#include <QCoreApplication>

namespace bramble {

namespace {

/// The context of these sentences for translators.
struct Symptoms
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Symptoms)
public:
    static std::vector<Symptom> ofLeds();
    static std::vector<Symptom> ofScreen();
};

std::vector<Symptom> Symptoms::ofLeds()
{
    return {
        {QStringLiteral("led-3"), tr("Green LED: 3 short flashes"),
         tr("The firmware failed to start (generic)."),
         tr("Lay the boot files anew, and try another power supply.")},
        {QStringLiteral("led-4"), tr("Green LED: 4 short flashes"),
         tr("start*.elf was not found."),
         tr("The boot folder is missing or has another name: compare the serial number with the list of Pis, and set the server up again.")},
        {QStringLiteral("led-7"), tr("Green LED: 7 short flashes"),
         tr("The kernel was not found."),
         tr("Lay the boot files anew; the image may be made for another model.")},
        {QStringLiteral("led-8"), tr("Green LED: 8 short flashes"),
         tr("The memory failed."),
         tr("The board is broken.")},
        {QStringLiteral("led-9"), tr("Green LED: 9 short flashes"),
         tr("There is too little memory."),
         tr("Choose a system for this model.")},
        {QStringLiteral("led-10"), tr("Green LED: 10 short flashes"),
         tr("It was switched off by its system (halted)."),
         tr("Switch it off and on.")},
        {QStringLiteral("led-2-long"), tr("Green LED: 2 long flashes, then short ones"),
         tr("The memory card cannot be read (1 short: not FAT; 2 or 3: partition; 4: signature)."),
         tr("Take the card out; for network boot none is needed.")},
        {QStringLiteral("led-3-long"), tr("Green LED: 3 long flashes, then short ones"),
         tr("The EEPROM (1), its write protection (2), I2C (3) or the secure-boot settings (4)."),
         tr("Write the EEPROM anew with the card from the page of the Pis.")},
        {QStringLiteral("led-4-long"), tr("Green LED: 4 long flashes, then short ones"),
         tr("The board itself (3: RP1; 4: unsupported board; 5: firmware) or its power (6, 7)."),
         tr("Try another power supply and a newer system.")},
        {QStringLiteral("no-lan-leds"), tr("No light at the network socket"),
         tr("Network boot is not enabled (2B, 3B), or there is no link."),
         tr("Check cable and switch. A 3B without a card lights up after 5 to 10 seconds only if its network boot is enabled.")}
    };
}

std::vector<Symptom> Symptoms::ofScreen()
{
    return {
        {QStringLiteral("rainbow"), tr("A screen in all colours of the rainbow stays"),
         tr("The firmware runs, and the kernel is missing or for another model."),
         tr("Lay the boot files anew, or choose another system.")},
        {QStringLiteral("net-zero"), tr("The line `net:` on the screen is all zeros"),
         tr("It has no address, or nobody told it where to boot from."),
         tr("See what `bramble watch` says, and whether the router gives addresses.")},
        {QStringLiteral("never-network"), tr("The screen cycles through SD and USB and never says NETWORK"),
         tr("The network is not in its boot order."),
         tr("Write the card from the page of the Pis and start it once from that.")},
        {QStringLiteral("init-failed"), tr("The screen says NETBOOT init failed"),
         tr("The server answers, and no router gives an address."),
         tr("Let the router give addresses on this network.")},
        {QStringLiteral("not-supported"), tr("The screen says that the system does not support this board"),
         tr("The system is older than the board: its device tree is missing."),
         tr("Choose a newer system.")},
        {QStringLiteral("initramfs-prompt"), tr("The screen ends with (initramfs)"),
         tr("Linux did not get its disk."),
         tr("See what `bramble watch` says: the start command, the export, or a firewall.")},
        {QStringLiteral("panic-root"), tr("Kernel panic: Unable to mount root fs via NFS"),
         tr("The kernel itself mounts the disk and was refused."),
         tr("See what `bramble watch` says: the start command, the export, or a firewall.")},
        {QStringLiteral("not-responding"), tr("nfs: server not responding, still trying"),
         tr("The server went away, or a network manager took the card."),
         tr("Look whether the server runs; then switch the Pi off and on.")},
        {QStringLiteral("128-mb"), tr("A Pi 3 has only 128 MB of memory, or crashes oddly"),
         tr("start.elf and fixup.dat are of different releases."),
         tr("Lay the boot files anew.")},
        {QStringLiteral("slow-without-cable"), tr("Without a cable it waits 45 seconds before it starts from its card"),
         tr("NETCONSOLE is set in its EEPROM."),
         tr("Take NETCONSOLE out of the settings of its EEPROM.")},
        {QStringLiteral("dark-pi3"), tr("A Pi 3 is dark after half a minute"),
         tr("It asked five times and gave up."),
         tr("Switch it off and on when the server is up.")},
        {QStringLiteral("black-pi5"), tr("A Pi 5 stays black after it began to load"),
         tr("An early boot loader gives up after one lost answer."),
         tr("Update its boot loader.")}
    };
}

} // namespace

std::vector<Symptom> symptoms()
{
    std::vector<Symptom> all = Symptoms::ofLeds();
    for (Symptom &symptom : Symptoms::ofScreen())
        all.push_back(std::move(symptom));
    return all;
}

std::vector<Symptom> symptomsLike(const QString &text)
{
    std::vector<Symptom> found;
    for (Symptom &symptom : symptoms())
        if (symptom.id == text || symptom.seen.contains(text, Qt::CaseInsensitive) || symptom.means.contains(text, Qt::CaseInsensitive))
            found.push_back(std::move(symptom));
    return found;
}

} // namespace bramble

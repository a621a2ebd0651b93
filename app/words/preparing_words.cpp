// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/error_words.h"

#include <QCoreApplication>

namespace bramble {

namespace {

/// The context of these sentences for translators.
struct PreparingErrors
{
    Q_DECLARE_TR_FUNCTIONS(bramble::PreparingErrors)
public:
    static Sentences of(const Error &error);
    static Sentences overSsh(const Error &error);
    static Sentences otherWay(const Error &error);
};

// Why a Pi is not set over SSH; the subject is the reason.
Sentences PreparingErrors::otherWay(const Error &error)
{
    const QString what = tr("This Pi cannot be set from here.");
    const QString card = tr("Make a card for it with: bramble card");
    if (error.subject == QLatin1StringView("old"))
        return {what, tr("Its boot loader is older than April 2022, and the tools of today do not change it."), card};
    if (error.subject == QLatin1StringView("module"))
        return {what, tr("A Compute Module is set by another computer over USB, unless its owner allowed updates in its Linux."),
                tr("Set it with rpiboot, or allow updates in /etc/default/rpi-eeprom-update.")};
    if (error.subject == QLatin1StringView("signed"))
        return {what, tr("Its EEPROM takes only settings that are signed with its owner's key."), tr("Ask its owner to sign them.")};
    if (error.subject == QLatin1StringView("frozen"))
        return {what, tr("Its owner has forbidden to renew its boot loader (FREEZE_VERSION), and a change of its settings would renew it."),
                tr("If that no longer holds, add: --set FREEZE_VERSION=0")};
    if (error.subject == QLatin1StringView("fuse"))
        return {what, tr("Whether its fuse is set could not be read; vcgencmd is missing there, or gave no answer."),
                tr("Install raspi-utils on it, or make a card for it with: bramble card")};
    if (error.subject == QLatin1StringView("no-eeprom"))
        return {what, tr("It has no EEPROM that could be renewed."), tr("It needs none: its boot code comes with its boot files, or from a card.")};
    if (error.subject == QLatin1StringView("model"))
        return {what, tr("Which model it is could not be read from it."), tr("Look at the board: a Pi 1 and a Zero cannot start from the network.")};
    return {what, tr("The settings in its EEPROM could not be read."), card};
}

// What goes wrong while a running Pi is set.
Sentences PreparingErrors::overSsh(const Error &error)
{
    const bool bare = error.detail.isEmpty();
    switch (error.kind) {
    case ErrorKind::EepromToolMissing:
        return {tr("There is no tool on this Pi that changes its EEPROM."), error.subject.isEmpty() ? QString() : tr("It runs %1, without rpi-eeprom-config."),
                tr("Install the package rpi-eeprom on it, or make a card for it with: bramble card")};
    case ErrorKind::EepromUpdateRefused:
        return {tr("The Pi did not take the new settings of its EEPROM."), bare ? QString() : tr("This is what its tool said: %2"),
                tr("Its former settings are kept on it. Mend what is named, and try again; or make a card for it with: bramble card")};
    case ErrorKind::EepromWriteProtected:
        return {tr("The EEPROM of this Pi is write-protected."), bare ? QString() : tr("This is what its tool said: %2"),
                tr("Take the protection off (eeprom_write_protect in config.txt, or the jumper of its board), and try again.")};
    case ErrorKind::PiNeedsOtherWay: return otherWay(error);
    case ErrorKind::FuseNotAgreed:
        return {tr("A fuse in this Pi would have to be set, and nobody has agreed to that."), tr("A fuse that is set stays set for ever."),
                tr("Agree with --set-fuse-for-ever, or make a card for it with: bramble card")};
    case ErrorKind::EepromChangedSince:
        return {tr("Somebody else has changed the EEPROM of this Pi since."), tr("What is in it is neither what it had before nor what it was given."),
                tr("Look at it on the Pi with rpi-eeprom-config; --even-changed takes it back all the same.")};
    case ErrorKind::BootFolderUnfit:
        return {tr("The file config.txt of this Pi could not be changed."), bare ? QString() : tr("This is what its system said: %2"),
                tr("See that its boot partition is mounted, can be written, and has room.")};
    default: return {};
    }
}

Sentences PreparingErrors::of(const Error &error)
{
    const bool bare = error.detail.isEmpty();
    switch (error.kind) {
    case ErrorKind::InvalidEepromValue:
        return {tr("The EEPROM of a Pi would not take “%1” as it is meant."),
                bare ? tr("The value does not have the form of this setting.") : tr("This is what it has to fit with: %2."),
                tr("Correct the value, or leave the setting out.")};
    case ErrorKind::InvalidBootFolder:
        return {tr("“%1” cannot be the boot folder of a Pi."),
                tr("A folder has 31 letters, digits, - and _ at most, and a / behind it. A Pi 2 or 3 always asks for its serial number."),
                tr("Write serial, mac (where the MAC address is known), or a name such as running-lion/.")};
    case ErrorKind::DuplicateBootFolder:
        return {tr("Two Pis would start from the folder %1."), tr("Each needs one of its own."), tr("Give one of them another folder.")};
    case ErrorKind::UnknownMacPrefix:
        return {tr("%1 does not begin like the addresses that Raspberry Pi has registered."),
                tr("It may still be right: addresses can be changed, and new prefixes appear."), tr("Compare it with the screen or the label of the Pi.")};
    case ErrorKind::SerialMacDisagree:
        return {tr("The serial number %1 and the MAC address of this line do not belong together."),
                bare ? QString() : tr("On a Pi 3 and older the last six digits of both are the same, and %2 has others."),
                tr("Compare both with the screen of the Pi; one of them may belong to another board.")};
    case ErrorKind::ModelsDisagree:
        return {tr("It is not certain which model this Pi is: %1 was said of it."), bare ? QString() : tr("It was also said to be a %2."),
                tr("Look at the board itself, and correct the model.")};
    case ErrorKind::NotAPi:
        return {tr("This machine is no Raspberry Pi."), error.subject.isEmpty() ? QString() : tr("It calls itself “%1”."), tr("Check the address, and take it off the list.")};
    case ErrorKind::EepromImageUnknown:
        return {tr("This is no EEPROM image of a Raspberry Pi."),
                tr("It would have 512 KiB (Pi 4) or 2 MiB (Pi 5) and begin with a certain number; this one has %1 bytes."),
                tr("Take the file pieeprom-DATE.bin of the package rpi-eeprom-images.")};
    case ErrorKind::EepromImageBroken:
        return {tr("This EEPROM image is damaged."), tr("Its list of sections leads astray at %1."), tr("Take another copy of it.")};
    case ErrorKind::EepromFileMissing:
        return {tr("This EEPROM image has no place for %1."), {}, tr("Take a newer image.")};
    case ErrorKind::EepromFileTooLarge:
        return {tr("%1 is too large for the EEPROM."), bare ? QString() : tr("There is room for %2 bytes."),
                tr("Take comments and settings out that are not needed.")};
    case ErrorKind::FirmwareMissing:
        return {tr("The firmware file %1 was not found."), bare ? QString() : tr("It was looked for in %2."),
                tr("Name an image of Raspberry Pi OS, or the folder of the package rpi-eeprom-images or raspi-firmware.")};
    case ErrorKind::FirmwareUnfit:
        return {tr("The firmware file %1 is not what it should be."), bare ? QString() : tr("It is this instead: %2."), tr("Take another copy of it.")};
    case ErrorKind::CardTooSmall:
        return {tr("There is no room for %1 on the card image."), {}, tr("Leave it out, or make the card larger.")};
    case ErrorKind::DriveUnfit:
        return {tr("Nothing is written to %1."), bare ? QString() : tr("It does not look like a card for this: %2."),
                tr("Name a memory card that is not in use, or write to a file.")};
    case ErrorKind::NetworkTooLarge:
        return {tr("The network %1 is too large to be looked through without asking."), {}, tr("Agree to it, or name a smaller network.")};
    default: return overSsh(error); // the table of sentences() sends no other here
    }
}

} // namespace

Sentences preparingSentences(const Error &error)
{
    return PreparingErrors::of(error);
}

} // namespace bramble

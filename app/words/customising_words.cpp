// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/error_words.h"

#include <QCoreApplication>

namespace bramble {

namespace {

/// The context of these sentences for translators.
struct CustomisingErrors
{
    Q_DECLARE_TR_FUNCTIONS(bramble::CustomisingErrors)
public:
    static Sentences of(const Error &error);
};

Sentences CustomisingErrors::of(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidLocale:
        return {tr("“%1” is not a language setting."), {}, tr("Write it as language and country, such as de_DE.UTF-8.")};
    case ErrorKind::InvalidKeyboard:
        return {tr("“%1” is not a keyboard layout."), {}, tr("Write it as the system does, such as de or us; variants such as nodeadkeys.")};
    case ErrorKind::InvalidPackage:
        return {tr("“%1” cannot be the name of a package."), {}, tr("Correct it, or take it off the list.")};
    case ErrorKind::SudoWithoutPassword:
        return {tr("The user %1 could never become root."),
                tr("The user has no password, and sudo would ask for one."),
                tr("Give the user a password, or let sudo work without one.")};
    case ErrorKind::NoWayIn:
        return {tr("Nobody could log in to the Pis."),
                tr("SSH is off, and the user %1 has no password for the keyboard either."),
                tr("Turn SSH on, or give the user a password.")};
    case ErrorKind::UserDataInvalid:
        return {tr("The file %1 is no cloud-init user data."), {}, tr("It has to begin with the line “#cloud-config” and be YAML.")};
    case ErrorKind::UserDataForbidden:
        return {tr("“%1” cannot be in the first start of a Pi that runs over the network."),
                tr("It would reach for the connection its disk hangs on, for a disk it does not have, or for what is set here: %2."),
                tr("Take it out of the user data or the list of commands.")};
    case ErrorKind::NodePasswordNeeded:
        return {tr("The password of the user %1 on the Pis is needed."),
                tr("It is kept nowhere, so it is asked for whenever a Pi's disk is made."),
                tr("Type it on the page Names, or give --pi-password-file.")};
    case ErrorKind::NodePasswordUnfit:
        return {tr("This cannot be a password."), tr("It is empty, longer than 512 bytes, or of more than one line."), tr("Choose another one.")};
    case ErrorKind::ImageLacksLocale:
        return {tr("This image cannot speak %1."), tr("It has no tool to make languages (the package locales)."), tr("Leave the language as it is in the image, or choose another image.")};
    case ErrorKind::ImageLacksCloudInit:
        return {tr("This image cannot install packages or run commands at its first start."), tr("It has no cloud-init."),
                tr("Take the packages and commands out, or choose an image with cloud-init: Ubuntu Server, or Raspberry Pi OS of 2025-11 and newer.")};
    case ErrorKind::ImageInitramfsWithoutNfs:
        return {tr("This image cannot find its disk over the network."), tr("Its first stage (%1) was not made to mount NFS."),
                tr("Choose Raspberry Pi OS, Debian, or Ubuntu Server 24.04.")};
    default: return {}; // the table of sentences() sends no other here
    }
}

} // namespace

Sentences customisingSentences(const Error &error)
{
    return CustomisingErrors::of(error);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/readiness_words.h"

#include <QCoreApplication>

namespace bramble {

namespace {

/// The context of these words for translators.
struct Preparing
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Preparing)
public:
    static QString state(Readiness::State state);
    static QString reason(Readiness::Reason reason);
    static QString todo(const Readiness &readiness);
    static QString todoUnseen(Readiness::Reason reason);
    static QString note(Readiness::Note note);
    static QStringList readme(BootRom rom, bool once);
};

QString Preparing::state(Readiness::State state)
{
    switch (state) {
    case Readiness::State::Ready: return tr("Ready");
    case Readiness::State::Unknown: return tr("Not known yet");
    case Readiness::State::EepromOverSsh: return tr("To be set over SSH");
    case Readiness::State::EnablerCard: return tr("Needs a card");
    case Readiness::State::OtpBit: return tr("Needs a fuse set");
    case Readiness::State::Rpiboot: return tr("Needs a cable");
    case Readiness::State::Refused: return tr("Cannot");
    }
    return {};
}

QString Preparing::reason(Readiness::Reason reason)
{
    switch (reason) {
    case Readiness::Reason::None: return {};
    case Readiness::Reason::FromTheFactory: return tr("This model starts from the network as it leaves the factory.");
    case Readiness::Reason::AlreadyDoes: return tr("It already asks the network when it starts.");
    case Readiness::Reason::SetSo: return tr("It is set to start from the network.");
    case Readiness::Reason::OrderLacksNetwork: return tr("The network has no turn in the order it starts from.");
    case Readiness::Reason::FuseNotSet: return tr("The start from the network has never been switched on in this board.");
    case Readiness::Reason::NotSeen: return tr("It has not been seen asking the network, and nothing tells how it is set.");
    case Readiness::Reason::EepromUnseen:
    case Readiness::Reason::ModuleUnseen: return tr("How its EEPROM is set shows when it asks the network, or when it is read over SSH.");
    case Readiness::Reason::FuseUnseen: return tr("Whether its fuse for the network is set shows when it asks the network, or when it is read over SSH.");
    case Readiness::Reason::NoEthernet: return tr("This board has no Ethernet port.");
    case Readiness::Reason::OnlyWifi: return tr("This board has Wi-Fi only, and cannot start over it.");
    case Readiness::Reason::TooOld: return tr("The start from the network was not yet built into this board.");
    case Readiness::Reason::NoEthernetOnModule: return tr("This module has no Ethernet of its own.");
    case Readiness::Reason::SignedElsewhere: return tr("Its EEPROM takes only settings that are signed with its owner's key.");
    }
    return {};
}

QString Preparing::todoUnseen(Readiness::Reason reason)
{
    switch (reason) {
    case Readiness::Reason::EepromUnseen: return tr("Turn it on without a card. If it does not appear here as ready, set it over SSH or with a card.");
    case Readiness::Reason::ModuleUnseen: return tr("Turn it on. If it does not appear here as ready, set it over SSH, or over USB with rpiboot.");
    case Readiness::Reason::FuseUnseen: return tr("Turn it on without a card. If it does not appear here as ready, give it a card with bootcode.bin, or set its fuse over SSH.");
    default: return tr("Turn it on without a card; if it asks the network, it appears here as ready.");
    }
}

QString Preparing::todo(const Readiness &readiness)
{
    switch (readiness.state) {
    case Readiness::State::Ready: return {};
    case Readiness::State::Unknown: return todoUnseen(readiness.reason);
    case Readiness::State::EepromOverSsh: return tr("Its settings are changed over SSH and hold from its next start; the old ones are kept.");
    case Readiness::State::EnablerCard:
        return readiness.notes.contains(Readiness::Note::CardStaysIn) ? tr("Make a card with bootcode.bin and leave it in, or let it run once from any card to see how it is set.")
                                                                      : tr("Make a card that sets it, start it once with that card, and take the card out when the green light blinks fast.");
    case Readiness::State::OtpBit: return tr("A fuse is set while it runs, and holds from its next start.");
    case Readiness::State::Rpiboot: return tr("Connect it to a computer by USB and set it with rpiboot, or allow updates of its EEPROM in its Linux.");
    case Readiness::State::Refused: return tr("Take another board.");
    }
    return {};
}

QString Preparing::note(Readiness::Note note)
{
    switch (note) {
    case Readiness::Note::OtherServer: return tr("Its EEPROM names a server of its own (TFTP_IP), and it fetches from no other.");
    case Readiness::Note::OtherFolder: return tr("It does not ask for its serial number, but for another folder (TFTP_PREFIX).");
    case Readiness::Note::OldBootloader: return tr("Its boot loader is older than April 2022; renew it with a card.");
    case Readiness::Note::Frozen: return tr("Its owner has forbidden to renew its boot loader (FREEZE_VERSION).");
    case Readiness::Note::Irreversible: return tr("A fuse that is set stays set for ever.");
    case Readiness::Note::CardStaysIn: return tr("A card with bootcode.bin has to stay in: it is read at every start.");
    case Readiness::Note::NotFromTheFactory: return tr("As it leaves the factory, this model does not ask the network.");
    case Readiness::Note::AlsoByCard: return tr("A card with bootcode.bin would do as well, and can be taken out again.");
    case Readiness::Note::InstallerFirst: return tr("It offers to install something at every start, which takes time (NET_INSTALL_AT_POWER_ON).");
    }
    return {};
}

QStringList Preparing::readme(BootRom rom, bool once)
{
    if (rom == BootRom::Bcm2837)
        return {tr("This card stays in a Raspberry Pi 2 or 3 and starts it from the network.")};
    QStringList lines{tr("This card sets a Raspberry Pi so that it starts from the network.")};
    lines << (rom == BootRom::Bcm2712 ? tr("For: Pi 5, Pi 500.") : tr("For: Pi 4 Model B, Pi 400."));
    lines << (once ? tr("It works once, and the Pi goes on to start; the file recovery.bin has another name afterwards.")
                   : tr("Put it in, switch the Pi on, wait until the green light blinks fast, switch it off, take the card out."));
    return lines;
}

} // namespace

QByteArray cardReadme(BootRom rom, bool once)
{
    return QString(Preparing::readme(rom, once).join(QLatin1StringView("\r\n")) + QLatin1StringView("\r\n")).toUtf8();
}

ReadinessWords words(const Readiness &readiness)
{
    ReadinessWords all{Preparing::state(readiness.state), Preparing::reason(readiness.reason), Preparing::todo(readiness), {}};
    for (const Readiness::Note note : readiness.notes)
        all.notes << Preparing::note(note);
    return all;
}

} // namespace bramble

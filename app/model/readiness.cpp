// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/readiness.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using State = Readiness::State;
using Reason = Readiness::Reason;
using Note = Readiness::Note;

constexpr qint64 OldestForTools = 1650968668; // April 2022 (rpi-eeprom-update; reference: netboot 3.5)

// By the type in the revision code (reference: netboot 1.5).
Reason whyNot(PiModel model, const std::optional<BoardRevision> &revision)
{
    if (model == PiModel::Cm4S)
        return Reason::NoEthernetOnModule;
    if (!revision)
        return Reason::NoEthernet;
    switch ((revision->code() >> 4) & 255) {
    case 0x0c: // Zero W
    case 0x0e: // 3A+
    case 0x12: // Zero 2 W
    case 0x1b: return Reason::OnlyWifi; // CM0
    case 0x00:
    case 0x02:
    case 0x09: return Reason::NoEthernet;
    default: return Reason::TooOld;
    }
}

bool isModule(PiModel model)
{
    return model == PiModel::Cm4 || model == PiModel::Cm5;
}

void noteEeprom(Readiness &readiness, const PiFacts &facts, BootRom rom)
{
    const EepromConfig config = facts.eeprom.value_or(EepromConfig());
    if (config.says(EepromKey::TftpIp))
        readiness.notes << Note::OtherServer;
    if (config.tftpPrefix() != TftpPrefix::Serial)
        readiness.notes << Note::OtherFolder;
    if (facts.bootloaderBuiltAt != 0 && facts.bootloaderBuiltAt < OldestForTools)
        readiness.notes << Note::OldBootloader;
    if (config.number(EepromKey::FreezeVersion, rom) == 1)
        readiness.notes << Note::Frozen;
    if (config.number(EepromKey::NetInstallAtPowerOn, rom) == 1)
        readiness.notes << Note::InstallerFirst;
}

// The order of its owner stays, with the network in it; the rest is only what a start from the network needs.
EepromConfig changesFor(const std::optional<EepromConfig> &config, BootRom rom)
{
    EepromConfig changes = EepromConfig::forCluster();
    if (config)
        (void)changes.set(EepromKey::BootOrder, config->bootOrder(rom).withNetwork().toString());
    return changes;
}

Readiness withEeprom(PiModel model, BootRom rom, bool asked, const PiFacts *facts)
{
    Readiness readiness;
    if (facts)
        noteEeprom(readiness, *facts, rom);
    const bool reaches = facts && facts->eeprom && facts->eeprom->bootOrder(rom).reachesNetwork();
    if (asked || (facts && facts->netbooted) || reaches) {
        readiness.state = State::Ready;
        readiness.reason = reaches && !asked && !facts->netbooted ? Reason::SetSo : Reason::AlreadyDoes;
        return readiness;
    }
    readiness.changes = changesFor(facts ? facts->eeprom : std::nullopt, rom);
    if (!facts) {
        readiness.state = State::Unknown;
        readiness.reason = isModule(model) ? Reason::ModuleUnseen : Reason::EepromUnseen;
        if (!isModule(model)) // modules left the factory with either order (reference: netboot 1.1)
            readiness.notes << Note::NotFromTheFactory;
        return readiness;
    }
    readiness.reason = facts->eeprom ? Reason::OrderLacksNetwork : Reason::NotSeen;
    if (facts->isSigned)
        return {State::Refused, Reason::SignedElsewhere, readiness.notes, {}};
    const bool tools = facts->hasEepromTool && facts->eeprom && !readiness.notes.contains(Note::OldBootloader);
    // Before Linux, a Compute Module with its own flash memory listens to USB only: no card can change it.
    if (isModule(model))
        readiness.state = tools && (model == PiModel::Cm5 || facts->moduleMayUpdate) ? State::EepromOverSsh : State::Rpiboot;
    else
        readiness.state = tools ? State::EepromOverSsh : State::EnablerCard;
    return readiness;
}

Readiness withFuse(bool asked, const PiFacts *facts)
{
    if (asked || (facts && facts->netbooted))
        return {State::Ready, Reason::AlreadyDoes};
    if (!facts)
        return {State::Unknown, Reason::FuseUnseen, {Note::NotFromTheFactory}};
    if (facts->hostBoot == true)
        return {State::Ready, Reason::SetSo};
    if (facts->hostBoot == false)
        return {State::OtpBit, Reason::FuseNotSet, {Note::Irreversible, Note::AlsoByCard}};
    return {State::EnablerCard, Reason::NotSeen, {Note::CardStaysIn}};
}

} // namespace

Readiness readinessOf(PiModel model, std::optional<BoardRevision> revision, bool asked, const PiFacts *facts)
{
    if (facts && facts->revision)
        revision = facts->revision;
    if (revision)
        model = revision->model();
    if (model == PiModel::Unknown)
        return asked ? Readiness{State::Ready, Reason::AlreadyDoes} : Readiness{State::Unknown, Reason::NotSeen};
    const BootRom rom = bootRom(model);
    if (rom == BootRom::None)
        return {State::Refused, whyNot(model, revision)};
    if (rom != BootRom::Bcm2837)
        return withEeprom(model, rom, asked, facts);
    return model == PiModel::Pi3BPlus ? Readiness{State::Ready, Reason::FromTheFactory} : withFuse(asked, facts);
}

Readiness readinessOf(const SeenMachine &machine)
{
    const bool asked = machine.sources.contains(Sighting::Source::Bootloader) || machine.sources.contains(Sighting::Source::TftpPath);
    return readinessOf(machine.model, machine.revision, asked, nullptr);
}

} // namespace bramble

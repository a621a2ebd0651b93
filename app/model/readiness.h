// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board_revision.h"
#include "model/eeprom_config.h"
#include "model/mac_address.h"
#include "model/serial.h"
#include "model/sightings.h"

#include <QByteArray>

namespace bramble {

/// What a running Pi said of itself over SSH.
struct PiFacts
{
    std::optional<Serial> serial{};
    std::optional<BoardRevision> revision{};
    std::optional<MacAddress> mac{}; ///< of its Ethernet card
    QString system{}; ///< PRETTY_NAME
    QByteArray bootConf{}; ///< as its EEPROM has it, kept for the way back; empty: could not be read
    std::optional<EepromConfig> eeprom{}; ///< what of it holds for this board
    bool isSigned = false; ///< its EEPROM takes only configurations signed with its owner's key
    qint64 bootloaderBuiltAt = 0; ///< Unix seconds; 0: not known
    std::optional<bool> hostBoot{}; ///< bit 29 of OTP row 17; boards without an EEPROM only
    bool netbooted = false; ///< it runs from the network right now
    bool hasEepromTool = false; ///< rpi-eeprom-config is there
    bool moduleMayUpdate = false; ///< a Compute Module on which the owner allowed updates from Linux

    bool operator==(const PiFacts &) const = default;
};

/// Whether a Pi starts from the network, and what it takes to make it.
struct Readiness
{
    enum class State {
        Ready,
        Unknown, ///< nobody has seen it ask, and nobody has read how it is set
        EepromOverSsh, ///< its EEPROM is changed while it runs
        EnablerCard, ///< a card is put in once (EEPROM), or stays in (bootcode.bin)
        OtpBit, ///< a fuse is set while it runs: for good
        Rpiboot, ///< a Compute Module that only another computer can set, over USB
        Refused,
    };
    enum class Reason {
        None,
        FromTheFactory, ///< 3B+
        AlreadyDoes, ///< it was seen asking, or runs from the network
        SetSo, ///< its EEPROM or its fuse says so
        OrderLacksNetwork,
        FuseNotSet,
        NotSeen,
        EepromUnseen, ///< off, or not read: its EEPROM may say either
        ModuleUnseen, ///< the same of a Compute Module, which no card can set
        FuseUnseen, ///< off, or not read: its fuse may be set or not
        NoEthernet, ///< A models, Zero and Zero 2 without Ethernet
        OnlyWifi, ///< Zero W, Zero 2 W, 3A+: there is a network, but no start from it
        TooOld, ///< Pi 1, 2 before 1.2, CM1
        NoEthernetOnModule, ///< CM4S
        SignedElsewhere, ///< secure boot with a key of its owner
    };
    enum class Note {
        OtherServer, ///< TFTP_IP names a server, whatever DHCP says
        OtherFolder, ///< TFTP_PREFIX is not the serial
        OldBootloader, ///< older than April 2022: the tools of today do not change it, and it cannot renew itself everywhere
        Frozen, ///< FREEZE_VERSION: its owner does not want it changed
        Irreversible,
        CardStaysIn, ///< the card with bootcode.bin is needed at every start
        NotFromTheFactory, ///< where nobody has changed it, this model does not start from the network
        AlsoByCard, ///< a card would do as well, and can be taken out again
        InstallerFirst, ///< NET_INSTALL_AT_POWER_ON delays every start
    };

    State state = State::Unknown;
    Reason reason = Reason::None;
    QList<Note> notes{};
    EepromConfig changes{}; ///< with EepromOverSsh and EnablerCard of a board with an EEPROM

    bool operator==(const Readiness &) const = default;
};

/// asked: its boot loader was seen asking the network. facts: null where it does not run, or lets nobody in.
/// revision: tells why an old board is refused; without it only the model speaks.
Readiness readinessOf(PiModel model, std::optional<BoardRevision> revision, bool asked, const PiFacts *facts);
/// Of one that was only seen or heard.
Readiness readinessOf(const SeenMachine &machine);

} // namespace bramble

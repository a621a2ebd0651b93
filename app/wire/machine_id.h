// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board_revision.h"
#include "model/mac_address.h"
#include "model/serial.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace bramble {

/// Option 97, in which a Pi says who it is before it has an address (reference: netboot 2.1).
struct MachineId
{
    enum class Form {
        Constant, ///< Pi 3B boot ROM: all 0x44, no identity in it
        Serial, ///< Pi 3B+ and bootcode.bin, or an EEPROM told so: the serial four times
        Board4, ///< EEPROM of the Pi 4 family
        Board5, ///< EEPROM of the Pi 5 family
    };

    Form form = Form::Constant;
    std::optional<Serial> serial;
    std::optional<BoardRevision> revision; ///< Board4 and Board5
    std::optional<std::array<quint8, 4>>
        macTail{}; ///< the last four octets; absent before 2020-03, when they were zero

    bool operator==(const MachineId &) const = default;
};

/// Nothing for what no Pi sends: other lengths, a type other than 0, other contents. 14 bytes are taken as well, where the
/// log of dnsmasq cuts; a serial in the last four is unknown then.
std::optional<MachineId> parseMachineId(QByteArrayView option97);

QByteArray machineId3B();
QByteArray machineId3BPlus(Serial serial);
/// board5: the fourcc of the Pi 5 instead of that of the Pi 4, in the byte order of current EEPROMs.
QByteArray machineIdEeprom(bool board5, BoardRevision revision, MacAddress mac, Serial serial);

} // namespace bramble

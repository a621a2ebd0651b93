// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/machine_id.h"

#include "wire/bytes.h"

#include <algorithm>

namespace bramble {

namespace {

constexpr quint32 fourCc4 = 0x34695052; // "4iPR": the usual order on the wire
constexpr quint32 fourCc5 = 0x35695052;
constexpr quint32 fourCc4Turned = 0x52506934; // "RPi4": some EEPROM versions
constexpr quint32 fourCc5Turned = 0x52506935;
constexpr quint32 constantOf3B = 0x44444444;

} // namespace

std::optional<MachineId> parseMachineId(QByteArrayView option97)
{
    const bool isCut = option97.size() == 14; // the tail of the serial is missing
    if ((option97.size() != 17 && !isCut) || option97.front() != 0)
        return {};
    ByteReader in(option97.sliced(1));
    const quint32 head = in.u32();
    const bool four = head == fourCc4 || head == fourCc4Turned;
    const bool five = head == fourCc5 || head == fourCc5Turned;
    if (four || five) {
        MachineId id{five ? MachineId::Form::Board5 : MachineId::Form::Board4, {}, {}};
        id.revision = BoardRevision::fromCode(in.u32LittleEndian());
        std::array<quint8, 4> tail{};
        std::ranges::generate(tail, [&in] { return in.u8(); });
        if (std::ranges::any_of(tail, [](quint8 b) { return b != 0; }))
            id.macTail = tail;
        if (!isCut)
            id.serial = Serial::fromValue(in.u32LittleEndian());
        return id;
    }
    if (in.u32() != head || in.u32() != head || (isCut ? in.u8() != head >> 24 : in.u32() != head))
        return {};
    if (head == constantOf3B)
        return MachineId{MachineId::Form::Constant, {}, {}};
    const auto serial = Serial::fromValue(ByteReader(option97.sliced(1)).u32LittleEndian());
    if (!serial)
        return {};
    return MachineId{MachineId::Form::Serial, serial, {}};
}

QByteArray machineId3B()
{
    ByteWriter out;
    out.u8(0);
    for (int i = 0; i < 4; ++i)
        out.u32(constantOf3B);
    return out.bytes();
}

QByteArray machineId3BPlus(Serial serial)
{
    ByteWriter out;
    out.u8(0);
    for (int i = 0; i < 4; ++i)
        out.u32LittleEndian(serial.value());
    return out.bytes();
}

QByteArray machineIdEeprom(bool board5, BoardRevision revision, MacAddress mac, Serial serial)
{
    ByteWriter out;
    out.u8(0).u32(board5 ? fourCc5 : fourCc4).u32LittleEndian(revision.code());
    for (size_t i = 2; i < 6; ++i)
        out.u8(mac.bytes()[i]);
    out.u32LittleEndian(serial.value());
    return out.bytes();
}

} // namespace bramble

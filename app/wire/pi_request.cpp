// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/pi_request.h"

#include "wire/bytes.h"
#include "wire/machine_id.h"

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView pxeClass = "PXEClient:Arch:00000:UNDI:002001";

// What the three generations ask for, in whatever order: none of the PXE ROMs of PCs asks for so little.
bool asksLikeAPi(const DhcpMessage &message, bool romOnly)
{
    constexpr QByteArrayView rom = "\x2b\x3c\x42\x43\x80\x81\x82\x83\x84\x85\x86\x87";
    constexpr QByteArrayView loader = "\x01\x03\x2b\x3c\x42\x43\x80\x81\x82\x83\x84\x85\x86\x87";
    const auto asked = message.option(DhcpOption::ParameterList);
    if (!asked)
        return message.mac.isRaspberryPi(); // heard in a log that does not tell: the prefix has to speak for it, too
    QByteArray list = *asked;
    std::ranges::sort(list, {}, [](char c) { return quint8(c); });
    return list == rom || (!romOnly && list == loader);
}

// dhcpcd: "dhcpcd-9.4.1:Linux-6.1.21-v8+:aarch64:BCM2835". All Pis are of these chips, and next to nothing else is.
bool isLinuxOnPi(QByteArrayView vendorClass)
{
    return vendorClass.startsWith("dhcpcd-")
        && (vendorClass.endsWith(":BCM2835") || vendorClass.endsWith(":BCM2709") || vendorClass.endsWith(":BCM2711") || vendorClass.endsWith(":BCM2712"));
}

bool tailFits(const DhcpMessage &message, const MachineId &id)
{
    return !id.macTail || std::equal(id.macTail->begin(), id.macTail->end(), message.mac.bytes().begin() + 2);
}

// DHCP_OPTION97 in the EEPROM can be any four bytes; what follows them is still the board's own.
std::optional<MachineId> withOwnHead(QByteArrayView option97)
{
    QByteArray usual = option97.toByteArray();
    if (usual.size() < 14 || usual.front() != 0)
        return {};
    usual.replace(1, 4, QByteArray::fromHex("34695052"));
    auto id = parseMachineId(usual);
    if (!id || !id->revision || !id->macTail)
        return {};
    const BootRom rom = bootRom(id->revision->model());
    if (rom != BootRom::Bcm2711 && rom != BootRom::Bcm2712)
        return {};
    id->form = rom == BootRom::Bcm2712 ? MachineId::Form::Board5 : MachineId::Form::Board4;
    return id;
}

Sighting sighting(const DhcpMessage &message, const MachineId &id)
{
    Sighting seen{.source = Sighting::Source::Bootloader, .serial = id.serial, .mac = message.mac, .revision = id.revision};
    if (id.revision)
        seen.model = id.revision->model();
    else if (id.form == MachineId::Form::Constant)
        seen.model = PiModel::Pi3B;
    else if (asksLikeAPi(message, true) && message.option(DhcpOption::ParameterList))
        seen.model = PiModel::Pi3BPlus; // the ROM of the later chip; bootcode.bin and EEPROMs ask for more
    return seen;
}

} // namespace

std::optional<Sighting> piRequest(const DhcpMessage &message)
{
    if (message.reply)
        return {};
    const QByteArray vendorClass = message.option(DhcpOption::VendorClass).value_or(QByteArray());
    if (isLinuxOnPi(vendorClass)) {
        Sighting seen{.source = Sighting::Source::Running, .mac = message.mac};
        seen.name = QString::fromLatin1(message.option(DhcpOption::HostName).value_or(QByteArray())).left(63).toLower();
        return seen;
    }
    const auto option97 = message.option(DhcpOption::MachineId);
    if (vendorClass != pxeClass || !option97)
        return {};
    const auto id = parseMachineId(*option97);
    if (id && (id->form == MachineId::Form::Board4 || id->form == MachineId::Form::Board5))
        return tailFits(message, *id) ? std::optional(sighting(message, *id)) : std::nullopt;
    // Sixteen equal bytes, or four equal words, are also what a careless maker of PCs leaves in a BIOS.
    if (id && asksLikeAPi(message, id->form == MachineId::Form::Constant))
        return sighting(message, *id);
    if (const auto own = withOwnHead(*option97); own && tailFits(message, *own))
        return sighting(message, *own);
    return {};
}

} // namespace bramble

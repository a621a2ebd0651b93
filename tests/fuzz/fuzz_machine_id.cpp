// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/dhcp.h"
#include "wire/machine_id.h"
#include "wire/pi_request.h"

#include <cstdint>

using namespace bramble;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Option 97 of whoever says it is a Pi: six bytes of a MAC address, then the option, then what is asked for.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(std::min<size_t>(size, 300)));
    std::array<quint8, 6> octets{};
    for (size_t i = 0; i < octets.size() && i < size_t(bytes.size()); ++i)
        octets[i] = quint8(bytes[qsizetype(i)]);
    const auto mac = MacAddress::fromBytes(octets);
    if (!mac || bytes.size() < 7)
        return 0;
    const QByteArray option97 = bytes.sliced(6).left(17);
    const auto id = parseMachineId(option97);
    if (id && option97.size() != 17 && option97.size() != 14)
        __builtin_trap();
    DhcpMessage message{.mac = *mac, .serverName = {}, .bootFile = {}};
    message.options = {{DhcpOption::VendorClass, "PXEClient:Arch:00000:UNDI:002001"_ba}, {DhcpOption::MachineId, option97}};
    if (bytes.size() > 23)
        message.options.emplace_back(DhcpOption::ParameterList, bytes.sliced(23));
    const auto seen = piRequest(message);
    // The tail of another card's address is never taken for this one's.
    if (seen && id && id->macTail && !std::equal(id->macTail->begin(), id->macTail->end(), octets.begin() + 2))
        __builtin_trap();
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/dhcp.h"
#include "wire/pi_request.h"
#include "wire/pxe.h"

#include <cstdint>

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// What anybody on the network may send to port 67: read, judged, and what is read is written and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto message = parseDhcp(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!message)
        return 0;
    const auto seen = piRequest(*message);
    if (seen && seen->mac != message->mac)
        __builtin_trap();
    if (const auto menu = message->option(DhcpOption::VendorEncapsulated))
        (void)parsePxe(*menu);
    DhcpMessage plain = *message;
    // What was lent to the fields of names is written as ordinary options.
    std::erase_if(plain.options, [](const auto &option) { return option.first == DhcpOption::Overload; });
    // A field is written with a NUL behind it (RFC 2131, 2), which a sloppy sender leaves out.
    plain.serverName.truncate(63);
    plain.bootFile.truncate(127);
    const auto again = parseDhcp(toBytes(plain));
    if (!again || *again != plain)
        __builtin_trap();
    return 0;
}

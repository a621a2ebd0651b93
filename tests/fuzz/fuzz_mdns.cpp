// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/mdns.h"

#include <cstdint>

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Multicast DNS, to which anybody on the network may answer: bounded, and no name without an end.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto records = parseMdns(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!records)
        return 0;
    if (records->size() > 512)
        __builtin_trap();
    for (const MdnsRecord &record : *records)
        if (record.name.size() > 255)
            __builtin_trap();
    (void)mdnsHosts(*records);
    return 0;
}

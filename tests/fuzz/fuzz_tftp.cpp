// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/tftp.h"

#include <cstdint>

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// What anybody may send to port 69, or answer from it: what is read is written and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto packet = parseTftp(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (packet && parseTftp(toBytes(*packet)) != packet)
        __builtin_trap();
    return 0;
}

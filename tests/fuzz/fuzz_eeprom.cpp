// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/eeprom_digest.h"
#include "image/eeprom_image.h"

#include <cstdint>

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// EEPROM images: refused, or changed in the one file and nowhere before it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)parseEepromDigest(bytes);
    const auto image = EepromImage::parse(bytes);
    if (!image)
        return 0;
    (void)image->builtAt();
    const auto changed = image->withFile("bootconf.txt", "[all]\nBOOT_ORDER=0xf21\n");
    if (changed && (changed->bytes().size() != bytes.size() || changed->file("bootconf.txt") != QByteArray("[all]\nBOOT_ORDER=0xf21\n")))
        __builtin_trap();
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/enabler_card.h"

#include "image/eeprom_digest.h"
#include "image/eeprom_image.h"
#include "text/bootconf.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestVl805 = 256 * 1024;
constexpr qsizetype LargestLoader = 1024 * 1024;

} // namespace

Result<std::vector<CardFile>> eepromCard(const Firmware &firmware, BootRom rom, const EepromConfig &config, CardUse use, qint64 when)
{
    if (firmware.recovery.isEmpty() || firmware.eeprom.isEmpty())
        return fail(ErrorKind::FirmwareMissing, firmware.recovery.isEmpty() ? u"recovery.bin"_s : u"pieeprom.bin"_s);
    if (firmware.recovery.size() > LargestLoader || firmware.vl805.size() > LargestVl805)
        return fail(ErrorKind::FirmwareUnfit, firmware.recovery.size() > LargestLoader ? u"recovery.bin"_s : u"vl805.bin"_s);
    const Result<EepromImage> image = EepromImage::parse(firmware.eeprom);
    if (!image)
        return std::unexpected(image.error());
    // A Pi 4 would find the image of a Pi 5 too large, and its own recovery.bin is another one.
    if (image->family() != rom)
        return fail(ErrorKind::FirmwareUnfit, u"pieeprom.bin"_s, image->family() == BootRom::Bcm2712 ? u"BCM2712"_s : u"BCM2711"_s);
    const Result<QByteArray> before = image->file("bootconf.txt");
    if (!before)
        return std::unexpected(before.error());
    const Result<EepromImage> changed = image->withFile("bootconf.txt", changeBootConf(*before, config));
    if (!changed)
        return std::unexpected(changed.error());
    const QString name = use == CardUse::Again ? u"pieeprom.bin"_s : u"pieeprom.upd"_s;
    std::vector<CardFile> files{{u"recovery.bin"_s, firmware.recovery},
                                {name, changed->bytes()},
                                {u"pieeprom.sig"_s, toText(digestOf(changed->bytes(), when, rom))}};
    if (!firmware.vl805.isEmpty() && rom == BootRom::Bcm2711) {
        files.push_back({u"vl805.bin"_s, firmware.vl805});
        EepromDigest digest = digestOf(firmware.vl805, when);
        digest.writtenAt.reset(); // as the makers' own cards have it: a hash alone
        files.push_back({u"vl805.sig"_s, toText(digest)});
    }
    return files;
}

Result<std::vector<CardFile>> bootcodeCard(const Firmware &firmware, bool longUsbWait)
{
    if (firmware.bootcode.isEmpty())
        return fail(ErrorKind::FirmwareMissing, u"bootcode.bin"_s);
    if (firmware.bootcode.size() > LargestLoader)
        return fail(ErrorKind::FirmwareUnfit, u"bootcode.bin"_s);
    std::vector<CardFile> files{{u"bootcode.bin"_s, firmware.bootcode}};
    if (longUsbWait)
        files.push_back({u"timeout"_s, {}});
    return files;
}

} // namespace bramble

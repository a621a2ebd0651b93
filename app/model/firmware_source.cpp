// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/firmware_source.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const QString &path)
{
    return path.section(u'/', -1);
}

QString folderOf(const QString &path)
{
    return path.contains(u'/') ? path.section(u'/', 0, -2) : QString();
}

// default/ before whatever else there is, then the newest by its date, which is its name.
bool comesBefore(const QString &a, const QString &b)
{
    const bool first = folderOf(a).endsWith("default"_L1);
    const bool second = folderOf(b).endsWith("default"_L1);
    return first != second ? first : fileOf(a) > fileOf(b);
}

QString find(QStringList paths, QLatin1StringView front)
{
    std::ranges::sort(paths, comesBefore);
    const auto found = std::ranges::find_if(paths, [front](const QString &path) { return fileOf(path).startsWith(front) && path.endsWith(".bin"_L1); });
    return found == paths.end() ? QString() : *found;
}

} // namespace

FirmwareFiles chooseFirmware(const QStringList &paths, BootRom rom)
{
    const auto other = rom == BootRom::Bcm2712 ? "2711"_L1 : "2712"_L1;
    QStringList ours;
    std::ranges::copy_if(paths, std::back_inserter(ours), [other](const QString &path) { return !folderOf(path).contains(other); });
    if (rom == BootRom::Bcm2837)
        return {.recovery = {}, .eeprom = {}, .vl805 = {}, .bootcode = find(ours, "bootcode"_L1)};
    FirmwareFiles files{.recovery = {}, .eeprom = find(ours, "pieeprom"_L1), .vl805 = {}, .bootcode = {}};
    // recovery.bin goes with the image it lies beside.
    QStringList beside;
    std::ranges::copy_if(ours, std::back_inserter(beside), [&files](const QString &path) { return folderOf(path) == folderOf(files.eeprom); });
    files.recovery = find(beside, "recovery"_L1);
    files.vl805 = rom == BootRom::Bcm2711 ? find(beside, "vl805"_L1) : QString();
    return files;
}

} // namespace bramble

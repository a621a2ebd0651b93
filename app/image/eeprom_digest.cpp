// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/eeprom_digest.h"

#include "digest/sha256.h"

#include <QList>

#include <algorithm>

namespace bramble {

namespace {

QByteArray sha256Of(QByteArrayView file)
{
    Sha256 hash;
    hash.addData(file);
    return hash.result().toHex();
}

} // namespace

EepromDigest digestOf(QByteArrayView file, qint64 writtenAt, BootRom target)
{
    return {sha256Of(file), writtenAt, target};
}

QByteArray toText(const EepromDigest &digest)
{
    QByteArray text = digest.sha256 + '\n';
    if (digest.writtenAt)
        text += "ts: " + QByteArray::number(*digest.writtenAt) + '\n';
    if (digest.target == BootRom::Bcm2711)
        text += "target-soc: 2711\n";
    if (digest.target == BootRom::Bcm2712)
        text += "target-soc: 2712\n";
    return text;
}

std::optional<EepromDigest> parseEepromDigest(QByteArrayView text)
{
    const QList<QByteArray> lines = text.first(std::min<qsizetype>(text.size(), 4096)).toByteArray().split('\n');
    EepromDigest digest{.sha256 = lines[0].trimmed().toLower(), .writtenAt = {}};
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (digest.sha256.size() != 64 || !std::ranges::all_of(digest.sha256, isHex))
        return {};
    for (const QByteArray &line : lines) {
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        bool ok = false;
        if (const qint64 at = value.toLongLong(&ok); line.startsWith("ts:") && ok)
            digest.writtenAt = at;
        if (line.startsWith("target-soc:"))
            digest.target = value == "2711" ? BootRom::Bcm2711 : value == "2712" ? BootRom::Bcm2712 : BootRom::None;
    }
    return digest;
}

bool fits(const EepromDigest &digest, QByteArrayView file)
{
    return digest.sha256 == sha256Of(file);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"

#include <QRegularExpression>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView family(PiModel model)
{
    switch (bootRom(model)) {
    case BootRom::Bcm2712: return "pi5-"_L1;
    case BootRom::Bcm2711: return "pi4-"_L1;
    case BootRom::Bcm2837: return "pi3-"_L1;
    case BootRom::None: break;
    }
    return {};
}

// A list may call its tags what it likes; it says which boards they are for by the names of its devices.
bool isFor(const Catalogue &catalogue, const CatalogueEntry &entry, PiModel model)
{
    const QLatin1StringView mine = family(model);
    if (entry.devices.isEmpty() || mine.isEmpty())
        return true;
    for (const QString &tag : entry.devices)
        // A 2B that starts from the network is one with the processor of the 3B.
        if (tag.startsWith(mine) || (model == PiModel::Pi2B && tag.startsWith("pi2-"_L1)))
            return true;
    for (const CatalogueDevice &device : catalogue.devices) {
        const auto meant = parsePiModel(device.name);
        if (!meant || family(*meant) != mine)
            continue;
        if (std::ranges::any_of(device.tags, [&entry](const QString &tag) { return entry.devices.contains(tag); }))
            return true;
    }
    return false;
}

// Systems whose second partition is no ext4 with a Linux on it: an image of squashfs files, snaps, or no Linux at all.
// Only the image itself tells for certain; this spares people the download of what is known.
bool hasNoLinuxRoot(const CatalogueEntry &entry)
{
    static const QRegularExpression known(
        u"\\b(libreelec|coreelec|openelec|lakka|batocera|recalbox|volumio|home assistant os|haos|ubuntu core|risc os|"
        "android|lineageos|emteria|pinn|noobs|bootloader|eeprom|network install)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return known.match(entry.name).hasMatch();
}

void collect(const std::vector<CatalogueEntry> &entries, const QStringList &above, std::vector<CatalogueLeaf> &out)
{
    for (const CatalogueEntry &entry : entries) {
        if (entry.category)
            collect(entry.subitems, above + QStringList{entry.name}, out);
        else
            out.push_back({&entry, above});
    }
}

} // namespace

bool isWebAddress(const QUrl &url)
{
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty()
        && url.userInfo().isEmpty() && url.toEncoded().size() <= 2048;
}

QString fileNameOf(const QUrl &url)
{
    QString name = url.fileName(QUrl::FullyDecoded).left(120);
    name.removeIf(
        [](QChar c) { return c == u'/' || c == u'\\' || c == u':' || c.unicode() < 0x20 || c.unicode() == 0x7f; });
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name.isEmpty() ? u"image"_s : name;
}

Fit fitOf(const Catalogue &catalogue, const CatalogueEntry &entry, const std::vector<PiModel> &models)
{
    static constexpr std::array formats{""_L1,          "none"_L1,          "systemd"_L1,
                                        "cloudinit"_L1, "cloudinit-rpi"_L1, "rpi-preseed"_L1};
    static constexpr std::array endings{".img"_L1, ".xz"_L1, ".zst"_L1, ".gz"_L1, ".bz2"_L1, ".zip"_L1};
    if (hasNoLinuxRoot(entry))
        return {Misfit::NoLinuxRoot, {}};
    if (!isWebAddress(entry.url))
        return {Misfit::Address, {}};
    const QString file = fileNameOf(entry.url);
    if (std::ranges::none_of(endings,
                             [&file](QLatin1StringView end) { return file.endsWith(end, Qt::CaseInsensitive); }))
        return {Misfit::Form, file};
    if (!std::ranges::contains(formats, entry.initFormat))
        return {Misfit::InitFormat, entry.initFormat};
    QStringList missing;
    for (const PiModel model : models)
        if (const QString name = shortName(model); !isFor(catalogue, entry, model) && !missing.contains(name))
            missing << name;
    if (!missing.isEmpty())
        return {Misfit::Models, missing.join(u", "_s)};
    return {};
}

std::vector<CatalogueLeaf> leaves(const Catalogue &catalogue)
{
    std::vector<CatalogueLeaf> out;
    collect(catalogue.entries, {}, out);
    return out;
}

std::vector<CatalogueLeaf> named(const Catalogue &catalogue, const QString &name)
{
    const std::vector<CatalogueLeaf> all = leaves(catalogue);
    std::vector<CatalogueLeaf> same, similar;
    for (const CatalogueLeaf &leaf : all) {
        if (leaf.entry->name.compare(name, Qt::CaseInsensitive) == 0)
            same.push_back(leaf);
        else if (leaf.entry->name.contains(name, Qt::CaseInsensitive))
            similar.push_back(leaf);
    }
    return same.empty() ? similar : same;
}

const CatalogueEntry *recommended(const Catalogue &catalogue, const std::vector<PiModel> &models)
{
    for (const CatalogueLeaf &leaf : leaves(catalogue)) {
        const CatalogueEntry &entry = *leaf.entry;
        const bool wide = entry.architecture == "armv8"_L1 || entry.name.contains("64-bit"_L1);
        const bool bare = entry.name.contains("lite"_L1, Qt::CaseInsensitive)
            || entry.name.contains("server"_L1, Qt::CaseInsensitive);
        if (wide && bare && fitOf(catalogue, entry, models).good())
            return leaf.entry;
    }
    return nullptr;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalogue.h"

#include <cstdint>

using namespace bramble;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Hostile lists of systems: whatever is understood of one keeps the promises that pages and downloads rely on.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView json(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const QString &locale : {u"C"_s, u"de_AT"_s}) {
        const auto catalogue = parseCatalogue(json, QUrl(u"https://lists.example/v4/list.json"_s), locale);
        if (!catalogue)
            continue;
        for (const CatalogueLeaf &leaf : leaves(*catalogue)) {
            const CatalogueEntry &entry = *leaf.entry;
            const bool sound = !entry.name.isEmpty() && entry.name.size() <= 200 && leaf.above.size() <= catalogueDepth
                && entry.downloadSize >= 0 && entry.extractSize >= 0 && (entry.url.isEmpty() || isWebAddress(entry.url))
                && (entry.icon.isEmpty() || isWebAddress(entry.icon))
                && (entry.downloadSha256.isEmpty() || entry.downloadSha256.size() == 64)
                && !fileNameOf(entry.url).contains(u'/');
            if (!sound)
                __builtin_trap();
            (void)fitOf(*catalogue, entry, {PiModel::Pi4B, PiModel::Pi5});
        }
        (void)recommended(*catalogue, {PiModel::Pi3B});
        (void)renderCatalogue(*catalogue);
    }
    return 0;
}

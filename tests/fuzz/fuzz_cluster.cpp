// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/cluster_file.h"

#include <cstdint>

using namespace bramble;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Hostile cluster files: an error, or a cluster that is written and read again as the same one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto cluster = parseCluster(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)), u"f"_s);
    if (!cluster)
        return 0;
    (void)problems(*cluster);
    const auto again = parseCluster(renderCluster(*cluster), u"f"_s);
    if (!again || *again != *cluster)
        __builtin_trap();
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/partitions.h"

#include <QtEndian>

#include <cstdint>
#include <zlib.h>

using namespace bramble;

namespace {

quint32 checksum(const char *bytes, qsizetype size)
{
    return static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef *>(bytes), static_cast<uInt>(size)));
}

/// The checksums of a GUID table made right, or no damage would ever get past them.
void seal(QByteArray &table)
{
    if (table.size() < 1024 || qstrncmp(table.constData() + 512, "EFI PART", 8) != 0)
        return;
    char *header = table.data() + 512;
    const auto size = qFromLittleEndian<quint32>(header + 12);
    const quint64 at = qFromLittleEndian<quint64>(header + 72);
    const quint64 length = quint64(qFromLittleEndian<quint32>(header + 80)) * qFromLittleEndian<quint32>(header + 84);
    const auto all = static_cast<quint64>(table.size());
    if (at <= all / 512 && length <= all - at * 512)
        qToLittleEndian(checksum(table.constData() + at * 512, static_cast<qsizetype>(length)), header + 88);
    if (size < 92 || size > 512)
        return;
    qToLittleEndian(quint32(0), header + 16);
    qToLittleEndian(checksum(header, size), header + 16);
}

void mustFit(const Result<PartitionPair> &pair)
{
    if (!pair)
        return;
    for (const ImagePartition &one : {pair->boot, pair->root})
        if (one.start <= 0 || one.size <= 0 || one.start > std::numeric_limits<qint64>::max() - one.size)
            __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    mustFit(readMbr(bytes));
    mustFit(readGpt(bytes));
    seal(bytes);
    mustFit(readGpt(bytes));
    return 0;
}

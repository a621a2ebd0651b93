// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/server_log.h"
#include "text/socket_reader.h"

#include <cstdint>

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// What ss prints, round after round, in either form. An empty line: the connection to the server was made anew, and another ss begins.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qint64 aboutNow = 1'795'377'600'000;
    const QByteArray all(reinterpret_cast<const char *>(data), qsizetype(size));
    SocketReader reader;
    QHash<Ipv4, qint64> totals;
    for (const QByteArray &line : all.split('\n')) {
        if (line.isEmpty())
            reader.beginAnew();
        for (const DiskBytes &disk : reader.read(line)) {
            qint64 &before = totals[disk.address];
            if (disk.bytes < before || disk.grown < 0 || disk.grown > disk.bytes)
                __builtin_trap();
            before = disk.bytes;
            const Event event{aboutNow, disk};
            if (LogReader(aboutNow).read(recordingLine(event)) != std::vector{event})
                __builtin_trap();
        }
    }
    return 0;
}

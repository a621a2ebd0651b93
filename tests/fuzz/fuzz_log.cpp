// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/log_line.h"
#include "text/server_log.h"

#include <cstdint>

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Lines of a server's programs in every form: journalctl -o json and its cursors, syslog, dnsmasq's own file, logread; of dnsmasq, mountd and the kernel.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qint64 aboutNow = 1'795'377'600'000;
    const QByteArray all(reinterpret_cast<const char *>(data), qsizetype(size));
    LogReader reader(aboutNow);
    for (const QByteArray &line : all.split('\n')) {
        (void)cursorOf(line);
        (void)readLogLine(line, aboutNow, 0);
        const std::vector<Event> events = reader.read(line);
        if (events.size() > 8)
            __builtin_trap();
        for (const Event &event : events) {
            const QByteArray own = recordingLine(event);
            if (own.contains('\n'))
                __builtin_trap();
            if (!own.isEmpty() && LogReader(aboutNow).read(own) != std::vector{event})
                __builtin_trap();
        }
    }
    return 0;
}

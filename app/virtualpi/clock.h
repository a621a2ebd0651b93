// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/stop.h"

#include <QDeadlineTimer>

#include <chrono>
#include <thread>

namespace bramble {

/// Waits of a blocking boot, cut into slices so that a request to stop is heard within a tenth of a second.
inline constexpr std::chrono::milliseconds stopSlice{100};

/// How long one blocking call may take now: a slice, or less where the deadline comes first.
inline int sliceMs(const QDeadlineTimer &deadline)
{
    const qint64 left = deadline.remainingTime(); // -1: for ever
    return left < 0 || left > stopSlice.count() ? int(stopSlice.count()) : int(left);
}

/// False if stop was asked for before the time was over.
inline bool waitFor(std::chrono::milliseconds time, const Stop &stop)
{
    const QDeadlineTimer deadline(time);
    while (!deadline.hasExpired()) {
        if (stop.stop_requested())
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(sliceMs(deadline)));
    }
    return !stop.stop_requested();
}

} // namespace bramble

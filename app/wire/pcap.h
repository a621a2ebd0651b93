// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace bramble {

/// A capture file of tcpdump: what the server's wire carried.
struct CapturedFrame
{
    qint64 atMicroseconds = 0; ///< Unix time
    qint64 size = 0; ///< bytes on the wire; more than bytes.size() where the capture cut
    QByteArray bytes;
};

/// Both byte orders, microseconds and nanoseconds, Ethernet only. A last frame that is cut off ends the list.
/// Nothing for other files; at most atMost frames.
std::optional<std::vector<CapturedFrame>> parsePcap(QByteArrayView file, size_t atMost = 1'000'000);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QByteArray>

namespace bramble {

/// Bytes made while they are sent: the joint between image/ (makes them) and remote/ (sends them).
class ByteSource
{
public:
    ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;
    virtual ~ByteSource() = default;

    /// The next block, some 64 to 256 KiB; empty at the end. Called on a worker thread and may block for seconds;
    /// after an error or the end it is not called again.
    virtual Result<QByteArray> next() = 0;

    /// Bytes that next() will give in all, or 0 where that is not known beforehand.
    virtual qint64 expectedSize() const { return 0; }
};

} // namespace bramble

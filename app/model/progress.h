// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace bramble {

/// How far one long piece of work is. total is 0 while nobody knows it.
struct Progress
{
    qint64 done = 0;  ///< bytes, or pieces where there are no bytes
    qint64 total = 0; ///< the same unit

    bool operator==(const Progress &) const = default;
};

/// May be called from any thread, some ten times a second at most; must not block.
using ReportProgress = std::function<void(Progress)>;

} // namespace bramble

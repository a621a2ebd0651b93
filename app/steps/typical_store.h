// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/typical_times.h"
#include "steps/watch.h"

#include <QHash>

namespace bramble {

/// Learns from each good boot that was watched to its end, and keeps that on this computer.
class TypicalStore
{
public:
    /// file: where it is kept; empty: the usual place. A file that cannot be read or written is as if there were none.
    explicit TypicalStore(QString file = {});

    const TypicalTimes &times() const { return m_times; }
    void take(const WatchNews &news);

private:
    QString m_file;
    TypicalTimes m_times;
    QHash<QString, Stage> m_stages; ///< of each node when it was last heard of
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/watch.h"

namespace bramble {

/// What was heard of boots since somebody began to listen, as far as it is kept: the last news, each node's history, and what a recording needs.
class Heard
{
public:
    void take(WatchNews news);

    const std::optional<WatchNews> &news() const { return m_news; } ///< its heard: all lines so far, or their end
    /// Of one node, or the end of it.
    QList<Event> history(size_t node) const;
    const QList<QByteArray> &recording() const { return m_recording; }

private:
    std::optional<WatchNews> m_news;
    std::vector<QList<Event>> m_histories; ///< by node
    QList<QByteArray> m_recording;
    qint64 m_recordingBytes = 0;
};

} // namespace bramble

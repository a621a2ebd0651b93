// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnose.h"
#include "model/timeline.h"
#include "remote/remote.h"

namespace bramble {

/// What watching shows: all timelines, each time something was heard, and once a second while a clock runs.
struct WatchNews
{
    std::vector<Timeline> timelines;
    std::vector<MacAddress> strangers;
    qint64 nowMs = 0; ///< by the server's clock, Unix ms
    qint64 sinceMs = 0; ///< when watching began, by the server's clock
    QList<QByteArray> recorded; ///< what a recording keeps of them: lines as they came, and our own
    Signs server; ///< what was noticed of the server as a whole
    std::shared_ptr<const ServerLook> look; ///< at the server, while a node hangs
    QStringList heard; ///< the log lines since the last news, for people who want them

    /// As long as the news live.
    Situation situation() const { return {nowMs, sinceMs, &server, look.get()}; }
};

using WatchSink = std::function<void(WatchNews)>;

/// Follows the server's log and asks each node that has mounted its disk whether its SSH answers. Ends when stop is requested (Stopped),
/// the connection is lost (Ssh…), or, with untilRunning, when every node runs. sink is called on the awaiting thread.
QCoro::Task<Result<>> watch(Cluster cluster, RemotePtr remote, bool untilRunning, WatchSink sink, Stop stop);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnose.h"
#include "model/timeline.h"
#include "remote/remote.h"

namespace bramble {

/// An event and the node that it is of.
struct NodeEvent
{
    size_t node = 0; ///< among the timelines
    Event event;
};

/// Whether the server's wire is watched too.
enum class Capturing {
    No, ///< nobody asked for it
    Yes,
    Impossible, ///< the server has no tcpdump, or it ended: the log alone tells
};

/// What watching shows: all timelines, each time something was heard, and once a second while a clock runs.
struct WatchNews
{
    std::vector<Timeline> timelines;
    std::vector<MacAddress> strangers;
    qint64 nowMs = 0; ///< by the server's clock, Unix ms; stands still while the server cannot be reached, for nothing is known of that time
    qint64 sinceMs = 0; ///< when watching began, by the server's clock
    QList<QByteArray> recorded; ///< what a recording keeps of them: lines as they came, and our own
    Signs server; ///< what was noticed of the server as a whole
    std::shared_ptr<const ServerLook> look; ///< at the server, while a node hangs
    QStringList heard; ///< the log lines since the last news, for people who want them
    std::vector<NodeEvent> events; ///< since the last news
    bool isConnected = true; ///< else the connection is being made anew, and what is shown was so at lostMs
    qint64 lostMs = 0; ///< by the server's clock
    Capturing capturing = Capturing::No;
    qint64 frames = 0; ///< of the wire, so far
    RemotePtr remote; ///< the connection that it goes over now

    /// As long as the news live.
    Situation situation() const { return {nowMs, sinceMs, &server, look.get()}; }
};

using WatchSink = std::function<void(WatchNews)>;

struct WatchOptions
{
    explicit WatchOptions(bool until = false, bool withCapture = false) : untilRunning(until), capture(withCapture) { }

    bool untilRunning = false; ///< it ends when every node runs
    bool capture = false; ///< the server's wire too, with its tcpdump; whoever calls has asked
};

/// Follows the server's log (and its wire) and asks each node that has mounted its disk whether its SSH answers. A connection that is lost is
/// made anew for as long as it takes, and the log read on from where it was. Ends when stop is requested (Stopped), the connection cannot be
/// made any more because something has changed (Ssh…), or, with untilRunning, when every node runs. sink is called on the awaiting thread.
QCoro::Task<Result<>> watch(Cluster cluster, RemotePtr remote, WatchOptions options, WatchSink sink, Stop stop);

} // namespace bramble

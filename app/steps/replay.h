// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/result.h"

#include <vector>

namespace bramble {

/// A recorded boot: what somebody saved, as events again. Told by content: a capture of tcpdump, or a log of the server in any form that
/// LogReader reads (journalctl -o json, syslog, dnsmasq's own file, logread).
struct RecordingOptions
{
    QString name; ///< for errors
    QString tftpFolder; ///< the server's TFTP root: a capture does not know it
    qint64 nowMs = 0; ///< about when the log ends (Unix ms), for logs that say no year: when the file was written
    int offsetSeconds = 0; ///< of the server's clock, east of UTC, for logs that say no zone
    std::optional<Ipv4> server{}; ///< whose wire it was, where that is known
};

/// Errors: RecordingUnreadable (subject: name) where there is not one line or frame of a boot in it.
Result<std::vector<Event>> readRecording(QByteArrayView content, const RecordingOptions &options);

/// Events of several witnesses as they come: which of them tell what nobody has told yet. What two of them tell within a second and a half
/// is one event, and each telling is good for one.
class Merger
{
public:
    bool isNew(const Event &event, size_t witness);

private:
    struct Told
    {
        Event event;
        size_t witness = 0;
    };

    std::vector<Told> m_recent; ///< of the last moments
    qint64 m_newestMs = 0;
};

/// What several witnesses of the same boots told, in order of time. What two of them tell within a second and a half is one event.
std::vector<Event> mergedEvents(std::vector<std::vector<Event>> witnesses);

} // namespace bramble

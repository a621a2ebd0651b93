// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/cause.h"
#include "model/server_look.h"
#include "model/timeline.h"

#include <optional>

namespace bramble {

/// What is known beside one node's timeline. Refers to what lives elsewhere.
struct Situation
{
    qint64 nowMs = 0; ///< Unix ms, by the clock of the timeline
    qint64 sinceMs = 0; ///< when listening began (Unix ms); silence before it proves nothing
    const Signs *server = nullptr; ///< what was noticed of the server as a whole
    const ServerLook *look = nullptr; ///< what a look at it found, where there was one
};

struct Diagnosis
{
    Cause cause = Cause::NotAsking;
    QString detail{}; ///< a file, an address, the server's own words
    Confidence confidence = Confidence::Possible;
    Fix fix = Fix::LookAtScreen;
    Signs evidence{}; ///< what proves it: lines, packets, findings; empty where nothing was ever heard

    bool operator==(const Diagnosis &) const = default;
};

/// Nothing while the node is on its way or running. Pure; asked at any moment, as time alone makes a silence into a cause.
std::optional<Diagnosis> diagnose(const Timeline &timeline, const Situation &situation);

} // namespace bramble

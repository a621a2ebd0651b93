// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnose.h"
#include "remote/remote.h"
#include "steps/reimage.h"

#include <optional>

namespace bramble {

/// What one node hangs on, with its timeline.
struct Found
{
    Found() = default;

    Timeline timeline;
    std::optional<Diagnosis> diagnosis; ///< nothing: it is on its way or running
};

/// Watches until there is a cause for the node, it runs, or patience is over. Errors: NodeUnknown, those of watch().
QCoro::Task<Result<Found>> findCause(Cluster cluster, QString node, RemotePtr remote, std::chrono::seconds patience, Stop stop);

/// Whether mend() does this one by itself; SetUpAgain, OpenFirewall and LayTree are plans of their own, which apply() does.
bool mendsDirectly(Fix fix);

/// Does a fix of ours on the server. Whoever calls it has asked. Its way back is in the journal before anything changes; what the set-up has
/// recorded already is not recorded twice. Errors: those of Remote::run and record(), ServerCommandFailed, ServerImageMissing, NodeUnknown.
QCoro::Task<Result<>> mend(Cluster cluster, Timeline timeline, Fix fix, RemotePtr remote, Stop stop);

} // namespace bramble

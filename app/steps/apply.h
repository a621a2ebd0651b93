// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan.h"
#include "remote/remote.h"
#include "steps/image_source.h"

namespace bramble {

/// What apply says while it works; index is into Plan::actions.
struct ApplyNews
{
    /// Spilled: the image is laid out so that part of it had to be held in a file on this computer for a while.
    enum class State { Started, Progressed, Spilled, Done, Failed, UndoStarted, Undone, UndoFailed };

    qsizetype index = 0;
    State state = State::Started;
    Progress progress; ///< bytes; of the action, where it has any

    bool operator==(const ApplyNews &) const = default;
};

using ApplySink = std::function<void(ApplyNews)>;

/// Makes the server what the plan says, one action after the other. If one fails or stop is requested, what this run did is
/// undone in reverse, and the error is returned; if the connection is lost or the program dies, running it again goes on from there.
/// sink is called on the awaiting thread. nodePasswordHash: of the user on the Pis, where needsNodePassword(plan); without one there, nothing
/// is begun: NodePasswordNeeded (subject: the user). overwritesDrift: files of ours that somebody changed since are written anew; else nothing
/// is begun: ServerFileDrifted (subject: the path). A lost connection is made anew where remote can; while the service is switched, the server
/// takes everything back by itself if we cannot reach it any more: ServerTookBack. router: the cluster file's, where the plan changes it; it has a
/// journal of its own.
QCoro::Task<Result<>> apply(Plan plan, RemotePtr remote, ImageSourcePtr image, ApplySink sink, Stop stop, QByteArray nodePasswordHash = {},
                              bool overwritesDrift = false, RemotePtr router = {});

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan.h"
#include "remote/remote.h"
#include "steps/image_source.h"

#include <vector>

namespace bramble {

/// A command that takes something back, with what it reads.
struct Undo
{
    Command command;
    QByteArray input;
};

/// What every action has at hand. Shared, because coroutines own what they use.
struct Workshop
{
    Plan plan;
    RemotePtr remote;
    ImageSourcePtr image;
    std::shared_ptr<ImagePass> pass; ///< from the first StreamImage to the last: both come out of one reading
    bool spilled = false; ///< that reading needed a file on this computer; still to be told
    QByteArray nodePasswordHash; ///< crypt(5); empty where no node gets a password
    std::vector<Undo> undo; ///< filled before the thing itself is done; taken back from the end
    bool usesStaging = false; ///< its clearing is in undo
};

using WorkshopPtr = std::shared_ptr<Workshop>;

/// Lets go of the reading of the image, if there is one. Its decoder may take a moment to end: not on the thread that paints.
QCoro::Task<> endPass(WorkshopPtr workshop);

/// To be called before anything goes into staging: whatever comes first there is taken back last.
void noteStaging(Workshop &shop);

/// Does one action. The way back is in workshop->undo before the server is changed.
QCoro::Task<Result<>> perform(WorkshopPtr workshop, Action action, ReportProgress report, Stop stop);

} // namespace bramble

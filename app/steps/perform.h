// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan.h"
#include "remote/remote.h"
#include "steps/image_source.h"
#include "steps/journal.h"
#include "steps/server_lock.h"
#include "steps/server_stream.h"
#include "steps/steady_remote.h"

namespace bramble {

/// What every action has at hand. Shared, because coroutines own what they use.
struct Workshop
{
    Plan plan;
    RemotePtr remote; ///< steady, where a lost connection can be made anew
    std::shared_ptr<SteadyRemote> steady;
    std::shared_ptr<ServerLock> lock;
    Journal journal;
    RemotePtr router; ///< of the cluster file, where the plan changes it; steady
    std::shared_ptr<SteadyRemote> steadyRouter;
    Journal routerJournal;
    ImageSourcePtr image;
    std::shared_ptr<ImagePass> pass; ///< from the first StreamImage to the last: both come out of one reading
    bool spilled = false; ///< that reading needed a file on this computer; still to be told
    QByteArray nodePasswordHash; ///< crypt(5); empty where no node gets a password
    bool wasLost = false; ///< a connection, in this run
    bool notedFolders = false; ///< in the journal, in this run
    bool notedUnit = false;
};

using WorkshopPtr = std::shared_ptr<Workshop>;

/// What unpacks on the server that the plan is for.
inline Unpacker unpackerFor(const Plan &plan)
{
    return plan.byRouter ? Unpacker::BusyBox : Unpacker::Gnu;
}

/// Lets go of the reading of the image, if there is one. Its decoder may take a moment to end: not on the thread that paints.
QCoro::Task<> endPass(WorkshopPtr workshop);

/// To be called before anything goes into the served folder: whatever comes first there is taken back last.
QCoro::Task<Result<>> noteFolders(WorkshopPtr workshop, Stop stop);

/// A change of the server: runs command (for as long as options say), between recording entry and marking it complete.
QCoro::Task<Result<>> change(WorkshopPtr workshop, JournalEntry entry, Command command, RunOptions options, Stop stop);

/// Does one action. The way back is on the server's disk before the server is changed.
QCoro::Task<Result<>> perform(WorkshopPtr workshop, Action action, ReportProgress report, Stop stop);

} // namespace bramble

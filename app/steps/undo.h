// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/journal.h"

namespace bramble {

/// What an undo of everything would take back, in the order in which it would: newest first. Read-only.
QCoro::Task<Result<std::vector<JournalLine>>> lookAtUndo(RemotePtr remote, Stop stop);

/// Takes back all that was recorded. Errors: ServerBusy, ServerChangedSince, ServerUndoIncomplete (subject: what could not be), those of
/// Remote::run. If the connection is lost or the program dies, doing it again goes on from there.
QCoro::Task<Result<Undone>> undo(RemotePtr remote, UndoChanged changed, Stop stop);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/undo.h"

#include "steps/look_openwrt.h"
#include "steps/server_lock.h"

#include <algorithm>

namespace bramble {

QCoro::Task<Result<std::vector<JournalLine>>> lookAtUndo(RemotePtr remote, Stop stop)
{
    const Result<QString> folder = co_await journalFolderOf(remote, stop);
    if (!folder)
        co_return std::unexpected(folder.error());
    Result<std::vector<JournalLine>> lines = co_await readJournal(remote, *folder, stop);
    if (lines)
        std::ranges::reverse(*lines);
    co_return lines;
}

QCoro::Task<Result<Undone>> undo(RemotePtr remote, UndoChanged changed, Stop stop)
{
    const auto locked = co_await lockServer(remote, {}, stop);
    if (!locked)
        co_return std::unexpected(locked.error());
    const std::shared_ptr<ServerLock> lock = *locked;
    const Result<std::vector<JournalLine>> lines = co_await lookAtUndo(remote, stop);
    if (!lines)
        co_return std::unexpected(lines.error());
    const Result<QString> folder = co_await journalFolderOf(remote, stop);
    if (!folder)
        co_return std::unexpected(folder.error());
    const Result<Undone> undone = co_await undoJournal(remote, *folder, UndoScope::All, changed);
    lock->release.request_stop();
    if (!undone || undone->failed.isEmpty())
        co_return undone;
    QStringList left;
    for (const JournalLine &line : *lines)
        if (undone->failed.contains(line.number))
            left << line.what;
    co_return fail(ErrorKind::ServerUndoIncomplete, left.join(QLatin1Char('\n')));
}

} // namespace bramble

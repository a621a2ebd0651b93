// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "steps/preview.h"
#include "steps/undo.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString diffOf(const JournalLine::File &file)
{
    return unifiedDiff(file.path, file.content.value_or(QByteArray()), file.before.value_or(QByteArray()));
}

void show(const JournalLine &entry, const TerminalPtr &terminal)
{
    QJsonArray files;
    for (const JournalLine::File &file : entry.files)
        files.append(QJsonObject{{u"path"_s, file.path}, {u"diff"_s, diffOf(file)}});
    terminal->object({{u"entry"_s, entry.number}, {u"what"_s, entry.what}, {u"words"_s, words(entry)}, {u"complete"_s, entry.done && entry.committed},
                      {u"changed"_s, QJsonArray::fromStringList(entry.changed)}, {u"files"_s, files}});
    terminal->line(u"  "_s + words(entry));
    for (const QString &what : entry.changed)
        terminal->line(sentence("      somebody changed this since: %1").arg(what));
    for (const JournalLine::File &file : entry.files) {
        if (!file.before) // a diff of something that simply goes tells nobody anything
            continue;
        const QString diff = diffOf(file); // its lines are looked at in place
        for (const QStringView row : QStringView(diff).split(u'\n', Qt::SkipEmptyParts))
            if (!row.startsWith("--- "_L1) && !row.startsWith("+++ "_L1))
                terminal->line(u"      "_s + row);
    }
}

// Of one machine.
QCoro::Task<Result<>> undoOn(RemotePtr remote, Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const Result<std::vector<JournalLine>> lines = co_await lookAtUndo(remote, stop);
    if (!lines)
        co_return std::unexpected(lines.error());
    if (lines->empty()) {
        terminal->object({{u"undone"_s, 0}, {u"nothingToDo"_s, true}});
        terminal->line(sentence("Nothing to take back: no set-up is recorded on %1.").arg(remote->description()));
        co_return Result<>();
    }
    terminal->line(sentence("On %1 this is taken back, in this order:").arg(remote->description()));
    for (const JournalLine &entry : *lines)
        show(entry, terminal);
    const bool changedSince = std::ranges::any_of(*lines, [](const JournalLine &entry) { return !entry.changed.isEmpty(); });
    const UndoChanged changed = arguments.leaveChanged ? UndoChanged::Leave : arguments.evenChanged ? UndoChanged::TakeBack : UndoChanged::Refuse;
    if (!arguments.yes && (!changedSince || changed != UndoChanged::Refuse)) {
        // Without --yes and without anybody to ask, this was a look.
        const bool go = terminal->ask(sentence("Take all of this back? Type yes:")).value_or(false);
        if (!go)
            co_return fail(ErrorKind::Stopped);
    }
    const Result<Undone> undone = co_await undo(remote, changed, stop);
    if (!undone)
        co_return std::unexpected(undone.error());
    terminal->object({{u"undone"_s, undone->undone.size()}, {u"left"_s, undone->left.size()}});
    if (undone->left.isEmpty())
        terminal->line(sentence("The server is as it was before the first set-up."));
    else
        terminal->line(sentence("Taken back, but for what somebody changed since; that is still recorded on the server."));
    co_return Result<>();
}

} // namespace

QCoro::Task<int> undoCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const Result<Cluster> cluster = loadCluster(arguments);
    if (!cluster)
        co_return failed(terminal, cluster.error());
    // What was changed last goes first: the router says no longer where to boot from before the server stops serving.
    const Result<RemotePtr> router = co_await logInToRouter(arguments, *cluster, terminal, stop);
    if (!router)
        co_return failed(terminal, router.error());
    if (*router)
        if (const Result<> undone = co_await undoOn(*router, arguments, terminal, stop); !undone)
            co_return failed(terminal, undone.error());
    const Result<RemotePtr> remote = co_await logIn(arguments, *cluster, terminal, stop);
    if (!remote)
        co_return failed(terminal, remote.error());
    if (const Result<> undone = co_await undoOn(*remote, arguments, terminal, stop); !undone)
        co_return failed(terminal, undone.error());
    co_return 0;
}

} // namespace bramble

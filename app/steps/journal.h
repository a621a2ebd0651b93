// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/journal_line.h"
#include "remote/remote.h"

#include <vector>

namespace bramble {

/// What is recorded on a machine before it is changed, so that every change can be taken back: by us, by a later run, or by the machine
/// itself. The journal is a folder there; the program that works on it (steps/journal_script.h) is kept in it and needs no more than BusyBox.

inline constexpr QLatin1StringView debianJournal{"/var/lib/brambleboot/journal"};
inline constexpr QLatin1StringView openWrtJournal{"/etc/brambleboot/journal"}; ///< /var is in memory there

/// The journal of one machine for one run of the program.
struct Journal
{
    Journal() = default;
    Journal(RemotePtr theRemote, QString theFolder, QString theRun)
        : remote(std::move(theRemote)), folder(std::move(theFolder)), run(std::move(theRun)) { }

    RemotePtr remote;
    QString folder; ///< has to survive a reboot
    QString run; ///< an id of its own for each run
};

/// A file or folder that an action is about to change. Its content, mode and owner are kept, or that it was not there; undo puts it back,
/// and refuses where it is neither as it was before nor as this program left it.
struct KeptFile
{
    KeptFile() = default;
    explicit KeptFile(QString thePath, QByteArray theSha256 = {}) : path(std::move(thePath)), willBe(std::move(theSha256)) { }

    QString path; ///< absolute, without control characters. A folder: only whether it was there; it goes again if nobody else uses it
    QByteArray willBe; ///< SHA-256 in hex of what will lie there; empty: not known beforehand (what lies there when finish() is called counts)
};

/// One change and its way back. The commands run as root in a POSIX shell in a folder of the entry's own, which is the same for all of them:
/// what prepare writes there (relative paths), takesBack finds. They may be run twice and must be content with that; none may read from
/// standard input. Nothing in here may be a secret.
struct JournalEntry
{
    QString what; ///< one line, a word for the kind and then what it is about: "file /etc/x", "packages a b"; see words(JournalLine)
    QString key; ///< the same in a later run about the same thing: then the first way back is the way back. Empty: always an entry of its own
    std::vector<KeptFile> files; ///< put back first
    std::vector<Command> prepare; ///< before anything changes, to look at what will be needed
    std::vector<Command> takesBack; ///< after the files are back
    std::vector<Command> holds; ///< what must still be so for taking back: what is no longer so is printed, one line each
    std::vector<Command> atCommit; ///< clears up once the run went through; a failure is not heard
    bool passing = false; ///< of no use after the run: gone then
};

/// Puts the journal's program on the machine. Once, before the first record().
QCoro::Task<Result<>> openJournal(Journal journal, Stop stop);

/// Durably on the machine's disk when it returns; only then may the change be made. Gives the entry's number for finish().
QCoro::Task<Result<QString>> record(Journal journal, JournalEntry entry, Stop stop);

/// The change is complete. What lies at the kept paths now counts as ours.
QCoro::Task<Result<>> finish(Journal journal, QString entry, Stop stop);

/// The runs so far went through: they are no longer taken back when a later one fails.
QCoro::Task<Result<>> commit(Journal journal);

/// What had this key is gone for good: nothing to take back any more.
QCoro::Task<Result<>> forget(Journal journal, QString key);

/// Files of ours that somebody changed, or took away, since a run that went through wrote them.
QStringList drift(const std::vector<JournalLine> &lines);

/// What is recorded there, oldest first; nothing where there is no journal. Read-only. Errors: those of Remote::run, ServerAnswerUnreadable.
QCoro::Task<Result<std::vector<JournalLine>>> readJournal(RemotePtr remote, QString folder, Stop stop);
Result<std::vector<JournalLine>> parseJournal(QByteArrayView output);

enum class UndoScope { All, Uncommitted };
enum class UndoChanged {
    Refuse, ///< if anything was changed since, nothing is done: ServerChangedSince
    Leave, ///< that stays as it is, with its entry; the rest is taken back
    TakeBack ///< also what was changed since, as recorded
};

/// How it went; in the order in which it was done.
struct Undone
{
    QStringList undone; ///< numbers
    QStringList left;
    QStringList failed;
};

/// Takes back what is recorded, newest first, on the machine itself. Errors: those of Remote::run, ServerChangedSince (subject: what, one
/// per line). What could not be taken back is in Undone::failed, and still recorded.
QCoro::Task<Result<Undone>> undoJournal(RemotePtr remote, QString folder, UndoScope scope, UndoChanged changed);

} // namespace bramble

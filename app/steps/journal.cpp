// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/journal.h"

#include "steps/journal_script.h"
#include "steps/must.h"
#include "text/shell.h"

#include <QMap>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// An SSH server of a router takes no command longer than some 9000 bytes, so the program comes on standard input.
constexpr char installEngine[] = R"sh(umask 077
mkdir -p -- "$1"
cat > "$1/.engine"
[ "$(tail -n 1 "$1/.engine")" = "# whole" ] || exit 86
mv -f -- "$1/.engine" "$1/engine"
rm -f -- "$1/fired" "$1/armed")sh";

Command engine(const Journal &journal, const QString &verb, QStringList arguments = {})
{
    return asRoot(u"sh"_s, QStringList{journal.folder + u"/engine"_s, journal.folder, verb} + arguments);
}

bool isPlain(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

// Calls of the engine's own functions, each made by the one quoting function.
QByteArray requestOf(const JournalEntry &entry)
{
    QByteArray text;
    const auto call = [&text](const QString &function, QStringList arguments) { text += shellText(Command(function, std::move(arguments))) + '\n'; };
    const auto lay = [&call](const QString &file, const std::vector<Command> &commands) {
        for (const Command &command : commands)
            call(u"text"_s, {file, QString::fromUtf8(shellText(command))});
    };
    call(u"text"_s, {u"what"_s, entry.what});
    if (!entry.key.isEmpty())
        call(u"text"_s, {u"key"_s, entry.key});
    for (const KeptFile &file : entry.files)
        call(u"keep"_s, {file.path, QString::fromLatin1(file.willBe)});
    for (const Command &command : entry.prepare)
        call(u"prepare"_s, QStringList{command.program} + command.arguments);
    lay(u"undo.sh"_s, entry.takesBack);
    lay(u"holds.sh"_s, entry.holds);
    lay(u"commit.sh"_s, entry.atCommit);
    if (entry.passing)
        call(u"text"_s, {u"passing"_s, u"yes"_s});
    return text + "whole\n"_ba;
}

bool canBeRecorded(const JournalEntry &entry)
{
    // Beside it, its successor has a longer name for a moment.
    const auto longName = [](QStringView name) { return name.toUtf8().size() > 230; };
    const auto path = [longName](const KeptFile &file) { return file.path.startsWith(u'/') && isPlain(file.path) && std::ranges::none_of(QStringView(file.path).split(u'/'), longName); };
    const auto commands = [](const std::vector<Command> &list) { return std::ranges::all_of(list, canBeShellText); };
    return isPlain(entry.what) && isPlain(entry.key) && std::ranges::all_of(entry.files, path) && commands(entry.prepare)
        && commands(entry.takesBack) && commands(entry.holds) && commands(entry.atCommit);
}

QStringList linesWith(const QByteArray &out, QByteArrayView word)
{
    QStringList found;
    for (const QByteArray &line : out.split('\n'))
        if (line.startsWith(word))
            found << QString::fromUtf8(line.sliced(word.size()));
    return found;
}

RunOptions withEngine(std::chrono::milliseconds deadline)
{
    return patiently(deadline, QByteArray(scripts::journalEngine));
}

constexpr auto recordPatience = 5min; // a sync on a busy disk

} // namespace

QCoro::Task<Result<>> openJournal(Journal journal, Stop stop)
{
    const Command install = script(QString::fromLatin1(installEngine), {journal.folder});
    co_return co_await done(journal.remote, install, withEngine(recordPatience), stop);
}

QCoro::Task<Result<QString>> record(Journal journal, JournalEntry entry, Stop stop)
{
    if (!canBeRecorded(entry))
        co_return fail(ErrorKind::ServerCommandFailed, u"journal"_s, entry.what);
    const Command command = engine(journal, u"record"_s, {journal.run});
    const Result<QByteArray> number = co_await must(journal.remote, command, patiently(recordPatience, requestOf(entry)), stop);
    if (!number)
        co_return std::unexpected(number.error());
    co_return QString::fromLatin1(number->trimmed());
}

QCoro::Task<Result<>> finish(Journal journal, QString entry, Stop stop)
{
    const Command command = engine(journal, u"finish"_s, {entry});
    co_return co_await done(journal.remote, command, patiently(recordPatience), stop);
}

QCoro::Task<Result<>> commit(Journal journal)
{
    const Command command = engine(journal, u"commit"_s);
    co_return co_await done(journal.remote, command, patiently(copyPatience), Stop());
}

QCoro::Task<Result<>> forget(Journal journal, QString key)
{
    const Command command = engine(journal, u"forget"_s, {key});
    co_return co_await done(journal.remote, command, patiently(recordPatience), Stop());
}

QStringList drift(const std::vector<JournalLine> &lines)
{
    QMap<QString, JournalLine::File::Now> newest; // an older entry for the same file knows an older version
    for (const JournalLine &line : lines)
        for (const JournalLine::File &file : line.files)
            if (line.committed && line.what.startsWith("file "_L1))
                newest.insert(file.path, file.now);
    return newest.keys(JournalLine::File::Now::Before) + newest.keys(JournalLine::File::Now::Changed);
}

Result<std::vector<JournalLine>> parseJournal(QByteArrayView output)
{
    std::vector<JournalLine> all;
    std::optional<QByteArray> *content = nullptr;
    bool whole = false;
    for (const QByteArray &line : output.toByteArray().split('\n')) {
        const auto after = [&line](QByteArrayView word) { return QString::fromUtf8(line.sliced(word.size())); };
        if (line.startsWith("entry ")) {
            all.emplace_back();
            all.back().number = after("entry ");
            continue;
        }
        if (line == "end")
            whole = true;
        if (all.empty() || line.isEmpty())
            continue;
        JournalLine &entry = all.back();
        if (line.startsWith(' ') && content) {
            content->value() += line.sliced(1) + '\n';
        } else if (line.startsWith("what ")) {
            entry.what = after("what ");
        } else if (line.startsWith("run ")) {
            entry.run = after("run ");
        } else if (line == "committed") {
            entry.committed = true;
        } else if (line == "done") {
            entry.done = true;
        } else if (line.startsWith("file ")) {
            const QString state = after("file ").section(u' ', 0, 0);
            JournalLine::File file;
            file.path = after("file ").section(u' ', 1);
            file.now = state == "was"_L1 ? JournalLine::File::Now::Before : state == "ours"_L1 ? JournalLine::File::Now::Ours : JournalLine::File::Now::Changed;
            entry.files.push_back(file);
        } else if ((line == "before" || line == "now") && !entry.files.empty()) {
            content = line == "before" ? &entry.files.back().before : &entry.files.back().content;
            *content = QByteArray("");
        } else if (line.startsWith("changed ")) {
            entry.changed << after("changed ");
        }
    }
    if (!whole)
        return fail(ErrorKind::ServerAnswerUnreadable, u"journal"_s, QString::fromUtf8(output.last(std::min(output.size(), qsizetype(200)))));
    return all;
}

QCoro::Task<Result<std::vector<JournalLine>>> readJournal(RemotePtr remote, QString folder, Stop stop)
{
    const Command command = asRoot(u"sh"_s, {u"-s"_s, u"--"_s, folder, u"list"_s});
    const Result<QByteArray> out = co_await must(remote, command, withEngine(recordPatience), stop);
    if (!out)
        co_return std::unexpected(out.error());
    co_return parseJournal(*out);
}

QCoro::Task<Result<Undone>> undoJournal(RemotePtr remote, QString folder, UndoScope scope, UndoChanged changed)
{
    const QString how = changed == UndoChanged::Refuse ? u"strict"_s : changed == UndoChanged::Leave ? u"rest"_s : u"force"_s;
    const Command command = asRoot(u"sh"_s, {u"-s"_s, u"--"_s, folder, u"undo"_s, scope == UndoScope::All ? u"all"_s : u"open"_s, how});
    const Result<Output> output = co_await remote->run(command, withEngine(1h), Stop());
    if (!output)
        co_return std::unexpected(output.error());
    if (output->exitCode == 87) {
        QStringList what;
        for (const QString &line : linesWith(output->out, "changed "))
            what << line.section(u' ', 1);
        co_return fail(ErrorKind::ServerChangedSince, what.join(u'\n'));
    }
    if (output->exitCode != 0 && output->exitCode != 88)
        co_return std::unexpected(errorOf(command, *output));
    Undone result;
    result.undone = linesWith(output->out, "undone ");
    result.left = linesWith(output->out, "left ");
    result.failed = linesWith(output->out, "failed ");
    co_return result;
}

} // namespace bramble

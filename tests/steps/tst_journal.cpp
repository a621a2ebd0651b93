// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/journal.h"
#include "steps/journal_script.h"
#include "steps/local_remote.h"
#include "steps/must.h"
#include "steps/read_back.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
}

} // namespace

/// The journal's own program, in a real shell, on real files.
class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_remote = std::make_shared<LocalRemote>();
        m_remote->shell = m_shell;
        m_journal = Journal(m_remote, at(u"state/journal"_s), u"run1"_s);
        QVERIFY(QCoro::waitFor(openJournal(m_journal, {})).has_value());
    }

    void aFileThatWasThere()
    {
        put(at(u"a"_s), "old\n");
        QFile::setPermissions(at(u"a"_s), QFile::ReadOwner | QFile::WriteOwner);
        change(u"a"_s, "new\n");
        QFile::setPermissions(at(u"a"_s), QFile::ReadOwner | QFile::ReadOther);
        finishLast();
        QCOMPARE(list().size(), 1);
        QCOMPARE(list()[0].files[0].now, JournalLine::File::Now::Ours);
        QCOMPARE(list()[0].files[0].before, "old\n"_ba);
        QCOMPARE(list()[0].files[0].content, "new\n"_ba);
        undoAll();
        QCOMPARE(read(at(u"a"_s)), "old\n"_ba);
        QVERIFY(!(QFile::permissions(at(u"a"_s)) & QFile::ReadOther));
        QVERIFY(!QDir(at(u"state"_s)).exists()); // the journal goes too
    }

    void aFileInFoldersThatWereNotThere()
    {
        change(u"x/y/a"_s, "new\n");
        finishLast();
        undoAll();
        QVERIFY(!QDir(at(u"x"_s)).exists());
        // Somebody put something beside it.
        init();
        change(u"x/y/a"_s, "new\n");
        finishLast();
        put(at(u"x/theirs"_s), "1");
        undoAll();
        QVERIFY(!QDir(at(u"x/y"_s)).exists() && QFile::exists(at(u"x/theirs"_s)));
    }

    void aSymlink()
    {
        put(at(u"target"_s), "t");
        QVERIFY(QFile::link(at(u"target"_s), at(u"a"_s)));
        record(u"a"_s, "new\n");
        QFile::remove(at(u"a"_s));
        put(at(u"a"_s), "new\n");
        finishLast();
        undoAll();
        QCOMPARE(QFile::symLinkTarget(at(u"a"_s)), at(u"target"_s));
        QCOMPARE(read(at(u"target"_s)), "t"_ba);
    }

    void changedSince()
    {
        change(u"a"_s, "ours\n");
        finishLast();
        change(u"b"_s, "ours\n");
        finishLast();
        put(at(u"a"_s), "theirs\n");
        QCOMPARE(list()[0].changed, QStringList{at(u"a"_s)});
        const auto refused = undo(UndoScope::All, UndoChanged::Refuse);
        QVERIFY(!refused && refused.error().kind == ErrorKind::ServerChangedSince);
        QCOMPARE(refused.error().subject, at(u"a"_s));
        QCOMPARE(read(at(u"b"_s)), "ours\n"_ba); // nothing was done
        const auto rest = undo(UndoScope::All, UndoChanged::Leave);
        QCOMPARE(rest->left, QStringList{u"000001"_s});
        QCOMPARE(read(at(u"a"_s)), "theirs\n"_ba);
        QCOMPARE(read(at(u"b"_s)), "absent"_ba);
        const auto forced = undo(UndoScope::All, UndoChanged::TakeBack);
        QVERIFY(forced && forced->failed.isEmpty());
        QCOMPARE(read(at(u"a"_s)), "absent"_ba);
    }

    // Only its mode: that too is somebody's decision.
    void changedMode()
    {
        change(u"a"_s, "ours\n");
        finishLast();
        QFile::setPermissions(at(u"a"_s), QFile::ReadOwner | QFile::ExeOwner | QFile::ExeOther);
        QCOMPARE(list()[0].changed.size(), 1);
    }

    void killedBeforeAndAfterTheChange()
    {
        record(u"a"_s, "ours\n");
        QCOMPARE(list()[0].done, false);
        QCOMPARE(list()[0].files[0].now, JournalLine::File::Now::Before);
        put(at(u"a"_s), "ours\n");
        QCOMPARE(list()[0].files[0].now, JournalLine::File::Now::Ours);
        undoAll();
        QCOMPARE(read(at(u"a"_s)), "absent"_ba);
    }

    // The disk was full, and its state afterwards could not be written down: what will lie there was known beforehand.
    void aHalfFinishedEntry()
    {
        change(u"a"_s, "ours\n");
        finishLast();
        QVERIFY(QFile::remove(at(u"state/journal/000001/f1/after"_s)));
        put(at(u"state/journal/000001/f1/after.new"_s), "");
        QCOMPARE(list()[0].changed, QStringList());
        undoAll();
        QCOMPARE(read(at(u"a"_s)), "absent"_ba);
    }

    void commandsShareAFolder()
    {
        JournalEntry entry;
        entry.what = u"thing"_s;
        entry.prepare = {script(u"printf '%s' \"$1\" > was", {at(u"it's $HOME `x` \"q\""_s)})};
        entry.takesBack = {script(u"cp was \"$1\"; : > \"$2\"", {at(u"copied"_s), at(u"second 'quoted'"_s)})};
        entry.holds = {script(u"[ ! -e \"$1\" ] || echo \"the other thing\"", {at(u"other"_s)})};
        QVERIFY(QCoro::waitFor(bramble::record(m_journal, entry, {})).has_value());
        put(at(u"other"_s), "");
        QCOMPARE(list()[0].changed, QStringList{u"the other thing"_s});
        QFile::remove(at(u"other"_s));
        undoAll();
        QCOMPARE(read(at(u"copied"_s)), at(u"it's $HOME `x` \"q\""_s).toUtf8());
        QVERIFY(QFile::exists(at(u"second 'quoted'"_s)));
    }

    void whatFailsStaysRecorded()
    {
        change(u"a"_s, "1");
        finishLast();
        JournalEntry entry;
        entry.what = u"stubborn"_s;
        entry.takesBack = {script(u"[ -e \"$1\" ]; : > \"$2\"", {at(u"now"_s), at(u"ran"_s)})};
        QVERIFY(QCoro::waitFor(bramble::record(m_journal, entry, {})).has_value());
        const auto first = undo(UndoScope::All, UndoChanged::Refuse);
        QCOMPARE(first->failed, QStringList{u"000002"_s});
        QCOMPARE(first->undone, QStringList{u"000001"_s});
        QVERIFY(!QFile::exists(at(u"ran"_s))); // a failing command ends the way back
        put(at(u"now"_s), "");
        undoAll();
        QVERIFY(QFile::exists(at(u"ran"_s)));
    }

    void newestFirstAndOnlyTheOpenRun()
    {
        change(u"a"_s, "1");
        finishLast();
        commitAll();
        m_journal.run = u"run2"_s;
        change(u"b"_s, "2");
        finishLast();
        QVERIFY(list()[0].committed && !list()[1].committed);
        QVERIFY(undo(UndoScope::Uncommitted, UndoChanged::Refuse).has_value());
        QCOMPARE(read(at(u"a"_s)), "1"_ba);
        QCOMPARE(read(at(u"b"_s)), "absent"_ba);
        undoAll();
        QCOMPARE(read(at(u"a"_s)), "absent"_ba);
    }

    // Ten runs over the same file need one way back, and it leads to before the first.
    void oneWayBackForEachThing()
    {
        put(at(u"a"_s), "theirs");
        for (int i = 0; i < 10; ++i) {
            change(u"a"_s, QByteArray::number(i));
            finishLast();
            commitAll();
            QCOMPARE(list().size(), 1);
        }
        undoAll();
        QCOMPARE(read(at(u"a"_s)), "theirs"_ba);
    }

    // A run that is killed between writing a file and saying so; the next one finds the file right and has nothing to do to it.
    void killedBeforeItSaidSo()
    {
        put(at(u"a"_s), "theirs");
        change(u"a"_s, "1");
        finishLast();
        commitAll();
        change(u"a"_s, "1");
        commitAll();
        QCOMPARE(list().size(), 1);
        QCOMPARE(list()[0].files[0].now, JournalLine::File::Now::Ours);
        change(u"b"_s, "2");
        commitAll();
        put(at(u"b"_s), "somebody's");
        QCOMPARE(list()[1].changed, QStringList{at(u"b"_s)});
        put(at(u"b"_s), "2");
        undoAll();
        QCOMPARE(read(at(u"a"_s)), "theirs"_ba);
        QCOMPARE(read(at(u"b"_s)), "absent"_ba);
    }

    // Drift that was overwritten with consent comes back too.
    void whatWasChangedBetweenRunsHasAWayBackOfItsOwn()
    {
        change(u"a"_s, "1");
        finishLast();
        commitAll();
        put(at(u"a"_s), "drift");
        change(u"a"_s, "2");
        finishLast();
        commitAll();
        QCOMPARE(list().size(), 2);
        const auto outcome = undo(UndoScope::All, UndoChanged::Leave);
        QCOMPARE(outcome->left, QStringList{u"000001"_s});
        QCOMPARE(read(at(u"a"_s)), "drift"_ba);
    }

    void passingAndForgotten()
    {
        JournalEntry entry;
        entry.what = u"for now"_s;
        entry.passing = true;
        entry.atCommit = {script(u": > \"$1\"", {at(u"cleared"_s)})};
        QVERIFY(QCoro::waitFor(bramble::record(m_journal, entry, {})).has_value());
        entry.passing = false;
        entry.key = u"image x"_s;
        QVERIFY(QCoro::waitFor(bramble::record(m_journal, entry, {})).has_value());
        commitAll();
        QVERIFY(QFile::exists(at(u"cleared"_s)));
        QCOMPARE(list().size(), 1);
        QVERIFY(QCoro::waitFor(forget(m_journal, u"image x"_s)).has_value());
        QCOMPARE(list().size(), 0);
    }

    void halfARequest()
    {
        const Command command(u"sh"_s, {at(u"state/journal/engine"_s), at(u"state/journal"_s), u"record"_s, u"run"_s});
        const RunOptions options("text what thing\nkeep "_ba);
        const auto output = QCoro::waitFor(m_remote->run(command, options, {}));
        QCOMPARE(output->exitCode, 86);
        QCOMPARE(list().size(), 0);
    }

    void whatCannotBeRecorded()
    {
        JournalEntry entry;
        entry.what = u"two\nlines"_s;
        QVERIFY(!QCoro::waitFor(bramble::record(m_journal, entry, {})));
        entry.what = u"file"_s;
        entry.files = {KeptFile(u"/tmp/a\nb"_s)};
        QVERIFY(!QCoro::waitFor(bramble::record(m_journal, entry, {})));
        entry.files = {KeptFile(u"relative"_s)};
        QVERIFY(!QCoro::waitFor(bramble::record(m_journal, entry, {})));
    }

    void noJournal()
    {
        const auto nothing = QCoro::waitFor(readJournal(m_remote, at(u"nowhere"_s), {}));
        QVERIFY(nothing && nothing->empty());
        QVERIFY(QCoro::waitFor(undoJournal(m_remote, at(u"nowhere"_s), UndoScope::All, UndoChanged::Refuse)).has_value());
        QVERIFY(!QDir(at(u"nowhere"_s)).exists());
        QVERIFY(!parseJournal("entry 000001\nwhat x\n"));
    }

    // Nothing is heard of us any more: the machine takes back what is open, and lets nobody go on with it.
    void deadMansSwitch()
    {
        change(u"kept"_s, "1");
        finishLast();
        commitAll();
        change(u"a"_s, "1");
        finishLast();
        QCOMPARE(engine({u"arm"_s, u"2"_s}).exitCode, 0);
        QVERIFY(comesTo([this] { return read(at(u"a"_s)) == "absent"; }));
        QCOMPARE(read(at(u"kept"_s)), "1"_ba);
        QVERIFY(comesTo([this] { return list().size() == 1; }));
        QVERIFY(engine({u"confirm"_s}).exitCode != 0);
        QVERIFY(engine({u"commit"_s}).exitCode != 0);
        JournalEntry entry;
        entry.what = u"late"_s;
        QVERIFY(!QCoro::waitFor(bramble::record(m_journal, entry, {})));
        QVERIFY(QCoro::waitFor(openJournal(m_journal, {})).has_value()); // the next run may
        QVERIFY(QCoro::waitFor(bramble::record(m_journal, entry, {})).has_value());
    }

    void confirmedInTime()
    {
        QCOMPARE(engine({u"arm"_s, u"5"_s}).exitCode, 0);
        for (int i = 0; i < 6; ++i) { // as long as something is recorded, somebody is there
            QTest::qSleep(1000);
            change(u"a"_s + QString::number(i), "1");
            finishLast();
        }
        QCOMPARE(engine({u"confirm"_s}).exitCode, 0);
        QTest::qSleep(6500);
        QCOMPARE(read(at(u"a0"_s)), "1"_ba);
        QCOMPARE(list().size(), 6);
    }

    void workThatGoesOnWithoutUs()
    {
        const QByteArray work = "sh -c 'echo once >> \""_ba + at(u"count"_s).toUtf8() + "\"; sleep 2; echo said >&2; exit 3'\nwhole\n"_ba;
        for (int i = 0; i < 3; ++i) // picked up, not begun again
            QCOMPARE(engine({u"start"_s, u"job"_s}, work).exitCode, 0);
        QCOMPARE(engine({u"wait_for"_s, u"job"_s, u"0"_s}).out, "running\n"_ba);
        QCOMPARE(engine({u"wait_for"_s, u"job"_s, u"20"_s}).out, "ended 3\nsaid\n"_ba);
        QCOMPARE(read(at(u"count"_s)), "once\n"_ba);
        QCOMPARE(engine({u"start"_s, u"job"_s}, work).exitCode, 0); // it failed: once more
        QVERIFY(comesTo([this] { return read(at(u"count"_s)) == "once\nonce\n"; }));
        QCOMPARE(engine({u"end"_s, u"job"_s}).exitCode, 0);
        QCOMPARE(engine({u"wait_for"_s, u"job"_s, u"0"_s}).out, "gone\n"_ba);
        QCOMPARE(engine({u"start"_s, u"job"_s}, "echo half").exitCode, 86);
    }

private:
    QString at(const QString &path) const { return m_folder->filePath(path); }
    std::vector<JournalLine> list()
    {
        const auto lines = QCoro::waitFor(readJournal(m_remote, m_journal.folder, {}));
        return lines ? *lines : std::vector<JournalLine>(99);
    }
    static bool comesTo(const std::function<bool()> &there)
    {
        for (int i = 0; i < 150 && !there(); ++i)
            QTest::qSleep(100);
        return there();
    }
    Output engine(const QStringList &words, const QByteArray &input = {})
    {
        const Command command(u"sh"_s, QStringList{m_journal.folder + u"/engine"_s, m_journal.folder} + words);
        const RunOptions options(input);
        const auto output = QCoro::waitFor(m_remote->run(command, options, {}));
        return output.value_or(Output());
    }
    void record(const QString &path, const QByteArray &content)
    {
        JournalEntry entry;
        entry.what = u"file "_s + path;
        entry.key = entry.what;
        entry.files = {KeptFile(at(path), sha256Of(content))};
        const auto number = QCoro::waitFor(bramble::record(m_journal, entry, {}));
        QVERIFY2(number.has_value(), number ? "" : qPrintable(number.error().detail));
        m_last = *number;
    }
    void change(const QString &path, const QByteArray &content)
    {
        record(path, content);
        QDir().mkpath(QFileInfo(at(path)).path());
        put(at(path), content);
    }
    void finishLast() { QVERIFY(QCoro::waitFor(finish(m_journal, m_last, {})).has_value()); }
    void commitAll() { QVERIFY(QCoro::waitFor(commit(m_journal)).has_value()); }
    Result<Undone> undo(UndoScope scope, UndoChanged changed) { return QCoro::waitFor(undoJournal(m_remote, m_journal.folder, scope, changed)); }
    void undoAll()
    {
        const auto outcome = undo(UndoScope::All, UndoChanged::Refuse);
        QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().subject + outcome.error().detail));
        QCOMPARE(outcome->failed, QStringList());
        QCOMPARE(list().size(), 0);
    }

    // BRAMBLE_SHELL="busybox ash": the same in a router's shell.
    QStringList m_shell = qEnvironmentVariable("BRAMBLE_SHELL", u"sh"_s).split(u' ');
    std::optional<QTemporaryDir> m_folder;
    std::shared_ptr<LocalRemote> m_remote;
    Journal m_journal;
    QString m_last;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"

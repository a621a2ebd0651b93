// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/password_hash.h"
#include "steps/journal.h"
#include "steps/local_remote.h"
#include "steps/make_plan.h"
#include "steps/must.h"
#include "steps/samples.h"
#include "text/cluster_file.h"
#include "text/shell.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

/// C stands for a file that must never come to be.
QStringList hostileStrings()
{
    return {u"$(touch C)"_s, u"`touch C`"_s, u"; touch C"_s, u"\ntouch C\n"_s, u"\r\ntouch C"_s, u"'; touch C; '"_s, u"\"; touch C; \""_s,
            u"\\\"; touch C"_s, u"'\"'\"'; touch C"_s, u"&& touch C"_s, u"|| touch C"_s, u"| touch C"_s, u"& touch C &"_s, u"$(</etc/passwd)"_s,
            u"${IFS}touch${IFS}C"_s, u"$IFS"_s, u"$HOME"_s, u"~root"_s, u"*"_s, u"?[a-z]*"_s, u"{a,b}"_s, u"!!"_s, u"#comment"_s, u"-rf"_s, u"--help"_s,
            u"-"_s, u"--"_s, u".."_s, u"../../etc/passwd"_s, u"/"_s, u" "_s, QString(), u"\t"_s, u"\u00e4\u00f6\u00fc\u4e2d\U0001f600"_s, u"\u202eevil"_s,
            u"a\u0000b"_s, QString(255, u'a'), QString(256, u'\u00e9'), u"%s%n%p"_s, u"\x1b]0;title\x07"_s, u"EOF\ntouch C\nEOF"_s, u"<(touch C)"_s, u"> C"_s};
}

QString kept(QString text)
{
    return text.replace(u'\0', QChar(QChar::ReplacementCharacter));
}

} // namespace

/// Strings that mean something to a shell, as host names, users, paths, keys, passwords, and in the journal: refused with a reason, or carried
/// to the letter; never run.
class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strings_data()
    {
        QTest::addColumn<QString>("raw");
        int number = 0;
        for (const QString &text : hostileStrings())
            QTest::addRow("%d", ++number) << text;
        QVERIFY(number >= 40);
    }

    void strings()
    {
        QFETCH(QString, raw);
        QTemporaryDir folder;
        QString text = raw;
        text.replace(u'C', folder.filePath(u"canary"_s));
        inTheClusterFile(text);
        inThePlan(text);
        throughAShell(text);
        inTheJournal(text, folder);
        asAPassword(text);
        QVERIFY2(!QFile::exists(folder.filePath(u"canary"_s)), "it was run");
    }

private:
    // Refused, or the same after writing and reading.
    static void inTheClusterFile(const QString &text)
    {
        Cluster cluster = samples::cluster();
        cluster.nodes[0].name = text;
        cluster.access.user = text;
        cluster.server.folder = text;
        cluster.access.sshKeys << cluster.access.sshKeys[0] + u' ' + text;
        const auto again = parseCluster(renderCluster(cluster), u"cluster.yaml"_s);
        if (!again)
            return;
        QCOMPARE(again->nodes[0].name, text);
        QCOMPARE(again->access.user, text);
    }

    static bool refused(const Cluster &cluster, QString *command)
    {
        const auto plan = makePlan(cluster, samples::server(), samples::image());
        if (!plan) {
            if (errorId(plan.error().kind).isEmpty())
                *command = u"refused without a reason"_s;
            return true;
        }
        return false;
    }

    static void inThePlan(const QString &text)
    {
        const bool isName = isHostname(text), isUser = isUserName(text);
        QString trouble;
        Cluster cluster = samples::cluster();
        cluster.nodes[0].name = text;
        QCOMPARE(refused(cluster, &trouble), !isName);
        cluster = samples::cluster();
        cluster.access.user = text;
        QCOMPARE(refused(cluster, &trouble), !isUser);
        cluster = samples::cluster();
        cluster.server.folder = text;
        QCOMPARE(refused(cluster, &trouble), !text.isEmpty()); // none of them is a folder of its own
        cluster.server.folder = u"/srv/"_s + text;
        if (!refused(cluster, &trouble)) {
            static const QRegularExpression plain(u"\\A[A-Za-z0-9._/-]+\\z"_s);
            QVERIFY2(plain.matchView(cluster.server.folder).hasMatch(), qPrintable(cluster.server.folder));
        }
        cluster = samples::cluster();
        cluster.server.interface = text;
        QCOMPARE(refused(cluster, &trouble), !text.isEmpty()); // there is no such card
        cluster = samples::cluster();
        cluster.access.timezone = text;
        static const QRegularExpression zone(u"\\A[A-Za-z0-9_+/-]*\\z"_s); // it becomes the end of a symlink's target
        QVERIFY(refused(cluster, &trouble) || zone.matchView(text).hasMatch());
        QCOMPARE(trouble, QString());
        // A key's comment may be anything of one line; it is one line of one file, and nothing else.
        cluster = samples::cluster();
        cluster.access.sshKeys = QStringList{cluster.access.sshKeys[0] + text};
        const auto plan = makePlan(cluster, samples::server(), samples::image());
        if (!plan)
            return;
        int lines = 0;
        for (const Action &action : plan->actions)
            if (const auto *lay = std::get_if<LayNode>(&action))
                for (const TreeFile &file : lay->rootFiles)
                    if (file.path.endsWith("authorized_keys"_L1)) {
                        QCOMPARE(file.content.count('\n'), 1);
                        ++lines;
                    }
        QCOMPARE(lines, 2); // two nodes
    }

    // The one way into a shell.
    static void throughAShell(const QString &text)
    {
        const Command print(u"printf"_s, {u"%s\\0%s\\0"_s, text, u"x"_s + text});
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, QString::fromUtf8(shellText(print))});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), kept(text).toUtf8() + '\0' + 'x' + kept(text).toUtf8() + '\0');
    }

    static void inTheJournal(const QString &text, const QTemporaryDir &folder)
    {
        const auto remote = std::make_shared<LocalRemote>();
        const Journal journal(remote, folder.filePath(u"journal"_s), u"run"_s);
        QVERIFY(QCoro::waitFor(openJournal(journal, {})).has_value());
        JournalEntry entry;
        entry.what = u"thing "_s + text;
        entry.key = text;
        entry.files = {KeptFile(folder.filePath(u"x"_s) + text)};
        entry.prepare = {script(u"printf '%s' \"$1\" > prepared", {text})};
        entry.takesBack = {script(u"printf '%s' \"$1\" > \"$2\"; cmp -s prepared \"$2\"", {text, folder.filePath(u"out"_s)})};
        entry.holds = {script(u": \"$1\"", {text})};
        const auto number = QCoro::waitFor(record(journal, entry, {}));
        if (!number)
            return; // refused: more than one line, or no text for a shell
        const auto lines = QCoro::waitFor(readJournal(remote, journal.folder, {}));
        QVERIFY(lines && lines->size() == 1);
        QCOMPARE(lines->front().what, u"thing "_s + text);
        const auto undone = QCoro::waitFor(undoJournal(remote, journal.folder, UndoScope::All, UndoChanged::Refuse));
        QVERIFY2(undone && undone->failed.isEmpty(), undone ? "failed" : qPrintable(undone.error().detail));
        QFile out(folder.filePath(u"out"_s));
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), text.toUtf8());
    }

    static void asAPassword(const QString &text)
    {
        const auto hash = hashPassword(Secret(text.toUtf8()));
        if (!hash)
            return;
        QVERIFY(hash->startsWith("$y$"));
        QVERIFY(!hash->contains(':') && !hash->contains('\n'));
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"

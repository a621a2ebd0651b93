// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/line_splitter.h"
#include "remote/remote_shell.h"
#include "remote/sudo_handshake.h"

#include <QFile>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

/// What goes to the server as text and what comes back, without a server.
class RemoteTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheSameTextsAsEver();
    void splitsLines();
    void cutsALineWithoutEnd();
    void understandsSudo();
    void findsMarkersInPieces();
    void namesWhatSudoSaid();
};

void RemoteTextTest::writesTheSameTextsAsEver()
{
    const Command command(u"tee"_s, {u"it's here"_s});
    const QByteArray texts = watchedScript(command, 0) + "\n\n" + plainText(watchedScript(command, 12)) + "\n\n"
        + sudoText(streamScript(command), "c0ffee") + '\n';
    QFile golden(QStringLiteral(BRAMBLE_TESTS_DIR "/golden/remote_shell.txt"));
    if (qEnvironmentVariableIsSet("BRAMBLE_UPDATE_GOLDEN")) {
        QVERIFY(golden.open(QFile::WriteOnly));
        golden.write(texts);
        QSKIP("golden file written anew");
    }
    QVERIFY2(golden.open(QFile::ReadOnly), qPrintable(golden.fileName()));
    QCOMPARE(texts, golden.readAll());
}

void RemoteTextTest::splitsLines()
{
    LineSplitter splitter;
    QCOMPARE(splitter.feed("one\ntw"), QList<QByteArray>{"one"});
    QCOMPARE(splitter.feed("o\r"), QList<QByteArray>());
    QCOMPARE(splitter.feed("\n\nthree"), (QList<QByteArray>{"two", ""}));
    QCOMPARE(splitter.finish(), QList<QByteArray>{"three"});
    QCOMPARE(splitter.finish(), QList<QByteArray>());
}

void RemoteTextTest::cutsALineWithoutEnd()
{
    LineSplitter splitter;
    const QList<QByteArray> lines = splitter.feed(QByteArray(QByteArray(LineSplitter::longest * 2 + 1, 'x') + "\ny\n"));
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0].size(), LineSplitter::longest);
    QCOMPARE(lines[2], "x");
    QCOMPARE(lines[3], "y");
}

void RemoteTextTest::understandsSudo()
{
    SudoHandshake handshake("77");
    QCOMPARE(handshake.feedErr("We trust you have received the usual lecture\nPW77:"), "");
    QCOMPARE(handshake.prompts(), 1);
    QVERIFY(!handshake.isReady());
    QCOMPARE(handshake.feedOut("a noisy login script\nREADY77\ndata PW77: READY77\n"), "data PW77: READY77\n");
    QVERIFY(handshake.isReady());
    QCOMPARE(handshake.feedErr("READY77\nown PW77:"), "own PW77:"); // data now, whatever it looks like
    QCOMPARE(handshake.prompts(), 1);
    QCOMPARE(handshake.feedOut("more"), "more");
}

void RemoteTextTest::findsMarkersInPieces()
{
    SudoHandshake handshake("77");
    QByteArray data;
    for (const char c : "PW77:\nREADY77\nx"_ba)
        data += handshake.feedErr(QByteArray(1, c));
    QCOMPARE(data, "x");
    QCOMPARE(handshake.prompts(), 1);
    SudoHandshake noisy("77");
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(noisy.feedOut("sixteen bytes..\n"), "");
    QCOMPARE(noisy.feedOut("READY77\nx"), "x");
}

void RemoteTextTest::namesWhatSudoSaid()
{
    const auto kind = [](const QByteArray &said) {
        SudoHandshake handshake("77");
        handshake.feedErr(said);
        return handshake.failure().kind;
    };
    QCOMPARE(kind("NOSUDO77\n"), ErrorKind::SudoMissing);
    QCOMPARE(kind("PW77:guest is not in the sudoers file.\n"), ErrorKind::SudoNotAllowed);
    QCOMPARE(kind("sudo: a terminal is required; you must have a tty\n"), ErrorKind::SudoNotAllowed);
    QCOMPARE(kind("PW77:\nsudo: no password was provided\n"), ErrorKind::SudoPasswordNeeded);
    QCOMPARE(kind("sudo: a password is required\n"), ErrorKind::SudoPasswordNeeded);
    QCOMPARE(kind("PW77:\nSorry, try again.\nPW77:"), ErrorKind::SudoPasswordWrong);
    QCOMPARE(kind("PW77:sudo: 1 incorrect password attempt\n"), ErrorKind::SudoPasswordWrong);
}

QTEST_GUILESS_MAIN(RemoteTextTest)
#include "tst_remote_text.moc"

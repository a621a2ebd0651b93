// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/shell.h"

#include <QProcess>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << u"/srv/a-b_c.d"_s << "/srv/a-b_c.d"_ba;
        QTest::newRow("empty") << QString() << "''"_ba;
        QTest::newRow("blank") << u"a b"_s << "'a b'"_ba;
        QTest::newRow("quote") << u"it's"_s << "'it'\\''s'"_ba;
        QTest::newRow("home") << u"~root"_s << "'~root'"_ba;
        QTest::newRow("assignment") << u"A=b"_s << "'A=b'"_ba;
        QTest::newRow("substitution") << u"$(id)`id`"_s << "'$(id)`id`'"_ba;
        QTest::newRow("line break") << u"a\nb"_s << "'a\nb'"_ba;
        QTest::newRow("not ASCII") << u"Bär"_s << "'B\xc3\xa4r'"_ba;
    }
    void words()
    {
        QFETCH(QString, word);
        QTEST(shellQuoted(word), "text");
    }

    // What a real shell makes of it is the proof.
    void aRealShellAgrees()
    {
        const QStringList arguments{u""_s,     u"a b"_s, u"it's"_s, u"\"$HOME\""_s, u"*"_s, u"\\"_s,
                                    u"a\nb"_s, u"-n"_s,  u"~"_s,    u"#"_s,         u"!"_s, u"Bär;|&<>(){}[]?"_s};
        QProcess shell;
        shell.start(
            u"/bin/sh"_s,
            {u"-c"_s, QString::fromUtf8(shellText(Command(u"printf"_s, QStringList{u"%s\\000"_s} + arguments)))});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), arguments.join(QChar(u'\0')).toUtf8() + '\0');
    }

    void aNulNeitherCutsNorVanishes()
    {
        const QString word = u"a"_s + QChar(u'\0') + u"b"_s;
        QVERIFY(!canBeShellText(Command(u"echo"_s, {word})));
        QVERIFY(!canBeShellText(Command()));
        QVERIFY(canBeShellText(Command(u"echo"_s, {u"a"_s})));
        QVERIFY(!shellQuoted(word).contains('\0'));
        QVERIFY(shellQuoted(word) != "ab");
    }
};

QTEST_GUILESS_MAIN(TestShell)
#include "tst_shell.moc"

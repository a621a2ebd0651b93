// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

#include <QLocale>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

/// Brackets around everything that passes through tr(): what stays bare could never be translated.
class Brackets : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return u'[' + QString::fromUtf8(text) + u']';
    }
};

// How many there are: what is no kind has no id.
const int kinds = [] {
    int kind = 0;
    while (!errorId(ErrorKind(kind)).isEmpty())
        ++kind;
    return kind;
}();

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyErrorSpeaks()
    {
        QSet<QString> ids;
        for (int k = 0; k < kinds; ++k) {
            const auto w = words(Error{ErrorKind(k), u"SUBJECT"_s, u"DETAIL"_s});
            const QByteArray which = "kind " + QByteArray::number(k);
            QVERIFY2(w.id.startsWith("BB-"_L1), which.constData());
            QVERIFY2(!ids.contains(w.id), qPrintable(w.id));
            ids << w.id;
            QVERIFY2(!w.what.isEmpty() && !w.todo.isEmpty(), qPrintable(w.id));
            for (const QString &sentence : {w.what, w.why, w.todo}) {
                QVERIFY2(!sentence.contains(u'%'), qPrintable(w.id + u": "_s + sentence));
                QVERIFY2(sentence.isEmpty() || !sentence.front().isLower(), qPrintable(w.id + u": "_s + sentence));
            }
            if (ErrorKind(k) == ErrorKind::ServerNotEnoughSpace || ErrorKind(k) == ErrorKind::NetNoSpace || ErrorKind(k) == ErrorKind::RouterFlashFull
                || ErrorKind(k) == ErrorKind::RouterMemoryShort)
                continue; // its numbers are told in another form: roomIsToldInBytes
            // What the other side said is never lost: either a sentence tells it, or it is handed on.
            QVERIFY2(w.said == "DETAIL"_L1 || QString(w.what + w.why + w.todo).contains("DETAIL"_L1), qPrintable(w.id));
        }
        QCOMPARE(ids.size(), kinds);
    }

    void everySentenceCanBeTranslated()
    {
        Brackets brackets;
        QVERIFY(QCoreApplication::installTranslator(&brackets));
        for (int k = 0; k < kinds; ++k)
            for (const QString &subject : {u"S"_s, QString()}) {
                const auto w = words(Error{ErrorKind(k), subject, {}});
                QVERIFY2(w.what.startsWith(u'['), qPrintable(w.id));
                QVERIFY2(w.why.isEmpty() || w.why.startsWith(u'['), qPrintable(w.id));
                QVERIFY2(w.todo.startsWith(u'['), qPrintable(w.id));
            }
        for (int s = 0; s <= int(Stage::Running); ++s)
            QVERIFY(words(Stage(s)).startsWith(u'['));
        for (int c = 0; c < causeCount * fixCount; ++c) {
            const auto w = words(Diagnosis{Cause(c % causeCount), u"d"_s, Confidence::Likely, Fix(c / causeCount)}, Timeline{});
            QVERIFY2(w.sentence.startsWith(u'[') && w.todo.startsWith(u'['), qPrintable(w.sentence));
        }
        QVERIFY(words(Action(CheckServing{})).startsWith(u'['));
        QCoreApplication::removeTranslator(&brackets);
    }

    void subjectsAreNotFilledTwice()
    {
        const auto w = words(Error{ErrorKind::SshHostKeyChanged, u"%2"_s, u"SHA256:x"_s});
        QCOMPARE(w.what, u"The identity of %2 has changed. Nothing was sent to it."_s);
        QVERIFY(w.why.contains("SHA256:x"_L1));
        QVERIFY(w.said.isEmpty());
    }

    void changedKeyOffersNoWayAround()
    {
        const auto w = words(Error{ErrorKind::SshHostKeyChanged, u"nas.local"_s, u"SHA256:x"_s});
        QVERIFY(w.todo.startsWith("If you did not reinstall it, stop here"_L1));
        QVERIFY(!w.todo.contains("trust"_L1, Qt::CaseInsensitive));
    }

    void roomIsToldInBytes()
    {
        const auto w = words(Error{ErrorKind::ServerNotEnoughSpace, u"/srv"_s, u"4700000000 1200000000"_s});
        QCOMPARE(w.why, u"It takes 4.7 GB, and 1.2 GB are free."_s);
        QVERIFY(w.said.isEmpty());
        QCOMPARE(words(Error{ErrorKind::ServerNotEnoughSpace, u"/srv"_s, u"90000 500 inodes"_s}).why,
                 u"It takes 90000 of them, and there is room for 500."_s);
    }

    void paragraphEndsWithId()
    {
        QCOMPARE(paragraph(Error{ErrorKind::SshResolve, u"nas"_s, {}}),
                 u"No computer called nas was found. Check the name, or use its address. [BB-SSH-001]"_s);
    }

    void causesNameTheNode()
    {
        Timeline timeline;
        timeline.node.name = u"pi-04"_s;
        for (int c = 0; c < causeCount; ++c) {
            const auto w = words(Diagnosis{Cause(c), u"unmatched host"_s, Confidence::Certain, Fix(c % fixCount)}, timeline);
            QVERIFY2(w.sentence.contains("pi-04"_L1), qPrintable(w.sentence));
            QVERIFY2(!QString(w.sentence + w.todo).contains(u'%'), qPrintable(w.sentence + w.todo));
        }
    }

    void actionsAreImperatives()
    {
        QCOMPARE(words(Action(InstallPackages{{u"a"_s, u"b"_s, u"c"_s}})), u"Install a, b, c"_s);
        QCOMPARE(words(Action(WriteFile{.path = u"/etc/x"_s, .mode = 0644, .content = {}, .before = {}})),
                 u"Write /etc/x"_s);
        QCOMPARE(words(Action(WriteFile{.path = u"/etc/x"_s, .mode = 0644, .content = {}, .before = "y"_ba})),
                 u"Change /etc/x"_s);
        StreamImage stream;
        stream.bytes = 2'900'000'000;
        QCOMPARE(words(Action(stream)), u"Copy the system to the server (2.9 GB)"_s);
    }

    void numbers()
    {
        QCOMPARE(timeWords(0), u"0:00"_s);
        QCOMPARE(timeWords(65'900), u"1:05"_s);
        QCOMPARE(timeWords(3'600'000 + 62'000), u"1:01:02"_s);
        QCOMPARE(timeWords(-5), u"0:00"_s);
        QCOMPARE(bytesWords(0), u"0 bytes"_s);
        QCOMPARE(bytesWords(28'400'000), u"28.4 MB"_s);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"

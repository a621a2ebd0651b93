// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "digest/sha256.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // FIPS 180-4, the examples of its appendix B.
    void knownAnswers()
    {
        Sha256 sha;
        QCOMPARE(sha.result().toHex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_ba);
        sha.addData("abc");
        QCOMPARE(sha.result().toHex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba);
        sha.reset();
        sha.addData("abcdbcdecdefdefgefghfghighij");
        (void)sha.result(); // asking in between changes nothing
        sha.addData("hijkijkljklmklmnlmnomnopnopq");
        QCOMPARE(sha.result().toHex(), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"_ba);
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"

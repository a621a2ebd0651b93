// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/host.h"
#include "host/password_hash.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <crypt.h>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreReadWithinALimit()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a"_s);
        QVERIFY(writeFile(path, "12345").has_value());
        QCOMPARE(*readFile(path, 5), "12345"_ba);
        const auto tooMuch = readFile(path, 4);
        QVERIFY(!tooMuch && tooMuch.error().kind == ErrorKind::FileUnreadable);
        const auto absent = readFile(folder.filePath(u"b"_s), 5);
        QVERIFY(!absent && absent.error().kind == ErrorKind::FileUnreadable);
        QCOMPARE(absent.error().subject, folder.filePath(u"b"_s));
    }

    void aFailedWriteKeepsWhatWasThere()
    {
        QTemporaryDir folder;
        const auto nowhere = writeFile(folder.filePath(u"no/such/folder/a"_s), "x");
        QVERIFY(!nowhere && nowhere.error().kind == ErrorKind::FileUnwritable);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void publicKeysModernFirstAndNeverThePrivateOnes()
    {
        QTemporaryDir home;
        const QByteArray before = qgetenv("HOME");
        qputenv("HOME", home.path().toUtf8());
        QVERIFY(QDir(home.path()).mkdir(u".ssh"_s));
        const auto put = [&home](const QString &name, const QByteArray &content) { QVERIFY(writeFile(home.filePath(u".ssh/"_s + name), content).has_value()); };
        put(u"id_ecdsa.pub"_s, "ecdsa key a@b\n");
        put(u"id_ed25519.pub"_s, "ed25519 key a@b\n");
        put(u"id_ed25519"_s, "PRIVATE");
        const QStringList keys = publicKeys();
        qputenv("HOME", before);
        QCOMPARE(keys, (QStringList{u"ed25519 key a@b"_s, u"ecdsa key a@b"_s}));
    }

    void passwordsBecomeYescrypt()
    {
        const QByteArray password = "Grüße: 1843 & mehr";
        const auto hash = hashPassword(Secret(password));
        QVERIFY(hash);
        QVERIFY(hash->startsWith("$y$"));
        QVERIFY(*hashPassword(Secret(password)) != *hash); // the salt is another one
        crypt_data data{};
        QCOMPARE(QByteArray(crypt_rn(password.constData(), hash->constData(), &data, int(sizeof data))), *hash);
        for (const QByteArray &unfit : {QByteArray(), "two\nlines"_ba, QByteArray("a\0b", 3), QByteArray(1000, 'x')})
            QCOMPARE(hashPassword(Secret(unfit)).error().kind, ErrorKind::NodePasswordUnfit);
    }

    void nothingToStartIsAnError()
    {
        const auto started = startDetached({});
        QVERIFY(!started && started.error().kind == ErrorKind::PracticeUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestHost)
#include "tst_host.moc"

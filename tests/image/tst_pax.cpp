// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_acl.h"
#include "image/pax.h"
#include "image/tar_of.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestPax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainFileIsOneBlock();
    void checksumIsRight();
    void recordCountsItsOwnLength();
    void times_data();
    void times();
    void bigOwnersAndSizes();
    void attributeNamesAreEscaped();
    void sparseMapFillsABlock();
    void aclBecomesText();
    void brokenAclIsRefused();
    void listEndsWithItsMark();
};

static TarEntry fileOf(const QByteArray &path)
{
    TarEntry entry;
    entry.path = path;
    return entry;
}

void TestPax::plainFileIsOneBlock()
{
    TarEntry entry = fileOf("./etc/hostname");
    entry.size = 12;
    entry.mtime = 1700000000;
    const QByteArray header = tarHeader(entry);
    QCOMPARE(header.size(), 512);
    QVERIFY(header.startsWith("./etc/hostname\0"));
    QCOMPARE(header.sliced(124, 11), "00000000014");
    QCOMPARE(header.at(156), '0');
}

void TestPax::checksumIsRight()
{
    QByteArray header = tarHeader(fileOf("./x"));
    const int stored = header.sliced(148, 6).toInt(nullptr, 8);
    header.replace(148, 8, "        ");
    int sum = 0;
    for (const char byte : std::as_const(header))
        sum += static_cast<unsigned char>(byte);
    QCOMPARE(stored, sum);
}

void TestPax::recordCountsItsOwnLength()
{
    // 92 bytes of rest and 2 figures are 94; around 97 a third figure comes in.
    for (qsizetype length = 101; length < 1200; ++length) {
        const QByteArray path(length, 'p');
        const QByteArray header = tarHeader(fileOf(path));
        const QByteArray record = header.sliced(512, header.indexOf('\n', 512) + 1 - 512);
        QCOMPARE(record.first(record.indexOf(' ')).toLongLong(), record.size());
        QVERIFY(record.endsWith(QByteArray("path=" + path + '\n')));
    }
}

void TestPax::times_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<quint32>("ns");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("ns") << qint64(1700000000) << quint32(5) << "mtime=1700000000.000000005\n"_ba;
    QTest::newRow("before 1970") << qint64(-1) << quint32(250000000) << "mtime=-0.750000000\n"_ba;
    QTest::newRow("long before") << qint64(-315619200) << quint32(0) << "mtime=-315619200\n"_ba;
    QTest::newRow("long before and ns") << qint64(-10) << quint32(999999999) << "mtime=-9.000000001\n"_ba;
    QTest::newRow("far") << qint64(99999999999) << quint32(0) << "mtime=99999999999\n"_ba;
}

void TestPax::times()
{
    QFETCH(const qint64, seconds);
    QFETCH(const quint32, ns);
    QFETCH(const QByteArray, text);
    TarEntry entry = fileOf("./t");
    entry.mtime = seconds;
    entry.mtimeNs = ns;
    QVERIFY2(tarHeader(entry).contains(text), tarHeader(entry).mid(512, 60).constData());
}

void TestPax::bigOwnersAndSizes()
{
    TarEntry entry = fileOf("./big");
    entry.uid = 2097152;
    entry.gid = 2097151;
    entry.size = qint64(8) << 30;
    const QByteArray header = tarHeader(entry);
    QVERIFY(header.contains("uid=2097152\n"));
    QVERIFY(!header.contains("gid="));
    QVERIFY(header.contains("size=8589934592\n"));
}

void TestPax::attributeNamesAreEscaped()
{
    TarEntry entry = fileOf("./x");
    entry.attributes = {{"user.k=eq%", "a=b"}};
    QVERIFY(tarHeader(entry).contains("SCHILY.xattr.user.k%3Deq%25=a=b\n"));
}

void TestPax::sparseMapFillsABlock()
{
    TarEntry entry = fileOf("./holes");
    entry.isSparse = true;
    entry.size = 10000;
    entry.spans = {{0, 512}, {4096, 1024}};
    const QByteArray header = tarHeader(entry);
    QVERIFY(header.contains("GNU.sparse.realsize=10000\n"));
    QCOMPARE(header.last(512), "3\n0\n512\n4096\n1024\n10000\n0\n"_ba.leftJustified(512, '\0'));
    const QByteArray ustar = header.last(1024).first(512);
    QCOMPARE(ustar.sliced(124, 11).toLongLong(nullptr, 8), 512 + 512 + 1024);
}

void TestPax::aclBecomesText()
{
    const QByteArray value = QByteArray::fromHex("02000000"
                                                 "01000600ffffffff"
                                                 "0200040021000000"
                                                 "04000400ffffffff"
                                                 "10000400ffffffff"
                                                 "20000000ffffffff");
    QCOMPARE(aclText(value), "user::rw-,user:33:r--,group::r--,mask::r--,other::---"_ba);
}

void TestPax::brokenAclIsRefused()
{
    QVERIFY(!aclText("").has_value());
    QVERIFY(!aclText(QByteArray::fromHex("01000000")).has_value());
    QVERIFY(!aclText(QByteArray::fromHex("0200000001")).has_value());
    QVERIFY(!aclText(QByteArray::fromHex("0200000077000600ffffffff")).has_value());
}

void TestPax::listEndsWithItsMark()
{
    const auto source = tarOf({{u"etc/hostname"_s, TreeFile::Type::File, 0644, 0, 0, "pi\n"}}, u"end-mark"_s);
    const Result<QByteArray> all = source->next();
    QVERIFY(all.has_value());
    QCOMPARE(all->size(), 512 + 512 + 512 + 1024);
    QVERIFY(all->startsWith("./etc/hostname\0"));
    QVERIFY(all->sliced(1024).startsWith("end-mark\0"));
    QCOMPARE(all->last(1024), QByteArray(1024, '\0'));
    QVERIFY(source->next()->isEmpty());
}

QTEST_GUILESS_MAIN(TestPax)
#include "tst_pax.moc"

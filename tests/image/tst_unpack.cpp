// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_tools.h"
#include "image/unpack_image.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace bramble;
using namespace imagetools;

/// Every kind of packing comes to the same bytes, and every kind of damage to its own error.
class TestUnpack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeFiles_data();
    void wholeFiles();
    void damagedFiles_data();
    void damagedFiles();
    void readsWhileDecoding();
    void zerosBecomeHoles();
    void checksum();
    void fullDisk();
    void stops();

private:
    Result<QByteArray> unpack(const QString &file, const QString &sha256 = {}) const;

    QTemporaryDir m_folder;
    QByteArray m_raw;
};

void TestUnpack::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_raw = QByteArray(6 << 20, '\0');
    auto *words = reinterpret_cast<quint32 *>(m_raw.data());
    QRandomGenerator(1).fillRange(words + 1000, 400'000);
    m_raw[510] = '\x55';
    m_raw[511] = '\xaa';
    write(m_folder.filePath(u"a.img"_s), m_raw);
    QVERIFY(sh(
        m_folder.path(),
        u"xz -kT1 a.img; xz -kT2 --block-size=1MiB -c a.img > blocks.xz; head -c 1000000 a.img | xz -c > two.xz; tail "
        u"-c +1000001 a.img | xz -c >> two.xz;"
        "zstd -q -k a.img; zstd -q --long=31 -c a.img > long.zst; pzstd -q -p 2 -c a.img > p.zst; head -c 1000000 "
        "a.img | zstd -qc > two.zst;"
        "tail -c +1000001 a.img | zstd -qc >> two.zst; gzip -k a.img; head -c 1000000 a.img | gzip -c > two.gz; tail "
        "-c +1000001 a.img | gzip -c >> two.gz;"
        "cp a.img.gz padded.gz; head -c 1000 /dev/zero >> padded.gz; echo hi > readme.txt; zip -q one.zip readme.txt "
        "a.img; zip -q -0 stored.zip a.img;"
        "zip -q - a.img > stream.zip; cp readme.txt other.txt; zip -q none.zip readme.txt other.txt; head -c 600 "
        "/dev/zero > zeros.img;"
        "for f in a.img.xz blocks.xz two.xz a.img.zst two.zst a.img.gz two.gz one.zip; do head -c -20 $f > cut-$f; "
        "head -c 300000 $f > short-$f;"
        "head -c 200000 $f > bad-$f; printf 'DAMAGEDAMAGEDAMAGE' >> bad-$f; tail -c +200019 $f >> bad-$f; done; cp two.gz junk.gz; echo junk >> junk.gz"_s));
}

Result<QByteArray> TestUnpack::unpack(const QString &file, const QString &sha256) const
{
    const auto image = UnpackedImage::start({m_folder.filePath(file), m_folder.filePath(u"cache"_s), sha256}, {});
    if (!image)
        return std::unexpected(image.error());
    const Result<qint64> size = (*image)->store()->waitForAll({});
    if (!size)
        return std::unexpected(size.error());
    const QString expected = QString::fromLatin1(
        QCryptographicHash::hash(read(m_folder.filePath(file)), QCryptographicHash::Sha256).toHex());
    if ((*image)->sha256() != expected)
        return fail(ErrorKind::ImageChecksum);
    return (*image)->store()->read(0, *size, {});
}

void TestUnpack::wholeFiles_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"a.img", "a.img.xz", "blocks.xz", "two.xz", "a.img.zst", "long.zst", "p.zst", "two.zst",
                             "a.img.gz", "two.gz", "padded.gz", "one.zip", "stored.zip", "stream.zip"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestUnpack::wholeFiles()
{
    QFETCH(const QString, file);
    const Result<QByteArray> bytes = unpack(file);
    QVERIFY2(bytes.has_value(), bytes ? "" : qPrintable(errorId(bytes.error().kind) + bytes.error().detail));
    QVERIFY(*bytes == m_raw);
}

void TestUnpack::damagedFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ErrorKind>("kind");
    for (const char *name :
         {"a.img.xz", "blocks.xz", "two.xz", "a.img.zst", "two.zst", "a.img.gz", "two.gz", "one.zip"}) {
        const QString file = QString::fromLatin1(name);
        QTest::addRow("cut %s", name) << u"cut-"_s + file << ErrorKind::ImageTruncated;
        QTest::addRow("short %s", name) << u"short-"_s + file << ErrorKind::ImageTruncated;
        QTest::addRow("bad %s", name) << u"bad-"_s + file << ErrorKind::ImageCorrupt;
    }
    QTest::newRow("junk after gzip") << u"junk.gz"_s << ErrorKind::ImageCorrupt;
    QTest::newRow("zip without image") << u"none.zip"_s << ErrorKind::ImageFormatUnknown;
    QTest::newRow("neither") << u"readme.txt"_s << ErrorKind::ImageFormatUnknown;
    QTest::newRow("zeros") << u"zeros.img"_s << ErrorKind::ImageFormatUnknown;
    QTest::newRow("folder") << u"cache"_s << ErrorKind::ImageUnreadable;
    QTest::newRow("missing") << u"nowhere"_s << ErrorKind::ImageUnreadable;
}

void TestUnpack::damagedFiles()
{
    QFETCH(const QString, file);
    QFETCH(const ErrorKind, kind);
    const Result<QByteArray> bytes = unpack(file);
    QVERIFY(!bytes.has_value());
    QCOMPARE(errorId(bytes.error().kind), errorId(kind));
    QVERIFY(bytes.error().subject.endsWith(file));
}

void TestUnpack::readsWhileDecoding()
{
    const auto file = DiskFile::makeNameless(m_folder.filePath(u"cache"_s));
    QVERIFY(file.has_value());
    BlockStore store(*file);
    QVERIFY(store.append(m_raw.constData(), 100'000).has_value());
    QCOMPARE(store.read(5000, 1000, {}).value(), m_raw.sliced(5000, 1000));
    Result<QByteArray> later;
    {
        const std::jthread reader([&] { later = store.read(99'999, 3, {}); });
        QVERIFY(store.append(m_raw.constData() + 100'000, 100'000).has_value());
    }
    QCOMPARE(later.value(), m_raw.sliced(99'999, 3));
    store.abandon({ErrorKind::ImageCorrupt, {}, {}});
    QCOMPARE(store.read(0, 10, {}).value(), m_raw.first(10));
    QVERIFY(store.read(199'999, 2, {}).error().kind == ErrorKind::ImageCorrupt);
    QVERIFY(store.read(std::numeric_limits<qint64>::max(), 2, {}).error().kind == ErrorKind::ImageTruncated);
}

void TestUnpack::zerosBecomeHoles()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"cache"_s));
    const auto image = UnpackedImage::start({m_folder.filePath(u"a.img.zst"_s), m_folder.filePath(u"cache"_s), {}}, {});
    QVERIFY(image.has_value());
    QVERIFY((*image)->store()->waitForAll({}).has_value());
    // Nameless from the start: nothing is left behind, however this ends.
    QVERIFY(QDir(m_folder.filePath(u"cache"_s)).entryList(QDir::Files | QDir::Hidden).isEmpty());
    QVERIFY((*image)->store()->read(5'000'000, 1000, {}).value() == QByteArray(1000, '\0'));
}

void TestUnpack::checksum()
{
    const QByteArray right
        = QCryptographicHash::hash(read(m_folder.filePath(u"a.img.xz"_s)), QCryptographicHash::Sha256).toHex();
    QVERIFY(unpack(u"a.img.xz"_s, QString::fromLatin1(right.toUpper())).has_value());
    QVERIFY(unpack(u"a.img.xz"_s, QString(64, u'0')).error().kind == ErrorKind::ImageChecksum);
    QVERIFY(unpack(u"a.img"_s, QString(64, u'0')).error().kind == ErrorKind::ImageChecksum);
}

void TestUnpack::fullDisk()
{
    if (!sh(m_folder.path(), u"mkdir -p small && mount -t tmpfs -o size=1m tmpfs small"_s))
        QSKIP("no right to mount a small tmpfs: the full disk cannot be tried");
    const auto image = UnpackedImage::start({m_folder.filePath(u"a.img.zst"_s), m_folder.filePath(u"small"_s), {}}, {});
    const Result<qint64> size = image ? (*image)->store()->waitForAll({}) : std::unexpected(image.error());
    QVERIFY(!size.has_value());
    QCOMPARE(errorId(size.error().kind), errorId(ErrorKind::ImageNoDiskSpace));
    QVERIFY(size.error().subject.endsWith(u"small"_s));
    if (image)
        const_cast<std::unique_ptr<UnpackedImage> &>(*image).reset();
    QVERIFY(sh(m_folder.path(), u"umount small"_s));
}

void TestUnpack::stops()
{
    StopSource source;
    source.request_stop();
    const auto image = UnpackedImage::start({m_folder.filePath(u"a.img.xz"_s), m_folder.filePath(u"cache"_s), {}}, {});
    QVERIFY(image.has_value());
    QVERIFY((*image)->store()->read(0, 10, source.get_token()).error().kind == ErrorKind::Stopped);
}

QTEST_GUILESS_MAIN(TestUnpack)
#include "tst_unpack.moc"

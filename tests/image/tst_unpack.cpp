// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_tools.h"
#include "image/unpack_image.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
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
    void holdsNoMoreThanItMay();
    void spillsForNobodyWhoIsServed();
    void releasesWhatIsStillToCome();
    void whileItArrives_data();
    void whileItArrives();
    void downloadThatEnds();
    void checksum();
    void fullDisk();
    void stopsInMidDecode_data();
    void stopsInMidDecode();
    void stops();

private:
    void makeGreedyFiles();
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
        "-c +1000001 a.img | gzip -c >> two.gz; bzip2 -k a.img; head -c 1000000 a.img | bzip2 -c > two.bz2; tail -c "
        "+1000001 a.img | bzip2 -c >> two.bz2;"
        "cp a.img.gz padded.gz; head -c 1000 /dev/zero >> padded.gz; echo hi > readme.txt; zip -q one.zip readme.txt "
        "a.img; zip -q -0 stored.zip a.img;"
        "zip -q - a.img > stream.zip; cp readme.txt other.txt; zip -q none.zip readme.txt other.txt; head -c 600 "
        "/dev/zero > zeros.img;"
        "for f in a.img.xz blocks.xz two.xz a.img.zst two.zst a.img.gz two.gz a.img.bz2 two.bz2 one.zip; do head -c "
        "-20 $f > cut-$f; "
        "head -c 300000 $f > short-$f;"
        "head -c 200000 $f > bad-$f; printf 'DAMAGEDAMAGEDAMAGE' >> bad-$f; tail -c +200019 $f >> bad-$f; done; cp two.gz junk.gz; echo junk >> junk.gz; cp two.bz2 junk.bz2; echo junk >> junk.bz2"_s));
    makeGreedyFiles();
}

/// Files that ask for more memory than anybody should give them.
void TestUnpack::makeGreedyFiles()
{
    QByteArray xz = read(m_folder.filePath(u"a.img.xz"_s));
    constexpr qsizetype BlockAt = 12;
    const qsizetype size = (static_cast<quint8>(xz[BlockAt]) + 1) * 4;
    const qsizetype lzma2 = xz.indexOf("\x21\x01", BlockAt);
    QVERIFY(lzma2 > BlockAt && lzma2 < BlockAt + size);
    xz[lzma2 + 2] = 40; // xz file format 5.3.1: 4 GiB - 1 B
    write(m_folder.filePath(u"greedy.xz"_s), xz);
    QVERIFY(sh(
        m_folder.path(),
        u"python3 -c 'import struct, sys, zlib; b = bytearray(open(\"greedy.xz\", \"rb\").read()); n = (b[12] + 1) * 4;"
        "b[8 + n:12 + n] = struct.pack(\"<I\", zlib.crc32(b[12:8 + n])); open(\"greedy.xz\", \"wb\").write(b)'"_s));
    // RFC 8878, 3.1.1.1.2: an exponent of 31 means 2^41 bytes.
    write(m_folder.filePath(u"greedy.zst"_s), "\x28\xb5\x2f\xfd\x00\xf8"_ba + QByteArray(600, '\1'));
}

Result<QByteArray> TestUnpack::unpack(const QString &file, const QString &sha256) const
{
    const auto image = UnpackedImage::start(
        {m_folder.filePath(file), m_folder.filePath(u"cache"_s), sha256, {}, {}, true, qint64(1) << 30}, {}, {});
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
    for (const char *name :
         {"a.img", "a.img.xz", "blocks.xz", "two.xz", "a.img.zst", "long.zst", "p.zst", "two.zst", "a.img.gz", "two.gz",
          "padded.gz", "a.img.bz2", "two.bz2", "one.zip", "stored.zip", "stream.zip"})
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
    for (const char *name : {"a.img.xz", "blocks.xz", "two.xz", "a.img.zst", "two.zst", "a.img.gz", "two.gz",
                             "a.img.bz2", "two.bz2", "one.zip"}) {
        const QString file = QString::fromLatin1(name);
        QTest::addRow("cut %s", name) << u"cut-"_s + file << ErrorKind::ImageTruncated;
        QTest::addRow("short %s", name) << u"short-"_s + file << ErrorKind::ImageTruncated;
        QTest::addRow("bad %s", name) << u"bad-"_s + file << ErrorKind::ImageCorrupt;
    }
    QTest::newRow("junk after gzip") << u"junk.gz"_s << ErrorKind::ImageCorrupt;
    QTest::newRow("junk after bzip2") << u"junk.bz2"_s << ErrorKind::ImageCorrupt;
    QTest::newRow("dictionary of 4 GiB") << u"greedy.xz"_s << ErrorKind::ImageTooMuchMemory;
    QTest::newRow("window of 2 TiB") << u"greedy.zst"_s << ErrorKind::ImageTooMuchMemory;
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
    BlockStore store(1 << 30, {});
    QVERIFY(store.append(m_raw.constData(), 100'000, {}).has_value());
    QCOMPARE(store.read(5000, 1000, {}).value(), m_raw.sliced(5000, 1000));
    Result<QByteArray> later;
    {
        const std::jthread reader([&] { later = store.read(99'999, 3, {}); });
        QVERIFY(store.append(m_raw.constData() + 100'000, 100'000, {}).has_value());
    }
    QCOMPARE(later.value(), m_raw.sliced(99'999, 3));
    store.abandon({ErrorKind::ImageCorrupt, {}, {}});
    QCOMPARE(store.read(0, 10, {}).value(), m_raw.first(10));
    QVERIFY(store.read(199'999, 2, {}).error().kind == ErrorKind::ImageCorrupt);
    QVERIFY(store.read(std::numeric_limits<qint64>::max(), 2, {}).error().kind == ErrorKind::ImageTruncated);
}

void TestUnpack::whileItArrives_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"a.img", "two.xz", "a.img.zst", "two.gz", "two.bz2", "one.zip"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestUnpack::whileItArrives()
{
    QFETCH(const QString, file);
    const QByteArray bytes = read(m_folder.filePath(file));
    const auto arriving = std::make_shared<ArrivingFile>(m_folder.filePath(u"arriving"_s));
    QFile::remove(arriving->path());
    arriving->expect(bytes.size());
    std::jthread download([&] {
        QFile out(arriving->path());
        if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        for (qint64 at = 0; at < bytes.size(); at += 100'001) {
            out.write(bytes.sliced(at, std::min<qint64>(100'001, bytes.size() - at)));
            arriving->arrived(out.pos());
            QThread::usleep(500);
        }
        arriving->finish(bytes.size());
    });
    OpenImageOptions options{
        .file = u"the name"_s, .cacheFolder = m_folder.filePath(u"cache"_s), .sha256 = {}, .arriving = arriving};
    options.extractedSha256 = QString::fromLatin1(QCryptographicHash::hash(m_raw, QCryptographicHash::Sha256).toHex());
    options.mostMemory = 1 << 30;
    const auto image = UnpackedImage::start(options, {}, {});
    QVERIFY(image.has_value());
    QVERIFY((*image)->store()->read(0, m_raw.size(), {}).value() == m_raw);
    QCOMPARE((*image)->store()->waitForAll({}).value(), m_raw.size());
    download.join();
    options.extractedSha256 = QString(64, u'0');
    const auto other = UnpackedImage::start(options, {}, {});
    QCOMPARE(errorId((*other)->store()->waitForAll({}).error().kind), errorId(ErrorKind::ImageChecksum));
}

void TestUnpack::downloadThatEnds()
{
    const QByteArray bytes = read(m_folder.filePath(u"a.img.xz"_s));
    write(m_folder.filePath(u"arriving"_s), bytes.first(bytes.size() / 2));
    const auto arriving = std::make_shared<ArrivingFile>(m_folder.filePath(u"arriving"_s));
    arriving->arrived(bytes.size() / 2);
    OpenImageOptions options{.file = u"the name"_s, .cacheFolder = {}, .sha256 = {}, .arriving = arriving};
    const auto image = UnpackedImage::start(options, {}, {});
    QVERIFY((*image)->store()->read(0, 512, {}).has_value());
    arriving->abandon({ErrorKind::FileUnreadable, u"server"_s, {}});
    QCOMPARE((*image)->store()->waitForAll({}).error(), (Error{ErrorKind::FileUnreadable, u"server"_s, {}}));
    // All bytes there, but never found right: not sound.
    write(m_folder.filePath(u"arriving"_s), bytes);
    const auto unproven = std::make_shared<ArrivingFile>(m_folder.filePath(u"arriving"_s));
    unproven->arrived(bytes.size());
    options.arriving = unproven;
    const auto second = UnpackedImage::start(options, {}, {});
    unproven->abandon({ErrorKind::ImageChecksum, {}, {}});
    QCOMPARE((*second)->store()->waitForAll({}).error().kind, ErrorKind::ImageChecksum);
}

void TestUnpack::holdsNoMoreThanItMay()
{
    constexpr qint64 Most = 256 * 1024;
    QVERIFY(QDir(m_folder.path()).mkpath(u"cache"_s));
    BlockStore store(Most, m_folder.filePath(u"cache"_s));
    std::atomic<qint64> given = 0;
    const std::jthread decoder([&](const Stop &stop) {
        for (qint64 at = 0; at < m_raw.size() && store.append(m_raw.constData() + at, 4096, stop); at += 4096)
            given = at + 4096;
        store.endData();
    });
    // Nobody waits: the decoder has to.
    QVERIFY(QTest::qWaitFor([&] { return given >= Most; }, 5000));
    QTest::qWait(50);
    QVERIFY(given < 2 * Most);
    QVERIFY(!store.isSpilled());
    // What is let go makes room for more, and is gone.
    store.release(0, 100'000);
    QVERIFY(QTest::qWaitFor([&] { return given >= Most + 90'000; }, 5000));
    QVERIFY(store.read(4096, 10, {}).error().kind == ErrorKind::ImageBrokenFilesystem);
    QVERIFY(store.read(100'000, 10, {}).value() == m_raw.sliced(100'000, 10));
    QVERIFY(!store.isSpilled());
    // Only what comes later can help this reader: so all between goes to the disk, and is there.
    QVERIFY(store.read(1'500'000, 1000, {}).value() == m_raw.sliced(1'500'000, 1000));
    QVERIFY(store.isSpilled());
    QVERIFY(store.read(150'000, 1'350'000, {}).value() == m_raw.sliced(150'000, 1'350'000));
    // Nameless from the start: nothing is left behind, however this ends.
    QVERIFY(QDir(m_folder.filePath(u"cache"_s)).entryList(QDir::Files | QDir::Hidden).isEmpty());
    store.keepOnly(0, 0);
    QVERIFY(QTest::qWaitFor([&] { return given.load() == m_raw.size(); }, 5000));
}

/// A reader that has got what it waited for, but not the processor yet, is no reason to go to the disk.
void TestUnpack::spillsForNobodyWhoIsServed()
{
    for (int round = 0; round < 20; ++round) {
        BlockStore store(128 * 1024, m_folder.filePath(u"cache"_s));
        const std::jthread decoder([&](const Stop &stop) {
            if (store.append(m_raw.constData(), m_raw.size(), stop))
                store.endData();
        });
        bool same = true;
        for (qint64 at = 0; at < m_raw.size(); at += 4096) {
            same = same && store.read(at, 4096, {}).value() == m_raw.sliced(at, 4096);
            store.release(at, 4096);
        }
        QVERIFY(same && !store.isSpilled());
    }
}

void TestUnpack::releasesWhatIsStillToCome()
{
    BlockStore store(1 << 30, {});
    store.release(1000, 2000); // sectors 2 to 4
    store.keepOnly(0, 3'000'000);
    QVERIFY(store.append(m_raw.constData(), 2'000'000, {}).has_value());
    QVERIFY(store.append(m_raw.constData() + 2'000'000, 2'000'000, {}).has_value());
    QVERIFY(store.read(0, 1024, {}).value() == m_raw.first(1024));
    QVERIFY(!store.read(1024, 1, {}).has_value() && !store.read(2559, 1, {}).has_value());
    QVERIFY(store.read(2560, 2000, {}).value() == m_raw.sliced(2560, 2000));
    QVERIFY(store.read(1'999'990, 1'000'010, {}).value() == m_raw.sliced(1'999'990, 1'000'010));
    QVERIFY(!store.read(3'000'000, 1, {}).has_value());
    store.release(std::numeric_limits<qint64>::max() - 5, 100);
    store.release(4096, std::numeric_limits<qint64>::max());
    QVERIFY(!store.read(2'000'000, 1, {}).has_value());
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
    const auto image = UnpackedImage::start(
        {m_folder.filePath(u"a.img.zst"_s), m_folder.filePath(u"small"_s), {}, {}, {}, true, 4096}, {}, {});
    const Result<qint64> size = image ? (*image)->store()->waitForAll({}) : std::unexpected(image.error());
    QVERIFY(!size.has_value());
    QCOMPARE(errorId(size.error().kind), errorId(ErrorKind::ImageNoDiskSpace));
    QVERIFY(size.error().subject.endsWith(u"small"_s));
    if (image)
        const_cast<std::unique_ptr<UnpackedImage> &>(*image).reset();
    QVERIFY(sh(m_folder.path(), u"umount small"_s));
}

void TestUnpack::stopsInMidDecode_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"a.img", "a.img.xz", "blocks.xz", "a.img.zst", "a.img.gz", "a.img.bz2", "one.zip"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestUnpack::stopsInMidDecode()
{
    QFETCH(const QString, file);
    QElapsedTimer clock;
    clock.start();
    {
        // Nobody takes anything: the decoder is stuck in the middle when its end comes.
        const auto image = UnpackedImage::start({m_folder.filePath(file), {}, {}, {}, {}, true, 64 * 1024}, {}, {});
        QVERIFY((*image)->store()->read(0, 512, {}).has_value());
        QTest::qWait(20);
    }
    QVERIFY2(clock.elapsed() < 5000, "the decoder did not stop");
    // The same while it waits for a download that does not come.
    const QByteArray bytes = read(m_folder.filePath(file));
    write(m_folder.filePath(u"arriving"_s), bytes.first(200'000));
    const auto arriving = std::make_shared<ArrivingFile>(m_folder.filePath(u"arriving"_s));
    arriving->arrived(200'000);
    (void)UnpackedImage::start({{}, {}, {}, arriving}, {}, {});
    QVERIFY2(clock.elapsed() < 10'000, "the decoder did not stop waiting");
}

void TestUnpack::stops()
{
    StopSource source;
    source.request_stop();
    const auto image
        = UnpackedImage::start({m_folder.filePath(u"a.img.xz"_s), m_folder.filePath(u"cache"_s), {}}, {}, {});
    QVERIFY(image.has_value());
    QVERIFY((*image)->store()->read(0, 10, source.get_token()).error().kind == ErrorKind::Stopped);
}

QTEST_GUILESS_MAIN(TestUnpack)
#include "tst_unpack.moc"

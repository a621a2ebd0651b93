// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/boot_folder.h"
#include "image/image_tools.h"

#include <QTemporaryDir>
#include <QtEndian>

using namespace bramble;
using namespace imagetools;

class TestImagePass : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void factsAndFiles_data();
    void factsAndFiles();
    void bootFolder();
    void onePass();
    void onePassInNoMemory();
    void noEndMarkOnAnUnsoundImage();
    void guidTable();
    void zip64();
    void damage_data();
    void damage();
    void damagedFileIsToldBeforeItsFileSystem();
    void stops();

private:
    QTemporaryDir m_folder;
    QByteArray m_disk;
};

void TestImagePass::initTestCase()
{
    QVERIFY(makeSmallImage(m_folder.path()));
    QVERIFY(sh(m_folder.path(),
               u"xz -k disk.img; zstd -qk disk.img; gzip -k disk.img; bzip2 -k disk.img; zip -q disk.zip disk.img"_s));
    m_disk = read(m_folder.filePath(u"disk.img"_s));
}

void TestImagePass::factsAndFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::newRow("img") << u"disk.img"_s << u"img"_s;
    QTest::newRow("xz") << u"disk.img.xz"_s << u"xz"_s;
    QTest::newRow("zst") << u"disk.img.zst"_s << u"zst"_s;
    QTest::newRow("gz") << u"disk.img.gz"_s << u"gz"_s;
    QTest::newRow("bz2") << u"disk.img.bz2"_s << u"bz2"_s;
    QTest::newRow("zip") << u"disk.zip"_s << u"zip"_s;
}

void TestImagePass::factsAndFiles()
{
    QFETCH(const QString, file);
    QFETCH(const QString, format);
    const auto image = open(m_folder.path(), file);
    QVERIFY2(image.has_value(), image ? "" : qPrintable(errorId(image.error().kind) + image.error().detail));
    const ImageFacts &facts = image->facts;
    QCOMPARE(facts.format, format);
    QCOMPARE(facts.imageSize, m_disk.size());
    QCOMPARE(facts.sha256.size(), 64);
    QCOMPARE(facts.boot, (ImagePartition{1 << 20, 4 << 20, 0x0C}));
    QCOMPARE(facts.root, (ImagePartition{5 << 20, 8 << 20, 0x83}));
    QCOMPARE(facts.system, SystemKind::Debian);
    QCOMPARE(facts.systemName, u"Debian GNU/Linux 13 (trixie)"_s);
    QCOMPARE(facts.systemVersion, u"trixie"_s);
    QCOMPARE(facts.bootFiles.size(), 5U);
    QVERIFY(facts.hasBootFile(u"overlays/vc4-kms-v3d.dtbo"_s));
    QCOMPARE(facts.files.value(u"/boot/firmware/config.txt"_s), "arm_64bit=1\n"_ba);
    QCOMPARE(facts.files.value(u"/etc/hostname"_s), "raspberrypi\n"_ba);
    QVERIFY(!facts.files.contains(u"/etc/fstab"_s));
    for (const QString &path : {u"/usr/lib/systemd/system/rpi-resize.service"_s, u"/etc/ssh"_s,
                                u"/etc/ssh/ssh_host_rsa_key"_s, u"/usr/bin/systemctl"_s})
        QVERIFY2(facts.existing.contains(path), qPrintable(path));
    QVERIFY(!facts.existing.contains(u"/etc/cloud"_s));
    QVERIFY(facts.rootBytes > 300'000 && facts.rootBytes < 700'000);
    QVERIFY(facts.rootNodes > 15 && facts.rootNodes < 30);
}

void TestImagePass::bootFolder()
{
    const auto image = open(m_folder.path(), u"disk.img.zst"_s);
    QVERIFY(writeBootFolder(*image->bootTar({}), m_folder.filePath(u"written"_s)).has_value());
    QVERIFY(
        sh(m_folder.path(),
           u"diff -r boot written; test \"$(stat -c %Y written/config.txt)\" -le \"$(stat -c %Y boot/config.txt)\""_s));
    const auto tar = image->bootTar(u".end"_s);
    QVERIFY(drain(*tar, m_folder.filePath(u"boot.tar"_s)).has_value());
    QVERIFY(sh(
        m_folder.path(),
        u"mkdir -p untarred; tar -xpf boot.tar -C untarred; rm untarred/.end; diff -r boot untarred; test $(stat -c %a untarred/overlays) = 755"_s));
    write(m_folder.filePath(u"a-file"_s), "x");
    QVERIFY(writeBootFolder(*image->bootTar({}), m_folder.filePath(u"a-file/x"_s)).error().kind
            == ErrorKind::FileUnwritable);
}

/// One decoding gives both tars and the same facts as two would.
void TestImagePass::onePass()
{
    const auto opened = open(m_folder.path(), u"disk.img.xz"_s);
    for (const bool asksEarly : {false, true}) {
        const auto pass = startPass(
            {.file = m_folder.filePath(u"disk.img.xz"_s), .cacheFolder = m_folder.filePath(u"cache"_s), .sha256 = {}},
            {}, {});
        QVERIFY(pass.has_value());
        if (asksEarly) {
            const auto outline = (*pass)->outline({});
            QVERIFY(outline.has_value());
            QCOMPARE(outline->bootFiles, opened->facts.bootFiles);
            QCOMPARE(outline->rootBytes, opened->facts.rootBytes);
            QCOMPARE(outline->rootNodes, opened->facts.rootNodes);
        }
        QVERIFY(drain(*(*pass)->bootTar(u".end"_s, {}), m_folder.filePath(u"boot.tar"_s)).has_value());
        QCOMPARE((*pass)->outline({})->bootBytes(), opened->facts.bootBytes());
        QVERIFY(drain(*(*pass)->rootTar(u".end"_s, {}), m_folder.filePath(u"root.tar"_s)).has_value());
        QCOMPARE((*pass)->facts(), opened->facts);
        QVERIFY(!(*pass)->isSpilled());
        QVERIFY(sh(
            m_folder.path(),
            u"rm -rf untarred; mkdir untarred; tar -xpf boot.tar -C untarred; rm untarred/.end; diff -r boot untarred;"
            "rm -rf untarred; mkdir untarred; tar -xpf root.tar -C untarred; rm untarred/.end; rmdir untarred/lost+found; diff -r --no-dereference tree untarred"_s));
    }
    QVERIFY(drain(*opened->rootTar(u".end"_s), m_folder.filePath(u"again.tar"_s)).has_value());
    QCOMPARE(read(m_folder.filePath(u"again.tar"_s)), read(m_folder.filePath(u"root.tar"_s)));
}

/// With hardly any memory everything still comes out right, by way of the disk.
void TestImagePass::onePassInNoMemory()
{
    const auto pass = startPass({.file = m_folder.filePath(u"disk.img.zst"_s),
                                 .cacheFolder = m_folder.filePath(u"cache"_s),
                                 .sha256 = {},
                                 .mostMemory = 4096},
                                {}, {});
    QVERIFY(drain(*(*pass)->rootTar(u".end"_s, {}), m_folder.filePath(u"small.tar"_s)).has_value());
    QVERIFY((*pass)->isSpilled());
    const auto opened = open(m_folder.path(), u"disk.img"_s);
    QVERIFY(drain(*opened->rootTar(u".end"_s), m_folder.filePath(u"again.tar"_s)).has_value());
    QCOMPARE(read(m_folder.filePath(u"small.tar"_s)), read(m_folder.filePath(u"again.tar"_s)));
}

void TestImagePass::noEndMarkOnAnUnsoundImage()
{
    const auto pass = startPass({.file = m_folder.filePath(u"disk.img.xz"_s),
                                 .cacheFolder = m_folder.filePath(u"cache"_s),
                                 .sha256 = QString(64, u'0')},
                                {}, {});
    QVERIFY(pass.has_value());
    const Result<> drained = drain(*(*pass)->rootTar(u"end"_s, {}), m_folder.filePath(u"early.tar"_s));
    QVERIFY(!drained.has_value());
    QCOMPARE(errorId(drained.error().kind), errorId(ErrorKind::ImageChecksum));
    QVERIFY(read(m_folder.filePath(u"early.tar"_s)).contains("./etc/hostname"));
    QVERIFY(!read(m_folder.filePath(u"early.tar"_s)).contains("end\0\0"_ba));
    // It has changed since it was opened.
    write(m_folder.filePath(u"changing.img"_s), m_disk);
    const auto opened = open(m_folder.path(), u"changing.img"_s);
    QByteArray changed = m_disk;
    changed[changed.size() - 1] = 1;
    write(m_folder.filePath(u"changing.img"_s), changed);
    QCOMPARE(errorId(drain(*opened->rootTar(u"end"_s), m_folder.filePath(u"early.tar"_s)).error().kind),
             errorId(ErrorKind::ImageChecksum));
}

/// As Ubuntu lays out its images: a GUID table, and what its mke2fs does by itself.
void TestImagePass::guidTable()
{
    QVERIFY(sh(
        m_folder.path(),
        u"rm -f g2; truncate -s 8M g2; mke2fs -q -F -t ext4 -O metadata_csum_seed,orphan_file -d tree g2; \"$T/make-disk\" gpt gpt.img p1 g2"_s));
    const auto image = open(m_folder.path(), u"gpt.img"_s);
    QVERIFY2(image.has_value(), image ? "" : qPrintable(errorId(image.error().kind) + image.error().detail));
    QCOMPARE(image->facts.boot, (ImagePartition{1 << 20, 4 << 20, 0x0C}));
    QCOMPARE(image->facts.root, (ImagePartition{5 << 20, 8 << 20, 0x83}));
    QVERIFY(drain(*image->rootTar(u".end"_s), m_folder.filePath(u"gpt.tar"_s)).has_value());
    QVERIFY(sh(
        m_folder.path(),
        u"rm -rf untarred; mkdir untarred; tar -xpf gpt.tar -C untarred; rm untarred/.end; rmdir untarred/lost+found; diff -r --no-dereference tree untarred"_s));
    QByteArray disk = read(m_folder.filePath(u"gpt.img"_s));
    for (const qint64 at : {512 + 72, 1024 + 32}) { // the header, an entry
        QByteArray damaged = disk;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        write(m_folder.filePath(u"damaged.img"_s), damaged);
        const auto refused = open(m_folder.path(), u"damaged.img"_s);
        QCOMPARE(errorId(refused.error().kind), errorId(ErrorKind::ImageNoPartitionTable));
        QCOMPARE(refused.error().detail, u"gpt checksum"_s);
    }
}

/// Sizes and offsets of 64 bits, also where 32 would have done; the long form has an image of more than 4 GiB.
void TestImagePass::zip64()
{
    QVERIFY(sh(m_folder.path(),
               u"cat disk.img | zip -q -fz wide.zip -; printf '@ -\\n@=disk.img\\n' | zipnote -w wide.zip"_s));
    const auto image = open(m_folder.path(), u"wide.zip"_s);
    QVERIFY2(image.has_value(), image ? "" : qPrintable(errorId(image.error().kind) + image.error().detail));
    QCOMPARE(image->facts.imageSize, m_disk.size());
    if (qEnvironmentVariableIsEmpty("BRAMBLE_LONG_TESTS")) {
        qInfo("not tried: a zip of more than 4 GiB (half a minute; BRAMBLE_LONG_TESTS=1)");
        return;
    }
    QVERIFY(sh(m_folder.path(),
               u"cp disk.img large.img; truncate -s 4400M large.img; zip -q -1 large.zip large.img; rm large.img"_s));
    const auto large = open(m_folder.path(), u"large.zip"_s);
    QVERIFY2(large.has_value(), large ? "" : qPrintable(errorId(large.error().kind) + large.error().detail));
    QCOMPARE(large->facts.imageSize, qint64(4400) << 20);
}

void TestImagePass::damage_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    const qint64 root = 5 << 20;
    const auto wipe = [](qint64 size) { return QByteArray(size, '\0'); };
    QTest::newRow("no second partition") << qint64(446 + 16) << wipe(16) << ErrorKind::ImageNoRootPartition
                                         << u"0x00"_s;
    QTest::newRow("no first partition") << qint64(446) << wipe(16) << ErrorKind::ImageNoBootPartition << u"0x00"_s;
    QTest::newRow("first is Linux") << qint64(446 + 4) << "\x83"_ba << ErrorKind::ImageNoBootPartition << u"0x83"_s;
    QTest::newRow("GUID table") << qint64(446 + 4) << "\xee"_ba << ErrorKind::ImageNoPartitionTable << u"gpt"_s;
    QTest::newRow("partitions overlap") << qint64(446 + 16 + 8) << "\x00\x08\x00\x00"_ba
                                        << ErrorKind::ImageNoRootPartition << u"overlap"_s;
    QTest::newRow("second beyond the end")
        << qint64(446 + 16 + 12) << "\x00\x00\x01\x00"_ba << ErrorKind::ImageTruncated << QString();
    QTest::newRow("no superblock") << root + 1024 << wipe(1024) << ErrorKind::ImageBrokenFilesystem << u"ext4"_s;
    QTest::newRow("superblock damaged") << root + 1024 + 4 << "\xff\xff\xff\xff"_ba << ErrorKind::ImageBrokenFilesystem
                                        << QString();
    QTest::newRow("descriptors damaged") << root + 2048 << QByteArray(2048, '\xa5') << ErrorKind::ImageBrokenFilesystem
                                         << QString();
    QTest::newRow("btrfs") << root + 1024 << wipe(1024) + QByteArray(65536 + 64 - 2048, '\0') + "_BHRfS_M"
                           << ErrorKind::ImageFilesystemUnsupported << u"btrfs"_s;
    QTest::newRow("squashfs") << root << "hsqs" + wipe(4096) << ErrorKind::ImageFilesystemUnsupported << u"squashfs"_s;
    QTest::newRow("f2fs") << root + 1024 << "\x10\x20\xf5\xf2" + wipe(1020) << ErrorKind::ImageFilesystemUnsupported
                          << u"f2fs"_s;
    QTest::newRow("xfs") << root << "XFSB" + wipe(4096) << ErrorKind::ImageFilesystemUnsupported << u"xfs"_s;
    QTest::newRow("boot sector damaged") << qint64(1 << 20) << wipe(512) << ErrorKind::ImageBrokenFilesystem
                                         << QString();
    const quint32 incompatible = qFromLittleEndian<quint32>(m_disk.constData() + root + 1024 + 96) | 4;
    QByteArray recovery(4, '\0');
    qToLittleEndian(incompatible, recovery.data());
    QTest::newRow("needs recovery") << root + 1024 + 96 << recovery << ErrorKind::ImageNeedsRecovery << u"ext4"_s;
}

void TestImagePass::damage()
{
    QFETCH(const qint64, at);
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, detail);
    QByteArray disk = m_disk;
    disk.replace(at, bytes.size(), bytes);
    write(m_folder.filePath(u"damaged.img"_s), disk);
    const auto image = open(m_folder.path(), u"damaged.img"_s);
    QVERIFY(!image.has_value());
    QCOMPARE(errorId(image.error().kind), errorId(kind));
    QVERIFY(image.error().subject.endsWith(u"damaged.img"_s));
    if (!detail.isEmpty())
        QCOMPARE(image.error().detail, detail);
}

void TestImagePass::damagedFileIsToldBeforeItsFileSystem()
{
    write(m_folder.filePath(u"cut.img"_s), m_disk.first(m_disk.size() - 4096));
    QCOMPARE(errorId(open(m_folder.path(), u"cut.img"_s).error().kind), errorId(ErrorKind::ImageTruncated));
    const QByteArray xz = read(m_folder.filePath(u"disk.img.xz"_s));
    write(m_folder.filePath(u"cut.xz"_s), xz.first(xz.size() / 2));
    QCOMPARE(errorId(open(m_folder.path(), u"cut.xz"_s).error().kind), errorId(ErrorKind::ImageTruncated));
    QByteArray bad = xz;
    bad.replace(xz.size() / 3, 8, "damaged!");
    write(m_folder.filePath(u"bad.xz"_s), bad);
    QCOMPARE(errorId(open(m_folder.path(), u"bad.xz"_s).error().kind), errorId(ErrorKind::ImageCorrupt));
    QCOMPARE(errorId(open(m_folder.path(), u"disk.img.xz"_s, u"00"_s).error().kind), errorId(ErrorKind::ImageChecksum));
}

void TestImagePass::stops()
{
    StopSource source;
    source.request_stop();
    const auto options = optionsFor(m_folder.path(), u"disk.img.xz"_s);
    const auto none = readFacts(options, {}, source.get_token());
    QVERIFY(!none.has_value());
    QCOMPARE(errorId(none.error().kind), errorId(ErrorKind::Stopped));
    const auto pass = startPass(options, {}, {});
    QVERIFY((*pass)->rootTar({}, source.get_token())->next().error().kind == ErrorKind::Stopped);
}

QTEST_GUILESS_MAIN(TestImagePass)
#include "tst_image_pass.moc"

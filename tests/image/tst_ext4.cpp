// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_members.h"
#include "image/image_tools.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <thread>

using namespace bramble;
using namespace imagetools;

/// A file system that the kernel has filled, read by us and unpacked by GNU tar, against the same file system mounted
/// by the kernel.
class TestExt4 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase();
    void equalsTheKernel_data();
    void equalsTheKernel();
    void flippedBytes_data();
    void flippedBytes();
    void ext2WithoutMount();

private:
    Result<std::unique_ptr<Ext4Volume>> volumeOf(const QString &file);
    Result<> toTar(const QString &file, const QString &tar);
    Result<> streamed(const QString &file, const QString &tar, qint64 mostMemory);

    QTemporaryDir m_folder;
};

Result<std::unique_ptr<Ext4Volume>> TestExt4::volumeOf(const QString &file)
{
    const auto disk = DiskFile::openForReading(m_folder.filePath(file));
    const qint64 size = (*disk)->size().value();
    const auto store = std::make_shared<BlockStore>(*disk, size);
    store->seal();
    return Ext4Volume::open(store, {0, size, 0x83}, {});
}

Result<> TestExt4::toTar(const QString &file, const QString &tar)
{
    const auto disk = DiskFile::openForReading(m_folder.filePath(file));
    const qint64 size = (*disk)->size().value();
    const auto store = std::make_shared<BlockStore>(*disk, size);
    store->seal();
    auto volume = Ext4Volume::open(store, {0, size, 0x83}, {});
    if (!volume)
        return std::unexpected(volume.error());
    return drain(*makeTarStream(makeExt4Members(std::move(*volume), size, store, nullptr), store, 0, "end", {}),
                 m_folder.filePath(tar));
}

/// The same through memory that is too small, while the file is still being decoded.
Result<> TestExt4::streamed(const QString &file, const QString &tar, qint64 mostMemory)
{
    const QByteArray bytes = read(m_folder.filePath(file));
    const auto store = std::make_shared<BlockStore>(mostMemory, m_folder.path());
    const std::jthread decoder([&](const Stop &stop) {
        for (qint64 at = 0; at < bytes.size(); at += 1 << 20)
            if (!store->append(bytes.constData() + at, std::min<qint64>(1 << 20, bytes.size() - at), stop))
                return;
        store->endData();
        store->seal();
    });
    auto volume = Ext4Volume::open(store, {0, bytes.size(), 0x83}, {});
    if (!volume)
        return std::unexpected(volume.error());
    return drain(*makeTarStream(makeExt4Members(std::move(*volume), bytes.size(), store, nullptr), store, 0, "end", {}),
                 m_folder.filePath(tar));
}

/// The same line where nobody else sees what it mounts: a test beside this one that makes a mount namespace of its own would take a copy of the
/// mount along, and umount would end only ours.
static QString alone(const QString &line)
{
    return u"p=private; unshare --mount --propagation private true 2> /dev/null || p=unchanged; unshare --mount --propagation $p sh -euc '"_s + line
        + u'\'';
}

void TestExt4::cleanupTestCase()
{
    // Names that are no UTF-8, which QTemporaryDir cannot remove.
    QVERIFY(sh(m_folder.path(), u"rm -rf --one-file-system out"_s));
}

void TestExt4::equalsTheKernel_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("4 KiB, as mke2fs has it") << u"-t ext4 -b 4096"_s;
    QTest::newRow("1 KiB") << u"-t ext4 -b 1024"_s;
    QTest::newRow("as pi-gen") << u"-t ext4 -b 4096 -O ^64bit,^huge_file,^metadata_csum_seed,^orphan_file"_s;
    QTest::newRow("inline data") << u"-t ext4 -b 4096 -I 512 -O inline_data"_s;
    QTest::newRow("big attributes") << u"-t ext4 -b 4096 -O ea_inode"_s;
    QTest::newRow("block maps") << u"-t ext3 -b 1024"_s;
    QTest::newRow("as Ubuntu") << u"-t ext4 -b 4096 -O metadata_csum_seed,orphan_file"_s;
    QTest::newRow("uninit groups, large folders")
        << u"-t ext4 -b 1024 -g 8192 -O ^metadata_csum,uninit_bg,large_dir,huge_file,64bit"_s;
    QTest::newRow("no groups together") << u"-t ext4 -b 1024 -g 2048 -O ^flex_bg,^resize_inode,meta_bg"_s;
    QTest::newRow("old inodes") << u"-t ext2 -b 4096 -I 128"_s;
}

void TestExt4::equalsTheKernel()
{
    QFETCH(const QString, options);
    const QString path = m_folder.path();
    QVERIFY(sh(path,
               u"mkdir -p mnt out; rm -rf out/* p2; truncate -s 64M p2; mke2fs -q -F -N 8000 "_s + options + u" p2"_s));
    if (!sh(path, alone(u"mount -o loop,user_xattr,acl p2 mnt; umount mnt"_s)))
        QSKIP("no right to loop mounts here: nothing to compare with");
    const QString old = options.contains(u"-I 128"_s) ? u"FIXTURE_OLD_INODES=1 "_s : QString();
    QVERIFY(sh(path, alone(u"mount -o loop,user_xattr,acl p2 mnt; "_s + old + u"\"$T/fixture\" mnt; umount mnt"_s)));
    const Result<> tarred = toTar(u"p2"_s, u"out.tar"_s);
    QVERIFY2(tarred.has_value(), tarred ? "" : qPrintable(errorId(tarred.error().kind) + tarred.error().detail));
    for (const qint64 mostMemory : {64 * 1024, 1 << 30}) {
        QVERIFY(streamed(u"p2"_s, u"streamed.tar"_s, mostMemory).has_value());
        QVERIFY(sh(path, u"cmp out.tar streamed.tar"_s));
    }
    const QString readOnly = old.isEmpty() ? u"ro,noload"_s : u"ro"_s;
    QVERIFY(sh(path, alone(u"mount -o loop,"_s + readOnly + u" p2 mnt; \"$T/manifest\" mnt > kernel.txt; umount mnt"_s)));
    QVERIFY(sh(
        path,
        u"\"$T/unpack\" out.tar out; rm out/end; \"$T/manifest\" out > ours.txt; test $(wc -l < kernel.txt) -gt 3000"_s));
    // "." has got a new time by the removal of the end mark.
    QVERIFY(sh(
        path,
        u"sed -i \"/^b'\\\\.' | /d\" kernel.txt ours.txt; diff kernel.txt ours.txt >differs || cut -c1-400 differs | head -20 >&2"_s));
    QCOMPARE(read(m_folder.filePath(u"ours.txt"_s)), read(m_folder.filePath(u"kernel.txt"_s)));
    const auto use = (*volumeOf(u"p2"_s))->use();
    const auto nodes = read(m_folder.filePath(u"kernel.txt"_s)).count('\n');
    QVERIFY2(qAbs(use.nodes - nodes) < 20, qPrintable(QString::number(use.nodes - nodes)));
}

void TestExt4::flippedBytes_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("with checksums") << u"-O metadata_csum"_s;
    QTest::newRow("without checksums") << u"-O ^metadata_csum,^uninit_bg"_s;
    QTest::newRow("inline data") << u"-O ^metadata_csum,inline_data -I 256"_s;
    QTest::newRow("block maps") << u"-O ^metadata_csum,^extent,^64bit"_s;
}

void TestExt4::flippedBytes()
{
    QFETCH(const QString, options);
    QVERIFY(makeSmallImage(m_folder.path(), options));
    const QByteArray good = read(m_folder.filePath(u"p2"_s));
    QVERIFY(toTar(u"p2"_s, u"good.tar"_s).has_value());
    QRandomGenerator random(5);
    int refused = 0;
    for (int round = 0; round < 20; ++round) {
        QByteArray bytes = good;
        for (int hit = 0; hit < 40; ++hit)
            bytes[random.bounded(round % 2 ? 600'000 : 8192) + 1024] = static_cast<char>(random.bounded(256));
        // The magic stays, or everything would end there.
        bytes.replace(1024 + 56, 2, "\x53\xef");
        write(m_folder.filePath(u"flipped"_s), bytes);
        const Result<> tarred = toTar(u"flipped"_s, u"flipped.tar"_s);
        if (!tarred) {
            ++refused;
            const QString id = errorId(tarred.error().kind);
            QVERIFY2(id.startsWith(u"BB-IMG-"_s), qPrintable(id));
        }
    }
    // Without checksums much damage is just other content.
    QVERIFY(refused > (options == u"-O metadata_csum"_s ? 7 : 0));
}

void TestExt4::ext2WithoutMount()
{
    QVERIFY(makeSmallImage(m_folder.path(), u"-b 1024"_s));
    const auto volume = volumeOf(u"p2"_s);
    const auto node = (*volume)->find("/etc/os-release");
    QVERIFY((*node)->isFile());
    QVERIFY((*volume)->bytes(**node, 10'000)->contains("trixie"));
    QVERIFY(!(*volume)->find("/usr/loop")->has_value());
    QVERIFY(!(*volume)->find("/etc/hostname/x")->has_value());
    QVERIFY((*volume)->find("/usr/../../etc/./hostname")->has_value());
    QVERIFY((*volume)->bytes(**node, 10).error().kind == ErrorKind::ImageTooMuchMemory);
}

QTEST_GUILESS_MAIN(TestExt4)
#include "tst_ext4.moc"

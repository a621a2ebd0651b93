// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/fat_members.h"
#include "image/fat_name.h"
#include "image/image_tools.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtEndian>

#include <thread>

using namespace bramble;
using namespace imagetools;

class TestFat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsEverySize_data();
    void readsEverySize();
    void folderThatGrows();
    void loopInAChain();
    void folderInItself();
    void chainTooShort();
    void brokenBootSectors();
    void randomBytes();
    void longNamesOutOfOrder();

private:
    static Result<std::shared_ptr<const FatVolume>> volumeOf(const QByteArray &bytes);
    static Result<std::vector<FatFile>> list(const FatVolume &volume);
    static Result<int> members(const QByteArray &bytes);
    static Result<QByteArray> contentOf(const FatVolume &volume, const FatFile &file);

    QTemporaryDir m_folder;
    QByteArray m_fat32;
};

void TestFat::initTestCase()
{
    QVERIFY(sh(
        m_folder.path(),
        u"mkdir -p boot/overlays/deep/er; head -c 70000 /dev/urandom > boot/kernel8.img; : > boot/empty; echo short > "
        u"boot/CMDLINE.TXT; echo low > boot/config.txt;"
        "echo x > 'boot/A long name, ümläut 日本.txt'; for i in $(seq 100); do echo $i > "
        "boot/overlays/overlay-number-$i.dtbo; done;"
        "echo leaf > boot/overlays/deep/er/leaf; touch -d '2026-06-18 12:34:56 UTC' boot/config.txt;"
        "\"$T/make-disk\" boot f12 12 2 boot; \"$T/make-disk\" boot f16 16 16 boot; \"$T/make-disk\" boot f32 32 40 boot"_s));
    m_fat32 = read(m_folder.filePath(u"f32"_s));
}

Result<std::shared_ptr<const FatVolume>> TestFat::volumeOf(const QByteArray &bytes)
{
    return FatVolume::open(storeOf(bytes), {0, bytes.size(), 0x0C}, {});
}

/// All of it, folders followed in turn.
Result<std::vector<FatFile>> TestFat::list(const FatVolume &volume)
{
    std::vector<FatFile> all{volume.root()};
    for (size_t i = 0; i < all.size() && i < 1000; ++i) {
        if (!all[i].isFolder)
            continue;
        const auto files = volume.filesOf(all[i], std::numeric_limits<size_t>::max(), {});
        if (!files)
            return files;
        all.insert(all.end(), files->begin(), files->end());
    }
    all.erase(all.begin());
    return all;
}

Result<int> TestFat::members(const QByteArray &bytes)
{
    const auto volume = volumeOf(bytes);
    if (!volume)
        return std::unexpected(volume.error());
    const auto found = makeFatMembers(*volume, nullptr, nullptr, {});
    int count = 0;
    Result<bool> more = true;
    for (Member member; more && *more; member = {}) {
        more = found->next(member);
        count += more && *more ? 1 : 0;
    }
    return more.transform([count](bool) { return count; });
}

Result<QByteArray> TestFat::contentOf(const FatVolume &volume, const FatFile &file)
{
    const auto spans = volume.spans(file, {});
    if (!spans)
        return std::unexpected(spans.error());
    QByteArray bytes;
    for (const ImageSpan &span : *spans)
        bytes += volume.store()->read(span.offset, span.length, {}).value();
    return bytes;
}

void TestFat::readsEverySize_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"f12", "f16", "f32"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestFat::readsEverySize()
{
    QFETCH(const QString, file);
    const auto volume = volumeOf(read(m_folder.filePath(file)));
    QVERIFY2(volume.has_value(), volume ? "" : qPrintable(volume.error().detail));
    const auto files = list(**volume);
    QVERIFY2(files.has_value(), files ? "" : qPrintable(files.error().detail));
    QCOMPARE(files->size(), 6U + 2U + 100U + 1U);
    QCOMPARE(members(read(m_folder.filePath(file))).value(), 6 + 2 + 100 + 1);
    for (const FatFile &one : *files) {
        const QString original = m_folder.filePath(u"boot/"_s + one.path);
        QVERIFY2(QFileInfo(original).isDir() == one.isFolder, qPrintable(one.path));
        if (one.isFolder)
            continue;
        QCOMPARE(contentOf(**volume, one).value(), read(original));
        QCOMPARE(one.mtime, QFileInfo(original).lastModified().toSecsSinceEpoch() / 2 * 2);
    }
}

/// The records of a folder lie between the files they tell of: sent as they come, hardly anything is held back.
void TestFat::folderThatGrows()
{
    QVERIFY(sh(
        m_folder.path(),
        u"mkdir grown; for i in $(seq 150); do head -c 9000 /dev/urandom > \"grown/a file with a long name $i\"; done;"
        "\"$T/make-disk\" boot growing 32 40 grown"_s));
    const QByteArray bytes = read(m_folder.filePath(u"growing"_s));
    const auto store = std::make_shared<BlockStore>(700'000, m_folder.path()); // half of it is the allocation table
    const std::jthread decoder([&](const Stop &stop) {
        if (store->append(bytes.constData(), bytes.size(), stop)) {
            store->endData();
            store->seal();
        }
    });
    const auto volume = FatVolume::open(store, {0, bytes.size(), 0x0C}, {});
    QVERIFY(volume.has_value());
    QVERIFY(drain(*makeTarStream(makeFatMembers(*volume, store, nullptr, {}), store, 0, {}, {}),
                  m_folder.filePath(u"grown.tar"_s))
                .has_value());
    QVERIFY(!store->isSpilled());
    QVERIFY(sh(m_folder.path(), u"mkdir untarred; tar -xf grown.tar -C untarred; diff -r grown untarred"_s));
}

void TestFat::loopInAChain()
{
    QByteArray bytes = m_fat32;
    const qint64 fat = qint64(qFromLittleEndian<quint16>(bytes.constData() + 14)) * 512;
    const auto kernel = [](const auto &files) { return *std::ranges::find(*files, u"kernel8.img"_s, &FatFile::path); };
    const auto before = volumeOf(bytes);
    const FatFile file = kernel(list(**before));
    // The second cluster points back to the first: the file would go on for ever.
    qToLittleEndian(file.firstCluster, bytes.data() + fat + 4 * (file.firstCluster + 1));
    const auto volume = volumeOf(bytes);
    const auto looped = contentOf(**volume, kernel(list(**volume)));
    QVERIFY(!looped.has_value());
    QCOMPARE(errorId(looped.error().kind), errorId(ErrorKind::ImageBrokenFilesystem));
    // A folder has no size: only the loop itself shows.
    const auto root = qFromLittleEndian<quint32>(bytes.constData() + 44);
    qToLittleEndian(root, bytes.data() + fat + 4 * root);
    const auto files = members(bytes);
    QVERIFY(!files.has_value());
    QCOMPARE(errorId(files.error().kind), errorId(ErrorKind::ImageBrokenFilesystem));
}

void TestFat::folderInItself()
{
    QByteArray bytes = m_fat32;
    const qsizetype record = bytes.indexOf("DEEP       ");
    QVERIFY(record > 0);
    const auto root = qFromLittleEndian<quint32>(bytes.constData() + 44);
    qToLittleEndian(static_cast<quint16>(root), bytes.data() + record + 26);
    const auto files = members(bytes);
    QVERIFY(!files.has_value());
    QCOMPARE(errorId(files.error().kind), errorId(ErrorKind::ImageBrokenFilesystem));
}

void TestFat::chainTooShort()
{
    QByteArray bytes = m_fat32;
    const qsizetype record = bytes.indexOf("CONFIG  TXT");
    QVERIFY(record > 0);
    qToLittleEndian(quint32(100'000), bytes.data() + record + 28);
    const auto volume = volumeOf(bytes);
    const auto files = list(**volume);
    const auto content = contentOf(**volume, *std::ranges::find(*files, u"config.txt"_s, &FatFile::path));
    QVERIFY(!content.has_value());
    QCOMPARE(errorId(content.error().kind), errorId(ErrorKind::ImageBrokenFilesystem));
}

void TestFat::brokenBootSectors()
{
    for (const int at : {11, 13, 14, 16, 36, 510}) {
        QByteArray bytes = m_fat32;
        qToLittleEndian(quint32(0), bytes.data() + at);
        const auto volume = volumeOf(bytes);
        QVERIFY2(!volume.has_value(), qPrintable(QString::number(at)));
        QCOMPARE(errorId(volume.error().kind), errorId(ErrorKind::ImageBrokenFilesystem));
    }
}

void TestFat::randomBytes()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 20; ++round) {
        QByteArray bytes = m_fat32.first(4 << 20) + QByteArray(m_fat32.size() - (4 << 20), '\0');
        for (int hit = 0; hit < 200; ++hit)
            bytes[random.bounded(2 << 20)] = static_cast<char>(random.bounded(256));
        const auto volume = volumeOf(bytes);
        const auto files = volume ? list(**volume) : std::unexpected(volume.error());
        if (files)
            for (const FatFile &file : *files)
                (void)(*volume)->spans(file, {});
    }
}

void TestFat::longNamesOutOfOrder()
{
    QByteArray part(32, '\xff');
    part[0] = 0x42; // last of two, but the first never comes
    part[11] = 0x0F;
    const QByteArray shortRecord = "CONFIG  TXT" + QByteArray(21, '\0');
    FatLongName name;
    name.add(part);
    QVERIFY(name.take(shortRecord).isEmpty());
    QCOMPARE(fatShortName(shortRecord), u"CONFIG.TXT"_s);
    QVERIFY(isUnsafeName(u"../x"_s) && isUnsafeName(u".."_s) && isUnsafeName(QString()) && !isUnsafeName(u"..x"_s));
}

QTEST_GUILESS_MAIN(TestFat)
#include "tst_fat.moc"

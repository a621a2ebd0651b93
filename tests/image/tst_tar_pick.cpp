// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A few files out of a tar and out of a Debian package: made by the ordinary tools, cut off everywhere, and damaged.
#include "image/tar_pick.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

class Bytes : public ByteSource
{
public:
    explicit Bytes(QByteArray bytes, qsizetype piece = 700) : m_bytes(std::move(bytes)), m_piece(piece) { }

    Result<QByteArray> next() override
    {
        const QByteArray part = m_bytes.first(std::min(m_piece, m_bytes.size()));
        m_bytes.remove(0, part.size());
        return part;
    }

private:
    QByteArray m_bytes;
    qsizetype m_piece;
};

const QString longName = u"usr/lib/firmware/raspberrypi/"_s + QString(80, u'x') + u"/pieeprom-2026-05-17.bin"_s;

bool isBin(const QString &path, qint64 size)
{
    return path.endsWith(".bin"_L1) && size < 3'000'000;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTarPick : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    void put(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"tree/"_s + name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
    }
    bool run(const QString &program, const QStringList &arguments, const QString &in = {})
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.filePath(in));
        process.start(program, arguments);
        return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    QByteArray tar(const QStringList &options)
    {
        return run(u"tar"_s, options + QStringList{u"-cf"_s, u"../out.tar"_s, u"."_s}, u"tree"_s) ? read(m_folder.filePath(u"out.tar"_s)) : QByteArray();
    }
    void checkPicked(const Result<PickedFiles> &picked)
    {
        QVERIFY2(picked, qPrintable(picked ? QString() : picked.error().detail));
        QCOMPARE(picked->size(), 3);
        QCOMPARE(picked->value(u"boot/recovery.bin"_s), QByteArray("recovery"));
        QCOMPARE(picked->value(longName), QByteArray(70'000, 'e'));
        QCOMPARE(picked->value(u"holes.bin"_s), QByteArray(400'000, '\0') + "behind the hole" + QByteArray(200'000, '\0'));
    }

private Q_SLOTS:
    void initTestCase()
    {
        put(u"boot/recovery.bin"_s, "recovery");
        put(longName, QByteArray(70'000, 'e'));
        put(u"large.bin"_s, QByteArray(3'100'000, 'l'));
        put(u"other.txt"_s, "text");
        put(u"holes.bin"_s, {});
        QFile holes(m_folder.filePath(u"tree/holes.bin"_s));
        QVERIFY(holes.open(QFile::ReadWrite) && holes.resize(600'015) && holes.seek(400'000) && holes.write("behind the hole") == 15);
        QVERIFY(QFile::link(u"recovery.bin"_s, m_folder.filePath(u"tree/boot/link.bin"_s)));
    }

    void forms_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("gnu") << QStringList{u"--format=gnu"_s};
        QTest::newRow("pax") << QStringList{u"--format=pax"_s};
        QTest::newRow("pax with holes") << QStringList{u"--format=pax"_s, u"--sparse"_s, u"--hole-detection=raw"_s};
        QTest::newRow("ustar") << QStringList{u"--format=ustar"_s};
    }
    void forms()
    {
        QFETCH(QStringList, options);
        Bytes bytes(tar(options));
        checkPicked(pickFromTar(bytes, isBin));
    }

    void packages_data()
    {
        QTest::addColumn<QString>("packer");
        QTest::addColumn<QString>("ending");
        QTest::newRow("xz") << u"xz"_s << u".xz"_s;
        QTest::newRow("zstd") << u"zstd"_s << u".zst"_s;
        QTest::newRow("plain") << QString() << QString();
    }
    void packages()
    {
        QFETCH(QString, packer);
        QFETCH(QString, ending);
        QVERIFY(run(u"sh"_s, {u"-ec"_s, u"rm -f data.tar* out.deb; tar --format=gnu -C tree -cf data.tar .; echo 2.0 > debian-binary; echo c > control.tar\n"
                                         "[ -z \"$1\" ] || $1 -q data.tar; rm -f \"data.tar.none\"; ar rc out.deb debian-binary control.tar data.tar$2"_s,
                              u"sh"_s, packer, ending}));
        const QString deb = m_folder.filePath(u"out.deb"_s);
        QVERIFY(isPackage(deb));
        const auto source = packageTar(deb);
        QVERIFY(source.has_value());
        checkPicked(pickFromTar(**source, isBin));
        // Cut off, and with one byte that is another: an error or the same files, never others in silence where a checksum is.
        const QByteArray whole = read(deb);
        for (qsizetype cut = 0; cut < whole.size(); cut += std::max<qsizetype>(whole.size() / 60, 1)) {
            QFile file(m_folder.filePath(u"cut.deb"_s));
            QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate) && file.write(whole.first(cut)) == cut);
            file.close();
            const auto part = packageTar(file.fileName());
            QVERIFY2(!part, QByteArray::number(cut).constData());
        }
        QVERIFY(!isPackage(m_folder.filePath(u"out.tar"_s)));
    }

    void cutOff()
    {
        const QByteArray whole = tar({u"--format=pax"_s, u"--sparse"_s, u"--hole-detection=raw"_s});
        for (qsizetype cut = 0; cut < whole.size() - 1024 * 16; cut += 4096 - 13) {
            Bytes bytes(whole.first(cut), 65'536);
            QVERIFY2(!pickFromTar(bytes, isBin), QByteArray::number(cut).constData());
        }
    }
    void damaged()
    {
        const QByteArray whole = tar({u"--format=pax"_s, u"--sparse"_s, u"--hole-detection=raw"_s, u"--exclude=large.bin"_s});
        std::mt19937 random(7);
        for (int i = 0; i < 3000; ++i) {
            QByteArray bytes = whole;
            for (int n = 0; n < 4; ++n)
                bytes[qsizetype(random() % std::min<size_t>(size_t(bytes.size()), 8192))] = char(random());
            Bytes source(bytes, 65'536);
            (void)pickFromTar(source, isBin); // whatever comes of it, nothing is read or written beside it
        }
    }
    void tooMuch()
    {
        // A header that promises 7 GiB, and a size in binary that no number holds.
        QByteArray header = tar({u"--format=gnu"_s, u"--no-recursion"_s}).first(512);
        header.replace(124, 12, QByteArray("77777777777\0", 12));
        header[156] = '0';
        Bytes huge(header + QByteArray(4096, 'x'));
        const auto all = [](const QString &, qint64) { return true; };
        QCOMPARE(int(pickFromTar(huge, all).error().kind), int(ErrorKind::ImageCorrupt));
        header.replace(124, 12, QByteArray(12, '\xff'));
        Bytes beyond(header);
        QCOMPARE(int(pickFromTar(beyond, all).error().kind), int(ErrorKind::ImageCorrupt));
        Bytes none{QByteArray()};
        QCOMPARE(int(pickFromTar(none, all).error().kind), int(ErrorKind::ImageTruncated));
    }
};

QTEST_GUILESS_MAIN(TestTarPick)
#include "tst_tar_pick.moc"

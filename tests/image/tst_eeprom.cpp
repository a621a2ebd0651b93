// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// EEPROM images: made here in the shape of real ones, and, where BRAMBLE_RPI_EEPROM names the folder of the package, real
// ones against the official tool.
#include "image/eeprom_digest.h"
#include "image/eeprom_image.h"
#include "text/bootconf.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(path));
}

// Sections one behind the other, the way the makers lay them out.
class Maker
{
public:
    explicit Maker(qsizetype size) : m_bytes(size, '\xff') { }
    Maker &section(quint32 magic, const QByteArray &content)
    {
        qToBigEndian(magic, m_bytes.data() + m_at);
        qToBigEndian(quint32(content.size()), m_bytes.data() + m_at + 4);
        std::ranges::copy(content, m_bytes.begin() + m_at + 8);
        m_at = (m_at + 8 + content.size() + 7) & ~qsizetype(7);
        return *this;
    }
    Maker &file(const QByteArray &name, const QByteArray &content) { return section(0x55aaf11f, name.leftJustified(16, '\0') + content); }
    Maker &padTo(qsizetype to) { return section(0x55aafeef, QByteArray(to - m_at - 8, '\xff')); }
    QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

QByteArray image2711()
{
    return Maker(EepromImage::Size2711)
        .section(0x55aaf00f, QByteArray(70'000, 'c') + "BUILD_TIMESTAMP=1715900000 ")
        .file("updatetime", QByteArray(8, '\0'))
        .padTo(0x72900)
        .file("bootconf.sig", QByteArray(1024, 's'))
        .padTo(0x72e00)
        .file("bootconf.txt", "[all]\nBOOT_UART=0\n")
        .bytes();
}

QByteArray image2712()
{
    return Maker(EepromImage::Size2712)
        .section(0x55aaf00f, QByteArray(20'000, 'c'))
        .file("bootconf.txt", "not this one\n")
        .padTo(0x10000)
        .file("bootsys", QByteArray(9000, 'b'))
        .padTo(0xa3000)
        .file("bootconf.txt", "[all]\nBOOT_UART=1\nBOOT_ORDER=0xf461\n")
        .padTo(0x107000)
        .padTo(0x1fe000)
        .bytes();
}

// Twenty that differ in what they say and in how long they are: what fits in eight bytes, in a sector, and just so.
QList<QByteArray> configurations(const QByteArray &original)
{
    EepromConfig wanted = EepromConfig::forCluster();
    QList<QByteArray> all{original, changeBootConf(original, wanted), {}, "[all]\n", "x", QByteArray(4072, '#'), QByteArray(4071, '#'), QByteArray(4065, '#')};
    const std::vector<std::pair<EepromKey, QString>> more{
        {EepromKey::TftpIp, u"192.168.77.1"_s},       {EepromKey::TftpPrefix, u"2"_s},      {EepromKey::TftpFileTimeout, u"15000"_s},
        {EepromKey::PxeOption43, u"Raspberry Pi"_s},  {EepromKey::DhcpTimeout, u"90000"_s}, {EepromKey::NetConsole, u"6665@/,6666@/"_s},
        {EepromKey::BootOrder, u"0xf2"_s},            {EepromKey::UseIpv6, u"0"_s},         {EepromKey::HttpHost, u"10.0.0.1"_s},
        {EepromKey::BootWatchdogTimeout, u"60"_s},    {EepromKey::MaxRestarts, u"3"_s},     {EepromKey::ClientIp, u"10.0.0.9"_s},
    };
    for (const auto &[key, value] : more) {
        if (!wanted.set(key, value))
            qFatal("%s", qPrintable(value));
        all << changeBootConf(original, wanted);
    }
    return all;
}

} // namespace

class TestEeprom : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QByteArray officially(const QString &tool, const QString &image, const QByteArray &conf)
    {
        write(m_folder.filePath(u"conf"_s), conf);
        QProcess process;
        process.start(u"python3"_s, {tool, u"--config"_s, m_folder.filePath(u"conf"_s), u"--out"_s, m_folder.filePath(u"out"_s), image});
        process.waitForFinished();
        return process.exitCode() == 0 ? read(m_folder.filePath(u"out"_s)) : process.readAllStandardError();
    }
    static QStringList found(const QString &pattern)
    {
        QStringList all;
        for (QDirIterator it(qEnvironmentVariable("BRAMBLE_RPI_EEPROM"), {pattern}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            all << it.next();
        all.sort();
        return all;
    }
    // The newest two of a family: what stands in their names is the date.
    static QStringList images(const QString &family)
    {
        QStringList all = found(u"pieeprom-*.bin"_s).filter(family);
        std::ranges::sort(all, {}, [](const QString &path) { return path.section(u'/', -1); });
        const auto same = std::ranges::unique(all, {}, [](const QString &path) { return path.section(u'/', -1); });
        all.erase(same.begin(), same.end());
        return all.sliced(std::max<qsizetype>(0, all.size() - 2));
    }

private Q_SLOTS:
    void readsSections()
    {
        const auto four = EepromImage::parse(image2711());
        QVERIFY(four.has_value());
        QCOMPARE(four->family(), BootRom::Bcm2711);
        QCOMPARE(four->file("bootconf.txt").value(), "[all]\nBOOT_UART=0\n"_ba);
        QCOMPARE(four->builtAt(), 1715900000);
        QCOMPARE(four->file("nothing.txt").error().kind, ErrorKind::EepromFileMissing);
        const auto five = EepromImage::parse(image2712());
        QVERIFY(five.has_value());
        QCOMPARE(five->family(), BootRom::Bcm2712);
        QCOMPARE(five->file("bootconf.txt").value(), "[all]\nBOOT_UART=1\nBOOT_ORDER=0xf461\n"_ba);
        QCOMPARE(five->builtAt(), 0);
    }
    void changesNothingElse()
    {
        for (const QByteArray &bytes : {image2711(), image2712()}) {
            const auto image = EepromImage::parse(bytes);
            QCOMPARE(image->withFile("bootconf.txt", image->file("bootconf.txt").value())->bytes(), bytes);
            for (const QByteArray &conf : configurations(image->file("bootconf.txt").value())) {
                const auto changed = image->withFile("bootconf.txt", conf);
                QVERIFY(changed.has_value());
                QCOMPARE(changed->file("bootconf.txt").value(), conf);
                QCOMPARE(changed->bytes().size(), bytes.size());
                const qsizetype at = bytes.size() == EepromImage::Size2711 ? 0x72e00 : 0xa3000;
                QCOMPARE(changed->bytes().first(at), bytes.first(at));
                QCOMPARE(changed->withFile("bootconf.txt", image->file("bootconf.txt").value())->bytes(), bytes);
            }
            const auto large = image->withFile("bootconf.txt", QByteArray(4073, '#'));
            QCOMPARE(large.error(), (Error{ErrorKind::EepromFileTooLarge, u"bootconf.txt"_s, u"4072"_s}));
            QCOMPARE(image->withFile("nothing.txt", "x").error().kind, ErrorKind::EepromFileMissing);
        }
        // A file in between has less room, and the next one is never touched.
        const auto image = EepromImage::parse(image2711());
        QCOMPARE(image->withFile("bootconf.sig", QByteArray(0x500 - 24, 'x'))->file("bootconf.txt").value(), "[all]\nBOOT_UART=0\n"_ba);
        QCOMPARE(image->withFile("bootconf.sig", QByteArray(0x500 - 23, 'x')).error().kind, ErrorKind::EepromFileTooLarge);
    }
    void refusesWhatIsNoImage()
    {
        QCOMPARE(EepromImage::parse({}).error().kind, ErrorKind::EepromImageUnknown);
        QCOMPARE(EepromImage::parse(QByteArray(EepromImage::Size2711, '\0')).error().kind, ErrorKind::EepromImageUnknown);
        QCOMPARE(EepromImage::parse(image2711().first(1000)).error(), (Error{ErrorKind::EepromImageUnknown, u"1000"_s, {}}));
        QByteArray bytes = image2711();
        bytes.replace(0x72e00, 4, "abcd");
        QCOMPARE(EepromImage::parse(bytes).error(), (Error{ErrorKind::EepromImageBroken, u"0x72e00"_s, {}}));
        bytes.replace(0x72e00, 8, QByteArray::fromHex("55aaf11f7fffffff")); // longer than the image
        QCOMPARE(EepromImage::parse(bytes).error().kind, ErrorKind::EepromImageBroken);
        bytes.replace(0x72e00, 8, QByteArray::fromHex("55aaf11f0000000f")); // no room for its name
        QCOMPARE(EepromImage::parse(bytes).error().kind, ErrorKind::EepromImageBroken);
        QByteArray endless(EepromImage::Size2711, '\0');
        for (qsizetype at = 0; at < endless.size(); at += 8)
            endless.replace(at, 4, QByteArray::fromHex("55aaf00f"));
        QCOMPARE(EepromImage::parse(endless).error().kind, ErrorKind::EepromImageBroken);
    }
    void survivesDamage()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = round % 2 ? image2711() : image2712();
            const auto image = EepromImage::parse(bytes);
            for (int hits = 0; hits < 4; ++hits) {
                const auto &section = image->sections()[random.bounded(quint32(image->sections().size()))];
                bytes[section.offset + random.bounded(24)] = char(random.bounded(256));
            }
            if (const auto damaged = EepromImage::parse(bytes))
                if (const auto changed = damaged->withFile("bootconf.txt", QByteArray(random.bounded(5000), 'x')))
                    QCOMPARE(changed->bytes().size(), bytes.size());
        }
    }
    void digests()
    {
        // What "rpi-eeprom-digest -c 2711 -i FILE" writes of the three bytes abc, with SOURCE_DATE_EPOCH=1700000000.
        const QByteArray text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\nts: 1700000000\ntarget-soc: 2711\n"_ba;
        QCOMPARE(toText(digestOf("abc", 1700000000, BootRom::Bcm2711)), text);
        QCOMPARE(parseEepromDigest(text), std::optional(digestOf("abc", 1700000000, BootRom::Bcm2711)));
        QVERIFY(fits(*parseEepromDigest(text), "abc"));
        QVERIFY(!fits(*parseEepromDigest(text), "abd"));
        QCOMPARE(parseEepromDigest(text.first(65)), std::optional(EepromDigest{text.first(64), {}, BootRom::None})); // vl805.sig
        QCOMPARE(parseEepromDigest(QByteArray(text + "rsa2048: 00ff\n"))->writtenAt, std::optional<qint64>(1700000000));
        QVERIFY(!parseEepromDigest(text.sliced(1)));
        QVERIFY(!parseEepromDigest({}));
        QVERIFY(!parseEepromDigest(QByteArray(64, 'g')));
    }

    void likeTheOfficialTool_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addRow("none") << QString();
        for (const QString &family : {u"2711"_s, u"2712"_s})
            for (const QString &image : images(family))
                QTest::addRow("%s/%s", qPrintable(family), qPrintable(image.section(u'/', -1))) << image;
    }
    void likeTheOfficialTool()
    {
        QFETCH(QString, image);
        if (qEnvironmentVariableIsEmpty("BRAMBLE_RPI_EEPROM"))
            QSKIP("BRAMBLE_RPI_EEPROM does not name the folder of the package rpi-eeprom (the test eeprom_official brings it along)");
        if (image.isEmpty()) {
            for (const QString &family : {u"2711"_s, u"2712"_s})
                QVERIFY2(!images(family).isEmpty(), qPrintable(u"no image of "_s + family + u" in the package"_s));
            return;
        }
        const QString tool = found(u"rpi-eeprom-config"_s).value(0);
        QVERIFY(!tool.isEmpty());
        const auto ours = EepromImage::parse(read(image));
        QVERIFY(ours.has_value());
        const QList<QByteArray> all = configurations(ours->file("bootconf.txt").value());
        QCOMPARE(all.size(), 20);
        int same = 0;
        for (const QByteArray &conf : all) {
            const QByteArray theirs = officially(tool, image, conf);
            QVERIFY2(theirs.size() == ours->bytes().size(), theirs.constData());
            const auto changed = ours->withFile("bootconf.txt", conf);
            QVERIFY(changed.has_value());
            QVERIFY2(changed->bytes() == theirs, conf.constData());
            ++same;
        }
        qInfo("%s: %d of %d configurations byte-equal with rpi-eeprom-config", qPrintable(image.section(u'/', -1)), same, int(all.size()));
    }
    void digestLikeTheOfficialTool()
    {
        const QString tool = found(u"rpi-eeprom-digest"_s).value(0);
        if (qEnvironmentVariableIsEmpty("BRAMBLE_RPI_EEPROM"))
            QSKIP("BRAMBLE_RPI_EEPROM does not name the folder of the package rpi-eeprom (the test eeprom_official brings it along)");
        QVERIFY(!tool.isEmpty());
        int same = 0;
        for (const auto &[family, rom] : {std::pair(u"2711"_s, BootRom::Bcm2711), std::pair(u"2712"_s, BootRom::Bcm2712)})
            for (const QString &image : images(family)) {
                QProcess process;
                QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
                environment.insert(u"SOURCE_DATE_EPOCH"_s, u"1763870400"_s);
                process.setProcessEnvironment(environment);
                process.start(u"sh"_s, {tool, u"-c"_s, family, u"-i"_s, image, u"-o"_s, m_folder.filePath(u"sig"_s)});
                QVERIFY(process.waitForFinished() && process.exitCode() == 0);
                QCOMPARE(toText(digestOf(read(image), 1763870400, rom)), read(m_folder.filePath(u"sig"_s)));
                ++same;
            }
        qInfo("%d of %d digests equal with rpi-eeprom-digest", same, same);
    }
};

QTEST_GUILESS_MAIN(TestEeprom)
#include "tst_eeprom.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cards that set Pis: read back with the ordinary tools, and checked by them.
#include "image/eeprom_digest.h"
#include "image/eeprom_image.h"
#include "image/eeprom_sample.h"
#include "image/enabler_card.h"
#include "image/image_tools.h"
#include "model/firmware_source.h"
#include "text/bootconf.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace bramble;
using namespace imagetools;
using namespace Qt::StringLiterals;

namespace {

Firmware firmwareOf(qsizetype size)
{
    return {QByteArray(100'140, 'r'), eepromImage(size), QByteArray(99'352, 'v'), QByteArray(52'460, 'b')};
}

void writeImage(const CardImage &image, const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly) && file.resize(image.size));
    for (const CardImage::Piece &piece : image.pieces)
        QVERIFY(file.seek(piece.offset) && file.write(piece.bytes) == piece.bytes.size());
}

constexpr qint64 Now = 1763870400;

} // namespace

class TestCard : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    // What the ordinary tools say of it, and the files as they take them out.
    void checkCard(const std::vector<CardFile> &files, const QString &name)
    {
        const auto image = makeFatCard(files, "BRAMBLE", Now);
        QVERIFY(image.has_value());
        const QString path = m_folder.filePath(name);
        writeImage(*image, path);
        QCOMPARE(QFileInfo(path).size(), image->size);
        QVERIFY(sh(m_folder.path(), u"rm -rf out; mkdir out; dd if=%1 of=part bs=1M skip=1 status=none && fsck.vfat -nv part >fsck 2>&1 || { cat fsck; exit 1; }"_s.arg(name)));
        QVERIFY(sh(m_folder.path(), u"mdir -i %1@@1M :: >/dev/null && mcopy -i %1@@1M '::*' out/ && test \"$(mlabel -i %1@@1M -s ::)\" = ' Volume label is BRAMBLE    '"_s.arg(name)));
        QVERIFY(sh(m_folder.path(), u"sfdisk -V %1 2>&1 | grep -q 'No errors' && sfdisk -d %1 | grep -q 'start= *2048, size= *[0-9]*, type=c'"_s.arg(name)));
        QStringList names;
        for (const CardFile &file : files) {
            QCOMPARE(read(m_folder.filePath(u"out/"_s + file.name)), file.content);
            names << file.name;
        }
        names.sort();
        QCOMPARE(QDir(m_folder.filePath(u"out"_s)).entryList(QDir::Files, QDir::Name), names);
        const auto again = makeFatCard(files, "BRAMBLE", Now);
        for (size_t i = 0; i < image->pieces.size(); ++i)
            QVERIFY(again->pieces[i].bytes == image->pieces[i].bytes && again->pieces[i].offset == image->pieces[i].offset);
    }

    static void checkDigests(const std::vector<CardFile> &files)
    {
        const auto content = [&files](const QString &name) { return std::ranges::find(files, name, &CardFile::name)->content; };
        for (const CardFile &file : files) {
            if (!file.name.endsWith(".sig"_L1))
                continue;
            const QString base = file.name.chopped(4);
            const auto of = std::ranges::find_if(files, [&](const CardFile &f) { return f.name.startsWith(base) && f.name != file.name; });
            const auto digest = parseEepromDigest(file.content);
            QVERIFY(digest && fits(*digest, of->content));
            QCOMPARE(digest->sha256, QCryptographicHash::hash(of->content, QCryptographicHash::Sha256).toHex());
        }
        QCOMPARE(content(u"pieeprom.sig"_s).count('\n'), 3);
    }

private Q_SLOTS:
    void eepromCards_data()
    {
        QTest::addColumn<bool>("five");
        QTest::addColumn<bool>("once");
        QTest::newRow("4") << false << false;
        QTest::newRow("4, once") << false << true;
        QTest::newRow("5") << true << false;
    }
    void eepromCards()
    {
        QFETCH(bool, five);
        QFETCH(bool, once);
        const BootRom rom = five ? BootRom::Bcm2712 : BootRom::Bcm2711;
        const Firmware firmware = firmwareOf(five ? EepromImage::Size2712 : EepromImage::Size2711);
        const auto files = eepromCard(firmware, rom, EepromConfig::forCluster(), once ? CardUse::Once : CardUse::Again, Now);
        QVERIFY(files.has_value());
        QStringList names;
        for (const CardFile &file : *files)
            names << file.name;
        const QString image = once ? u"pieeprom.upd"_s : u"pieeprom.bin"_s;
        QCOMPARE(names, (five ? QStringList{u"recovery.bin"_s, image, u"pieeprom.sig"_s}
                              : QStringList{u"recovery.bin"_s, image, u"pieeprom.sig"_s, u"vl805.bin"_s, u"vl805.sig"_s}));
        const auto changed = EepromImage::parse(files->at(1).content);
        QCOMPARE(changed->file("bootconf.txt").value(), "[all]\nBOOT_UART=0\nBOOT_ORDER=0xf21\nNET_BOOT_MAX_RETRIES=5\nNET_INSTALL_AT_POWER_ON=0\n"_ba);
        checkDigests(*files);
        checkCard(*files, u"card"_s);
    }
    void bootcodeCards()
    {
        const auto files = bootcodeCard(firmwareOf(EepromImage::Size2711), true);
        QVERIFY(files.has_value());
        QCOMPARE(files->size(), size_t(2));
        checkCard(*files, u"bootcode"_s);
        QCOMPARE(bootcodeCard({}, false).error(), (Error{ErrorKind::FirmwareMissing, u"bootcode.bin"_s, {}}));
    }
    void refusals()
    {
        const EepromConfig config = EepromConfig::forCluster();
        Firmware firmware = firmwareOf(EepromImage::Size2712);
        QCOMPARE(eepromCard(firmware, BootRom::Bcm2711, config, CardUse::Again, Now).error(), (Error{ErrorKind::FirmwareUnfit, u"pieeprom.bin"_s, u"BCM2712"_s}));
        firmware.recovery.clear();
        QCOMPARE(eepromCard(firmware, BootRom::Bcm2712, config, CardUse::Again, Now).error(), (Error{ErrorKind::FirmwareMissing, u"recovery.bin"_s, {}}));
        QCOMPARE(makeFatCard({{u"x.bin"_s, QByteArray(40'000'000, 'x')}}, "X", Now).error(), (Error{ErrorKind::CardTooSmall, u"x.bin"_s, {}}));
        for (const QString &bad : {u"../x"_s, u"toolongname.bin"_s, u"a.b.c"_s, u"A.BIN"_s, QString()})
            QCOMPARE(makeFatCard({{bad, "x"}}, "X", Now).error().kind, ErrorKind::Usage);
        QCOMPARE(makeFatCard(std::vector<CardFile>(20, {u"a"_s, "x"}), "X", Now).error().kind, ErrorKind::CardTooSmall);
    }
    void whichFilesOfAPackage()
    {
        const QString four = u"lib/firmware/raspberrypi/bootloader-2711/"_s;
        const QString five = u"lib/firmware/raspberrypi/bootloader-2712/"_s;
        const QStringList package{four + u"default/pieeprom-2026-05-17.bin"_s, four + u"latest/pieeprom-2026-08-04.bin"_s, four + u"default/pieeprom-2025-01-01.bin"_s,
                                  four + u"default/recovery.bin"_s, four + u"latest/recovery.bin"_s, four + u"default/vl805-000138c0.bin"_s,
                                  five + u"default/pieeprom-2026-05-26.bin"_s, five + u"default/recovery.bin"_s, u"boot/bootcode.bin"_s, u"other.bin"_s};
        QCOMPARE(chooseFirmware(package, BootRom::Bcm2711),
                 (FirmwareFiles{four + u"default/recovery.bin"_s, four + u"default/pieeprom-2026-05-17.bin"_s, four + u"default/vl805-000138c0.bin"_s, {}}));
        QCOMPARE(chooseFirmware(package, BootRom::Bcm2712), (FirmwareFiles{five + u"default/recovery.bin"_s, five + u"default/pieeprom-2026-05-26.bin"_s, {}, {}}));
        QCOMPARE(chooseFirmware(package, BootRom::Bcm2837), (FirmwareFiles{{}, {}, {}, u"boot/bootcode.bin"_s}));
        // No recovery.bin of another folder: it may be of another family.
        QCOMPARE(chooseFirmware({u"a/pieeprom.bin"_s, u"b/recovery.bin"_s}, BootRom::Bcm2711).recovery, QString());
        QCOMPARE(chooseFirmware({}, BootRom::Bcm2711), FirmwareFiles());
    }
    void aFullCard()
    {
        checkCard({{u"empty"_s, {}}, {u"large.bin"_s, QByteArray(67'990 * 512, 'l')}, {u"one.bin"_s, "1"}}, u"full"_s);
    }
    void realFirmware()
    {
        if (qEnvironmentVariableIsEmpty("BRAMBLE_RPI_EEPROM"))
            QSKIP("BRAMBLE_RPI_EEPROM does not name the folder of the package rpi-eeprom (the test eeprom_official brings it along)");
        for (const auto &[family, rom] : {std::pair(u"2711"_s, BootRom::Bcm2711), std::pair(u"2712"_s, BootRom::Bcm2712)}) {
            Firmware firmware;
            for (QDirIterator it(qEnvironmentVariable("BRAMBLE_RPI_EEPROM"), {u"*.bin"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
                const QString path = it.next();
                if (path.contains(family) && path.contains("default"_L1))
                    (path.contains("recovery"_L1) ? firmware.recovery : path.contains("vl805"_L1) ? firmware.vl805 : firmware.eeprom) = read(path);
            }
            const auto files = eepromCard(firmware, rom, EepromConfig::forCluster(), CardUse::Again, Now);
            QVERIFY(files.has_value());
            checkDigests(*files);
            checkCard(*files, u"real"_s);
            qInfo("%s: card with real firmware, %d files", qPrintable(family), int(files->size()));
        }
    }
};

QTEST_GUILESS_MAIN(TestCard)
#include "tst_card.moc"

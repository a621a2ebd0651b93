// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a virtual Pi asks for, without a network: the order of files, config.txt, the kernel's command line.
#include "image/eeprom_digest.h"
#include "virtualpi/boot_files.h"
#include "virtualpi/config_txt.h"
#include "virtualpi/kernel_arguments.h"

#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <golden/golden.h>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

class Table : public BootFileSource
{
public:
    QMap<QString, QByteArray> files;

    Result<TftpFile> get(Loader, const QString &path) override
    {
        const auto found = files.constFind(QString(path).replace("//"_L1, "/"_L1));
        if (found == files.constEnd())
            return TftpFile(std::unexpected(TftpError{tftpNotFound, "not found"_ba}));
        return TftpFile(*found);
    }
    Result<TftpSize> probe(Loader loader, const QString &path) override
    {
        const auto file = get(loader, path);
        if (!*file)
            return TftpSize(std::unexpected(file->error()));
        return TftpSize((*file)->size());
    }
};

void fill(Table &table, const QString &prefix)
{
    for (const auto name : {"start.elf"_L1, "fixup.dat"_L1, "start4.elf"_L1, "fixup4.dat"_L1, "bcm2710-rpi-3-b.dtb"_L1,
                            "bcm2710-rpi-3-b-plus.dtb"_L1, "bcm2711-rpi-4-b.dtb"_L1, "bcm2712-rpi-5-b.dtb"_L1,
                            "overlays/overlay_map.dtb"_L1, "overlays/disable-bt.dtbo"_L1, "cmdline.txt"_L1,
                            "kernel8.img"_L1, "kernel_2712.img"_L1, "initramfs8"_L1, "initramfs_2712"_L1})
        table.files.insert(prefix + name, QByteArray("bytes"));
    table.files.insert(prefix + u"config.txt"_s,
                       "arm_64bit=1\nauto_initramfs=1\n[pi4]\ndtoverlay=not-there\n[all]\ndtoverlay=disable-bt\n"_ba);
    table.files.insert(u"bootcode.bin"_s, "bytes"_ba);
}

const Serial serial = *Serial::parse(u"38c128c0");

VirtualPiOptions optionsFor(PiModel model)
{
    VirtualPiOptions options;
    options.model = model;
    options.serial = serial;
    return options;
}

} // namespace

class TestBootFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void order_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto name : {"3B"_L1, "3B+"_L1, "4B"_L1, "5"_L1})
            QTest::newRow(name.data()) << QString(name);
    }
    void order()
    {
        QFETCH(QString, name);
        Table table;
        fill(table, u"38c128c0/"_s);
        QByteArray asked;
        const Recorder record([&asked](const VirtualPiEvent &event) {
            const QByteArray word = event.kind == VirtualPiEvent::Kind::Probed ? "probed "_ba
                : event.kind == VirtualPiEvent::Kind::Fetched                  ? "fetched "_ba
                : event.kind == VirtualPiEvent::Kind::Missing                  ? "missing "_ba
                                                                               : QByteArray();
            if (!word.isEmpty())
                asked += word + event.subject.toUtf8().replace("38c128c0", "SERIAL") + '\n';
        });
        QVERIFY(fetchBootFiles(optionsFor(*parsePiModel(name)), table, record));
        compareGolden(asked, u"virtualpi/order-%1.txt"_s.arg(name));
    }
    void mustHaves_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("file");
        for (const auto file :
             {"bootcode.bin"_L1, "38c128c0/start.elf"_L1, "38c128c0/fixup.dat"_L1, "38c128c0/bcm2710-rpi-3-b.dtb"_L1,
              "38c128c0/cmdline.txt"_L1, "38c128c0/kernel8.img"_L1})
            QTest::addRow("3B %s", file.data()) << u"3B"_s << QString(file);
        for (const auto file : {"38c128c0/fixup4.dat"_L1, "38c128c0/bcm2711-rpi-4-b.dtb"_L1, "38c128c0/cmdline.txt"_L1,
                                "38c128c0/kernel8.img"_L1})
            QTest::addRow("4B %s", file.data()) << u"4B"_s << QString(file);
        for (const auto file : {"38c128c0/config.txt"_L1, "38c128c0/bcm2712-rpi-5-b.dtb"_L1})
            QTest::addRow("5 %s", file.data()) << u"5"_s << QString(file);
    }
    void mustHaves()
    {
        QFETCH(QString, model);
        QFETCH(QString, file);
        Table table;
        fill(table, u"38c128c0/"_s);
        QVERIFY(table.files.remove(file) == 1);
        const auto boot = fetchBootFiles(optionsFor(*parsePiModel(model)), table, Recorder({}));
        QVERIFY(!boot);
        QCOMPARE(boot.error().kind, ErrorKind::PiTftpFailed);
        QCOMPARE(boot.error().subject, file);
        QCOMPARE(boot.error().detail, u"not found"_s);
    }
    void fallbacks()
    {
        Table table;
        fill(table, u"38c128c0/"_s);
        table.files.remove(u"38c128c0/kernel_2712.img"_s);
        const auto five = fetchBootFiles(optionsFor(PiModel::Pi5), table, Recorder({}));
        QVERIFY(five);
        QCOMPARE(five->kernel, u"kernel8.img"_s);
        QCOMPARE(five->initramfs, u"initramfs8"_s);
        Table root;
        fill(root, {});
        const auto four = fetchBootFiles(optionsFor(PiModel::Pi4B), root, Recorder({}));
        QVERIFY(four);
        QCOMPARE(four->prefix, QString());
        Table takenOver;
        fill(takenOver, u"38c128c0/"_s);
        takenOver.files.insert(u"38c128c0/recovery.elf"_s, "NOOBS"_ba);
        QCOMPARE(fetchBootFiles(optionsFor(PiModel::Pi4B), takenOver, Recorder({})).error().subject,
                 u"38c128c0/recovery.elf"_s);
    }
    void aBootLoaderAmongItsFiles_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<qint64>("setAt"); // what its EEPROM was written with
        QTest::addColumn<QString>("spoilt");
        QTest::addColumn<bool>("renewed");
        QTest::newRow("4B") << u"4B"_s << qint64(0) << QString() << true;
        QTest::newRow("5") << u"5"_s << qint64(1000) << QString() << true;
        QTest::newRow("no newer than its own") << u"4B"_s << qint64(1700000000) << QString() << false;
        QTest::newRow("a module") << u"CM4"_s << qint64(0) << QString() << false;
        QTest::newRow("forbidden in config.txt") << u"5"_s << qint64(0) << u"forbidden"_s << false;
        QTest::newRow("not whole") << u"4B"_s << qint64(0) << u"bytes"_s << false;
        QTest::newRow("of the other family") << u"4B"_s << qint64(0) << u"family"_s << false;
        QTest::newRow("without a date") << u"4B"_s << qint64(0) << u"date"_s << false;
        QTest::newRow("only the digest") << u"5"_s << qint64(0) << u"missing"_s << false;
    }
    void aBootLoaderAmongItsFiles()
    {
        QFETCH(QString, model);
        QFETCH(qint64, setAt);
        QFETCH(QString, spoilt);
        QFETCH(bool, renewed);
        Table table;
        fill(table, u"38c128c0/"_s);
        table.files[u"38c128c0/bcm2711-rpi-cm4.dtb"_s] = "bytes";
        VirtualPiOptions options = optionsFor(*parsePiModel(model));
        options.eepromWrittenAt = setAt;
        const BootRom rom = bootRom(options.model);
        QByteArray image(rom == BootRom::Bcm2712 ? 2048 * 1024 : 512 * 1024, '\xff');
        EepromDigest digest = digestOf(image, 1700000000, rom);
        if (spoilt == "bytes"_L1)
            image[7] = 'x';
        if (spoilt == "family"_L1)
            digest.target = BootRom::Bcm2712;
        if (spoilt == "date"_L1)
            digest.writtenAt.reset();
        if (spoilt == "forbidden"_L1)
            table.files[u"38c128c0/config.txt"_s] += "[all]\nbootloader_update=0\n";
        table.files[u"38c128c0/pieeprom.sig"_s] = toText(digest);
        if (spoilt != "missing"_L1)
            table.files[u"38c128c0/pieeprom.upd"_s] = image;
        QStringList taken;
        const Recorder record([&taken](const VirtualPiEvent &event) {
            if (event.kind == VirtualPiEvent::Kind::Renewed)
                taken << event.subject;
        });
        const auto boot = fetchBootFiles(options, table, record);
        QVERIFY2(boot, boot ? "" : qPrintable(boot.error().subject));
        QCOMPARE(boot->renewedAt, renewed ? 1700000000 : 0);
        QCOMPARE(taken, renewed ? QStringList{u"38c128c0/pieeprom.upd"_s} : QStringList());
        QCOMPARE(boot->kernel.isEmpty(), renewed); // it starts over instead
    }
    void nothingIsKeptOutsideTheFolder()
    {
        const QTemporaryDir folder;
        Table table;
        fill(table, u"38c128c0/"_s);
        table.files[u"38c128c0/config.txt"_s] = "kernel=../../../escaped\n";
        table.files[u"38c128c0/../../../escaped"_s] = "bytes";
        VirtualPiOptions options = optionsFor(PiModel::Pi4B);
        options.keepFolder = folder.filePath(u"a/b/c"_s);
        const auto boot = fetchBootFiles(options, table, Recorder({}));
        QVERIFY(!boot);
        QCOMPARE(boot.error().kind, ErrorKind::FileUnwritable);
        QVERIFY(QFile::exists(folder.filePath(u"a/b/c/start4.elf"_s)));
        QVERIFY(!QFile::exists(folder.filePath(u"escaped"_s)) && !QFile::exists(folder.filePath(u"a/escaped"_s)));
    }
    void configSections()
    {
        const QByteArray text
            = "a=1 # why\n[pi3]\na=3\n[pi4]\na=4\n[pi400]\nb=400\n[all]\n[0x38c128c0]\nmine=1\n[0x11111111]\nmine=0\n"
              "[all]\n[none]\nnever=1\n[all]\n[gpio4=1]\npin=1\n[all]\r\ninitramfs my.gz followkernel\r\n"
              "dtoverlay=vc4-kms-v3d,cma-512\ndtoverlay=\ndtoverlay=../../x\n"_ba;
        const ConfigTxt config = parseConfigTxt(text, PiModel::Pi4B, serial);
        QCOMPARE(config.value(u"a"), u"4"_s);
        QCOMPARE(config.value(u"b"), QString());
        QCOMPARE(config.value(u"mine"), u"1"_s);
        QVERIFY(!config.values.contains(u"never"_s) && !config.values.contains(u"pin"_s));
        QCOMPARE(config.initramfs, u"my.gz"_s);
        QCOMPARE(config.overlays, QStringList{u"vc4-kms-v3d"_s});
        QCOMPARE(parseConfigTxt(text, PiModel::Pi3BPlus, serial).value(u"a"), u"3"_s);
    }
    void kernelArguments()
    {
        const auto a = parseKernelArguments(
            "console=tty1 root=/dev/nfs nfsroot=192.168.77.10:/srv/nfs/x,vers=3,tcp rw ip=dhcp rootwait\n");
        QCOMPARE(a.root, u"/dev/nfs"_s);
        QCOMPARE(a.server, Ipv4::parse(u"192.168.77.10"));
        QCOMPARE(a.path, u"/srv/nfs/x"_s);
        QCOMPARE(a.options, (QStringList{u"vers=3"_s, u"tcp"_s}));
        QVERIFY(a.writable && a.network && a.oneLine && !a.fixed);
        const auto fixed
            = parseKernelArguments("root=/dev/nfs nfsroot=/srv/x ip=10.0.0.5::10.0.0.1:255.255.0.0:n1:eth0:off\nrw");
        QVERIFY(!fixed.server && !fixed.writable && !fixed.oneLine && fixed.fixed);
        QCOMPARE(fixed.fixed->address.toString(), u"10.0.0.5/16"_s);
        QVERIFY(parseKernelArguments("nfsroot=server:/srv/x").serverMalformed);
    }
    void nfsOptions_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<bool>("initramfs");
        QTest::addColumn<bool>("kernel");
        for (const auto good : {"vers=3"_L1, "nfsvers=3"_L1, "v3"_L1, "tcp"_L1, "rsize=65536"_L1, "hard"_L1, "soft"_L1,
                                "nolock"_L1, "noacl"_L1, "timeo=7"_L1, "retrans=10"_L1, "port=2049"_L1, "rw"_L1})
            QTest::newRow(good.data()) << QString(good) << true << true;
        for (const auto kernelOnly :
             {"proto=tcp"_L1, "noatime"_L1, "sec=sys"_L1, "actimeo=3"_L1, "async"_L1, "local_lock=all"_L1})
            QTest::newRow(kernelOnly.data()) << QString(kernelOnly) << false << true;
        for (const auto bad : {"vers=4"_L1, "vers=4.1"_L1, "v4"_L1, "udp"_L1})
            QTest::newRow(bad.data()) << QString(bad) << false << false;
    }
    void nfsOptions()
    {
        QFETCH(QString, option);
        QTEST(refusedNfsOption({option}, true).isEmpty(), "initramfs");
        QTEST(refusedNfsOption({option}, false).isEmpty(), "kernel");
    }
    void eventLine()
    {
        const VirtualPiEvent event{
            .kind = VirtualPiEvent::Kind::Fetched, .atMs = 1234, .subject = u"38c128c0/\"x\"\n"_s, .size = 7};
        QCOMPARE(toJsonLine(event),
                 "{\"event\":\"fetched\",\"size\":7,\"subject\":\"38c128c0/\\\"x\\\"\\n\",\"t\":1.234}"_ba);
        QVERIFY(toJsonLine({.kind = VirtualPiEvent::Kind::Prefix}).contains("\"subject\":\"\""));
    }
};

QTEST_GUILESS_MAIN(TestBootFiles)
#include "tst_boot_files.moc"

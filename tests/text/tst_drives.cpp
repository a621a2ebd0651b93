// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which disks a card may be written to: by what lsblk says of them.
#include "text/drives.h"

#include <QProcess>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const char lsblk[] = R"json({"blockdevices": [
 {"path":"/dev/sda","type":"disk","rm":false,"hotplug":false,"ro":false,"size":500107862016,"tran":"sata","vendor":"ATA     ","model":"Samsung SSD","mountpoint":null,
  "children":[{"path":"/dev/sda1","type":"part","rm":false,"size":500106813440,"mountpoint":"/"},{"path":"/dev/sda2","type":"part","mountpoint":"[SWAP]"}]},
 {"path":"/dev/sdb","type":"disk","rm":true,"hotplug":true,"ro":false,"size":31914983424,"tran":"usb","vendor":"Generic ","model":"SD Reader","mountpoint":null,
  "children":[{"path":"/dev/sdb1","type":"part","rm":true,"size":268435456,"mountpoint":null}]},
 {"path":"/dev/sdc","type":"disk","rm":true,"hotplug":true,"ro":false,"size":31914983424,"tran":"usb","vendor":null,"model":"Stick","mountpoint":null,
  "children":[{"path":"/dev/sdc1","type":"part","rm":true,"mountpoint":"/media/ada/BOOT"}]},
 {"path":"/dev/sdd","type":"disk","rm":"0","hotplug":"1","ro":"0","size":"2000398934016","tran":"usb","vendor":"WD","model":"Elements","mountpoint":null,
  "children":[{"path":"/dev/sdd1","type":"part","mountpoint":null,"children":[{"path":"/dev/mapper/backup","type":"crypt","mountpoint":null}]}]},
 {"path":"/dev/sde","type":"disk","rm":true,"hotplug":true,"ro":true,"size":31914983424,"tran":"usb","vendor":null,"model":"Locked","mountpoint":null},
 {"path":"/dev/sdf","type":"disk","rm":true,"hotplug":true,"ro":false,"size":1048576,"tran":"usb","vendor":null,"model":"Tiny","mountpoint":null},
 {"path":"/dev/sdg","type":"disk","rm":true,"hotplug":true,"ro":false,"size":4398046511104,"tran":"usb","vendor":null,"model":"Array","mountpoint":null},
 {"path":"/dev/sdh","type":"disk","rm":false,"hotplug":true,"ro":false,"size":500107862016,"tran":"sata","vendor":"ATA","model":"eSATA","mountpoint":null},
 {"path":"/dev/mmcblk0","type":"disk","rm":false,"hotplug":true,"ro":false,"size":31914983424,"tran":"mmc","vendor":null,"model":null,"mountpoint":null},
 {"path":"/dev/mmcblk1","type":"disk","rm":false,"hotplug":false,"ro":false,"size":31914983424,"tran":"mmc","vendor":null,"model":null,"mountpoint":null},
 {"path":"/dev/mmcblk1boot0","type":"disk","rm":false,"hotplug":true,"ro":true,"size":4194304,"tran":null,"vendor":null,"model":null,"mountpoint":null},
 {"path":"/dev/sr0","type":"rom","rm":true,"hotplug":true,"ro":false,"size":1073741312,"tran":"sata","vendor":"HL","model":"DVD","mountpoint":null},
 {"path":"/dev/loop0","type":"loop","rm":false,"hotplug":false,"ro":true,"size":1000,"tran":null,"vendor":null,"model":null,"mountpoint":"/snap/x"}
]})json";

} // namespace

class TestDrives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayBeWritten()
    {
        QHash<QString, QString> said;
        for (const Drive &drive : drivesOf(lsblk)) {
            const Result<> may = mayWrite(drive, 37'000'000);
            QVERIFY(may || (may.error().kind == ErrorKind::DriveUnfit && may.error().subject == drive.path));
            said.insert(drive.path, may ? u"yes"_s : may.error().detail);
        }
        const QHash<QString, QString> wanted{{u"/dev/sda"_s, u"not removable"_s},
                                             {u"/dev/sdb"_s, u"yes"_s},
                                             {u"/dev/sdc"_s, u"mounted at /media/ada/BOOT"_s},
                                             {u"/dev/sdd"_s, u"in use"_s},
                                             {u"/dev/sde"_s, u"read only"_s},
                                             {u"/dev/sdf"_s, u"too small"_s},
                                             {u"/dev/sdg"_s, u"larger than a card"_s},
                                             {u"/dev/sdh"_s, u"not removable"_s},
                                             {u"/dev/mmcblk0"_s, u"yes"_s},
                                             {u"/dev/mmcblk1"_s, u"not removable"_s},
                                             {u"/dev/mmcblk1boot0"_s, u"not removable"_s}};
        QCOMPARE(said, wanted);
        QCOMPARE(drivesOf(lsblk)[1].name, u"Generic SD Reader"_s);
        QCOMPARE(drivesOf(lsblk)[0].mountPoints, (QStringList{u"/"_s, u"[SWAP]"_s}));
    }
    void lsblkOfOlderSystems()
    {
        const auto drives = drivesOf(R"({"blockdevices":[{"path":"/dev/sdb","type":"disk","rm":"1","hotplug":"1","ro":"0","size":"31914983424","tran":"usb","mountpoint":null}]})");
        QCOMPARE(drives.size(), size_t(1));
        QVERIFY(mayWrite(drives[0], 37'000'000).has_value());
    }
    void nothingElse()
    {
        for (const char *bad : {"", "{}", "[]", "{\"blockdevices\": 3}", "{\"blockdevices\":[{\"path\":\"sdb\",\"type\":\"disk\"}]}"})
            QVERIFY2(drivesOf(bad).empty(), bad);
    }
    void nothingOfThisComputerIsMounted()
    {
        QProcess process;
        const Command command = drivesCommand();
        process.start(command.program, command.arguments);
        if (!process.waitForStarted())
            QSKIP("lsblk is not installed here");
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        for (const Drive &drive : drivesOf(process.readAllStandardOutput()))
            if (!drive.mountPoints.isEmpty())
                QVERIFY(!mayWrite(drive, 1).has_value());
    }
};

QTEST_GUILESS_MAIN(TestDrives)
#include "tst_drives.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/customise.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

ImageFacts raspberryPiOs()
{
    ImageFacts facts;
    facts.file = u"raspios.img.xz"_s;
    facts.system = SystemKind::RaspberryPiOs;
    facts.systemName = u"Debian GNU/Linux 13 (trixie)"_s;
    for (const QString &file : {u"cmdline.txt"_s, u"config.txt"_s, u"start4.elf"_s, u"user-data"_s,
                                u"bcm2711-rpi-4-b.dtb"_s, u"kernel8.img"_s})
        facts.bootFiles.push_back({file, 1});
    facts.files[u"/boot/firmware/cmdline.txt"_s]
        = "console=serial0,115200 console=tty1 root=PARTUUID=1-02 rootfstype=ext4 fsck.repair=yes rootwait resize\n"_ba;
    facts.files[u"/boot/firmware/config.txt"_s] = "auto_initramfs=1\narm_64bit=1\n"_ba;
    facts.files[u"/etc/fstab"_s]
        = "proc /proc proc defaults 0 0\nPARTUUID=1-01 /boot/firmware vfat defaults 0 2\nPARTUUID=1-02 / ext4 defaults,noatime 0 1\n"_ba;
    facts.files[u"/etc/hosts"_s] = "127.0.0.1\tlocalhost\n127.0.1.1\traspberrypi\n"_ba;
    facts.files[u"/etc/passwd"_s] = "root:x:0:0:root:/root:/bin/bash\npi:x:1000:1000:,,,:/home/pi:/bin/bash\n"_ba;
    facts.files[u"/etc/shadow"_s] = "root:*:19000:0:99999:7:::\npi:!:19000:0:99999:7:::\n"_ba;
    facts.files[u"/etc/group"_s] = "root:x:0:\nadm:x:4:pi\nsudo:x:27:pi\nshadow:x:42:\npi:x:1000:\n"_ba;
    facts.files[u"/etc/gshadow"_s] = "root:*::\nadm:*::pi\nsudo:*::pi\nshadow:*::\npi:!::\n"_ba;
    facts.existing = {u"/usr/bin/systemctl"_s,
                      u"/usr/lib/systemd/system/ssh.service"_s,
                      u"/usr/lib/systemd/system/rpi-resize.service"_s,
                      u"/usr/lib/systemd/system/rpi-eeprom-update.service"_s,
                      u"/usr/lib/systemd/system/regenerate_ssh_host_keys.service"_s,
                      u"/etc/cloud"_s,
                      u"/etc/NetworkManager"_s,
                      u"/etc/rpi/swap.conf.d"_s,
                      u"/etc/initramfs-tools"_s,
                      u"/etc/sudoers.d"_s,
                      u"/usr/share/zoneinfo"_s,
                      u"/etc/ssh/ssh_host_rsa_key"_s,
                      u"/etc/init.d/resize2fs_once"_s};
    return facts;
}

Cluster lab()
{
    Cluster cluster;
    cluster.name = u"lab"_s;
    cluster.access.user = u"ada"_s;
    cluster.access.sshKeys = {u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJ ada@laptop"_s};
    cluster.access.timezone = u"Europe/Berlin"_s;
    cluster.nodes.push_back({u"pi-01"_s, Serial::parse(u"38c128c0"), std::nullopt, PiModel::Pi4B});
    return cluster;
}

QByteArray listed(const std::vector<TreeFile> &files)
{
    QByteArray text;
    for (const TreeFile &file : files) {
        const char *type = file.type == TreeFile::Type::Folder ? "d" : file.type == TreeFile::Type::Symlink ? "l" : "-";
        text += "== " + file.path.toUtf8() + " " + type + " 0" + QByteArray::number(file.mode, 8) + " "
            + QByteArray::number(file.uid) + ":" + QByteArray::number(file.gid) + "\n";
        text += file.content;
        if (!file.content.isEmpty() && !file.content.endsWith('\n'))
            text += "\n";
    }
    return text;
}

QByteArray described(const NodeChanges &changes)
{
    return "#### root\n" + listed(changes.rootFiles) + "#### root, removed\n" + changes.rootRemoved.join(u'\n').toUtf8()
        + "\n#### boot\n" + listed(changes.bootFiles) + "#### boot, removed\n"
        + changes.bootRemoved.join(u'\n').toUtf8() + "\n";
}

Result<NodeChanges> customised(const ImageFacts &facts, const Cluster &cluster)
{
    return customise(facts, cluster, cluster.nodes[0], *Ipv4::parse(u"192.168.77.10"),
                     ServerLayout(u"/srv/brambleboot"_s));
}

const TreeFile *find(const NodeChanges &changes, const QString &path)
{
    const auto it = std::ranges::find(changes.rootFiles, path, &TreeFile::path);
    return it == changes.rootFiles.end() ? nullptr : &*it;
}

} // namespace

class TestCustomise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raspberryPiOsInFull()
    {
        const auto changes = customised(raspberryPiOs(), lab());
        QVERIFY(changes);
        compareGolden(described(*changes), u"customise-raspberry-pi-os.txt"_s);
    }

    void aSmallImageGetsOnlyWhatItHas()
    {
        ImageFacts facts = raspberryPiOs();
        facts.existing.clear();
        const auto changes = customised(facts, lab());
        QVERIFY(changes);
        compareGolden(described(*changes), u"customise-small.txt"_s);
    }

    void sudoAsksWhereItShould()
    {
        Cluster cluster = lab();
        QVERIFY(find(*customised(raspberryPiOs(), cluster), u"etc/sudoers.d/010_brambleboot"_s));
        cluster.access.passwordlessSudo = false;
        QVERIFY(!find(*customised(raspberryPiOs(), cluster), u"etc/sudoers.d/010_brambleboot"_s));
    }

    void nothingIsWrittenThroughALinkOfOurs()
    {
        const auto changes = customised(raspberryPiOs(), lab());
        for (const TreeFile &link : changes->rootFiles)
            for (const TreeFile &other : changes->rootFiles)
                QVERIFY(link.type != TreeFile::Type::Symlink || !other.path.startsWith(link.path + u'/'));
    }

    void refuses()
    {
        ImageFacts facts = raspberryPiOs();
        facts.system = SystemKind::Ubuntu;
        QCOMPARE(customised(facts, lab()).error(), (Error{ErrorKind::ImageNotForPi, facts.file, facts.systemName}));
        facts = raspberryPiOs();
        facts.bootFiles.erase(facts.bootFiles.begin());
        QCOMPARE(customised(facts, lab()).error(), (Error{ErrorKind::ImageNotForPi, facts.file, u"cmdline.txt"_s}));
        Cluster cluster = lab();
        cluster.nodes[0].model = PiModel::Pi5;
        QCOMPARE(customised(raspberryPiOs(), cluster).error(),
                 (Error{ErrorKind::ImageLacksModel, u"5"_s, u"bcm2712-rpi-5-b.dtb"_s}));
        cluster.nodes[0].model = PiModel::Unknown;
        QVERIFY(customised(raspberryPiOs(), cluster));
    }

    void theDnsScriptIsASaneShellScript()
    {
        const auto changes = customised(raspberryPiOs(), lab());
        QVERIFY(find(*changes, u"usr/local/lib/brambleboot/resolv"_s)->content.startsWith("#!/bin/sh\n"));
    }
};

QTEST_GUILESS_MAIN(TestCustomise)
#include "tst_customise.moc"

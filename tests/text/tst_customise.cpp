// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/accounts.h"
#include "text/customise.h"
#include "text/nfs_root.h"
#include "text/user_data.h"

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

    void aPasswordIsFilledInOnlyWhenANodeIsLaid()
    {
        Cluster cluster = lab();
        cluster.access.consolePassword = true;
        const auto shadow = find(*customised(raspberryPiOs(), cluster), u"etc/shadow"_s)->content;
        QVERIFY(shadow.contains("ada:*to-come*:"));
        QVERIFY(withPasswordHash(shadow, "$y$j9T$salt$hash").contains("ada:$y$j9T$salt$hash:19000:"));
    }

    void passwordsOfTheImageAreGone()
    {
        ImageFacts facts = raspberryPiOs();
        facts.files[u"/etc/shadow"_s] = "root:$y$known:19000:0:99999:7:::\npi:$6$known:19000:0:99999:7:::\n"_ba;
        QVERIFY(!find(*customised(facts, lab()), u"etc/shadow"_s)->content.contains('$'));
    }

    void sshCanBeOff()
    {
        Cluster cluster = lab();
        cluster.access.ssh = false;
        const auto changes = customised(raspberryPiOs(), cluster);
        QCOMPARE(find(*changes, u"etc/systemd/system/ssh.service"_s)->content, "/dev/null"_ba);
        QVERIFY(!find(*changes, u"etc/systemd/system/multi-user.target.wants/ssh.service"_s));
    }

    void languageAndKeyboard()
    {
        ImageFacts facts = raspberryPiOs();
        Cluster cluster = lab();
        cluster.access.locale = u"de_DE.UTF-8"_s;
        QCOMPARE(customised(facts, cluster).error(), (Error{ErrorKind::ImageLacksLocale, u"de_DE.UTF-8"_s, {}}));
        facts.existing << u"/usr/sbin/locale-gen"_s << u"/etc/console-setup/cached_setup_keyboard.sh"_s;
        facts.files[u"/etc/locale.gen"_s] = "# de_DE.UTF-8 UTF-8\nen_GB.UTF-8 UTF-8"_ba;
        facts.files[u"/etc/default/keyboard"_s] = "XKBMODEL=\"pc104\"\nXKBLAYOUT=\"gb\"\nXKBVARIANT=\"x\"\n"_ba;
        cluster.access.keyboard = u"de"_s;
        const auto changes = customised(facts, cluster);
        QVERIFY(changes);
        QCOMPARE(find(*changes, u"etc/locale.gen"_s)->content, "# de_DE.UTF-8 UTF-8\nen_GB.UTF-8 UTF-8\nde_DE.UTF-8 UTF-8\n"_ba);
        QCOMPARE(find(*changes, u"etc/locale.conf"_s)->content, "LANG=de_DE.UTF-8\n"_ba);
        QCOMPARE(find(*changes, u"etc/default/keyboard"_s)->content,
                 "XKBMODEL=\"pc104\"\nXKBLAYOUT=\"de\"\nXKBVARIANT=\"\"\nBACKSPACE=\"guess\"\n"_ba);
        QVERIFY(changes->rootRemoved.contains(u"etc/console-setup/cached_setup_keyboard.sh"_s));
    }

    void cloudInitGetsWorkOrIsOff()
    {
        ImageFacts facts = raspberryPiOs();
        Cluster cluster = lab();
        cluster.firstBoot.packages = {u"htop"_s};
        cluster.firstBoot.commands = {u"echo 'it''s: #1'"_s};
        facts.existing.removeAll(u"/etc/cloud"_s);
        QCOMPARE(customised(facts, cluster).error(), (Error{ErrorKind::ImageLacksCloudInit, facts.file, {}}));
        facts.existing << u"/etc/cloud"_s << u"/usr/lib/systemd/system/cloud-init-main.service"_s;
        const auto changes = customised(facts, cluster);
        QVERIFY(!find(*changes, u"etc/cloud/cloud-init.disabled"_s));
        const TreeFile *data = find(*changes, u"var/lib/cloud/seed/nocloud/user-data"_s);
        QCOMPARE(data->mode, 0600u);
        QVERIFY(checkUserData(data->content, u"ours"_s));
        QVERIFY(find(*changes, u"etc/cloud/cloud.cfg.d/99_zz-brambleboot.cfg"_s)->content.contains("config: disabled"));
        QVERIFY(find(*changes, u"var/lib/cloud/data/upgraded-network"_s));
        cluster.firstBoot.commands = {u"nmcli con up eth0"_s};
        QCOMPARE(customised(facts, cluster).error().kind, ErrorKind::UserDataForbidden);
        cluster.firstBoot = {{}, {}, u"mine.yaml"_s, "#cloud-config\nnetwork: {}\n"_ba};
        QCOMPARE(customised(facts, cluster).error(), (Error{ErrorKind::UserDataForbidden, u"network"_s, u"network"_s}));
        cluster.firstBoot.userData = "#cloud-config\npackages: [vim]\n"_ba;
        QCOMPARE(find(*customised(facts, cluster), u"var/lib/cloud/seed/nocloud/user-data"_s)->content, cluster.firstBoot.userData);
        cluster.firstBoot = {};
        QVERIFY(find(*customised(facts, cluster), u"etc/cloud/cloud-init.disabled"_s));
    }

    void ubuntuInItsOwnFolder()
    {
        ImageFacts facts = raspberryPiOs();
        facts.system = SystemKind::Ubuntu;
        facts.bootFiles.clear();
        for (const QString &name : {u"config.txt"_s, u"current/cmdline.txt"_s, u"current/vmlinuz"_s, u"current/initrd.img"_s,
                                    u"current/bcm2711-rpi-4-b.dtb"_s})
            facts.bootFiles.push_back({name, 1});
        facts.files.remove(u"/boot/firmware/cmdline.txt"_s);
        facts.files[u"/boot/firmware/current/cmdline.txt"_s] = "root=LABEL=writable rootwait\n"_ba;
        facts.files[u"/boot/firmware/config.txt"_s] = "[all]\nos_prefix=current/\nkernel=vmlinuz\ncmdline=cmdline.txt\n"
                                                      "initramfs initrd.img followkernel\n[tryboot]\nos_prefix=new/\n"_ba;
        const auto changes = customised(facts, lab());
        QVERIFY(changes);
        QCOMPARE(changes->bootFiles[0].path, u"current/cmdline.txt"_s);
        facts.existing << u"/usr/bin/dracut"_s;
        QCOMPARE(customised(facts, lab()).error(), (Error{ErrorKind::ImageInitramfsWithoutNfs, facts.file, u"dracut"_s}));
        facts.bootFiles.pop_back();
        QCOMPARE(customised(facts, lab()).error().kind, ErrorKind::ImageLacksModel);
    }

    void whoMountsTheRoot()
    {
        ImageFacts facts = raspberryPiOs();
        facts.bootFiles.push_back({u"initramfs8"_s, 1});
        QCOMPARE(*nfsRootOf(facts), (NfsRoot{RootMounter::Klibc, "vers=3,tcp"_ba}));
        facts.existing.removeAll(u"/etc/initramfs-tools"_s);
        QCOMPARE(nfsRootOf(facts)->by, RootMounter::OtherInitramfs);
        facts.bootFiles.pop_back();
        QCOMPARE(nfsRootOf(facts)->by, RootMounter::Kernel);
        facts.system = SystemKind::Debian;
        QCOMPARE(nfsRootOf(facts).error(), (Error{ErrorKind::ImageInitramfsWithoutNfs, facts.file, u"initramfs"_s}));
    }

    void dietPiIsToldThatAllIsDone()
    {
        ImageFacts facts = raspberryPiOs();
        facts.system = SystemKind::DietPi;
        facts.files[u"/boot/firmware/dietpi.txt"_s] = "# x\nAUTO_SETUP_NET_HOSTNAME=DietPi\nAUTO_SETUP_SWAPFILE_SIZE=1\n"
                                                      "AUTO_SETUP_GLOBAL_PASSWORD=dietpi\n"_ba;
        facts.bootFiles.push_back({u"dietpi.txt"_s, 1});
        facts.existing << u"/etc/systemd/system/dietpi-firstboot.service"_s;
        const auto changes = customised(facts, lab());
        QVERIFY(changes);
        QCOMPARE(find(*changes, u"boot/dietpi/.install_stage"_s)->content, "2\n"_ba);
        const QByteArray text = find(*changes, u"boot/dietpi.txt"_s)->content;
        QVERIFY(text.contains("AUTO_SETUP_NET_HOSTNAME=pi-01\n") && text.contains("AUTO_SETUP_SWAPFILE_SIZE=0\n"));
        QVERIFY(text.contains("AUTO_SETUP_GLOBAL_PASSWORD=\n"));
        QCOMPARE(find(*changes, u"etc/systemd/system/dietpi-firstboot.service"_s)->content, "/dev/null"_ba);
        QVERIFY(changes->bootRemoved.contains(u"dietpi.txt"_s));
        // Its scripts want their own user: ours comes beside it.
        QVERIFY(find(*changes, u"etc/passwd"_s)->content.contains("\npi:x:1000:"));
        QVERIFY(find(*changes, u"etc/passwd"_s)->content.contains("\nada:x:1001:"));
    }

    void refuses()
    {
        ImageFacts facts = raspberryPiOs();
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

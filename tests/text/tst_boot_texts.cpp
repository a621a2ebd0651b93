// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/accounts.h"
#include "text/cmdline.h"
#include "text/config_txt.h"
#include "text/fstab.h"
#include "text/hosts.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const Ipv4 server = *Ipv4::parse(u"192.168.77.10");

ImageFacts image(const QByteArray &user)
{
    ImageFacts facts;
    facts.files[u"/etc/passwd"_s]
        = "root:x:0:0:root:/root:/bin/bash\nsshd:x:100:65534::/run/sshd:/usr/sbin/nologin\n"_ba;
    facts.files[u"/etc/shadow"_s] = "root:*:19000:0:99999:7:::\n"_ba;
    facts.files[u"/etc/group"_s] = "root:x:0:\nadm:x:4:\nsudo:x:27:\nvideo:x:44:\nshadow:x:42:\n"_ba;
    facts.files[u"/etc/gshadow"_s] = "root:*::\nadm:*::\nsudo:*::\nvideo:*::\n"_ba;
    if (!user.isEmpty()) {
        facts.files[u"/etc/passwd"_s] += user + ":x:1000:1000:,,,:/home/" + user + ":/bin/bash\n";
        facts.files[u"/etc/shadow"_s] += user + ":!$y$abc:19000:0:99999:7::1:\n";
        facts.files[u"/etc/group"_s].replace("adm:x:4:"_ba, QByteArray("adm:x:4:" + user));
        facts.files[u"/etc/group"_s].replace("video:x:44:"_ba, QByteArray("video:x:44:ann," + user + ",zed"));
        facts.files[u"/etc/group"_s] += user + ":x:1000:\n";
        facts.files[u"/etc/gshadow"_s] += user + ":!::\n";
    }
    return facts;
}

} // namespace

class TestBootTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cmdline_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("trixie")
            << "console=serial0,115200 console=tty1 root=PARTUUID=1-02 rootfstype=ext4 fsck.repair=yes rootwait resize\n"_ba
            << "console=serial0,115200 console=tty1 "_ba;
        QTest::newRow("bookworm")
            << "console=tty1 root=PARTUUID=1-02 rootfstype=ext4 fsck.repair=yes rootwait quiet "
               "init=/usr/lib/raspberrypi-sys-mods/firstboot splash plymouth.ignore-serial-consoles"_ba
            << "console=tty1 "_ba;
        QTest::newRow("imager") << "console=tty1 systemd.run=/boot/firstrun.sh systemd.run_success_action=reboot "
                                   "systemd.unit=kernel-command-line.target cfg80211.ieee80211_regdom=DE"_ba
                                << "console=tty1 cfg80211.ieee80211_regdom=DE "_ba;
        QTest::newRow("unknown words stay")
            << "isolcpus=3  dwc_otg.lpm_enable=0"_ba << "isolcpus=3 dwc_otg.lpm_enable=0 "_ba;
        QTest::newRow("another network root")
            << "root=/dev/nfs nfsroot=1.2.3.4:/x,vers=4 ro ip=dhcp"_ba << QByteArray();
        QTest::newRow("second line is not read by the firmware") << "console=tty1\nsecond"_ba << "console=tty1 "_ba;
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }
    void cmdline()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, kept);
        const QByteArray after = nfsCmdline(before, server, u"/srv/b/nfs/38c128c0"_s, "vers=3,tcp");
        QCOMPARE(after,
                 kept + "root=/dev/nfs nfsroot=192.168.77.10:/srv/b/nfs/38c128c0,vers=3,tcp rw ip=dhcp rootwait network-config=disabled\n");
        QCOMPARE(nfsCmdline(after, server, u"/srv/b/nfs/38c128c0"_s, "vers=3,tcp"), after);
    }

    void fstab()
    {
        const QByteArray before = "# kept\nproc            /proc           proc    defaults          0       0\n"
                                  "PARTUUID=1-01  /boot/firmware  vfat    defaults          0       2\n"
                                  "PARTUUID=1-02  /               ext4    defaults,noatime  0       1\n"
                                  "/var/swap none swap sw 0 0\ntmpfs /scratch tmpfs size=1m 0 0\n\n"_ba;
        const QByteArray after = nfsFstab(before, server, u"/srv/b/tftp/38c128c0"_s);
        QCOMPARE(after,
                 "# kept\nproc            /proc           proc    defaults          0       0\ntmpfs /scratch tmpfs "
                 "size=1m 0 0\n"
                 "192.168.77.10:/srv/b/tftp/38c128c0 /boot/firmware nfs defaults,vers=3,nolock,nofail,_netdev 0 0\n"_ba);
        QCOMPARE(nfsFstab(after, server, u"/srv/b/tftp/38c128c0"_s), after);
    }

    void config_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("plain") << "auto_initramfs=1\n"_ba << "auto_initramfs=1\ndtparam=sd_poll_once\n"_ba;
        QTest::newRow("no line break") << "a=1"_ba << "a=1\ndtparam=sd_poll_once\n"_ba;
        QTest::newRow("there already") << "dtparam=sd_poll_once\n[pi4]\na=1\n"_ba
                                       << "dtparam=sd_poll_once\n[pi4]\na=1\n"_ba;
        QTest::newRow("there for one board")
            << "[pi4]\ndtparam=sd_poll_once\n"_ba << "[pi4]\ndtparam=sd_poll_once\n\n[all]\ndtparam=sd_poll_once\n"_ba;
        QTest::newRow("ends in a section")
            << "a=1\n[cm5]\nb=2\n"_ba << "a=1\n[cm5]\nb=2\n\n[all]\ndtparam=sd_poll_once\n"_ba;
        QTest::newRow("CRLF") << "[all]\r\ndtparam=sd_poll_once\r\n"_ba << "[all]\r\ndtparam=sd_poll_once\r\n"_ba;
    }
    void config()
    {
        QFETCH(QByteArray, before);
        QTEST(netbootConfig(before), "after");
        QCOMPARE(netbootConfig(netbootConfig(before)), netbootConfig(before));
    }

    void hosts()
    {
        QCOMPARE(hostsWith("127.0.0.1 localhost\n::1 localhost\n127.0.1.1\traspberrypi\n", u"pi-01"_s),
                 "127.0.0.1 localhost\n::1 localhost\n127.0.1.1\tpi-01\n"_ba);
        QCOMPARE(hostsWith("", u"pi-01"_s), "127.0.0.1\tlocalhost\n127.0.1.1\tpi-01\n"_ba);
    }

    void theImagesUserIsRenamed()
    {
        const auto accounts = accountsWith(image("pi"_ba), u"ada"_s, false);
        QVERIFY(accounts);
        QVERIFY(accounts->passwd.contains("\nada:x:1000:1000:,,,:/home/ada:/bin/bash\n"));
        QVERIFY(!accounts->passwd.contains("pi:"));
        QVERIFY(accounts->shadow.contains("\nada:*:19000:0:99999:7:::\n"));
        QVERIFY(accounts->group.contains("\nadm:x:4:ada\n"));
        QVERIFY(accounts->group.contains("\nsudo:x:27:ada\n"));
        QVERIFY(accounts->group.contains("\nvideo:x:44:ann,ada,zed\n"));
        QVERIFY(accounts->group.contains("\nada:x:1000:\n"));
        QVERIFY(accounts->gshadow.contains("\nada:!::\n"));
        QVERIFY(accounts->gshadow.contains("\nsudo:*::ada\n"));
        QCOMPARE(accounts->uid, 1000U);
        QCOMPARE(accounts->home, u"/home/ada"_s);
        QCOMPARE(accounts->oldHome, u"/home/pi"_s);
    }

    void aUserIsMade()
    {
        const auto accounts = accountsWith(image({}), u"ada"_s, false);
        QVERIFY(accounts);
        QVERIFY(accounts->passwd.endsWith("ada:x:1000:1000:,,,:/home/ada:/bin/bash\n"));
        QVERIFY(accounts->shadow.endsWith("ada:*:20000:0:99999:7:::\n"));
        QVERIFY(accounts->group.endsWith("ada:x:1000:\n"));
        QVERIFY(accounts->group.contains("\nsudo:x:27:ada\n"));
        QVERIFY(accounts->oldHome.isEmpty());
    }

    void theSameNameStays()
    {
        const auto accounts = accountsWith(image("ada"_ba), u"ada"_s, false);
        QVERIFY(accounts);
        QVERIFY(accounts->passwd.contains("\nada:x:1000:1000:,,,:/home/ada:/bin/bash\n"));
        QVERIFY(accounts->oldHome.isEmpty());
    }

    void accountsThatCannotBe()
    {
        QCOMPARE(accountsWith(image("pi"_ba), u"sshd"_s, false).error().kind, ErrorKind::InvalidUser);
        QCOMPARE(accountsWith(ImageFacts{}, u"ada"_s, false).error().kind, ErrorKind::ImageNotForPi);
        ImageFacts broken = image("pi"_ba);
        broken.files[u"/etc/passwd"_s] = "\0\0:::\n:\n"_ba;
        QCOMPARE(accountsWith(broken, u"ada"_s, false).error().kind, ErrorKind::ImageNotForPi);
    }
};

QTEST_GUILESS_MAIN(TestBootTexts)
#include "tst_boot_texts.moc"

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/user_data.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestUserData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << "#cloud-config\n{}\n"_ba;
        QTest::newRow("packages") << "#cloud-config\npackages:\n  - dhcpcd-base\n  - network-manager\n"_ba;
        QTest::newRow("commands") << "#cloud-config\nruncmd:\n  - [systemctl, enable, --now, docker]\n  - ip addr show\n  - ip link\n  - nmcli dev status\n"_ba;
        QTest::newRow("files") << "#cloud-config\nwrite_files:\n  - path: /etc/motd\n    content: |\n      the network is up and down\n"_ba;
        QTest::newRow("users") << "#cloud-config\nusers:\n  - name: bob\n    ssh_authorized_keys: [ssh-ed25519 AAAA]\n"_ba;
        QTest::newRow("windows") << "#cloud-config\r\nruncmd: [true]\r\n"_ba;
    }
    void fine()
    {
        QFETCH(QByteArray, text);
        const auto checked = checkUserData(text, u"f"_s);
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().subject + u' ' + checked.error().detail));
    }

    void forbidden_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const char *text, const char *why) {
            QTest::newRow(name) << "#cloud-config\n"_ba + text << QString::fromLatin1(why);
        };
        row("network", "network: {version: 2}\n", "network");
        row("empty network", "network:\n", "network");
        row("growpart", "growpart: {mode: auto}\n", "disk");
        row("swap", "swap: {filename: /swap.img, size: 1G}\n", "disk");
        row("mounts", "mounts: [[swap, null]]\n", "disk");
        row("hostname", "hostname: all-the-same\n", "identity");
        row("netplan", "write_files: [{path: /etc/netplan/99.yaml, content: x}]\n", "network");
        row("NetworkManager", "write_files: [{content: x, path: /etc/NetworkManager/system-connections/a}]\n", "network");
        row("ifupdown", "write_files: [{path: /etc/network/interfaces.d/eth0}]\n", "network");
        row("networkd", "write_files: [{path: /etc/systemd/network/10.network}]\n", "network");
        row("wpa", "write_files: [{path: /etc/wpa_supplicant/wpa_supplicant.conf}]\n", "network");
        row("a script that does it", "write_files: [{path: /root/a.sh, content: 'sed -i s/a/b/ /etc/netplan/*.yaml'}]\n", "network");
        row("link down", "bootcmd: [ip link set dev eth0 down]\n", "network");
        row("link down as a list", "bootcmd:\n  - [ip, link, set, eth0, down]\n", "network");
        row("in the second list", "runcmd:\n  - [ls, -l]\n  - [sh, -c, 'sleep 1; ifdown eth0']\n", "network");
        row("flush", "runcmd: ['ip -4 addr flush eth0']\n", "network");
        row("route", "runcmd: ['ip route replace default via 10.0.0.1']\n", "network");
        row("ifconfig", "runcmd: ['ifconfig eth0 down']\n", "network");
        row("dhclient", "runcmd: ['/sbin/dhclient eth0']\n", "network");
        row("netplan apply", "runcmd: ['netplan --debug apply']\n", "network");
        row("nmcli", "runcmd: ['nmcli con mod eth0 ipv4.method auto']\n", "network");
        row("networkctl", "runcmd: ['networkctl reload']\n", "network");
        row("restart", "runcmd: ['systemctl restart systemd-networkd']\n", "network");
        row("service", "runcmd: ['service networking restart']\n", "network");
        row("swapon", "runcmd: ['fallocate -l 1G /s && mkswap /s && swapon /s']\n", "disk");
        row("resize", "runcmd: ['resize2fs /dev/mmcblk0p2']\n", "disk");
        row("fstab", "runcmd: ['echo x >> /etc/fstab']\n", "disk");
        row("cmdline", "runcmd: ['sed -i s/x/y/ /boot/firmware/cmdline.txt']\n", "disk");
    }
    void forbidden()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        const auto checked = checkUserData(text, u"f"_s);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, ErrorKind::UserDataForbidden);
        QCOMPARE(checked.error().detail, why);
    }

    void invalid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no first line") << "packages: [vim]\n"_ba;
        QTest::newRow("script") << "#!/bin/sh\ntrue\n"_ba;
        QTest::newRow("include") << "#include\nhttp://example.com/\n"_ba;
        QTest::newRow("archive") << "#cloud-config-archive\n- {}\n"_ba;
        QTest::newRow("list") << "#cloud-config\n- a\n"_ba;
        QTest::newRow("comment only") << "#cloud-config\n"_ba;
        QTest::newRow("no YAML") << "#cloud-config\na: [b\n"_ba;
        QTest::newRow("two documents") << "#cloud-config\na: b\n---\nc: d\n"_ba;
        QTest::newRow("alias") << "#cloud-config\na: &x [b]\nc: *x\n"_ba;
        QTest::newRow("deep") << "#cloud-config\na: "_ba + QByteArray(100, '[') + QByteArray(100, ']') + "\n"_ba;
        QTest::newRow("NUL") << "#cloud-config\na: b\0\n"_ba + QByteArray(1, '\0');
        QTest::newRow("Latin-1") << "#cloud-config\na: \xe9\n"_ba;
        QTest::newRow("large") << "#cloud-config\na: "_ba + QByteArray(300'000, 'x') + "\n"_ba;
    }
    void invalid()
    {
        QFETCH(QByteArray, text);
        const auto checked = checkUserData(text, u"f"_s);
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, ErrorKind::UserDataInvalid);
        QCOMPARE(checked.error().subject, u"f"_s);
    }
};

QTEST_GUILESS_MAIN(TestUserData)
#include "tst_user_data.moc"

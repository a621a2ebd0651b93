// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/findings.h"
#include "model/image_facts.h"

/// A cluster of two, a fresh Debian server and a small Debian image: what most tests of steps/ begin with.
namespace samples {

using namespace bramble;
using namespace Qt::StringLiterals;

inline Cluster cluster()
{
    Cluster cluster;
    cluster.name = u"lab"_s;
    cluster.server.host = u"nas.local"_s;
    cluster.image.file = u"system.img.xz"_s;
    cluster.access.user = u"ada"_s;
    cluster.access.sshKeys = QStringList{u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8Zr8Xqk3QYyYw0pT5oJ0uJv7yTj6r0m2bD4h1a9QeT ada@laptop"_s};
    cluster.nodes = {Node{u"pi-01"_s, Serial::parse(u"38c128c0"), MacAddress::parse(u"dc:a6:32:01:02:04"), PiModel::Pi4B},
                     Node{u"pi-02"_s, Serial::parse(u"a1b2c3d4"), {}, PiModel::Pi5}};
    return cluster;
}

inline ServerFacts server()
{
    ServerFacts facts;
    facts.osId = u"debian"_s;
    facts.osVersion = u"13"_s;
    facts.osName = u"Debian GNU/Linux 13 (trixie)"_s;
    facts.hostname = u"nas"_s;
    facts.systemd = true;
    facts.defaultInterface = u"eth0"_s;
    facts.sshAddress = Ipv4::parse(u"192.168.1.10");
    NetworkInterface eth0;
    eth0.name = u"eth0"_s;
    eth0.up = true;
    eth0.addresses = {*Ipv4Network::parse(u"192.168.1.10/24")};
    facts.interfaces = {eth0};
    facts.freeBytes = 100'000'000'000;
    return facts;
}

inline ImageFacts image()
{
    ImageFacts facts;
    facts.file = u"system.img.xz"_s;
    facts.format = u"xz"_s;
    facts.sha256 = QString(64, u'a');
    facts.system = SystemKind::Debian;
    facts.systemName = u"Debian GNU/Linux 13 (trixie)"_s;
    facts.rootNodes = 1000;
    facts.rootBytes = 500'000'000;
    for (const char *name : {"cmdline.txt", "config.txt", "kernel8.img", "initramfs8", "start4.elf", "bcm2711-rpi-4-b.dtb", "bcm2712-rpi-5-b.dtb", "bcm2710-rpi-3-b.dtb"})
        facts.bootFiles.push_back({QString::fromLatin1(name), 1'000'000});
    facts.files = {{u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/bash\n"},
                   {u"/etc/group"_s, "root:x:0:\nsudo:x:27:\n"},
                   {u"/etc/shadow"_s, "root:*:20000:0:99999:7:::\n"},
                   {u"/etc/hosts"_s, "127.0.0.1 localhost\n"},
                   {u"/etc/hostname"_s, "raspberrypi\n"},
                   {u"/etc/fstab"_s, "proc /proc proc defaults 0 0\n"},
                   {u"/etc/os-release"_s, "ID=debian\n"},
                   {u"/boot/firmware/cmdline.txt"_s, "console=tty1 root=PARTUUID=1-02 rootfstype=ext4 rootwait\n"},
                   {u"/boot/firmware/config.txt"_s, "arm_64bit=1\nauto_initramfs=1\n"}};
    facts.existing = QStringList{u"/etc/ssh"_s, u"/etc/sudoers.d"_s, u"/home"_s};
    return facts;
}

} // namespace samples

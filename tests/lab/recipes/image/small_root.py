# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""small_root.py STAGING BUSYBOX EPOCH DISKID SCRATCH [fixture]: the root of the small image; prints the debugfs script.

It has the outline of Raspberry Pi OS (merged /usr, its accounts, fstab, first-boot units, rpi-issue) with busybox as its
userland: what customising a node changes is all there, and a node of it boots to a shell."""
import random
import stat
import sys

from ext4_tree import Tree

INIT = """#!/bin/sh
# The init of the small image: says who it is, where everybody can read it.
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev 2> /dev/null
hostname -F /etc/hostname
echo "SMALL-ROOT up: $(uname -srm) host=$(hostname)"
exec sh
"""

FSTAB = """proc            /proc           proc    defaults          0       0
PARTUUID={0}-01  /boot/firmware  vfat    defaults          0       2
PARTUUID={0}-02  /               ext4    defaults,noatime  0       1
"""

OS_RELEASE = """PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
NAME="Debian GNU/Linux"
VERSION_ID="13"
VERSION="13 (trixie)"
VERSION_CODENAME=trixie
ID=debian
"""

APPLETS = "sh ls cat mount umount ps dmesg uname hostname mkdir ln cp mv rm echo poweroff reboot sync stat find tar ip vi"

ACCOUNTS = {  # name: (uid, home, shell)
    "root": (0, "/root", "/bin/sh"),
    "daemon": (1, "/usr/sbin", "/usr/sbin/nologin"),
    "sshd": (990, "/run/sshd", "/usr/sbin/nologin"),
    "nobody": (65534, "/nonexistent", "/usr/sbin/nologin"),
    "pi": (1000, "/home/pi", "/bin/sh"),
}

GROUPS = {"root": 0, "daemon": 1, "adm": 4, "sudo": 27, "shadow": 42, "video": 44, "plugdev": 46, "users": 100, "sshd": 990,
          "pi": 1000, "nogroup": 65534}

UNITS = {  # those an image has for its first boot and its server, as far as a set-up must know them
    "ssh.service": ("OpenBSD Secure Shell server", "", False),
    "regenerate_ssh_host_keys.service": ("Regenerate SSH host keys", "", True),
    "rpi-resize.service": ("Grow the root file system", "ConditionFirstBoot=yes\n", True),
    "userconfig.service": ("User configuration dialog", "", True),
}


def accounts(tree):
    tree.file("etc/passwd", "".join(f"{n}:x:{u}:{u}:{n}:{h}:{s}\n" for n, (u, h, s) in ACCOUNTS.items()))
    tree.file("etc/shadow", "".join(f"{n}:{'!' if n == 'pi' else '*'}:20000:0:99999:7:::\n" for n in ACCOUNTS), mode=0o640, gid=42)
    members = {"sudo": "pi", "video": "pi", "plugdev": "pi", "adm": "pi", "users": "pi"}
    tree.file("etc/group", "".join(f"{n}:x:{g}:{members.get(n, '')}\n" for n, g in GROUPS.items()))
    tree.file("etc/gshadow", "".join(f"{n}:*::{members.get(n, '')}\n" for n in GROUPS), mode=0o640, gid=42)
    tree.file("etc/subuid", "pi:100000:65536\n")
    tree.file("etc/subgid", "pi:100000:65536\n")
    tree.directory("home/pi", 0o700, 1000, 1000)
    tree.file("home/pi/.profile", "# pi\n", uid=1000, gid=1000)


def system(tree, disk):
    for name in ("bin", "sbin", "lib"):
        tree.directory("usr/" + name)
        tree.symlink(name, "usr/" + name)
    for name in ("proc", "sys", "dev", "run", "mnt", "media", "srv", "var/log", "var/lib", "boot/firmware", "etc/ssh", "opt"):
        tree.directory(name)
    tree.directory("root", 0o700)
    tree.directory("tmp", 0o1777)
    tree.file("etc/hostname", "raspberrypi\n")
    tree.file("etc/hosts", "127.0.0.1\tlocalhost\n::1\t\tlocalhost ip6-localhost ip6-loopback\n127.0.1.1\traspberrypi\n")
    tree.file("etc/fstab", FSTAB.format(disk))
    tree.file("etc/machine-id", "uninitialized\n", mode=0o444)
    tree.file("usr/lib/os-release", OS_RELEASE)
    tree.symlink("etc/os-release", "../usr/lib/os-release")
    tree.file("etc/rpi-issue", "Raspberry Pi reference 2026-06-18\nGenerated using pi-gen, small practice image, stage2\n")
    tree.file("etc/debian_version", "13.0\n")
    tree.file("etc/shells", "/bin/sh\n")
    tree.file("etc/ssh/sshd_config", "Include /etc/ssh/sshd_config.d/*.conf\nKbdInteractiveAuthentication no\nUsePAM yes\n")
    tree.directory("etc/ssh/sshd_config.d")
    tree.directory("etc/sudoers.d", 0o750)
    tree.symlink("etc/localtime", "/usr/share/zoneinfo/Etc/UTC")
    tree.node("dev/console", stat.S_IFCHR, 0o600, 5, 1)
    tree.node("dev/null", stat.S_IFCHR, 0o666, 1, 3)


def programs(tree, busybox):
    with open(busybox, "rb") as source:
        tree.file("usr/bin/busybox", source.read(), mode=0o755)
    for applet in APPLETS.split():
        tree.symlink("usr/bin/" + applet, "busybox")
    tree.file("usr/lib/systemd/systemd", INIT, mode=0o755)
    tree.symlink("usr/sbin/init", "../lib/systemd/systemd")
    for name, (text, condition, wanted) in UNITS.items():
        tree.file("usr/lib/systemd/system/" + name,
                  f"[Unit]\nDescription={text}\n{condition}\n[Service]\nExecStart=/bin/sh -c :\n\n[Install]\nWantedBy=multi-user.target\n")
        if wanted:
            tree.symlink(f"etc/systemd/system/multi-user.target.wants/{name}", "/usr/lib/systemd/system/" + name)
    sizes = random.Random(1)
    for number in range(600):
        tree.file(f"usr/share/pkg/{number % 20:02d}/f{number:04d}.conf", sizes.randbytes(sizes.choice([0, 17, 300, 1500, 5000])))


def main():
    staging, busybox, epoch, disk, scratch = sys.argv[1:6]
    tree = Tree(staging, int(epoch))
    system(tree, disk)
    accounts(tree)
    programs(tree, busybox)
    if sys.argv[6:] == ["fixture"]:
        import fixture
        fixture.add(tree, "opt/fixture")
    print("\n".join(tree.commands(scratch)))


main()

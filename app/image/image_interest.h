// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What customising asks of an image: files it rewrites, and paths whose presence matters.

#include <array>

namespace bramble {

/// Read into ImageFacts::files.
constexpr std::array FilesOfInterest{
    "/etc/fstab",
    "/etc/passwd",
    "/etc/group",
    "/etc/shadow",
    "/etc/gshadow",
    "/etc/hosts",
    "/etc/hostname",
    "/etc/subuid",
    "/etc/subgid",
    "/etc/machine-id",
    "/etc/os-release",
    "/etc/rpi-issue",
    "/etc/timezone",
    "/etc/resolv.conf",
    "/etc/locale.gen",
    "/etc/dhcpcd.conf",
    "/etc/network/interfaces",
    "/etc/default/raspi-firmware",
    "/etc/default/keyboard",
    "/boot/dietpi.txt",
};

/// The same, of the boot partition; its name stands for /boot/firmware/NAME.
constexpr std::array BootFilesOfInterest{"cmdline.txt", "config.txt",      "user-data",
                                         "meta-data",   "network-config",  "current/cmdline.txt",
                                         "dietpi.txt",  "dietpi-wifi.txt", "Automation_Custom_Script.sh"};

/// Units, looked for in /usr/lib/systemd/system and /etc/systemd/system; named in ImageFacts::existing by their whole
/// path.
constexpr std::array UnitsOfInterest{
    "rpi-resize.service",
    "rpi-resizerootfs.service",
    "rpi-resize-root.service",
    "resize2fs_once.service",
    "regenerate_ssh_host_keys.service",
    "sshd-keygen.service",
    "userconfig.service",
    "sshswitch.service",
    "dphys-swapfile.service",
    "rpi-eeprom-update.service",
    "rpi-setup-loop@.service",
    "rpi-zram-writeback.timer",
    "rpi-swap.service",
    "ssh.service",
    "ssh.socket",
    "sshd.service",
    "cloud-init.service",
    "cloud-init-local.service",
    "cloud-init-main.service",
    "NetworkManager.service",
    "systemd-networkd.service",
    "systemd-resolved.service",
    "systemd-timesyncd.service",
    "firstboot.service",
    "systemd-zram-setup@.service",
    "systemd-networkd-wait-online.service",
    "rpi-reconfigure-raspi-firmware.service",
    "rpi-generate-ssh-host-keys.service",
    "dropbear.service",
    "dietpi-firstboot.service",
    "dietpi-fs_partition_resize.service",
};

/// Named in ImageFacts::existing as they stand here.
constexpr std::array PathsOfInterest{
    "/etc/init.d/resize2fs_once",
    "/etc/cloud",
    "/etc/NetworkManager",
    "/etc/NetworkManager/conf.d",
    "/etc/systemd/network",
    "/etc/systemd/journald.conf",
    "/etc/systemd/swap.conf",
    "/usr/bin/systemctl",
    "/etc/ssh",
    "/etc/ssh/sshd_config.d",
    "/etc/sudoers.d",
    "/etc/skel",
    "/home",
    "/usr/share/zoneinfo",
    "/boot/firmware",
    "/boot/config.txt",
    "/etc/rpi",
    "/etc/rpi/swap.conf",
    "/etc/rpi/swap.conf.d",
    "/usr/lib/rpi/swap.conf",
    "/etc/dphys-swapfile",
    "/etc/initramfs-tools",
    "/etc/initramfs-tools/conf.d",
    "/etc/initramfs-tools/modules",
    "/usr/lib/systemd/system-generators/rpi-swap-generator",
    "/usr/lib/systemd/systemd",
    "/usr/sbin/sshd",
    "/usr/sbin/init",
    "/usr/sbin/mount.nfs",
    "/usr/bin/sudo",
    "/usr/bin/bash",
    "/etc/resolv.conf",
    "/etc/localtime",
    "/etc/systemd/system/sockets.target.wants/ssh.socket",
    "/etc/cloud/cloud-init.disabled",
    "/etc/network/interfaces.d/eth0",
    "/etc/console-setup/cached_setup_keyboard.sh",
    "/etc/sudoers.d/010_pi-nopasswd",
    "/etc/sudoers.d/90-cloud-init-users",
    "/etc/sudoers.d/dietpi",
    "/etc/dropbear",
    "/etc/dropbear/dropbear_rsa_host_key",
    "/etc/dropbear/dropbear_ecdsa_host_key",
    "/etc/dropbear/dropbear_ed25519_host_key",
    "/usr/sbin/locale-gen",
    "/usr/sbin/mkinitramfs",
    "/usr/bin/dracut",
    "/usr/bin/perl",
    "/boot/dietpi",
};

} // namespace bramble

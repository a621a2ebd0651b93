#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# debian.sh OUT: like Debian's own image for the Raspberry Pi: ifupdown with a DHCP client, kernel and initramfs under their Debian names,
# nobody but root until somebody is added.
set -euo pipefail
recipes=$(dirname "$0")
. "$recipes/../lib/common.sh"
. "$recipes/../lib/apt.sh"
. "$recipes/image/disk.sh"
. "$recipes/image/raspberry_pi_os.sh"
. "$recipes/image/family.sh"

family() { # ROOT BOOT ID
    family_boot "$1" "$2" "vmlinuz-$kernel_version" "initrd.img-$kernel_version"
    card_fstab "$1" "$3"
    sed -i 's|PARTUUID=[0-9a-f]*-01|LABEL=RASPIFIRM|; s|PARTUUID=[0-9a-f]*-02|LABEL=RASPIROOT|' "$1/etc/fstab"
    printf 'arm_64bit=1\nenable_uart=1\nupstream_kernel=1\n\nkernel=vmlinuz-%s\ninitramfs initrd.img-%s\n' "$kernel_version" "$kernel_version" > "$2/config.txt"
    echo 'console=tty0 console=ttyS1,115200 root=LABEL=RASPIROOT rw fsck.repair=yes net.ifnames=0 cma=64M rootwait' > "$2/cmdline.txt"
    printf '# Configure raspi-firmware\n#CMA=64M\n#ROOTPART=/dev/mmcblk0p2\n' > "$1/etc/default/raspi-firmware"
    echo rpi4 > "$1/etc/hostname"
    printf 'auto lo\niface lo inet loopback\nsource /etc/network/interfaces.d/*\n' > "$1/etc/network/interfaces"
    printf 'auto eth0\n\niface eth0 inet dhcp\niface eth0 inet6 auto\n' > "$1/etc/network/interfaces.d/eth0"
    unit "$1" rpi-set-sysconf.service enabled << 'U'
[Unit]
Description=Settings from a file on the card
[Service]
Type=oneshot
ExecStart=/bin/true
[Install]
WantedBy=basic.target
U
    breaks "$1" rpi-reconfigure-raspi-firmware.service "Writes cmdline.txt anew" true
    breaks "$1" rpi-resize-root.service "Grows the card" true
}
make_family "$1" debian trixie openssh-server,ifupdown,dhcpcd-base

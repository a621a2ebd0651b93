#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ubuntu.sh OUT: like Ubuntu Server for the Raspberry Pi: vmlinuz and initrd.img at the top of system-boot, cloud-init, netplan in front of
# systemd-networkd, systemd-resolved, SSH by socket, no user until cloud-init makes one.
set -euo pipefail
recipes=$(dirname "$0")
. "$recipes/../lib/common.sh"
. "$recipes/../lib/apt.sh"
. "$recipes/image/disk.sh"
. "$recipes/image/raspberry_pi_os.sh"
. "$recipes/image/family.sh"

family() { # ROOT BOOT ID
    local root=$1
    family_boot "$1" "$2" vmlinuz initrd.img
    card_fstab "$1" "$3"
    sed -i 's|PARTUUID=[0-9a-f]*-01|LABEL=system-boot|; s|PARTUUID=[0-9a-f]*-02|LABEL=writable|' "$1/etc/fstab"
    printf '/swap.img none swap sw 0 0\n' >> "$1/etc/fstab"
    cat > "$2/config.txt" << 'C'
[all]
kernel=vmlinuz
cmdline=cmdline.txt
initramfs initrd.img followkernel

[pi4]
max_framebuffers=2
arm_boost=1

[all]
arm_64bit=1
C
    echo 'console=serial0,115200 multipath=off dwc_otg.lpm_enable=0 console=tty1 root=LABEL=writable rootfstype=ext4 rootwait fixrtc' > "$2/cmdline.txt"
    printf '#cloud-config\nchpasswd:\n  expire: true\n  users:\n  - name: ubuntu\n    password: ubuntu\n    type: text\n' > "$2/user-data"
    echo 'dsmode: local' > "$2/meta-data"
    printf 'network:\n  version: 2\n  ethernets:\n    zz-all-en:\n      match:\n        name: "e*"\n      dhcp4: true\n      optional: true\n' | tee "$2/network-config" > "$1/etc/netplan/50-cloud-init.yaml"
    chmod 600 "$1/etc/netplan/50-cloud-init.yaml"
    # What its os-release says, in as far as anybody asks.
    rm -f "$root/etc/os-release"
    printf 'PRETTY_NAME="Ubuntu 26.04 LTS (look-alike of the lab)"\nNAME="Ubuntu"\nVERSION_ID="26.04"\nVERSION_CODENAME=resolute\nID=ubuntu\nID_LIKE=debian\n' > "$root/usr/lib/os-release"
    ln -s ../usr/lib/os-release "$root/etc/os-release"
    echo ubuntu > "$root/etc/hostname"
    chroot "$root" systemctl -q enable systemd-networkd systemd-networkd-wait-online ssh.socket
    chroot "$root" systemctl -q disable ssh.service
    ln -sf ../run/systemd/resolve/stub-resolv.conf "$root/etc/resolv.conf"
}
make_family "$1" ubuntu trixie openssh-server,netplan.io,cloud-init,systemd-resolved,python3-yaml

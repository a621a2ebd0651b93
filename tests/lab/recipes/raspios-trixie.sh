#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# raspios-trixie.sh OUT: like Raspberry Pi OS of Debian 13: cloud-init and netplan in front of NetworkManager, rpi-resize, rpi-swap.
set -euo pipefail
recipes=$(dirname "$0")
. "$recipes/../lib/common.sh"
. "$recipes/../lib/apt.sh"
. "$recipes/image/disk.sh"
. "$recipes/image/raspberry_pi_os.sh"
. "$recipes/image/family.sh"

family() { # ROOT BOOT ID
    family_boot "$1" "$2" kernel8.img initramfs8
    as_raspberry_pi_os "$1" "$3"
    card_fstab "$1" "$3"
    boot_texts "$2" "$3"
    printf 'network:\n  version: 2\n  ethernets:\n    eth0:\n      dhcp4: true\n' > "$2/network-config"
    printf 'network:\n  version: 2\n  renderer: NetworkManager\n  ethernets:\n    eth0:\n      dhcp4: true\n' > "$1/etc/netplan/90-image.yaml"
    chmod 600 "$1/etc/netplan/90-image.yaml"
    printf 'datasource_list: [ NoCloud ]\ndatasource:\n  NoCloud:\n    seedfrom: file:///boot/firmware\n' > "$1/etc/cloud/cloud.cfg.d/99_raspberry-pi.cfg"
    breaks "$1" userconfig.service "Asks on the screen who the user is" "sleep 5"
    breaks "$1" rpi-resize.service "Grows the card" true
    # rpi-swap makes its file when it is not told otherwise.
    mkdir -p "$1/etc/rpi/swap.conf.d" "$1/usr/lib/systemd/system-generators"
    printf '[Main]\n#Mechanism=auto\n' > "$1/etc/rpi/swap.conf"
    cat > "$1/usr/lib/systemd/system-generators/rpi-swap-generator" << 'G'
#!/bin/sh
grep -qs '^Mechanism=\(none\|zram\)' /etc/rpi/swap.conf.d/*.conf && exit 0
printf '[Service]\nType=oneshot\nExecStart=/bin/sh -c "mkdir -p /var/lib/lab-broke; touch /var/lib/lab-broke/swap"\n' > "$1/rpi-swap-file.service"
mkdir -p "$1/multi-user.target.wants"
ln -s ../rpi-swap-file.service "$1/multi-user.target.wants/"
G
    chmod 755 "$1/usr/lib/systemd/system-generators/rpi-swap-generator"
}
make_family "$1" raspios-trixie trixie openssh-server,network-manager,netplan.io,cloud-init

#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dietpi.sh OUT: like DietPi: settings in /boot/dietpi.txt, ifupdown and dhclient, Dropbear with keys that every copy shares, a first boot
# that resets passwords, and logins that are turned away until its first-run set-up is done.
set -euo pipefail
recipes=$(dirname "$0")
. "$recipes/../lib/common.sh"
. "$recipes/../lib/apt.sh"
. "$recipes/image/disk.sh"
. "$recipes/image/raspberry_pi_os.sh"
. "$recipes/image/family.sh"

family() { # ROOT BOOT ID
    local root=$1 type
    family_boot "$1" "$2" kernel8.img initramfs8
    card_fstab "$1" "$3"
    boot_texts "$2" "$3"
    rm -f "$2"/user-data "$2"/meta-data "$2"/network-config
    printf '# DietPi\nAUTO_SETUP_LOCALE=C.UTF-8\nAUTO_SETUP_KEYBOARD_LAYOUT=gb\nAUTO_SETUP_TIMEZONE=Europe/London\nAUTO_SETUP_NET_ETHERNET_ENABLED=1\nAUTO_SETUP_NET_HOSTNAME=DietPi\nAUTO_SETUP_SWAPFILE_SIZE=1\nAUTO_SETUP_SWAPFILE_LOCATION=/var/swap\nAUTO_SETUP_AUTOMATED=0\nAUTO_SETUP_GLOBAL_PASSWORD=dietpi\n' > "$2/dietpi.txt"
    cp "$2/dietpi.txt" "$root/boot/dietpi.txt"
    mkdir -p "$root/boot/dietpi" "$root/etc/bashrc.d"
    echo -1 > "$root/boot/dietpi/.install_stage"
    # shellcheck disable=SC2016
    printf '[[ $- != *i* ]] || [[ $(</boot/dietpi/.install_stage) == 2 ]] || { echo "Root login required"; exit 1; }\n' > "$root/etc/bashrc.d/dietpi.bash"
    # shellcheck disable=SC2016
    echo 'for f in /etc/bashrc.d/*.bash; do . "$f"; done' >> "$root/etc/bash.bashrc"
    echo DietPi > "$root/etc/hostname"
    useradd -R "$root" -m -u 1000 -s /bin/bash -G sudo dietpi
    echo 'dietpi ALL=NOPASSWD: ALL' > "$root/etc/sudoers.d/dietpi"
    chmod 440 "$root/etc/sudoers.d/dietpi"
    printf 'auto lo\niface lo inet loopback\n\nallow-hotplug eth0\niface eth0 inet dhcp\naddress 192.168.0.100\nnetmask 255.255.255.0\n' > "$root/etc/network/interfaces"
    breaks "$1" dietpi-fs_partition_resize.service "Grows the card" "exit 1"
    breaks "$1" dietpi-firstboot.service "Applies dietpi.txt" "rm /etc/machine-id; systemd-machine-id-setup; ifup eth0"
    for type in rsa ecdsa ed25519; do chroot "$root" dropbearkey -t "$type" -f "/etc/dropbear/dropbear_${type}_host_key" > /dev/null 2>&1; done
    sed -i 's/^NO_START=.*/NO_START=0/' "$root/etc/default/dropbear"
}
make_family "$1" dietpi bookworm dropbear-bin,dropbear,ifupdown,isc-dhcp-client,mawk

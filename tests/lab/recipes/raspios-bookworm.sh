#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# raspios-bookworm.sh OUT: like Raspberry Pi OS of Debian 12: NetworkManager, dphys-swapfile, the first-boot script on the card,
# userconfig, sshswitch, a user pi that sudo lets in without asking.
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
    export MKE2FS_CONFIG=$1/etc/mke2fs.conf # the features that Debian 12 gives an ext4: neither metadata_csum_seed nor orphan_file
    boot_texts "$2" "$3"
    rm -f "$2"/user-data "$2"/meta-data "$2"/network-config
    sed -i 's| resize$| quiet init=/usr/lib/raspberrypi-sys-mods/firstboot|' "$2/cmdline.txt"
    mkdir -p "$1/usr/lib/raspberrypi-sys-mods"
    printf '#!/bin/sh\nmkdir -p /var/lib/lab-broke; touch /var/lib/lab-broke/firstboot; reboot -f\n' > "$1/usr/lib/raspberrypi-sys-mods/firstboot"
    chmod 755 "$1/usr/lib/raspberrypi-sys-mods/firstboot"
    echo 'pi ALL=(ALL) NOPASSWD: ALL' > "$1/etc/sudoers.d/010_pi-nopasswd"
    chmod 440 "$1/etc/sudoers.d/010_pi-nopasswd"
    breaks "$1" userconfig.service "Asks on the screen who the user is" "rm -f /etc/ssh/sshd_config.d/10*; sleep 5"
    breaks "$1" sshswitch.service "Turns SSH on where the card says so" "systemctl stop ssh.service"
    breaks "$1" rpi-eeprom-update.service "Looks for firmware on a card" true
    # The generic keyboard was cached when the image was made.
    mkdir -p "$1/etc/console-setup"
    printf '#!/bin/sh\nexit 0\n' > "$1/etc/console-setup/cached_setup_keyboard.sh"
    chmod 755 "$1/etc/console-setup/cached_setup_keyboard.sh"
}
make_family "$1" raspios-bookworm bookworm openssh-server,network-manager,dphys-swapfile,logrotate

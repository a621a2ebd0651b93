# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What makes a Debian root look like Raspberry Pi OS to whoever sets it up: pi-gen's texts, its account, its first-boot units.

# boot_texts FOLDER DISKID
boot_texts() {
    echo "console=serial0,115200 console=tty1 root=PARTUUID=$2-02 rootfstype=ext4 fsck.repair=yes rootwait resize" > "$1/cmdline.txt"
    cat > "$1/config.txt" << 'C'
# For more options and information see http://rptl.io/configtxt
dtparam=audio=on
camera_auto_detect=1
display_auto_detect=1
auto_initramfs=1
max_framebuffers=2
disable_fw_kms_setup=1
arm_64bit=1
disable_overscan=1
arm_boost=1
[cm4]
otg_mode=1
[all]
C
    printf '#cloud-config\n' > "$1/user-data"
    printf 'dsmode: local\ninstance_id: rpios-image\n' > "$1/meta-data"
    printf '#network\n' > "$1/network-config"
}

# pi3_names FOLDER: Debian has the 3's device trees under the chip's newer name only; its firmware asks for either
pi3_names() {
    local tree
    for tree in "$1"/bcm2837-rpi-3-*.dtb; do
        cp "$tree" "${tree/bcm2837/bcm2710}"
    done
}

# first_boot_unit ROOT NAME SECTIONS: installed and enabled
first_boot_unit() {
    printf '%b' "$3" > "$1/usr/lib/systemd/system/$2"
    mkdir -p "$1/etc/systemd/system/multi-user.target.wants"
    ln -sf "/usr/lib/systemd/system/$2" "$1/etc/systemd/system/multi-user.target.wants/$2"
}

# as_raspberry_pi_os ROOT DISKID
as_raspberry_pi_os() {
    local root=$1 group
    echo raspberrypi > "$root/etc/hostname"
    printf '127.0.0.1\tlocalhost\n::1\t\tlocalhost ip6-localhost ip6-loopback\n127.0.1.1\traspberrypi\n' > "$root/etc/hosts"
    printf 'proc            /proc           proc    defaults          0       0\nPARTUUID=%s-01  /boot/firmware  vfat    defaults          0       2\nPARTUUID=%s-02  /               ext4    defaults,noatime  0       1\n' "$2" "$2" > "$root/etc/fstab"
    printf 'Raspberry Pi reference 2026-06-18\nGenerated using pi-gen, built from Debian packages, stage2\n' > "$root/etc/rpi-issue"
    rm -f "$root/etc/machine-id" "$root/etc/resolv.conf" "$root"/etc/ssh/ssh_host_*
    echo uninitialized > "$root/etc/machine-id"
    chmod 444 "$root/etc/machine-id"
    for group in netdev input gpio i2c spi; do groupadd -R "$root" -r -f "$group"; done
    useradd -R "$root" -m -u 1000 -s /bin/bash -G sudo,adm,dialout,cdrom,audio,video,plugdev,games,users,input,netdev,gpio,i2c,spi pi
    systemctl -q --root="$root" disable ssh.service
    # It deletes the host keys it finds: a set-up that brings its own must switch it off.
    first_boot_unit "$root" regenerate_ssh_host_keys.service '[Unit]\nDescription=Regenerate SSH host keys\nBefore=ssh.service\n\n[Service]\nType=oneshot\nExecStartPre=-/bin/sh -c "rm -f /etc/ssh/ssh_host_*_key*"\nExecStart=/usr/bin/ssh-keygen -A\nExecStartPost=/bin/systemctl disable regenerate_ssh_host_keys\n\n[Install]\nWantedBy=multi-user.target\n'
    first_boot_unit "$root" rpi-resize.service '[Unit]\nDescription=Grow the root file system\nConditionFirstBoot=yes\n\n[Service]\nType=oneshot\nExecStart=/bin/sh -c "findmnt -n -o SOURCE / | grep -q ^/dev/"\n\n[Install]\nWantedBy=multi-user.target\n'
}

# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The initramfs of the small image: busybox, the modules for an NFS root on a virtio card or a Pi's own, and an init that
# mounts what `nfsroot=` says. Under 3 MB, since every simulated Pi fetches it from an emulated server.

initramfs_modules="virtio_pci virtio_mmio virtio_net nfs nfsv3 af_packet smsc95xx lan78xx bcm7xxx broadcom genet macb"

# modules_in_order UNPACKED: the files of those modules and of all they need, each after what it needs
modules_in_order() {
    local version name
    version=$(basename "$(echo "$1"/usr/lib/modules/*)")
    [ -e "$1/lib" ] || ln -s usr/lib "$1/lib"
    depmod -b "$1" "$version"
    for name in $initramfs_modules; do
        modprobe -d "$1" -S "$version" --show-depends "$name" | awk '$1 == "insmod" { print $2 }'
    done | awk '!seen[$0]++'
}

# small_initramfs UNPACKED WORK OUT
small_initramfs() {
    local unpacked=$1 tree=$2 out=$3 name file
    mkdir -p "$tree"/{bin,dev,proc,sys,mnt,modules}
    cp "$unpacked/usr/bin/busybox" "$tree/bin/busybox"
    ln -s busybox "$tree/bin/sh"
    for file in $(modules_in_order "$unpacked"); do
        name=$(basename "$file" .ko.xz)
        xz -dc "$file" > "$tree/modules/$name.ko"
        echo "$name" >> "$tree/modules/order"
    done
    install -m 755 "$lab_here/recipes/image/initramfs_init.sh" "$tree/init"
    install -m 755 "$lab_here/recipes/image/initramfs_dhcp.sh" "$tree/dhcp"
    find "$tree" -exec touch -h -d "@$epoch" {} +
    (cd "$tree" && find . | sort | cpio --quiet -o -H newc --reproducible -R 0:0) | xz -9 --check=crc32 > "$out"
}

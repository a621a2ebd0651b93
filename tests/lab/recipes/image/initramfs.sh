# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The initramfs of the small image: busybox, the modules for an NFS root on a virtio card or a Pi's own, and an init that
# mounts what `nfsroot=` says. Under 3 MB, since every simulated Pi fetches it from an emulated server.

initramfs_modules="failover net_failover virtio_mmio virtio_pci_modern_dev virtio_pci_legacy_dev virtio_pci virtio_net
 sunrpc grace lockd netfs fscache nfs nfs_acl nfsv3 af_packet
 mii usbnet smsc95xx lan78xx libphy fixed_phy mdio-bcm-unimac bcm-phy-lib broadcom bcm7xxx genet macb"

# small_initramfs UNPACKED WORK OUT
small_initramfs() {
    local unpacked=$1 tree=$2 out=$3 name file
    mkdir -p "$tree"/{bin,dev,proc,sys,mnt,modules}
    cp "$unpacked/usr/bin/busybox" "$tree/bin/busybox"
    ln -s busybox "$tree/bin/sh"
    for name in $initramfs_modules; do
        file=$(find "$unpacked/usr/lib/modules" -name "$name.ko*" | head -n1)
        [ -n "$file" ] || continue # built in, in this kernel
        xz -dc "$file" > "$tree/modules/$name.ko"
        echo "$name" >> "$tree/modules/order"
    done
    install -m 755 "$lab_here/recipes/image/initramfs_init.sh" "$tree/init"
    install -m 755 "$lab_here/recipes/image/initramfs_dhcp.sh" "$tree/dhcp"
    find "$tree" -exec touch -h -d "@$epoch" {} +
    (cd "$tree" && find . | sort | cpio --quiet -o -H newc --reproducible -R 0:0) | xz -9 --check=crc32 > "$out"
}

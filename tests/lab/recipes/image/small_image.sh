# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The small Raspberry Pi image: real firmware, kernel and device trees of four models, a busybox root; made for practice,
# where four Pis fetch their files at once from one emulated processor: the kernel is gzipped (the firmware takes that).

disk_id=5a3c2b1a
root_uuid=4d9ddbb8-2c5c-4a4e-9e0a-1f0d3d6f2a11

small_boot() { # UNPACKED WORK FOLDER
    local unpacked=$1 boot=$3 name
    mkdir -p "$boot/overlays"
    for name in bootcode.bin start.elf fixup.dat start4.elf fixup4.dat; do
        cp "$unpacked/usr/lib/raspi-firmware/$name" "$boot/"
    done
    for name in bcm2837-rpi-3-b bcm2837-rpi-3-b-plus bcm2711-rpi-4-b bcm2712-rpi-5-b; do
        find "$unpacked/usr/lib" -path "*/broadcom/$name.dtb" -exec cp {} "$boot/" \;
    done
    pi3_names "$boot"
    gzip -9nc "$unpacked"/boot/vmlinuz-* > "$boot/kernel8.img"
    cp "$boot/kernel8.img" "$boot/kernel_2712.img"
    small_initramfs "$unpacked" "$2/initramfs" "$boot/initramfs8"
    cp "$boot/initramfs8" "$boot/initramfs_2712"
    echo "console=serial0,115200 console=tty1 root=PARTUUID=$disk_id-02 rootfstype=ext4 fsck.repair=yes rootwait resize" > "$boot/cmdline.txt"
    printf '# small practice image\narm_64bit=1\nauto_initramfs=1\n[all]\n' > "$boot/config.txt"
    printf '#cloud-config\n' > "$boot/user-data"
    echo "Long names and letters of other alphabets live here." > "$boot/overlays/A long name with ümläut.txt"
    echo "overlays of the small practice image" > "$boot/overlays/README"
}

# small_image WORK OUT CACHE ROOT_MIB [fixture]
small_image() {
    local work=$1 out=$2 python
    arm64_packages "$3"
    unpack_packages "$work/unpacked"
    small_boot "$work/unpacked" "$work" "$work/boot"
    boot_partition "$work/boot" "$work/p1" 64 5f5d1f3f
    python=$lab_here/recipes/image/small_root.py
    PYTHONDONTWRITEBYTECODE=1 python3 "$python" "$work/root" "$work/unpacked/usr/bin/busybox" "$epoch" "$disk_id" "$work/values" "${@:5}" > "$work/script"
    root_partition "$work/root" "$work/script" "$work/p2" "$4" "$root_uuid"
    join_partitions "$work/p1" "$work/p2" "$out" "$disk_id"
}

#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# real.sh OUT: a Debian 13 arm64 Raspberry Pi image in the layout of Raspberry Pi OS, made under emulation (minutes). The same
# image boots on a Pi and in qemu's `virt` machine with an NFS root.
set -euo pipefail
recipes=$(dirname "$0")
. "$recipes/../lib/common.sh"
. "$recipes/../lib/apt.sh"
. "$recipes/image/disk.sh"
. "$recipes/image/raspberry_pi_os.sh"

out=$1
root=$out/work/root
disk_id=4d3c2b1a
root_uuid=4d9ddbb8-2c5c-4a4e-9e0a-1f0d3d6f2a10
packages=systemd-sysv,udev,dbus,kmod,initramfs-tools,zstd,linux-image-arm64,raspi-firmware,openssh-server,sudo,passwd
packages+=,netbase,iproute2,iputils-ping,procps,nfs-common

bootstrap() {
    # The initramfs is made while packages are installed, so what goes into it must be said before. Level 1: emulated zstd is slow.
    # shellcheck disable=SC2016  # $1 is mmdebstrap's
    mmdebstrap --quiet --mode=root --architectures=arm64 --variant=minbase --format=directory \
        --components=main,non-free-firmware --include="$packages" \
        --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "3"' \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='force-unsafe-io' \
        --essential-hook='mkdir -p "$1/etc/initramfs-tools/conf.d" "$1/usr/share/initramfs-tools/modules.d"' \
        --essential-hook='printf "MODULES=most\nCOMPRESS=zstd\nCOMPRESSLEVEL=1\n" > "$1/etc/initramfs-tools/conf.d/image"' \
        --essential-hook='printf "virtio_pci\nvirtio_mmio\nvirtio_net\nnfs\nnfsv3\n" > "$1/usr/share/initramfs-tools/modules.d/image"' \
        "$suite" "$root" "$(lab_mirror)" >&2
}

boot_files() { # FOLDER
    local boot=$1 version firmware=$root/usr/lib/raspi-firmware
    version=$(basename "$(echo "$root"/usr/lib/modules/*)")
    mkdir -p "$boot/overlays"
    cp "$firmware"/*.bin "$firmware"/*.dat "$firmware"/*.elf "$boot/"
    cp "$firmware"/overlays/* "$boot/overlays/"
    cp "$root/usr/lib/linux-image-$version"/broadcom/bcm27*.dtb "$root/usr/lib/linux-image-$version"/broadcom/bcm2837*.dtb "$boot/"
    pi3_names "$boot"
    # Gzipped, as Raspberry Pi OS has it; the firmware unpacks it.
    gzip -9nc "$root/boot/vmlinuz-$version" > "$boot/kernel8.img"
    cp "$boot/kernel8.img" "$boot/kernel_2712.img"
    cp "$root/boot/initrd.img-$version" "$boot/initramfs8"
    cp "$boot/initramfs8" "$boot/initramfs_2712"
    boot_texts "$boot" "$disk_id"
}

image() {
    local work=$out/work size
    rm -rf "${root:?}"/boot/firmware/* "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/var/log/apt
    boot_files "$work/boot"
    PYTHONDONTWRITEBYTECODE=1 python3 "$lab_here/recipes/image/fixture.py" "$work/fixture" "$epoch" "$work/values" > "$work/script"
    size=$(du -sm --apparent-size --one-file-system "$root" | cut -f1)
    mkdir -p "$root/opt"
    cp -a --sparse=always "$work/fixture/opt/fixture" "$root/opt/"
    boot_partition "$work/boot" "$work/p1" 256 5f5d1f3e
    root_partition "$root" "$work/script" "$work/p2" $(((size * 12 / 10 + 200 + 7) / 8 * 8)) "$root_uuid"
    join_partitions "$work/p1" "$work/p2" "$out/real.img" "$disk_id"
}

"$lab_here/lib/binfmt" || die "this machine cannot run arm64 programs (binfmt_misc, qemu-user)"
work_dir "$out/work"
step "  Debian arm64 packages, emulated: several minutes" bootstrap
as_raspberry_pi_os "$root" "$disk_id"
step "  disk image" image
step "  xz" compress_xz "$out/real.img" 1 # most of it is compressed already
umount "$out/work" 2> /dev/null || rm -rf "$root"
rm -rf "$out/work"
say "  real.img.xz: $(du -m "$out/real.img.xz" | cut -f1) MB"

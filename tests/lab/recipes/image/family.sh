# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Images of the families that Raspberry Pis run, built from Debian's packages: what each family does at its first boot and to
# its network is there, in the places where the family has it. They are amd64 and their kernel is user-mode Linux, so that one
# boots in seconds; to whoever sets them up they are images like any other.

kernel_version=$(basename "$(echo /usr/lib/uml/modules/*)")
common=systemd-sysv,udev,dbus,kmod,initramfs-tools,sudo,passwd,netbase,iproute2,iputils-ping,procps,nfs-common,locales
common+=,keyboard-configuration,tzdata

# family_root ROOT SUITE PACKAGES: a Debian tree with the kernel's modules and an initramfs that can mount NFS
family_root() {
    local root=$1
    # shellcheck disable=SC2016  # $1 is mmdebstrap's
    mmdebstrap --quiet --mode=root --variant=minbase --format=directory --components=main --include="$common,$3" \
        --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "3"' \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='force-unsafe-io' \
        "$2" "$root" "$(lab_mirror)" >&2
    local part
    for part in fs/nfs fs/nfs_common fs/lockd fs/netfs fs/autofs net/sunrpc net/dns_resolver crypto lib; do
        [ -d "/usr/lib/uml/modules/$kernel_version/kernel/$part" ] || continue
        mkdir -p "$root/usr/lib/modules/$kernel_version/kernel/${part%/*}"
        cp -a "/usr/lib/uml/modules/$kernel_version/kernel/$part" "$root/usr/lib/modules/$kernel_version/kernel/${part%/*}/"
    done
    cp /usr/lib/uml/modules/"$kernel_version"/modules.{order,builtin}* "$root/usr/lib/modules/$kernel_version/"
    chroot "$root" depmod "$kernel_version"
    family_initramfs "$root"
    rm -f "$root/etc/machine-id" "$root"/etc/ssh/ssh_host_* "$root"/etc/dropbear/dropbear_*_host_key
    echo uninitialized > "$root/etc/machine-id"
    # Machines of this lab have no clock, disk or terminal worth waiting for.
    for part in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service fstrim.timer \
        getty.target ldconfig.service systemd-hwdb-update.service systemd-journal-catalog-update.service systemd-pstore.service man-db.timer; do
        ln -sf /dev/null "$root/etc/systemd/system/$part"
    done
    # As in the lab's server: there is one card to be found, and announcing each of 80 terminals takes seconds.
    mkdir -p "$root/etc/systemd/system/systemd-udev-trigger.service.d"
    printf '[Service]\nExecStart=\nExecStart=-udevadm trigger --type=devices --action=add --subsystem-match=net --subsystem-match=block\n' \
        > "$root/etc/systemd/system/systemd-udev-trigger.service.d/lab.conf"
}

# The card is called vec0 in user-mode Linux; a Pi's is eth0, and what is laid over an image goes by that name.
family_initramfs() {
    local root=$1 dir=$1/etc/initramfs-tools
    printf '#!/bin/sh\n[ "$1" != prereqs ] || exit 0\n. /usr/share/initramfs-tools/hook-functions\ncopy_exec /sbin/ip /sbin\n' > "$dir/hooks/lab"
    printf '#!/bin/sh\n[ "$1" != prereqs ] || exit 0\nip link set vec0 name eth0\n' > "$dir/scripts/init-top/lab"
    chmod 755 "$dir/hooks/lab" "$dir/scripts/init-top/lab"
    printf 'MODULES=list\nCOMPRESS=gzip\n' > "$dir/conf.d/lab"
    printf 'nfs\nnfsv3\n' >> "$dir/modules"
    echo CONFIG_RD_GZIP=y > "$root/boot/config-$kernel_version" # Debian 12's asks whether the kernel can unpack it
    chroot "$root" update-initramfs -c -k "$kernel_version" > "$root/../initramfs.log" 2>&1 || { cat "$root/../initramfs.log" >&2; die "no initramfs"; }
    [ -s "$root/boot/initrd.img-$kernel_version" ] || die "no initramfs in $root"
    rm -f "$dir/hooks/lab" "$dir/scripts/init-top/lab" "$dir/conf.d/lab" "$root/boot/config-$kernel_version"
    sed -i '/^nfs/d' "$dir/modules"
}

# family_boot ROOT FOLDER KERNEL INITRAMFS: the files a Pi 4 fetches, with what passes for its firmware
family_boot() {
    local boot=$2
    mkdir -p "$boot/overlays"
    gzip -9nc /usr/bin/linux.uml > "$boot/$3"
    mv "$1/boot/initrd.img-$kernel_version" "$boot/$4"
    echo "firmware of the lab" | tee "$boot/start4.elf" "$boot/fixup4.dat" > "$boot/bcm2711-rpi-4-b.dtb"
    echo "overlays" > "$boot/overlays/README"
}

# family_image NAME ROOT BOOT OUT: both trees become NAME.img.xz in the folder OUT
family_image() {
    local work=$4/work id size
    id=$(printf '%s' "$1" | sha256sum | cut -c1-8)
    rm -rf "$2"/var/cache/apt/* "$2"/var/lib/apt/lists/* "$2"/var/log/apt "$2"/var/log/*.log "$2"/usr/share/bash-completion
    mkdir -p "$2/var/cache/apt/archives/partial" "$2/boot/firmware"
    : > "$work/script"
    size=$(du -sm --apparent-size --one-file-system "$2" | cut -f1)
    boot_partition "$3" "$work/p1" 64 "$id"
    root_partition "$2" "$work/script" "$work/p2" $(((size * 12 / 10 + 150 + 7) / 8 * 8)) "${id}-2c5c-4a4e-9e0a-1f0d3d6f2a12"
    join_partitions "$work/p1" "$work/p2" "$4/$1.img" "$id"
    compress_xz "$4/$1.img" 0
}

# unit ROOT NAME [enabled]: a unit of the family, from standard input
unit() {
    local target
    cat > "$1/usr/lib/systemd/system/$2"
    [ "${3:-}" = enabled ] || return 0
    target=$(sed -n 's/^WantedBy=//p' "$1/usr/lib/systemd/system/$2")
    mkdir -p "$1/etc/systemd/system/${target:-multi-user.target}.wants"
    ln -sf "/usr/lib/systemd/system/$2" "$1/etc/systemd/system/${target:-multi-user.target}.wants/$2"
}

# card_fstab ROOT ID: as an image has it
card_fstab() {
    printf 'proc /proc proc defaults 0 0\nPARTUUID=%s-01 /boot/firmware vfat defaults 0 2\nPARTUUID=%s-02 / ext4 defaults,noatime 0 1\n' "$2" "$2" > "$1/etc/fstab"
}

# breaks ROOT NAME WHAT COMMAND: a first-boot unit that has no place on a network root. Should it run all the same, it leaves
# /var/lib/lab-broke/NAME behind.
breaks() {
    unit "$1" "$2" enabled << U
[Unit]
Description=$3
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh -c 'mkdir -p /var/lib/lab-broke; touch /var/lib/lab-broke/$2; $4'
[Install]
WantedBy=multi-user.target
U
}

# make_family OUT NAME SUITE PACKAGES: `family ROOT BOOT ID`, which the recipe defines, does what is the family's own
make_family() {
    local out=$1 name=$2 root=$1/work/root boot=$1/work/boot
    work_dir "$out/work"
    mkdir -p "$boot"
    step "  $name: packages" family_root "$root" "$3" "$4"
    family "$root" "$boot" "$(printf '%s' "$name" | sha256sum | cut -c1-8)"
    step "  $name: disk image" family_image "$name" "$root" "$boot" "$out"
    umount "$out/work" 2> /dev/null || rm -rf "$out"/work/*
    rmdir "$out/work"
    say "  $name.img.xz: $(du -m "$out/$name.img.xz" | cut -f1) MB"
}

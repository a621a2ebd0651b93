# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lays out an image as pi-gen does: MBR, 8 MiB alignment, FAT32 "bootfs", ext4 "rootfs" without 64bit and huge_file. No loop
# device, no mount; the same input gives the same bytes.

mib=$((1 << 20))
epoch=1781700000
export SOURCE_DATE_EPOCH=$epoch E2FSPROGS_FAKE_TIME=$epoch MTOOLS_SKIP_CHECK=1

# boot_partition FOLDER OUT MIB VOLUME_ID
boot_partition() {
    local folder=$1 out=$2 name
    find "$folder" -exec touch -d "@$epoch" {} +
    rm -f "$out"
    truncate -s $(($3 * mib)) "$out"
    mkfs.fat --invariant -n bootfs -F 32 -s 1 -i "$4" "$out" > /dev/null 2>&1 # it dislikes lower-case labels
    # One by one in a fixed order: mcopy -s would take the folder's own.
    (cd "$folder" && find . -mindepth 1 -type d | sort) | while read -r name; do mmd -i "$out" "::/$name"; done
    (cd "$folder" && find . -type f | sort) | while read -r name; do mcopy -i "$out" -m "$folder/$name" "::/$name"; done
}

# root_partition FOLDER SCRIPT OUT MIB UUID: the tree, then what debugfs sets in it
root_partition() {
    local folder=$1 script=$2 out=$3
    rm -f "$out"
    truncate -s $(($4 * mib)) "$out"
    mke2fs -q -t ext4 -b 4096 -L rootfs -U "$5" -O ^64bit,^huge_file -d "$folder" \
        -E "hash_seed=$5,lazy_itable_init=0,lazy_journal_init=0,root_owner=0:0" "$out"
    debugfs -w -f "$script" "$out" > "$out.log" 2>&1
    # debugfs says what it was told and what it made; anything else is a complaint, which it does not put into its exit code
    if grep -vE '^debugfs: |^debugfs 1|^Allocated inode' "$out.log" >&2; then die "debugfs refused a part of the tree"; fi
    e2fsck -fn "$out" > "$out.log" 2>&1 || { cat "$out.log" >&2; die "the root partition is not clean"; }
}

# join_partitions BOOT ROOT OUT DISKID
join_partitions() {
    local boot=$1 root=$2 out=$3 boot_size root_size
    boot_size=$(stat -c %s "$boot")
    root_size=$(stat -c %s "$root")
    rm -f "$out"
    truncate -s $((8 * mib + boot_size + root_size)) "$out"
    printf 'label: dos\nlabel-id: 0x%s\nstart=%d, size=%d, type=c\nstart=%d, size=%d, type=83\n' "$4" \
        $((8 * mib / 512)) $((boot_size / 512)) $(((8 * mib + boot_size) / 512)) $((root_size / 512)) | sfdisk -q "$out"
    dd if="$boot" of="$out" bs=1M seek=8 conv=notrunc,sparse status=none
    dd if="$root" of="$out" bs=1M seek=$((8 + boot_size / mib)) conv=notrunc,sparse status=none
}

# compress_xz IMAGE [LEVEL]: in blocks with their sizes, as pi-gen does, so that several threads can read it
compress_xz() { xz "-${2:-3}" -T2 --block-size=$((24 * mib)) "$1"; }

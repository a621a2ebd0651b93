#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# light.sh OUT CACHE: the small image with a kernel of 1 MB that nobody starts. A simulated Pi fetches it like the whole one, a tenth of
# the bytes; most of what a check waits for is one emulated processor sending a kernel to four Pis.
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"
. "$(dirname "$0")/image/disk.sh"
out=$1
image=$out/light.img

xz -dc "$2/small/small.img.xz" > "$image"
mkdir "$out/boot"
mcopy -s -m -i "$image@@$((8 * mib))" '::*' "$out/boot/"
# The pipe breaks once there is enough: that is meant.
{ gunzip -c "$out/boot/kernel8.img" 2> /dev/null || true; } | head -c $((2 * mib)) | gzip -9n > "$out/boot/kernel_2712.img"
cp "$out/boot/kernel_2712.img" "$out/boot/kernel8.img"
boot_partition "$out/boot" "$out/p1" 64 5f5d1f3f
dd if="$out/p1" of="$image" bs=1M seek=8 conv=notrunc status=none
rm -r "$out/boot" "$out/p1"
compress_xz "$image"
say "  light.img.xz: $(du -m "$out/light.img.xz" | cut -f1) MB"

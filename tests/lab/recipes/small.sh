#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# small.sh OUT CACHE: the quick Raspberry Pi image of practice mode.
set -euo pipefail
recipes=$(dirname "$0")
. "$recipes/../lib/common.sh"
. "$recipes/../lib/apt.sh"
. "$recipes/image/arm64_packages.sh"
. "$recipes/image/disk.sh"
. "$recipes/image/raspberry_pi_os.sh"
. "$recipes/image/initramfs.sh"
. "$recipes/image/small_image.sh"

work_dir "$1/work"
step "  small image" small_image "$1/work" "$1/small.img" "$2" 48
compress_xz "$1/small.img"
umount "$1/work" 2> /dev/null || rm -rf "$1/work"/*
rmdir "$1/work"
say "  small.img.xz: $(du -m "$1/small.img.xz" | cut -f1) MB"

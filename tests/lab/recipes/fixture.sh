#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fixture.sh OUT CACHE: the small image with every awkward node an ext4 reader must get right in /opt/fixture.
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
step "  fixture image" small_image "$1/work" "$1/fixture.img" "$2" 96 fixture
compress_xz "$1/fixture.img"
umount "$1/work" 2> /dev/null || rm -rf "$1/work"/*
rmdir "$1/work"
say "  fixture.img.xz: $(du -m "$1/fixture.img.xz" | cut -f1) MB"

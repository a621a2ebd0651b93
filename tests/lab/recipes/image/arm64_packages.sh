# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The arm64 packages the Pi images are made of, fetched once and kept: kernel, firmware, busybox.

# arm64_packages CACHE: fetches them to CACHE/arm64-packages; leaves that path in `debs`
arm64_packages() {
    local kernel new=$1/arm64-packages.new
    debs=$1/arm64-packages
    [ ! -d "$debs" ] || return 0
    rm -rf "$new"
    mkdir -p "$new"
    private_apt "$new/apt" arm64 "main non-free-firmware"
    kernel=$(apt-cache "${apt_options[@]}" depends linux-image-arm64 | awk '/Depends: linux-image-/ { print $2 }' | tail -n1)
    [ -n "$kernel" ] || die "the mirror has no linux-image-arm64"
    (cd "$new" && apt-get "${apt_options[@]}" download "$kernel" raspi-firmware busybox-static >&2)
    rm -rf "$new/apt"
    mv "$new" "$debs"
}

# unpack_packages DEST: kernel, device trees, modules, firmware and busybox, without what no Pi image here uses
unpack_packages() {
    local deb
    mkdir -p "$1"
    for deb in "$debs"/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -C "$1" -xf - --exclude='*/sound/*' --exclude='*/drivers/gpu/*' \
            --exclude='*/drivers/media/*' --exclude='*/drivers/staging/*' --exclude='./usr/share/*'
    done
}

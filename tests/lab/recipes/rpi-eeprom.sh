#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# rpi-eeprom.sh OUT: the packages rpi-eeprom and rpi-eeprom-images, unpacked and not installed. From the mirror of this machine where it carries
# them (Debian 13 does not), else from Raspberry Pi's own archive (BRAMBLE_RPI_ARCHIVE names a mirror of it).
set -euo pipefail
recipes=$(dirname "$0")
. "$recipes/../lib/common.sh"
. "$recipes/../lib/apt.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
packages="rpi-eeprom rpi-eeprom-images"

take() { # OUT: with the apt of apt_options; false where there is no such package
    local name got=
    for name in $packages; do
        (cd "$work" && apt-get "${apt_options[@]}" download "$name" > /dev/null 2>&1) && got=yes
    done
    [ -n "$got" ] || return 1
    for name in "$work"/*.deb; do dpkg-deb -x "$name" "$1"; done
    # The tool alone changes nothing: there has to be an image of each family, too.
    find "$1" -path '*2711*' -name 'pieeprom-*.bin' | grep -q . && find "$1" -path '*2712*' -name 'pieeprom-*.bin' | grep -q .
}

private_apt "$work/debian" arm64 "main non-free-firmware"
if take "$1"; then exit 0; fi

archive=${BRAMBLE_RPI_ARCHIVE:-https://archive.raspberrypi.com/debian}
key=$work/key.asc
curl -fsS -m 30 -o "$key" "$archive/raspberrypi.gpg.key" 2> "$work/why" ||
    die "the mirror has no package rpi-eeprom, and Raspberry Pi's archive did not answer ($(cat "$work/why"))"
mkdir -p "$work/pi"/{lists/partial,archives/partial}
echo "deb [arch=arm64 signed-by=$key] $archive $suite main" > "$work/pi/sources.list"
apt_options=("${apt_options[@]}" -o "Dir::Etc::sourcelist=$work/pi/sources.list" -o "Dir::State::lists=$work/pi/lists" -o "Dir::Cache=$work/pi")
apt-get "${apt_options[@]}" update >&2
take "$1" || die "Raspberry Pi's archive has no package rpi-eeprom with images of both families"

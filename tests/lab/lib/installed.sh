# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The lab's server with packages on it already, for checks that are about something else than installing: in user-mode Linux dpkg takes
# most of a minute for them.

# installed_server OUT CACHE DEBS...: OUT/server.img, a copy of the fresh server with these in it; nothing has been started yet
installed_server() {
    local out=$1 root=$1/root
    cp --sparse=always "$2/server/server.img" "$out/server.img"
    mkdir "$root"
    mount -o loop "$out/server.img" "$root"
    mkdir "$root/debs"
    cp "${@:3}" "$root/debs/"
    printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    chroot "$root" sh -c 'DEBIAN_FRONTEND=noninteractive apt-get -o APT::Sandbox::User=root install -qq -y --no-install-recommends /debs/*.deb' > "$out/log" 2>&1 || { tail -n 20 "$out/log" >&2; die "the packages do not go in"; }
    rm -r "$root/usr/sbin/policy-rc.d" "$root/debs"
    umount "$root"
    rmdir "$root"
    rm "$out/log"
}

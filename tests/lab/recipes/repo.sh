#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# repo.sh OUT CACHE: the offline package repository: what the server image lacks for TFTP, proxy DHCP and NFS.
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"
. "$(dirname "$0")/../lib/apt.sh"
out=$1
cache=$2

private_apt "$out/apt" amd64 main "$cache/server/dpkg-status"
apt-get "${apt_options[@]}" install -y --download-only dnsmasq-base nfs-kernel-server >&2
mv "$out"/apt/archives/*.deb "$out/"
rm -rf "$out/apt"
cd "$out"
dpkg-scanpackages -m . > Packages 2> /dev/null
gzip -kn Packages
xz -k Packages
say "  $(ls -- *.deb | wc -l) packages, $(du -sm . | cut -f1) MB"

#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# neighbours.sh OUT CACHE: the server with what may run on one already when this program comes (a dnsmasq that gives addresses, a firewall, tcpdump),
# and the packages of that.
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"
. "$(dirname "$0")/../lib/apt.sh"
. "$(dirname "$0")/../lib/installed.sh"
out=$1
cache=$2

private_apt "$out/apt" amd64 main "$cache/server/dpkg-status"
apt-get "${apt_options[@]}" install -y --download-only dnsmasq ufw tcpdump >&2
mv "$out"/apt/archives/*.deb "$out/"
rm -rf "$out/apt"
say "  $(ls -- "$out"/*.deb | wc -l) packages"
installed_server "$out" "$cache" "$out"/*.deb

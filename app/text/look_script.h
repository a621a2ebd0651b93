// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bramble {

/// The script of lookCommand(). $1 folder, $2 SSH_CONNECTION, then three lists, each with its length in front: files,
/// packages, units. Each section begins with `@@name`; every line of content has a blank in front, so that no content
/// can look like a section. Files and marks are base64: one line `path content` each.
inline constexpr char lookScript[] = R"sh(
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
folder=$1
connection=$2
shift 2
section() { printf '@@%s\n' "$1"; sed 's/^/ /'; }
packed() { printf '%s ' "$1"; base64 "$2" | tr -d '\n'; echo; }

[ ! -r /etc/os-release ] || section os-release </etc/os-release
uname -n 2>/dev/null | section hostname
uname -m 2>/dev/null | section architecture
{ [ ! -d /run/systemd/system ] || echo yes; } | section systemd
printf '%s\n' "$connection" | section ssh
ip -j addr show 2>/dev/null | section addresses
ip -j -4 route show default 2>/dev/null | section routes
for d in /sys/class/net/*/wireless; do
    [ ! -d "$d" ] || { d=${d%/wireless}; printf '%s\n' "${d##*/}"; }
done | section wireless
ss -Hlnup 2>/dev/null | section udp
ss -Hlntp 2>/dev/null | section tcp

near=$folder
while [ ! -d "$near" ]; do
    case $near in */*) near=${near%/*} ;; *) near= ;; esac
    [ -n "$near" ] || near=/
done
df -PT "$near" 2>/dev/null | sed 1d | section filesystem
stat -f -c '%S %f %d' "$near" 2>/dev/null | section space

n=$1
shift
i=0
for f; do
    i=$((i + 1))
    [ "$i" -le "$n" ] || break
    [ ! -f "$f" ] || [ "$(wc -c <"$f")" -gt 1048576 ] || packed "$f" "$f"
done | section files
shift "$n"

n=$1
shift
i=0
packages=
while [ "$i" -lt "$n" ]; do packages="$packages $1"; shift; i=$((i + 1)); done
# shellcheck disable=SC2086 # package names have no blanks
if [ -n "$packages" ]; then
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' $packages 2>/dev/null | section installed
    apt-cache policy $packages 2>/dev/null | section available
fi

shift
for u; do
    [ "$(systemctl is-active "$u" 2>/dev/null)" != active ] || printf '%s\n' "$u"
done | section units

for f in "$folder"/laid/*; do
    [ ! -f "$f" ] || [ "$(wc -c <"$f")" -gt 4096 ] || packed "${f##*/}" "$f"
done | section laid
for f in "$folder"/images/*/; do
    f=${f%/}
    [ ! -d "$f/root" ] || [ ! -d "$f/boot" ] || printf '%s\n' "${f##*/}"
done | section images
date +%s%3N | section clock
echo | section end
)sh";

} // namespace bramble

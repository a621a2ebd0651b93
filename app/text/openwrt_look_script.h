// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bramble {

/// The script of openWrtLookCommand(), for BusyBox ash with OpenWrt's applets: no base64, stat, realpath, od, ss, printenv, and no
/// fractions in sleep. $1 served folder or "", then three lists, each with its length in front: files, packages, settings. Sections
/// as in look_script.h; files, settings and marks in hex: one line `name hex` each. Read-only.
inline constexpr char openWrtLookScript[] = R"sh(
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
folder=$1
shift
section() { printf '@@%s\n' "$1"; sed 's/^/ /'; }
packed() { printf '%s ' "$1"; hexdump -ve '1/1 "%02x"' "$2"; echo; }
small() { [ -f "$1" ] && [ "$(wc -c <"$1")" -le 1048576 ]; }
bytes() { dd if="$1" bs=1 skip="$2" count="$3" 2>/dev/null | hexdump -ve '1/1 "%02x"'; }

section openwrt </etc/openwrt_release
[ ! -r /etc/os-release ] || section os-release </etc/os-release
uname -n | section hostname
uname -m | section architecture
printf '%s\n' "${SSH_CONNECTION-}" | section ssh
ip -4 -o addr show 2>/dev/null | section addresses
for d in /sys/class/net/*; do
    [ ! -r "$d/address" ] || printf '%s %s %s %s\n' "${d##*/}" "$(cat "$d/address")" "$(cat "$d/operstate" 2>/dev/null)" "$([ ! -d "$d/wireless" ] && [ ! -d "$d/phy80211" ] || echo wireless)"
done | section cards
ip -4 route show 2>/dev/null | section routes
{ netstat -lnup 2>/dev/null || netstat -lnu 2>/dev/null; } | section udp
{ netstat -lntp 2>/dev/null || netstat -lnt 2>/dev/null; } | section tcp
df -k 2>/dev/null | section df
section meminfo </proc/meminfo
section filesystems </proc/filesystems
section mountinfo </proc/self/mountinfo
section partitions </proc/partitions
command -v block >/dev/null 2>&1 && block info 2>/dev/null | section block
# What ext2, 3 and 4 say of themselves, also where nothing is installed that could ask: magic, UUID, size and free space.
while read -r _ _ blocks name _; do
    [ -b "/dev/$name" ] && [ "${blocks:-0}" -gt 1024 ] || continue
    case $name in mtd* | ubi* | loop* | ram* | zram*) continue ;; esac
    [ "$(bytes "/dev/$name" 1080 2)" = 53ef ] || continue
    printf '/dev/%s %s %s %s %s\n' "$name" "$(bytes "/dev/$name" 1128 16)" "$(bytes "/dev/$name" 1028 4)" "$(bytes "/dev/$name" 1036 4)" "$(bytes "/dev/$name" 1048 4)"
done </proc/partitions | section ext
for d in /overlay /; do
    if df -k "$d" >/dev/null 2>&1; then df -k "$d" | sed 1d | section flash; break; fi
done
uci -q changes 2>/dev/null | section staged
grep -c pxe_service /etc/init.d/dnsmasq 2>/dev/null | section pxe
dnsmasq -v 2>/dev/null | head -n 1 | section dnsmasq
cat /tmp/dhcp.leases 2>/dev/null | section leases
sed 1d /proc/net/arp 2>/dev/null | section arp

n=$1
shift
i=0
for f; do
    i=$((i + 1))
    [ "$i" -le "$n" ] || break
    ! small "$f" || packed "$f" "$f"
done | section files
shift "$n"

n=$1
shift
packages=
while [ "$n" -gt 0 ]; do packages="$packages $1"; shift; n=$((n - 1)); done
if command -v apk >/dev/null 2>&1; then
    echo apk | section manager
    apk info 2>/dev/null | section installed
    { [ -z "$(ls -A /var/cache/apk 2>/dev/null)$(ls -A /tmp/apk-lists 2>/dev/null)" ] || echo yes; } | section lists
    for p in $packages; do apk list "$p" 2>/dev/null; done | section available
elif command -v opkg >/dev/null 2>&1; then
    echo opkg | section manager
    opkg list-installed 2>/dev/null | section installed
    { [ -z "$(ls -A /var/opkg-lists 2>/dev/null)" ] || echo yes; } | section lists
    for p in $packages; do opkg list "$p" 2>/dev/null; done | section available
fi

shift
for c; do
    ! small "/etc/config/$c" || packed "$c" "/etc/config/$c"
done | section configs

if [ -n "$folder" ]; then
    for f in "$folder"/laid/*; do
        ! small "$f" || packed "${f##*/}" "$f"
    done | section laid
    for f in "$folder"/images/*/; do
        f=${f%/}
        [ ! -d "$f/root" ] || [ ! -d "$f/boot" ] || printf '%s\n' "${f##*/}"
    done | section images
fi
date +%s | section clock
echo | section end
)sh";

} // namespace bramble

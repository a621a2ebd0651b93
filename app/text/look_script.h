// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bramble {

/// The script of lookCommand(). $1 folder, $2 SSH_CONNECTION, $3 interface or nothing, $4 seconds to listen to the network, $5 the
/// program that does, then three lists, each with its length in front: files, packages, units. Each section begins with `@@name`; every
/// line of content has a blank in front, so that no content can look like a section. Files and marks are base64: one line
/// `path content` each. The network is listened to while all else is looked at.
inline constexpr char lookScript[] = R"sh(
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
folder=$1
connection=$2
wish=$3
seconds=$4
probe=$5
shift 5
section() { printf '@@%s\n' "$1"; sed 's/^/ /'; }
packed() { printf '%s ' "$1"; base64 "$2" | tr -d '\n'; echo; }
has() { command -v "$1" >/dev/null 2>&1; }

machine() {
    [ ! -r /etc/os-release ] || section os-release </etc/os-release
    uname -n 2>/dev/null | section hostname
    uname -m 2>/dev/null | section architecture
    nproc 2>/dev/null | section processors
    { [ ! -d /run/systemd/system ] || echo yes; } | section systemd
    near=$folder
    while [ ! -d "$near" ]; do
        case $near in */*) near=${near%/*} ;; *) near= ;; esac
        [ -n "$near" ] || near=/
    done
    df -PT "$near" 2>/dev/null | sed 1d | section filesystem
    stat -f -c '%S %f %d' "$near" 2>/dev/null | section space
    df -PT -k -x tmpfs -x devtmpfs -x squashfs -x efivarfs -x iso9660 2>/dev/null | sed 1d | section mounts
    { has xfs_info && xfs_info "$near" 2>/dev/null | grep -q 'reflink=1' && echo yes; } | section reflink
    { [ ! -e /sys/module/overlay/parameters/nfs_export ] && ! { has modinfo && modinfo -p overlay 2>/dev/null | grep -q '^nfs_export'; } || echo yes; } | section overlay
}

network() {
    printf '%s\n' "$connection" | section ssh
    ip -j addr show 2>/dev/null | section addresses
    ip -j -4 route show default 2>/dev/null | section routes
    for d in /sys/class/net/*/wireless; do
        [ ! -d "$d" ] || { d=${d%/wireless}; printf '%s\n' "${d##*/}"; }
    done | section wireless
    for d in /sys/class/net/*/bridge; do
        [ ! -d "$d" ] || { n=${d%/bridge}; printf '%s %s %s\n' "${n##*/}" "$(cat "$d/stp_state")" "$(cat "$d/forward_delay")"; }
    done | section bridges
    cat /run/systemd/resolve/resolv.conf /etc/resolv.conf 2>/dev/null | grep '^nameserver' | section nameservers
    for d in /sys/class/net/*; do
        n=${d##*/}
        [ "$n" != lo ] || continue
        m=
        if has nmcli && c=$(nmcli -g GENERAL.CONNECTION device show "$n" 2>/dev/null) && [ -n "$c" ]; then
            m=NetworkManager/$(nmcli -g ipv4.method connection show "$c" 2>/dev/null)
        elif has networkctl && networkctl --no-legend list "$n" 2>/dev/null | grep -q ' \(configured\|configuring\) *$'; then
            m=systemd-networkd
        elif grep -qs "^[[:space:]]*iface[[:space:]]\+$n[[:space:]]" /etc/network/interfaces /etc/network/interfaces.d/*; then
            m=ifupdown
        fi
        [ -z "$m" ] || printf '%s %s\n' "$n" "$m"
    done | section managers
    ss -Hlnup 2>/dev/null | section udp
    ss -Hlntp 2>/dev/null | section tcp
    ss -Hlnup 'sport = :53 or sport = :67 or sport = :69 or sport = :4011' 2>/dev/null | grep -o 'pid=[0-9]*' | cut -d= -f2 | sort -u |
        while read -r p; do
            printf '%s %s %s\n' "$p" "$(sed -n 's,^.*/\([^/]*\.\(service\|scope\)\).*$,\1,p' "/proc/$p/cgroup" 2>/dev/null | head -n1 | tr ' ' _ | grep . || echo -)" \
                "$(base64 <"/proc/$p/cmdline" 2>/dev/null | tr -d '\n')"
        done | section owners
}

services() {
    for f in /etc/dnsmasq.conf /etc/dnsmasq.d/* /etc/pihole/dnsmasq.conf; do
        case $f in *'~' | *.dpkg-*) continue ;; esac
        [ ! -f "$f" ] || grep -HE '^[[:space:]]*(dhcp-|enable-tftp|tftp-|pxe-|interface|except-interface|no-dhcp-interface|listen-address|bind-|port|conf-dir|conf-file)' "$f"
    done | head -n 500 | section dnsmasq
    ls -A /etc/dnsmasq.d 2>/dev/null | section drop-ins
    if [ -e /etc/pihole/pihole.toml ]; then
        echo "6 $(sed -n 's/^[[:space:]]*etc_dnsmasq_d[[:space:]]*=[[:space:]]*\(true\|false\).*/\1/p' /etc/pihole/pihole.toml | head -n1)"
    elif [ -e /etc/pihole/setupVars.conf ]; then
        echo '5 true'
    fi | section pihole
    t=$(sed -n 's/^TFTP_DIRECTORY="\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' /etc/default/tftpd-hpa 2>/dev/null)
    { [ -z "$t" ] || [ ! -d "$t" ] || ls -A "$t" | head -n 5; } | section tftp-files
    cat /var/lib/nfs/etab 2>/dev/null | section exports
    cat /proc/fs/nfsd/versions 2>/dev/null | section nfs-versions
    for f in /etc/nfs.conf /etc/nfs.conf.d/*.conf; do
        case $f in */brambleboot.conf) continue ;; esac
        [ ! -f "$f" ] || awk '/^[ \t]*\[/ { s = $0; gsub(/[^a-z]/, "", s) }
            s == "nfsd" && /^[ \t]*threads[ \t]*=/ { sub(/.*=/, ""); print "threads", $1 }
            s == "mountd" && /^[ \t]*port[ \t]*=/ { sub(/.*=/, ""); print "port", $1 }' "$f"
    done | section nfs-settings
}

firewall() {
    if has ufw && grep -q '^ENABLED=yes' /etc/ufw/ufw.conf 2>/dev/null; then
        grep '^DEFAULT_INPUT_POLICY=' /etc/default/ufw 2>/dev/null
        grep '^### tuple ###' /etc/ufw/user.rules 2>/dev/null
    fi | section ufw
    if has firewall-cmd && [ "$(firewall-cmd --state 2>/dev/null)" = running ]; then
        for d in /sys/class/net/*; do
            z=$(firewall-cmd --get-zone-of-interface="${d##*/}" 2>/dev/null) || z=
            [ -z "$z" ] || printf 'zone %s %s\n' "${d##*/}" "$z"
        done
        z=$(firewall-cmd --get-default-zone)
        printf 'default %s\n' "$z"
        firewall-cmd --list-all-zones
    fi | section firewalld
    { ! has nft || { [ ! -d /sys/module/nf_tables ] && ! grep -qs '/nf_tables\.ko' "/lib/modules/$(uname -r)/modules.builtin"; } || nft -j list ruleset 2>/dev/null; } | head -c 2000000 | section nftables
    { ! grep -qsx filter /proc/net/ip_tables_names || echo filter; } | section iptables
}

lists() {
    n=$1
    shift
    i=0
    for f; do
        i=$((i + 1))
        [ "$i" -le "$n" ] || break
        [ ! -f "$f" ] || [ "$(wc -c <"$f")" -gt 1048576 ] || packed "$f" "$f"
    done | section files
    i=0
    for f; do
        i=$((i + 1))
        [ "$i" -le "$n" ] || break
        stat -c '%a %n' "$f" 2>/dev/null
    done | section modes
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
    systemctl is-active "$@" 2>/dev/null | for u; do
        read -r s || break
        [ "$s" != active ] || printf '%s\n' "$u"
    done | section units
}

laid() {
    for f in "$folder"/laid/*; do
        [ ! -f "$f" ] || [ "$(wc -c <"$f")" -gt 4096 ] || packed "${f##*/}" "$f"
    done | section laid
    for f in "$folder"/images/*/; do
        f=${f%/}
        [ ! -d "$f/root" ] || [ ! -d "$f/boot" ] || printf '%s\n' "${f##*/}"
    done | section images
    timedatectl show -p NTPSynchronized --value 2>/dev/null | section synchronised
}

face=$wish
if [ -z "$face" ]; then
    a=$(printf '%s' "$connection" | cut -d' ' -f3)
    [ -z "$a" ] || face=$(ip -o -4 addr show 2>/dev/null | awk -v a="$a" 'index($4, a "/") == 1 { sub(/@.*/, "", $2); print $2; exit }')
    [ -n "$face" ] || face=$(ip -o -4 route show default 2>/dev/null | awk '{ for (i = 1; i < NF; i++) if ($i == "dev") { print $(i + 1); exit } }')
fi
exec 3>&1
heard=$(
    [ "$seconds" -eq 0 ] || ! has perl || perl -e "$probe" "$face" "$seconds" 2>/dev/null 3>&- &
    { machine; network; services; firewall; lists "$@"; laid; } >&3
    wait
)
printf '%s\n' "$heard" | section lan
date +%s%3N | section clock
echo | section end
)sh";

} // namespace bramble

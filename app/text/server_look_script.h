// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bramble {

/// The script of serverLookCommand(). $1 served folder, $2 our unit, $3 its settings, then the nodes' folders, with a "+" in front where the kernel is read too. One finding a line:
/// word, node's folder or "-", and the rest, with tabs between.
inline constexpr char serverLookScript[] = R"sh(
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
b=$1 unit=$2 conf=$3
shift 3
say() { printf '%s\t%s\t%s\n' "$1" "$2" "$(printf '%s' "$3" | tr '\t\n' '  ' | cut -c1-600)"; }
there() { [ -e "$1" ] || [ -L "$1" ]; }

say clock - "$(date +%s)"
say unit - "$(systemctl is-active "$unit" 2>/dev/null)"
say nfs - "$(systemctl is-active nfs-server.service 2>/dev/null)"
say versions - "$(cat /proc/fs/nfsd/versions 2>/dev/null)"
ip -4 -o addr show scope global 2>/dev/null | while read -r _ _ _ a _; do say address - "${a%/*}"; done
# While our own service restarts, its last process may still have the port: that is nobody else.
for p in 67 69; do
    ss -Hlnup "sport = :$p" 2>/dev/null | grep -o '("[^"]*",pid=[0-9]*' | sort -u | while IFS= read -r w; do
        [ -e "/proc/${w##*=}" ] && ! grep -qsF "/$unit" "/proc/${w##*=}/cgroup" || continue
        w=${w#??}
        say owner - "$p ${w%%\"*}"
    done
done
say transfers - "$(ss -Hlnup 2>/dev/null | grep '"dnsmasq"' | awk '{ n = split($4, a, ":"); if (a[n] > 5000) c++ } END { print c + 0 }')"
say limit - "$(sed -n 's/^tftp-max=//p' "$conf" 2>/dev/null)"
say space - "$(df -P -B1 "$b" 2>/dev/null | awk 'NR == 2 { print $4 }')"
say inodes - "$(df -Pi "$b" 2>/dev/null | awk 'NR == 2 { print $2 " " $4 }')"
{
    nft -nn list ruleset 2>/dev/null
    iptables -S 2>/dev/null
    [ ! -x /usr/sbin/ufw ] || ufw status 2>/dev/null
} | grep -E 'hook input|dport|^-P INPUT|^Status|ALLOW' | head -n 200 | while IFS= read -r l; do say firewall - "$l"; done
exportfs -s 2>/dev/null | grep -F "$b/" | while IFS= read -r l; do say export - "$l"; done

for n; do
    deep=
    case $n in +*) deep=1 n=${n#+} ;; esac
    t=$b/tftp/$n r=$b/nfs/$n
    for d in "$b"/tftp/*; do
        o=${d##*/}
        [ "$o" = "$n" ] || [ ! -d "$d" ] || [ -n "$(ls -A "$t" 2>/dev/null)" ] || case $(printf '%s' "$o" | tr A-Z a-z) in *"$n") say named "$n" "$o" ;; esac
    done
    if [ ! -d "$t" ]; then say nofolder "$n" "$t"
    elif [ -z "$(ls -A "$t" 2>/dev/null)" ]; then say empty "$n" "$t"
    else
        ! command -v runuser >/dev/null || runuser -u dnsmasq -- find "$b/tftp" "$t" -maxdepth 1 \( -type f ! -readable -o -type d ! -executable \) 2>/dev/null |
            head -n 3 | while IFS= read -r f; do say unreadable "$n" "$f"; done
        find "$t" -maxdepth 1 -type f -printf '%s %T@ %f\n' 2>/dev/null | head -n 400 | while read -r s m f; do say file "$n" "$s ${m%.*} $f"; done
        if [ -f "$t/cmdline.txt" ]; then
            say lines "$n" "$(grep -c '[^[:space:]]' "$t/cmdline.txt")"
            say cmdline "$n" "$(grep -m1 '[^[:space:]]' "$t/cmdline.txt")"
        fi
        for k in kernel_2712.img kernel8.img kernel7l.img kernel7.img vmlinuz; do
            [ -n "$deep" ] && [ -f "$t/$k" ] || continue
            v=$(zcat -f -- "$t/$k" 2>/dev/null | grep -aom1 'Linux version [0-9][0-9A-Za-z.+~_-]*' | head -n1)
            [ -z "$v" ] || say kernel "$n" "${v#Linux version }"
        done
    fi
    for f in kernel8.img kernel_2712.img config.txt; do
        ! there "$r/boot/firmware/$f" || { say inroot "$n" "$r/boot/firmware/$f"; break; }
    done
    if [ ! -d "$r" ]; then say notree "$n" "$r"; continue; fi
    for f in bin sbin etc/fstab etc/passwd; do there "$r/$f" || say incomplete "$n" "/$f"; done
    there "$r/sbin/init" || there "$r/usr/sbin/init" || say incomplete "$n" /sbin/init
    for d in "$r"/lib/modules/* "$r"/usr/lib/modules/*; do [ ! -d "$d" ] || say modules "$n" "${d##*/}"; done
    [ ! -s "$r/etc/machine-id" ] || say identity "$n" "$(sha256sum < "$r/etc/machine-id" | cut -c1-16)"
    for k in "$r"/etc/ssh/ssh_host_ed25519_key.pub; do [ ! -f "$k" ] || say hostkey "$n" "$(sha256sum < "$k" | cut -c1-16)"; done
    if ! there "$r/usr/sbin/sshd" && ! there "$r/usr/sbin/dropbear"; then say nologin "$n" "no SSH server"; fi
    [ ! -e "$r/etc/ssh/sshd_not_to_be_run" ] || say nologin "$n" /etc/ssh/sshd_not_to_be_run
    [ "$(readlink "$r/etc/systemd/system/ssh.service" 2>/dev/null)" != /dev/null ] || say nologin "$n" "ssh.service is masked"
    ! there "$r/usr/sbin/NetworkManager" || there "$r/etc/NetworkManager/conf.d/99-brambleboot.conf" || say managed "$n" NetworkManager
    ! there "$r/usr/bin/cloud-init" || there "$r/etc/cloud/cloud-init.disabled" || there "$r/etc/cloud/cloud.cfg.d/99_zz-brambleboot.cfg" || say managed "$n" cloud-init
done
)sh";

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The scripts that run on an OpenWrt router: BusyBox ash with OpenWrt's applets, run with -eu. What varies comes as positional parameters.
namespace bramble::scripts {

using namespace Qt::StringLiterals;

inline const QString packageFunctions = uR"sh(
here() { if [ "$1" = apk ]; then apk info 2>/dev/null; else opkg list-installed | cut -d' ' -f1; fi | sort; }
)sh"_s;

/// In a journal entry. $1 opkg|apk: what is installed now.
inline const QString noteRouterPackages = packageFunctions + uR"sh(here "$1" > before)sh"_s;

/// $1 opkg|apk, then packages. 84: they are not to be had; what it said is printed.
inline const QString installOnRouter = uR"sh(
m=$1
shift
if [ "$m" = apk ]; then add='apk add'; else add='opkg install'; fi
$m update >/tmp/brambleboot-packages 2>&1 || :
$add "$@" >>/tmp/brambleboot-packages 2>&1 || { tail -n 5 /tmp/brambleboot-packages >&2; rm -f /tmp/brambleboot-packages; exit 84; }
rm -f /tmp/brambleboot-packages
sync # neither tool does: after a power cut the files would be there and empty, and the list of packages too
)sh"_s;

/// In a journal entry. $1 opkg|apk: what came since goes again.
inline const QString removeFromRouter = packageFunctions + uR"sh(
[ -e before ] || exit 0
came=$(here "$1" | if [ -s before ]; then grep -vxF -f before; else cat; fi) && [ -n "$came" ] || exit 0 # BusyBox: an empty list hides everything
if [ "$1" = apk ]; then apk del $came >&2; else opkg remove --autoremove --force-removal-of-dependent-packages $came >&2; fi
)sh"_s;

/// $1 config, $2 SHA-256 of the file as seen or "-", $3 of what it is to be; `uci batch` on stdin. Prints what the settings would become, and
/// commits nothing. Where an attempt before this one came so far, nothing is left to stage. In a
/// folder of our own: what somebody else has staged is neither seen nor committed, and if there is any, nothing is done. 89: there is; 85: the
/// file is not the one that was seen.
inline const QString stageUci = uR"sh(
[ -z "$(uci -q changes)" ] || { uci -q changes >&2; exit 89; }
f=/etc/config/$1 s=/tmp/.uci-brambleboot
if [ -e "$f" ]; then
    now=$(sha256sum < "$f" | cut -c1-64)
    if [ "$now" = "$3" ]; then
        rm -rf -- "$s"
        exec uci -t "$s" export "$1"
    fi
    [ "$now" = "$2" ] || [ "$2" = - -a ! -s "$f" ] || exit 85
else
    [ "$2" = - ] || exit 85
    (umask 077; : > "$f")
fi
rm -rf -- "$s"
uci -t "$s" batch >&2
uci -t "$s" export "$1"
)sh"_s;

/// $1 config.
inline const QString commitUci = uR"sh(uci -t /tmp/.uci-brambleboot commit "$1"; sync)sh"_s;

/// $1 config: what was staged and not committed is gone; also a file that was only there to be written.
inline const QString dropUci = uR"sh(rm -rf -- /tmp/.uci-brambleboot; [ -s "/etc/config/$1" ] || rm -f -- "/etc/config/$1")sh"_s;

/// $1 service, $2 tftp|"": it starts anew and is there. 83: it is not.
inline const QString restartService = uR"sh(
"/etc/init.d/$1" restart >&2 </dev/null || :
[ "$1" = dnsmasq ] || exit 0
ports=67
[ -z "$2" ] || ports='67 69'
i=0
while [ $i -lt 12 ]; do
    missing=
    for p in $ports; do netstat -lnu | grep -q "[:.]$p " || missing=1; done
    [ -n "$missing" ] || exit 0
    sleep 1
    i=$((i + 1))
done
logread -e dnsmasq 2>/dev/null | tail -n 5 >&2
exit 83
)sh"_s;

/// $1 UUID, $2 where: mounted as fstab says, and really that disk. 91: it is not.
inline const QString mountStorage = uR"sh(
mkdir -p -- "$2"
block mount >&2 || :
d=$(block info | grep "UUID=\"$1\"" | cut -d: -f1)
[ -n "$d" ] && grep -q "^$d $2 " /proc/mounts || { block info >&2; exit 91; }
)sh"_s;

/// $1 where.
inline const QString unmountStorage = uR"sh(
cd /
grep -q " $1 " /proc/mounts || exit 0
sync
[ ! -e /proc/fs/nfsd/threads ] || exportfs -f || :
umount "$1" || { sleep 2; umount "$1"; }
)sh"_s;

/// $1 path: what lies there.
inline const QString readFile = uR"sh([ ! -e "$1" ] || cat -- "$1")sh"_s;

/// In a journal entry. $1 service.
inline const QString noteService = uR"sh(
[ ! -x "/etc/init.d/$1" ] || ! "/etc/init.d/$1" enabled || : > enabled
[ -z "$(cat /proc/fs/nfsd/threads 2>/dev/null)" ] || : > running
)sh"_s;

/// $1 service, $2 folder that dnsmasq alone is to read: set-uid programs of the Pis are nobody else's business.
inline const QString startService = uR"sh(
if [ -n "$2" ]; then chown dnsmasq "$2"; chmod 0700 "$2"; fi
"/etc/init.d/$1" enable
if [ -n "$(cat /proc/fs/nfsd/threads 2>/dev/null)" ] && pidof rpc.mountd >/dev/null; then exportfs -ra; else "/etc/init.d/$1" restart >&2 </dev/null || :; fi
i=0
until netstat -lnt | grep -q '[:.]2049 ' && pidof rpc.mountd >/dev/null; do
    [ $i -lt 10 ] || { logread 2>/dev/null | grep -i nfs | tail -n 5 >&2; exit 83; }
    sleep 1
    i=$((i + 1))
done
exportfs -ra
)sh"_s;

/// In a journal entry. $1 service: as it was.
inline const QString settleService = uR"sh(
[ -x "/etc/init.d/$1" ] || exit 0
[ -e running ] || "/etc/init.d/$1" stop >&2 </dev/null || :
[ -e enabled ] || "/etc/init.d/$1" disable || :
)sh"_s;

/// After /etc/exports is back.
inline const QString reexport = uR"sh([ ! -e /proc/fs/nfsd/threads ] || ! command -v exportfs >/dev/null || exportfs -ra || :)sh"_s;

} // namespace bramble::scripts

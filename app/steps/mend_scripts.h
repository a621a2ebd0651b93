// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The scripts of mend(): POSIX sh, run with -eu as root; what varies comes as positional parameters.
namespace bramble::scripts {

using namespace Qt::StringLiterals;

/// $1 our unit.
inline const QString restartUnit = uR"sh(
systemctl reset-failed "$1" 2>/dev/null || :
systemctl restart "$1"
systemctl is-active --quiet "$1"
)sh"_s;

/// $1 our hook: the NFS server, and all that is exported.
inline const QString startNfs = uR"sh(
systemctl reset-failed rpcbind.socket rpcbind.service nfs-server.service nfs-mountd.service 2>/dev/null || :
! systemctl cat rpcbind.service >/dev/null 2>&1 || systemctl start rpcbind.service
systemctl restart nfs-mountd.service 2>/dev/null || :
systemctl restart nfs-server.service
exportfs -a || :
[ ! -x "$1" ] || "$1" refresh
)sh"_s;

/// In a journal entry: whether the NFS server ran before it was started.
inline const QString noteNfs = uR"sh(
for u in nfs-server.service nfs-mountd.service rpcbind.service rpcbind.socket; do
    printf '%s %s\n' "$u" "$(systemctl is-active "$u" 2>/dev/null || :)"
done > units
)sh"_s;

/// In a journal entry, $1 served folder: what did not run is stopped again, but for an NFS server that by now offers something of somebody else's.
inline const QString settleNfs = uR"sh(
! command -v exportfs >/dev/null || [ -z "$(exportfs -s 2>/dev/null | grep -vF "$1/")" ] || exit 0
while read -r u s; do
    case $s in active | activating | reloading) ;; *) systemctl -q stop "$u" 2>/dev/null || : ;; esac
done < units
)sh"_s;

/// $1 our hook, $2 our exports, $3 the node's boot folder, $4 its address; empty: what was known last. The hook writes what lacks.
inline const QString exportAgain = uR"sh(
rm -f -- "$2"
if [ -n "$4" ]; then "$1" tftp 1 "$4" "$3/cmdline.txt"; else "$1" refresh; fi
exportfs -f
)sh"_s;

/// $1 served folder, $2 node folder, $3 folder with the image's trees: its boot files, in staging.
inline const QString stageBoot = uR"sh(
umask 022
s=$1/staging
mkdir -p -m 0700 -- "$s"
rm -rf -- "$s/$2.mended"
cp -a -- "$3/boot" "$s/$2.mended"
)sh"_s;

/// $1 served folder, $2 node folder: what was staged goes live. A folder of the same serial in another spelling goes if it is this node's, which
/// its start command says.
inline const QString placeBoot = uR"sh(
b=$1 n=$2 s=$1/staging
chmod 0755 -- "$b" "$s/$n.mended"
chown dnsmasq:root -- "$b/tftp"
chmod 0700 -- "$b/tftp"
sync -f "$b"
rm -rf -- "$s/$n.broken"
for d in "$b"/tftp/*; do
    o=${d##*/}
    [ "$o" != "$n" ] && [ -d "$d" ] && [ ! -e "$b/nfs/$o" ] || continue
    case $(printf '%s' "$o" | tr A-Z a-z) in *"$n") ! grep -qsF "$b/nfs/$n," "$d/cmdline.txt" || rm -rf -- "$d" ;; esac
done
[ ! -e "$b/tftp/$n" ] || mv -T -- "$b/tftp/$n" "$s/$n.broken"
mv -T -- "$s/$n.mended" "$b/tftp/$n"
rm -rf -- "$s/$n.broken"
if [ -f "$b/tftp/$n/bootcode.bin" ]; then
    cp -- "$b/tftp/$n/bootcode.bin" "$s/bootcode.mended"
    chmod 0644 "$s/bootcode.mended"
    mv -f -- "$s/bootcode.mended" "$b/tftp/bootcode.bin"
fi
rmdir -- "$s" 2>/dev/null || : # nobody's work is in it
exportfs -f || :
)sh"_s;

} // namespace bramble::scripts

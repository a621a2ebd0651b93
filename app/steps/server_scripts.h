// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The few scripts that run on the server, as constants: what varies comes as positional parameters. POSIX sh, run with -eu.
namespace bramble::scripts {

using namespace Qt::StringLiterals;

/// $1 folder: empty it, make it, private to root.
inline const QString freshFolder = uR"sh(rm -rf -- "$1"; mkdir -p -- "$1"; chmod 0755 -- "$1")sh"_s;

/// $1 served folder: the folders below it. Trees with set-uid programs are nobody's business but root's and the NFS server's.
inline const QString makeFolders = uR"sh(
umask 022
mkdir -p -- "$1/tftp" "$1/nfs" "$1/staging" "$1/laid"
chmod 0755 -- "$1" "$1/tftp"
chmod 0700 -- "$1/nfs" "$1/staging"
)sh"_s;

/// $1 folder, $2 end mark: the stream was whole if its last member is there.
inline const QString takeEndMark = uR"sh(test -f "$1/$2" || exit 81; rm -f -- "$1/$2")sh"_s;

/// $1 served folder, $2 node folder, $3 copy|move: the staged trees become the node's own, still in staging.
inline const QString stageNode = uR"sh(
s=$1/staging
rm -rf -- "$s/$2.root" "$s/$2.boot"
if [ "$3" = move ]; then
    mv -- "$s/root" "$s/$2.root"
    mv -- "$s/boot" "$s/$2.boot"
else
    cp -a --reflink=auto -- "$s/root" "$s/$2.root"
    cp -a --reflink=auto -- "$s/boot" "$s/$2.boot"
fi
)sh"_s;

/// $1 tree, then folders below it: none of them may lead out of the tree through a symlink of the image.
inline const QString staysInside = uR"sh(
t=$(realpath -e -- "$1")
shift
for d; do
    r=$(realpath -m -- "$t/$d")
    case $r in "$t" | "$t"/*) ;; *) printf '%s\n' "$d" >&2; exit 82 ;; esac
done
)sh"_s;

/// $1 tree, then paths below it to take away.
inline const QString removePaths = uR"sh(t=$1; shift; for p; do rm -rf -- "$t/$p"; done)sh"_s;

/// $1 tree: who this machine is. Fresh at every laying, and never seen by anybody but the server and the node.
inline const QString freshIdentity = uR"sh(
t=$1
if [ -d "$t/etc" ]; then
    rm -f -- "$t/etc/machine-id"
    tr -d - < /proc/sys/kernel/random/uuid > "$t/etc/machine-id"
    chmod 0444 -- "$t/etc/machine-id"
fi
if [ -d "$t/etc/ssh" ]; then
    rm -f -- "$t"/etc/ssh/ssh_host_*_key "$t"/etc/ssh/ssh_host_*_key.pub
    ssh-keygen -A -f "$t" >/dev/null
fi
)sh"_s;

/// $1 served folder, $2 node folder, $3 tree id: the staged node goes live by rename; what was there waits in staging until the end.
inline const QString placeNode = uR"sh(
b=$1 n=$2 s=$1/staging
rm -rf -- "$s/$n.root.old" "$s/$n.boot.old"
rm -f -- "$s/$n.laid.old"
[ ! -e "$b/laid/$n" ] || mv -- "$b/laid/$n" "$s/$n.laid.old"
[ ! -e "$b/nfs/$n" ] || mv -- "$b/nfs/$n" "$s/$n.root.old"
[ ! -e "$b/tftp/$n" ] || mv -- "$b/tftp/$n" "$s/$n.boot.old"
mv -- "$s/$n.root" "$b/nfs/$n"
mv -- "$s/$n.boot" "$b/tftp/$n"
# The Pi 3 boot ROM asks for this one file without its serial in front.
[ ! -f "$b/tftp/$n/bootcode.bin" ] || { cp -- "$b/tftp/$n/bootcode.bin" "$s/bootcode.bin"; chmod 0644 "$s/bootcode.bin"; mv -f -- "$s/bootcode.bin" "$b/tftp/bootcode.bin"; }
sync -f "$b"
umask 022
printf '%s\n' "$3" > "$s/$n.laid"
mv -- "$s/$n.laid" "$b/laid/$n"
)sh"_s;

/// $1 served folder, $2 node folder: back to what was there before placeNode.
inline const QString unplaceNode = uR"sh(
b=$1 n=$2 s=$1/staging
rm -rf -- "$s/$n.root" "$s/$n.boot" "$b/laid/$n"
if [ -e "$s/$n.root.old" ]; then rm -rf -- "$b/nfs/$n"; mv -- "$s/$n.root.old" "$b/nfs/$n"; elif [ ! -e "$s/$n.laid.old" ]; then rm -rf -- "$b/nfs/$n"; fi
if [ -e "$s/$n.boot.old" ]; then rm -rf -- "$b/tftp/$n"; mv -- "$s/$n.boot.old" "$b/tftp/$n"; elif [ ! -e "$s/$n.laid.old" ]; then rm -rf -- "$b/tftp/$n"; fi
[ ! -e "$s/$n.laid.old" ] || mv -- "$s/$n.laid.old" "$b/laid/$n"
)sh"_s;

/// $1 served folder: staging goes; the folders themselves too, where nothing is left in them.
inline const QString clearStaging = uR"sh(
rm -rf -- "$1/staging"
[ -n "$(ls -A "$1/laid" 2>/dev/null)" ] || rm -f -- "$1/tftp/bootcode.bin"
rmdir -- "$1/tftp" "$1/nfs" "$1/laid" "$1" 2>/dev/null || :
)sh"_s;

/// $1 path, $2 mode; content on stdin. Whole or not at all.
inline const QString writeFile = uR"sh(
umask 022
mkdir -p -- "$(dirname -- "$1")"
umask 077
cat > "$1.brambleboot-new"
chmod -- "$2" "$1.brambleboot-new"
mv -f -- "$1.brambleboot-new" "$1"
)sh"_s;

/// $1 path: away with it, and with the folder if that was ours and is empty now.
inline const QString removeFile = uR"sh(
rm -f -- "$1" "$1.brambleboot-new"
d=$(dirname -- "$1")
case $d in */brambleboot) rmdir -- "$d" 2>/dev/null || : ;; esac
)sh"_s;

/// Installs "$@". Which packages come, and which accounts there were, is written down on the server first: also a run that is
/// killed in the middle can be taken back to the letter.
inline const QString installPackages = uR"sh(
export DEBIAN_FRONTEND=noninteractive
b=/var/lib/brambleboot/before
mkdir -p "$b"
[ -e "$b/users" ] || cut -d: -f1 /etc/passwd | sort > "$b/users"
[ -e "$b/groups" ] || cut -d: -f1 /etc/group | sort > "$b/groups"
apt-get -s -q -y --no-install-recommends install "$@" | awk '$1 == "Inst" && $3 !~ /^\[/ { print $2 }' >> "$b/packages"
apt-get -q -y -o DPkg::Lock::Timeout=120 --no-install-recommends install "$@" >&2
)sh"_s;

/// What installPackages brought goes again, with its settings and its system accounts.
inline const QString removePackages = uR"sh(
export DEBIAN_FRONTEND=noninteractive
b=/var/lib/brambleboot/before
[ -e "$b/packages" ] || exit 0
p=$(sort -u "$b/packages" | while read -r n; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$n" 2>/dev/null) in not-installed | '') ;; *) printf '%s ' "$n" ;; esac
done)
[ -z "$p" ] || apt-get -q -y -o DPkg::Lock::Timeout=120 purge $p >&2
awk -F: '$3 < 1000 { print $1 }' /etc/passwd | sort | comm -13 "$b/users" - | while read -r n; do userdel "$n" 2>/dev/null || :; done
awk -F: '$3 < 1000 { print $1 }' /etc/group | sort | comm -13 "$b/groups" - | while read -r n; do groupdel "$n" 2>/dev/null || :; done
rm -rf -- "$b"
)sh"_s;

inline const QString startUnit = uR"sh(
systemctl daemon-reload
systemctl -q enable "$1"
systemctl restart "$1" || { journalctl -q --no-pager -n 15 -o cat -u "$1" >&2; exit 83; }
i=0
while [ $i -lt 10 ]; do
    systemctl -q is-active "$1" || { journalctl -q --no-pager -n 15 -o cat -u "$1" >&2; exit 83; }
    [ -n "$(ss -Hlun 'sport = :69')" ] && exit 0
    sleep 0.3; i=$((i + 1))
done
journalctl -q --no-pager -n 15 -o cat -u "$1" >&2
exit 83
)sh"_s;

/// $1 the hook, which writes the exports of all nodes whose address is known.
inline const QString reloadExports = uR"sh("$1" refresh; exportfs -ra)sh"_s;

/// A first set-up leaves no trace of what its hook wrote.
inline const QString forgetExports = uR"sh(
rm -rf -- /var/lib/brambleboot/addresses /var/lib/brambleboot/dnsmasq.leases /etc/exports.d/brambleboot.exports
rmdir -- /var/lib/brambleboot /etc/exports.d 2>/dev/null || :
command -v exportfs >/dev/null && exportfs -ra || :
)sh"_s;

inline const QString stopUnit = uR"sh(systemctl -q disable --now "$1" 2>/dev/null || :)sh"_s;

/// After files went back: what is left of a unit is what was there before.
inline const QString settleUnit = uR"sh(
systemctl daemon-reload
[ ! -e "/etc/systemd/system/$1" ] || systemctl -q is-active "$1" || { systemctl -q enable "$1"; systemctl restart "$1"; }
)sh"_s;

} // namespace bramble::scripts

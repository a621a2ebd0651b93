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
mkdir -p -- "$1/tftp" "$1/nfs" "$1/staging" "$1/laid" "$1/images"
chmod 0755 -- "$1"
[ -n "$(ls -A "$1/tftp")" ] || chmod 0700 -- "$1/tftp" # else it is dnsmasq's already
chmod 0700 -- "$1/nfs" "$1/staging" "$1/images"
)sh"_s;

/// $1 folder, $2 end mark: the stream was whole if its last member is there.
inline const QString takeEndMark = uR"sh(test -f "$1/$2" || exit 81; rm -f -- "$1/$2")sh"_s;

/// $1 served folder, $2 SHA-256; its facts on stdin: the staged image, whole, gets its lasting name.
inline const QString keepImage = uR"sh(
umask 077
[ -d "$1/staging/image" ] || [ ! -d "$1/images/$2" ] || exit 0
cat > "$1/staging/image/facts.json"
sync -f "$1"
mv -T -- "$1/staging/image" "$1/images/$2"
)sh"_s;

/// $1 served folder, $2 SHA-256: a folder below images/ is always whole, so it leaves there in one step.
inline const QString dropImage = uR"sh(
[ -e "$1/images/$2" ] || exit 0
mkdir -p -- "$1/staging"
mv -T -- "$1/images/$2" "$1/staging/dropped-$2"
rm -rf -- "$1/staging/dropped-$2"
)sh"_s;

/// $1 served folder, $2 node folder, $3 copy|move, $4 folder with the image's trees: they become the node's own, still in staging.
inline const QString stageNode = uR"sh(
s=$1/staging
mkdir -p -m 0700 -- "$s"
# Begun before, and the connection was lost: there is nothing to move any more.
[ "$3" != move ] || [ -d "$4/root" ] || [ ! -d "$s/$2.root" ] || exit 0
# A killed run may have left here what was live before it.
for k in root boot; do
    case $k in root) i=1 ;; boot) i=2 ;; esac
    [ -e "$s/$2.$k" ] && [ -e "$s/$2.was" ] && [ "$(stat -c %i -- "$s/$2.$k")" = "$(sed -n ${i}p "$s/$2.was")" ] || continue
    mv -T -- "$s/$2.$k" "$s/$2.$k.old"
done
rm -rf -- "$s/$2.root" "$s/$2.boot"
if [ "$3" = move ]; then
    mv -- "$4/boot" "$s/$2.boot"
    mv -- "$4/root" "$s/$2.root"
else
    r=
    ! cp --help 2>/dev/null | grep -q -- --reflink || r=--reflink=auto
    cp -a $r -- "$4/root" "$s/$2.root"
    cp -a $r -- "$4/boot" "$s/$2.boot"
fi
)sh"_s;

/// $1 tree, then folders below it: none of them may lead out of the tree through a symlink of the image.
inline const QString staysInside = uR"sh(
t=$(cd -- "$1" && pwd -P)
shift
for d; do
    p=$t/$d
    while [ ! -e "$p" ] && [ ! -L "$p" ]; do p=${p%/*}; done # what is not there yet will be made below this
    r=$(cd -- "$p" 2>/dev/null && pwd -P) || r=
    case $r in "$t" | "$t"/*) ;; *) printf '%s\n' "$d" >&2; exit 82 ;; esac
done
)sh"_s;

/// $1 tree, then paths below it to take away.
inline const QString removePaths = uR"sh(t=$1; shift; for p; do rm -rf -- "$t/$p"; done)sh"_s;

/// Mode, owner and group in numbers, with what a router's BusyBox has.
inline const QString accessFunction = uR"sh(
access() {
    ls -ldn -- "$1" | awk '{
        v = 0; b = 256
        for (i = 2; i <= 10; i++) { if (substr($1, i, 1) ~ /[rwxst]/) v += b; b /= 2 }
        if (substr($1, 4, 1) ~ /[sS]/) v += 2048
        if (substr($1, 7, 1) ~ /[sS]/) v += 1024
        if (substr($1, 10, 1) ~ /[tT]/) v += 512
        printf "%o %s %s", v, $3, $4; exit }'
}
)sh"_s;

/// $1 tree, then paths below it: one line each of what lies there now. Nothing here follows a symlink at the end of a path.
inline const QString readBack = accessFunction + uR"sh(
cd -- "$1"
shift
for p; do
    if [ -L "$p" ]; then printf 'link %s\n' "$(readlink -- "$p")"
    elif [ -d "$p" ]; then printf 'folder %s\n' "$(access "$p")"
    elif [ -f "$p" ]; then printf 'file %s %s\n' "$(access "$p")" "$(sha256sum < "$p" | cut -c1-64)"
    else echo nothing
    fi
done
)sh"_s;

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
    ! command -v ssh-keygen >/dev/null || ssh-keygen -A -f "$t" >/dev/null # where there is none, the node makes its own
fi
)sh"_s;

/// $1 served folder, $2 node folder, $3 tree id: the staged node goes live; what was there waits in staging until the end. Where the kernel can
/// exchange two folders in one step, there is no moment without a tree. NODE.was has the inodes of the trees that the last complete run left:
/// whatever else is in the way was put there by a run that was killed, and was never anybody's.
inline const QString placeNode = uR"sh(
trap '' HUP TERM INT
b=$1 n=$2 s=$1/staging
inode() { if [ -e "$1" ]; then stat -c %i -- "$1"; else echo none; fi; }
exchange() { # two folders, in one step
    case $(uname -m) in x86_64) nr=316 ;; aarch64 | riscv64) nr=276 ;; arm*) nr=382 ;; i?86) nr=353 ;; *) return 1 ;; esac
    perl -e 'exit(syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)' $nr "$1" "$2" 2>/dev/null
}
swap() { # staged, live, old, inode of the one that is kept
    if [ ! -e "$2" ]; then mv -T -- "$1" "$2"; return 0; fi
    if ! exchange "$1" "$2"; then
        mv -T -- "$2" "$1.gone"
        mv -T -- "$1" "$2"
        mv -T -- "$1.gone" "$1"
    fi
    if [ "$(inode "$1")" = "$4" ]; then mv -T -- "$1" "$3"; else rm -rf -- "$1"; fi
}
for k in root boot; do
    case $k in root) l=$b/nfs/$n ;; boot) l=$b/tftp/$n ;; esac
    for o in "$s/$n.$k.old" "$s/$n.$k.gone"; do [ -e "$l" ] || [ ! -e "$o" ] || mv -T -- "$o" "$l"; done
done
if [ ! -e "$s/$n.was" ]; then
    { inode "$b/nfs/$n"; inode "$b/tftp/$n"; } > "$s/$n.was.new"
    mv -- "$s/$n.was.new" "$s/$n.was"
fi
sync -f "$b"
if [ -e "$b/laid/$n" ]; then
    [ -e "$s/$n.laid.old" ] && rm -f -- "$b/laid/$n" || mv -- "$b/laid/$n" "$s/$n.laid.old"
fi
swap "$s/$n.root" "$b/nfs/$n" "$s/$n.root.old" "$(sed -n 1p "$s/$n.was")"
swap "$s/$n.boot" "$b/tftp/$n" "$s/$n.boot.old" "$(sed -n 2p "$s/$n.was")"
# The Pi 3 boot ROM asks for this one file without its serial in front.
if [ -f "$b/tftp/$n/bootcode.bin" ]; then
    if [ ! -e "$s/bootcode.old" ] && [ ! -e "$s/bootcode.none" ]; then
        if [ -e "$b/tftp/bootcode.bin" ]; then
            cp -p -- "$b/tftp/bootcode.bin" "$s/bootcode.copy"
            mv -- "$s/bootcode.copy" "$s/bootcode.old"
        else
            : > "$s/bootcode.none"
        fi
    fi
    cp -- "$b/tftp/$n/bootcode.bin" "$s/bootcode.bin"
    chmod 0644 "$s/bootcode.bin"
    mv -f -- "$s/bootcode.bin" "$b/tftp/bootcode.bin"
fi
sync -f "$b"
umask 022
printf '%s\n' "$3" > "$s/$n.laid"
mv -- "$s/$n.laid" "$b/laid/$n"
# The kernel's NFS server holds on to the folder that had this name.
! command -v exportfs > /dev/null || exportfs -f || :
)sh"_s;

/// $1 served folder, $2 node folder, in a journal entry: which trees there are.
inline const QString noteNode = uR"sh(
for l in "$1/nfs/$2" "$1/tftp/$2"; do if [ -e "$l" ]; then stat -c %i -- "$l"; else echo none; fi; done > was
)sh"_s;

/// $1 served folder, $2 node folder, $3 tree id, in a journal entry: back to what was there before placeNode, wherever that was interrupted,
/// and also long after the run. A live tree is renamed away, not deleted, so that no old tree is lost to a half-done deletion.
inline const QString unplaceNode = uR"sh(
b=$1 n=$2 s=$1/staging
[ -d "$b" ] || exit 0
mkdir -p -m 0700 -- "$s"
inode() { if [ -e "$1" ]; then stat -c %i -- "$1"; else echo none; fi; }
back() { # staged, live, old, inode of the one that was live
    if [ "$4" = none ] || [ "$(inode "$2")" != "$4" ]; then
        rm -rf -- "$1.away"
        [ ! -e "$2" ] || mv -T -- "$2" "$1.away"
        for o in "$1" "$3" "$1.gone"; do
            [ "$4" = none ] || [ "$(inode "$o")" != "$4" ] || { mv -T -- "$o" "$2"; break; }
        done
    fi
    rm -rf -- "$1" "$1.away"
}
[ "$(cat "$b/laid/$n" 2>/dev/null)" != "$3" ] || rm -f -- "$b/laid/$n"
back "$s/$n.root" "$b/nfs/$n" "$s/$n.root.old" "$(sed -n 1p was)"
back "$s/$n.boot" "$b/tftp/$n" "$s/$n.boot.old" "$(sed -n 2p was)"
[ -e "$b/nfs/$n" ] || rm -f -- "$b/laid/$n"
[ ! -e "$b/nfs/$n" ] || [ -e "$b/laid/$n" ] || [ ! -e "$s/$n.laid.old" ] || mv -- "$s/$n.laid.old" "$b/laid/$n"
if [ -e "$s/bootcode.old" ]; then
    mv -f -- "$s/bootcode.old" "$b/tftp/bootcode.bin"
elif [ -e "$s/bootcode.none" ]; then
    rm -f -- "$b/tftp/bootcode.bin" "$s/bootcode.none"
fi
! command -v exportfs > /dev/null || exportfs -f || :
)sh"_s;

/// $1 served folder, $2 node folder: the tree that a reimage replaced is kept until the next one. At commit.
inline const QString keepFormer = uR"sh(
b=$1 n=$2 s=$1/staging
[ -e "$s/$n.root.old" ] || exit 0
mkdir -p -m 0700 -- "$b/former"
rm -rf -- "$b/former/$n.root" "$b/former/$n.boot"
[ ! -e "$s/$n.boot.old" ] || mv -T -- "$s/$n.boot.old" "$b/former/$n.boot"
mv -T -- "$s/$n.root.old" "$b/former/$n.root"
)sh"_s;

/// $1 served folder, $2 node folder, $3 staged tree: the same machine to everybody who knew it.
inline const QString sameIdentity = uR"sh(
o=$1/nfs/$2 t=$3
[ -d "$o/etc/ssh" ] && [ -d "$t/etc/ssh" ] && [ ! -L "$o/etc" ] && [ ! -L "$o/etc/ssh" ] || exit 0
for k in "$o"/etc/ssh/ssh_host_*_key "$o"/etc/ssh/ssh_host_*_key.pub; do
    [ -f "$k" ] && [ ! -L "$k" ] || continue
    rm -f -- "$t/etc/ssh/${k##*/}"
    cp -p -- "$k" "$t/etc/ssh/${k##*/}"
done
)sh"_s;

/// $1 served folder, $2 node folder: its address, then its public host keys.
inline const QString nodeLogin = uR"sh(
cat "/var/lib/brambleboot/addresses/$2"
o=$1/nfs/$2
[ ! -L "$o/etc" ] && [ ! -L "$o/etc/ssh" ] || exit 1
for k in "$o"/etc/ssh/ssh_host_*_key.pub; do [ ! -L "$k" ] && [ -f "$k" ] && cut -d' ' -f1,2 < "$k"; done
)sh"_s;

/// $1 served folder, in a journal entry: what it looks like if it is there already.
inline const QString noteFolders = accessFunction + uR"sh([ ! -d "$1" ] || access "$1" | cut -d' ' -f1 > mode)sh"_s;

/// $1 served folder: staging goes, but for the only copy of something.
inline const QString clearStaging = uR"sh(
[ -d "$1/staging" ] || exit 0
for o in "$1"/staging/*.root.old "$1"/staging/*.boot.old; do
    [ -e "$o" ] || continue
    n=${o##*/}
    case $n in *.root.old) l=$1/nfs/${n%.root.old} ;; *) l=$1/tftp/${n%.boot.old} ;; esac
    [ -e "$l" ] || mv -T -- "$o" "$l" # an interrupted run left it here
done
rm -rf -- "$1/staging"
)sh"_s;

/// In a journal entry, after that: the folders themselves go next (they are kept files of the entry), where nobody uses them.
inline const QString leaveFolders = uR"sh(
[ -n "$(ls -A "$1/laid" 2>/dev/null)" ] || rm -rf -- "$1/tftp/bootcode.bin" "$1/former"
[ ! -s mode ] || chmod "$(cat mode)" -- "$1"
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

/// In a journal entry: which packages would come with "$@", and which accounts there are.
inline const QString notePackages = uR"sh(
export DEBIAN_FRONTEND=noninteractive
dpkg --configure -a >&2 || : # where an earlier run was cut off
cut -d: -f1 /etc/passwd | sort > users
cut -d: -f1 /etc/group | sort > groups
: > packages
: > with-settings
apt-get -s -q -y --no-remove --no-install-recommends install "$@" > simulated
awk '$1 == "Inst" && $3 !~ /^\[/ { print $2 }' simulated | while read -r n; do
    # Removed once, its settings kept: an undo keeps them too.
    case $(dpkg-query -W -f '${db:Status-Status}' "$n" 2>/dev/null) in
    config-files) printf '%s\n' "$n" >> with-settings ;;
    *) printf '%s\n' "$n" >> packages ;;
    esac
done
rm simulated
)sh"_s;

inline const QString installPackages = uR"sh(
export DEBIAN_FRONTEND=noninteractive
dpkg --configure -a >&2 || :
apt-get -q -y -o DPkg::Lock::Timeout=120 --no-remove --no-install-recommends install "$@" >&2
)sh"_s;

/// In a journal entry: what came goes again, with its settings and its system accounts.
inline const QString removePackages = uR"sh(
export DEBIAN_FRONTEND=noninteractive
dpkg --configure -a >&2 || :
there() { # those of a list that are on the machine, but for those in the states that follow
    l=$1
    shift
    sort -u "$l" | while read -r n; do
        t=$(dpkg-query -W -f '${db:Status-Status}' "$n" 2>/dev/null) || t=not-installed
        for x; do [ "$t" != "$x" ] || continue 2; done
        printf '%s ' "$n"
    done
}
p=$(there with-settings not-installed config-files)
[ -z "$p" ] || apt-get -q -y -o DPkg::Lock::Timeout=120 remove $p >&2
p=$(there packages not-installed)
[ -z "$p" ] || apt-get -q -y -o DPkg::Lock::Timeout=120 purge $p >&2
for n in dnsmasq statd _rpc; do # the accounts these packages make, and only where they made them
    grep -qx "$n" users || ! getent passwd "$n" > /dev/null || userdel "$n" >&2
    grep -qx "$n" groups || ! getent group "$n" > /dev/null || groupdel "$n" >&2
done
)sh"_s;

/// In a journal entry: whether what came may go, or somebody installed something since that needs it.
inline const QString nobodyNeedsPackages = uR"sh(
p=$(cat packages with-settings | while read -r n; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$n" 2>/dev/null) in installed) printf '%s ' "$n" ;; esac
done)
[ -n "$p" ] || exit 0
apt-get -s -q -y remove $p 2>/dev/null | awk '$1 == "Remv" { print $2 }' | while read -r n; do
    grep -qsx "$n" packages with-settings || printf '%s\n' "$n"
done
)sh"_s;

/// $1 path, $2 SHA-256 or "-", $3 SHA-256 of what will be written: whether a file still is what the plan was made from, or is done already.
inline const QString asSeen = uR"sh(
[ -e "$1" ] || { [ "$2" = - ] && exit 0; exit 85; }
case $(sha256sum < "$1" | cut -c1-64) in "$2" | "$3") ;; *) exit 85 ;; esac
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

/// $1 the hook, which writes the exports of all nodes whose address is known; $2 the TFTP folder. Only dnsmasq and the NFS server go into
/// that: a Pi's root could put a set-uid program there, and it is not for users of the server to find.
inline const QString reloadExports = uR"sh(
chown dnsmasq:root -- "$2"
chmod 0700 -- "$2"
"$1" refresh
)sh"_s;

/// In a journal entry: whether nodes were served before.
inline const QString noteExports = uR"sh(
[ ! -e /etc/exports.d/brambleboot.exports ] || : > had
[ -d /etc/exports.d ] || : > no-folder
)sh"_s;

/// In a journal entry: a first set-up leaves no trace of what its hook wrote.
inline const QString forgetExports = uR"sh(
[ ! -e had ] || exit 0
e=/etc/exports.d/brambleboot.exports
if [ -f "$e" ] && command -v exportfs >/dev/null; then
    while read -r p w; do
        case $p in '#'*) continue ;; esac
        exportfs -u "${w%%(*}:$p" || :
    done < "$e"
fi
rm -rf -- /var/lib/brambleboot/addresses /var/lib/brambleboot/dnsmasq.leases "$e" "$e.new"
[ ! -e no-folder ] || rmdir -- /etc/exports.d 2>/dev/null || :
)sh"_s;

inline const QString stopUnit = uR"sh(systemctl -q disable --now "$1" 2>/dev/null || :)sh"_s;

/// In a journal entry: what a unit does.
inline const QString noteUnit = uR"sh(
systemctl is-active "$1" > active || :
systemctl is-enabled "$1" > enabled 2>/dev/null || :
)sh"_s;

/// In a journal entry, after files went back: a unit ($1) and what a hook ($2) wrote are what they were before.
inline const QString settleUnit = uR"sh(
[ ! -x "$2" ] || "$2" refresh || :
systemctl daemon-reload
[ "$(cat enabled)" != enabled ] || systemctl -q enable "$1"
[ "$(cat active)" != active ] || systemctl restart "$1"
systemctl reset-failed "$1" 2>/dev/null || :
)sh"_s;

} // namespace bramble::scripts

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/export_hook.h"

#include "text/shell.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr char body[] = R"sh(
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH LC_ALL=C

is_address() {
    case $1 in '' | *[!0-9.]* | .* | *. | *..*) return 1 ;; esac
    before=$IFS
    IFS=.
    # shellcheck disable=SC2086 # digits and dots only
    set -- $1
    IFS=$before
    [ $# -eq 4 ] || return 1
    for part; do
        case $part in 0?* | ????*) return 1 ;; esac
        [ "$part" -le 255 ] || return 1
    done
    [ "$1" -ne 0 ] && [ "$1" -ne 127 ] && [ "$1" -lt 224 ]
}

# A serial, a MAC address with dashes, or a name its owner gave it: the only names a node's folder has.
is_node() {
    case $1 in
    '' | -* | *[!0-9A-Za-z_-]* | ????????????????????????????????*) return 1 ;;
    esac
    [ -d "$folder/nfs/$1" ] && [ -d "$folder/tftp/$1" ]
}

# No program is started for each node in what follows: thirty that are switched on together wait for one another here, five hundred too.
read_address() { # node; sets address
    address=
    [ ! -f "$addresses/$1" ] || read -r address <"$addresses/$1" || :
}

id_of() { printf '%s' "$1" | sha256sum | cut -c1-32; }

# Worked out once: "ID PATH", for the disk and for the boot files.
read_ids() { # node; sets root_id boot_id
    root='' boot='' root_id='' boot_id=''
    [ ! -f "$addresses/.ids/$1" ] || { read -r root_id root && read -r boot_id boot; } <"$addresses/.ids/$1" || :
    [ "$root|$boot" = "$folder/nfs/$1|$folder/tftp/$1" ] || root_id=
    case $root_id,$boot_id in
    ????????????????????????????????,????????????????????????????????) return 0 ;;
    esac
    root_id=$(id_of "$folder/nfs/$1") boot_id=$(id_of "$folder/tftp/$1")
    mkdir -p "$addresses/.ids"
    printf '%s %s\n' "$root_id" "$folder/nfs/$1" "$boot_id" "$folder/tftp/$1" >"$addresses/.ids/$1" || rm -f "$addresses/.ids/$1"
}

list_exports() {
    echo '# Written by Brambleboot when a node fetches its boot files.'
    for file in "$addresses"/*; do
        node=${file##*/}
        is_node "$node" || continue
        read_address "$node"
        is_address "$address" || continue
        read_ids "$node"
        printf '%s %s(rw,sync,no_subtree_check,no_root_squash,fsid=%s)\n' "$folder/nfs/$node" "$address" "$root_id" "$folder/tftp/$node" "$address" "$boot_id"
    done
}

write_exports() {
    mkdir -p "${exports%/*}"
    list_exports >"$exports.new"
    # Without the file nobody knows what the kernel has; and whatever fails leaves none, so that the node's next fetch tries all of it again.
    if [ ! -f "$exports" ]; then
        mv -f "$exports.new" "$exports"
        "$exportfs" -a || { rm -f "$exports"; return 1; }
        return 0
    fi
    if cmp -s "$exports.new" "$exports"; then
        rm -f "$exports.new"
        return 0
    fi
    # What differs, line by line: "exportfs -r" would also drop what somebody exported by hand, and "-a" takes the longer the more nodes there are.
    { grep -vxF -f "$exports.new" "$exports" || :; } | { grep -v '^#' || :; } >"$addresses/.gone"
    { grep -vxF -f "$exports" "$exports.new" || :; } | { grep -v '^#' || :; } >"$addresses/.come"
    while read -r path where; do
        "$exportfs" -u "${where%%(*}:$path" || :
    done <"$addresses/.gone"
    mv -f "$exports.new" "$exports"
    while read -r path where; do
        options=${where#*(}
        "$exportfs" -o "${options%)}" "${where%%(*}:$path" || { rm -f "$exports" "$addresses/.gone" "$addresses/.come"; return 1; }
    done <"$addresses/.come"
    rm -f "$addresses/.gone" "$addresses/.come"
}

lock() {
    mkdir -p "$addresses"
    exec 9>"$addresses/.lock"
    flock 9
}

bind() { # node address
    lock
    for file in "$addresses"/*; do
        other=${file##*/}
        [ "$other" != "$1" ] || continue
        read_address "$other"
        [ "$address" != "$2" ] || rm -f "$file"
    done
    printf '%s\n' "$2" >"$addresses/.new"
    mv -f "$addresses/.new" "$addresses/$1"
    write_exports
}

case ${1-} in
tftp)
    [ $# -eq 4 ] || exit 0
    is_address "$3" || exit 0
    case $4 in "$folder"/tftp/*) name=${4#"$folder"/tftp/} ;; *) exit 0 ;; esac
    # The one file that every boot needs and nobody fetches for another reason: a look at config.txt moves no disk.
    case $name in */cmdline.txt) name=${name%%/*} ;; *) exit 0 ;; esac
    is_node "$name" || exit 0
    # The same node at the same address as ever: nothing to do.
    read_address "$name"
    if [ "$address" = "$3" ] && grep -qsF "$folder/nfs/$name $3(" "$exports"; then
        exit 0
    fi
    bind "$name" "$3"
    ;;
refresh)
    lock
    write_exports
    ;;
esac
exit 0
)sh";

} // namespace

QByteArray renderExportHook(const ServerLayout &layout, const HookPaths &paths)
{
    return "#!/bin/sh\n"
           "# Written by Brambleboot. Called by its dnsmasq: a node that has fetched a boot file gets its disk "
           "exported to where it is now.\n"
           "set -eu\n"
           "umask 022\n"
           "folder="_ba
        + shellQuoted(layout.folder) + "\naddresses="_ba + shellQuoted(paths.addresses) + "\nexports="_ba
        + shellQuoted(paths.exports) + "\nexportfs="_ba + shellQuoted(paths.exportfs) + "\n"_ba + QByteArray(body);
}

} // namespace bramble

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

address_of() {
    address=
    [ ! -f "$addresses/$1" ] || read -r address <"$addresses/$1" || :
    printf '%s' "$address"
}

list_exports() {
    echo '# Written by Brambleboot when a node fetches its boot files.'
    for file in "$addresses"/*; do
        node=${file##*/}
        is_node "$node" || continue
        where=$(address_of "$node")
        is_address "$where" || continue
        for path in "$folder/nfs/$node" "$folder/tftp/$node"; do
            id=$(printf '%s' "$path" | sha256sum | cut -c1-32)
            printf '%s %s(rw,sync,no_subtree_check,no_root_squash,fsid=%s)\n' "$path" "$where" "$id"
        done
    done
}

write_exports() {
    mkdir -p "${exports%/*}"
    list_exports >"$exports.new"
    if cmp -s "$exports.new" "$exports"; then
        rm -f "$exports.new"
        return 0
    fi
    # Ours that are no more go one by one: "exportfs -r" would also drop what somebody exported by hand.
    [ ! -f "$exports" ] || while read -r path where; do
        case $path in '#'*) continue ;; esac
        grep -qsF "$path ${where%%(*}(" "$exports.new" || "$exportfs" -u "${where%%(*}:$path" || :
    done <"$exports"
    mv -f "$exports.new" "$exports"
    # Without the file, the node's next fetch tries again.
    "$exportfs" -a || { rm -f "$exports"; return 1; }
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
        [ "$other" = "$1" ] || [ "$(address_of "$other")" != "$2" ] || rm -f "$file"
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
    if [ "$(address_of "$name")" = "$3" ] && grep -qsF "$folder/nfs/$name $3(" "$exports"; then
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

# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every command of the lab shares: where things are kept, how a step is announced and timed.

lab_here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
lab_cache=${BRAMBLE_CACHE:-${HOME:-/root}/.cache/brambleboot}/lab
suite=trixie
export LC_ALL=C.UTF-8 TZ=UTC

say() { printf '==> %s\n' "$*" >&2; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }
need_root() { [ "$(id -u)" = 0 ] || die "this needs root (namespaces, taps, mounts)"; }

now() { printf '%s' "$EPOCHREALTIME"; }
since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }'; }

# step TEXT COMMAND...: one line when it starts, one with the seconds when it is done.
step() {
    local text=$1 began
    shift
    began=$(now)
    say "$text ..."
    "$@"
    say "$text: $(since "$began") s"
}

# work_dir DIR: a scratch folder in memory where there is enough of it (dpkg is twice as fast there).
# Only for recipes: they run in a mount namespace of their own, so the mount goes away with them.
work_dir() {
    mkdir -p "$1"
    if [ "$(awk '/^MemAvailable/ { print int($2 / 1024) }' /proc/meminfo)" -gt 6000 ]; then
        mount -t tmpfs -o mode=0755,size=5G tmpfs "$1"
    fi
}

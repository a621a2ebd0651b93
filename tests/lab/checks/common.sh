# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the lab's checks share. A check is a script that runs inside with-lab and says what it asked and what it got.

checks=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$checks/../lib/common.sh"
bin=${BRAMBLE_BIN:?folder of the built programs}
failures=0

# enter_lab ARGUMENTS-FOR-WITH-LAB...: starts this check again inside a lab, unless it runs in one.
enter_lab() {
    [ -z "${LAB:-}" ] || return 0
    "$lab_here/check" || exit $?
    exec "$lab_here/with-lab" --image light "$@" -- "$0"
}

ok() { printf 'ok      %s\n' "$*"; }
bad() { printf 'NOT OK  %s\n' "$*"; failures=$((failures + 1)); }
want() { # WHAT EXPECTED GOT
    if [ "$2" = "$3" ]; then ok "$1: $3"; else bad "$1: wanted '$2', got '$3'"; fi
}
finish_check() {
    [ "$failures" = 0 ] || { echo "$failures failed"; exit 1; }
    echo "all as it should be"
}

log_in() { echo --identity "$LAB_KEY" --known-hosts "$LAB_KNOWN_HOSTS" --ssh-config none --no-agent; }

bramble() { # in the operator's network
    # shellcheck disable=SC2086
    $LAB_OP "$bin/bramble" "$@"
}

on_server() { # as root
    # shellcheck disable=SC2086
    $LAB_OP ssh -q -i "$LAB_KEY" -o UserKnownHostsFile="$LAB_KNOWN_HOSTS" -o IdentitiesOnly=yes -o BatchMode=yes root@"$LAB_SERVER" "$@"
}

# All of the server that a set-up could have touched, in a form that two looks can be compared in.
server_state() {
    on_server 'find /etc /srv /usr/local /var/lib/brambleboot /run/systemd/generator -xdev \( -name "*-" -o -name .pwd.lock -o -name ld.so.cache -o -path "/etc/apt/*" \) -prune -o -printf "%p %y %m %U %G %l\n" 2>/dev/null | sort
        find /etc /usr/local -xdev -type f ! -name "*-" ! -name ld.so.cache -exec sha256sum {} + | sort -k2
        dpkg-query -W -f "\${db:Status-Status} \${Package} \${Version}\n" | grep -v "^not-installed\|^config-files" | sort
        systemctl list-unit-files --no-legend --no-pager | sort; ls -A /srv'
}

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bramble::scripts {

/// The journal's program on the server: kept in the journal itself, so that the server can take a run back without us. POSIX sh with
/// nothing that a router's BusyBox lacks (no stat, mv -T, cp -T, base64, setsid, long options). $1 journal folder, $2 verb, then its arguments.
///
///     NNNNNN/                 one entry, in order; complete or not there
///         what key run        one line each; key: the same thing twice needs one way back only
///         done                is there once the change is complete
///         fN/path was after   a kept file: its state before and after; copy: what lay there, with mode and owner
///         fN/will             SHA-256 of what will lie there, where that is known beforehand
///         fN/made             folders above it that were not there, deepest first
///         holds.sh            has to succeed, or somebody changed what this is about: it says what
///         undo.sh commit.sh   run in the entry's folder: takes it back; clears up when the run is through
///     committed               entries up to this number belong to runs that went through
///     engine                  this program
///
///     jobs/NAME               what goes on without a connection
///     armed fired             the dead-man's switch
///     undoing                 process id of whoever takes back
///
/// Exit codes: 86 half a request arrived, 89 the machine took the run back, 87 somebody changed something since, 88 something could not be taken back.
inline constexpr char journalEngine[] = R"sh(set -eu
umask 077
LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
j=$1 verb=$2
shift 2

durable() { sync "$@" 2>/dev/null || sync; }
access_of() { ls -ldn -- "$1" | { read -r mode _ uid gid _; echo "$mode $uid $gid"; }; }
state_of() {
    if [ -L "$1" ]; then printf 'link %s\n' "$(readlink "$1")"
    elif [ -d "$1" ]; then echo "folder $(access_of "$1")"
    elif [ -e "$1" ]; then echo "file $(access_of "$1") $(sha256sum < "$1" | cut -c1-64)"
    else echo absent
    fi
}
line_of() { # the one line of a file, or nothing
    line=
    [ ! -f "$1" ] || IFS= read -r line < "$1" || :
    printf '%s' "$line"
}
entries() { # numbers, oldest first
    for e in "$j"/[0-9]*; do
        [ ! -d "$e" ] || printf '%s\n' "${e##*/}"
    done
}
backwards() { entries | sort -r; }
committed() { line=$(line_of "$j/committed"); echo "${line:-000000}"; }
is_committed() { [ "$(printf '%s\n%s\n' "$1" "$(committed)" | sort | tail -n 1)" = "$(committed)" ]; }

keep() { # path, what will lie there: SHA-256 or nothing
    kept=$((kept + 1))
    mkdir "f$kept"
    printf '%s\n' "$1" > "f$kept/path"
    printf '%s\n' "$2" > "f$kept/will"
    state_of "$1" > "f$kept/was"
    if [ -L "$1" ] || [ -f "$1" ]; then cp -a "$1" "f$kept/copy"; fi
    above=${1%/*}
    while [ -n "$above" ] && [ ! -e "$above" ]; do
        printf '%s\n' "$above" >> "f$kept/made"
        above=${above%/*}
    done
}
text() { printf '%s\n' "$2" >> "$1"; }
prepare() { "$@" < /dev/null >&2; }

record() { # run; what to record on standard input
    alive
    mkdir -p "$j"
    rm -rf "$j/.new"
    mkdir "$j/.new"
    cat > "$j/.new/spec"
    [ "$(tail -n 1 "$j/.new/spec")" = "whole" ] || exit 86
    last=$( { entries; committed; } | sort | tail -n 1)
    last=${last#0}; last=${last#0}; last=${last#0}; last=${last#0}; last=${last#0}
    n=$(printf '%06d' $((last + 1)))
    cd "$j/.new"
    printf '%s\n' "$1" > run
    kept=0
    whole() { :; }
    . ./spec
    rm spec
    durable $(find .)
    cd /
    mv "$j/.new" "$j/$n"
    durable "$j"
    printf '%s\n' "$n"
}

after() { # folder of a kept file: what lies there now counts as ours
    state_of "$(cat "$1/path")" > "$1/after.new" # whole or not at all, on a full disk too
    mv -f "$1/after.new" "$1/after"
    durable "$1/after"
}
finish() { # number
    alive
    for f in "$j/$1"/f*; do
        [ ! -d "$f" ] || after "$f"
    done
    : > "$j/$1/done"
    durable "$j/$1"
}

verdict() { # folder of a kept file: was | ours | changed
    now=$(state_of "$(cat "$1/path")")
    will=$(line_of "$1/will")
    if [ "$now" = "$(cat "$1/was")" ]; then echo was
    elif [ -f "$1/after" ]; then [ "$now" = "$(cat "$1/after")" ] && echo ours || echo changed
    elif [ -z "$will" ]; then echo ours
    else case $now in "file "*" $will") echo ours ;; *) echo changed ;; esac
    fi
}
changes() { # number: a line for each thing that is no longer as this program left it
    for f in "$j/$1"/f*; do
        [ -d "$f" ] || continue
        # A folder that is in use by somebody simply stays.
        case $(cat "$f/was") in folder*) continue ;; esac
        [ -d "$(cat "$f/path")" ] && [ "$(cat "$f/was")" = absent ] && continue
        [ "$(verdict "$f")" != changed ] || cat "$f/path"
    done
    [ ! -f "$j/$1/holds.sh" ] || (cd "$j/$1" && sh ./holds.sh < /dev/null 2>/dev/null) || :
}

put_back() { # folder of a kept file
    p=$(cat "$1/path")
    case $(cat "$1/was") in
    folder*) return 0 ;;
    absent)
        [ -L "$p" ] || [ ! -d "$p" ] || return 0
        rm -f -- "$p" "$p.brambleboot-new"
        ;;
    *)
        rm -f -- "$p.brambleboot-new"
        [ "$(state_of "$p")" != "$(cat "$1/was")" ] || return 0
        if [ ! -L "$p" ] && [ -d "$p" ]; then echo "$p is a folder now" >&2; return 1; fi
        mkdir -p -- "${p%/*}" && cp -a "$1/copy" "$p.brambleboot-new" && mv -f -- "$p.brambleboot-new" "$p" || return 1
        durable "$p"
        ;;
    esac
}
tidy() { # folder of a kept file: folders that were not there go, where nobody put anything into them
    p=$(cat "$1/path")
    [ "$(cat "$1/was")" != absent ] || [ -L "$p" ] || [ ! -d "$p" ] || rmdir -- "$p" 2>/dev/null || :
    [ ! -f "$1/made" ] || while read -r p; do rmdir -- "$p" 2>/dev/null || :; done < "$1/made"
}
undo_one() { # number
    for f in "$j/$1"/f*; do
        [ ! -d "$f" ] || put_back "$f" || return 1
    done
    [ ! -f "$j/$1/undo.sh" ] || (cd "$j/$1" && exec sh -eu ./undo.sh < /dev/null >&2) || return 1
    for f in "$j/$1"/f*; do
        [ ! -d "$f" ] || tidy "$f"
    done
    drop "$1"
}
drop() { # number
    rm -rf "$j/.gone"
    mv "$j/$1" "$j/.gone"
    durable "$j"
    rm -rf "$j/.gone"
}
sweep() { # a journal without entries goes
    [ -z "$(entries)" ] || return 0
    rm -rf -- "$j" || :
    rmdir -- "${j%/*}" 2>/dev/null || :
}

alone() { # the machine may be taking a run back by itself: that comes to its end first
    n=0
    while [ -f "$j/undoing" ] && kill -0 "$(cat "$j/undoing")" 2>/dev/null && [ $n -lt 3000 ]; do nap; n=$((n + 1)); done
    echo $$ 2>/dev/null > "$j/undoing" || :
}
undo() { # all | open, strict | rest | force
    alone
    [ -d "$j" ] || return 0
    rm -f "$j/armed"
    settle_jobs
    if [ "$2" = strict ]; then
        found=$(for n in $(backwards); do
            [ "$1" = all ] || ! is_committed "$n" || continue
            changes "$n" | sed "s/^/changed $n /"
        done)
        [ -z "$found" ] || { rm -f "$j/undoing"; printf '%s\n' "$found"; exit 87; }
    fi
    status=0
    for n in $(backwards); do
        [ "$1" = all ] || ! is_committed "$n" || continue
        if [ "$2" = rest ] && [ -n "$(changes "$n")" ]; then echo "left $n"; continue; fi
        if undo_one "$n"; then echo "undone $n"; else echo "failed $n"; status=88; fi
    done
    [ -z "$(entries)" ] || rm -f "$j/undoing" # else it goes with the journal: nobody is to begin in between
    sweep
    exit $status
}

same_key() { # number: an older entry for the same thing whose end is this one's beginning
    [ -f "$j/$1/key" ] || return 0
    for o in $(entries); do
        [ "$o" != "$1" ] || return 0
        [ -f "$j/$o/key" ] && [ "$(cat "$j/$o/key")" = "$(cat "$j/$1/key")" ] || continue
        fits=yes
        for f in "$j/$1"/f*; do
            [ -d "$f" ] || continue
            old=$j/$o/${f##*/}
            [ -f "$old/after" ] && [ -f "$f/after" ] && [ "$(cat "$old/path")" = "$(cat "$f/path")" ] || { fits=; break; }
            [ "$(cat "$old/after")" = "$(cat "$f/was")" ] || [ "$(cat "$old/after")" = "$(cat "$f/after")" ] || { fits=; break; }
        done
        [ -z "$fits" ] || { echo "$o"; return 0; }
    done
}
commit() { # what was done so far stays; one way back for each thing is enough
    [ -d "$j" ] || return 0
    alive
    last=$(entries | tail -n 1)
    [ -n "$last" ] || { sweep; return 0; }
    for n in $(entries); do # a run that was killed may have written a file without coming to say so
        for f in "$j/$n"/f*; do
            [ ! -d "$f" ] || [ -f "$f/after" ] || [ "$(verdict "$f")" = changed ] || after "$f"
        done
    done
    printf '%s\n' "$last" > "$j/.committed"
    durable "$j/.committed"
    mv -f "$j/.committed" "$j/committed"
    durable "$j"
    rm -f "$j/armed"
    for n in $(backwards); do
        [ -f "$j/$n/commit.sh" ] || continue
        (cd "$j/$n" && exec sh -eu ./commit.sh < /dev/null >&2) && rm -f "$j/$n/commit.sh" || :
    done
    for n in $(entries); do
        [ ! -f "$j/$n/passing" ] || { drop "$n"; continue; }
        o=$(same_key "$n")
        [ -n "$o" ] || continue
        for f in "$j/$n"/f*; do
            [ ! -d "$f" ] || { cp "$f/after" "$j/$o/${f##*/}/after.new"; mv -f "$j/$o/${f##*/}/after.new" "$j/$o/${f##*/}/after"; }
        done
        drop "$n"
    done
    sweep
}
forget() { # key: there is nothing left to take back
    for n in $(entries); do
        [ "$(line_of "$j/$n/key")" != "$1" ] || drop "$n"
    done
}

# Work that goes on without a connection. jobs/NAME: run.sh pid out err rc
detach() { # verb and its arguments, away from whoever is listening
    if [ -d /run/systemd/system ] && command -v systemd-run > /dev/null && systemd-run -q --collect sh "$j/engine" "$j" "$@" 2>/dev/null; then return 0; fi
    if command -v setsid > /dev/null; then setsid sh "$j/engine" "$j" "$@" < /dev/null > /dev/null 2>&1 &
    else (trap '' HUP TERM; exec sh "$j/engine" "$j" "$@" < /dev/null > /dev/null 2>&1) &
    fi
}
runs() { [ -f "$1/pid" ] && [ ! -f "$1/rc" ] && kill -0 "$(cat "$1/pid")" 2>/dev/null; }
start() { # name; commands on standard input. The same ones that are under way, or that went well, are not begun again.
    mkdir -p "$j/jobs"
    cat > "$j/jobs/.spec"
    [ "$(tail -n 1 "$j/jobs/.spec")" = "whole" ] || exit 86
    sed '$d' "$j/jobs/.spec" > "$j/jobs/.run"
    d=$j/jobs/$1
    if cmp -s "$j/jobs/.run" "$d/run.sh" && { runs "$d" || [ "$(line_of "$d/rc")" = 0 ]; }; then return 0; fi
    end "$1"
    mkdir "$d"
    mv "$j/jobs/.run" "$d/run.sh"
    detach work "$1"
    n=0
    while [ ! -s "$d/pid" ] && [ $n -lt 300 ]; do nap; n=$((n + 1)); done
}
nap() { sleep 0.1 2>/dev/null || sleep 1; }
work() { # name
    d=$j/jobs/$1
    echo $$ > "$d/pid.new"
    mv "$d/pid.new" "$d/pid"
    s=0
    sh -eu "$d/run.sh" > "$d/out" 2> "$d/err" < /dev/null || s=$?
    echo $s > "$d/rc.new"
    mv "$d/rc.new" "$d/rc"
}
wait_for() { # name, seconds
    d=$j/jobs/$1
    n=0
    while runs "$d" && [ $n -lt $(($2 * 10)) ]; do
        nap
        n=$((n + 1))
    done
    if [ -f "$d/rc" ]; then
        echo "ended $(cat "$d/rc")"
        tail -c 65536 "$d/err"
    elif runs "$d"; then echo running
    else echo gone
    fi
}
reap() { rm -rf "$j/jobs/$1"; } # name
tree_of() { # pid: it and what it started
    for t in /proc/[0-9]*/stat; do
        read -r x < "$t" 2>/dev/null || continue
        x=${x##*) }
        x=${x#* }
        [ "${x%% *}" != "$1" ] || { t=${t%/stat}; tree_of "${t#/proc/}"; }
    done
    echo "$1"
}
end() { # name
    if runs "$j/jobs/$1"; then
        p=$(cat "$j/jobs/$1/pid")
        kill $(tree_of "$p") 2>/dev/null || :
        n=0
        while kill -0 "$p" 2>/dev/null && [ $n -lt 50 ]; do nap; n=$((n + 1)); done
    fi
    rm -rf "$j/jobs/$1"
}
settle_jobs() { # before a way back: what installs packages comes to its end, the rest is ended
    for d in "$j"/jobs/*; do
        [ -d "$d" ] || continue
        case $d in */packages | */place) while runs "$d"; do nap; done ;; esac
        end "${d##*/}"
    done
    rm -rf "$j/jobs"
}

# Without a sign of life for so long after arm, and without confirm, the machine takes the run back by itself.
alive() {
    [ ! -f "$j/fired" ] || { echo "this run was taken back" >&2; exit 89; }
    [ ! -f "$j/armed" ] || echo x >> "$j/armed"
}
arm() { # seconds
    alive
    echo "$1" > "$j/armed"
    durable "$j/armed"
    detach guard "$1"
}
guard() { # seconds
    seen=
    n=0
    while [ $n -lt "$1" ]; do
        sleep 1
        [ -f "$j/armed" ] || return 0
        now=$(cat "$j/armed" 2>/dev/null | wc -l)
        [ "$now" = "$seen" ] || n=0
        seen=$now
        n=$((n + 1))
    done
    mv "$j/armed" "$j/fired" || return 0
    undo open force
}
confirm() {
    alive
    rm -f "$j/armed"
}

show() { # name, file: its lines, each with a blank in front
    [ ! -f "$2" ] || [ -L "$2" ] || [ "$(wc -c < "$2")" -gt 1048576 ] || { printf '%s\n' "$1"; sed 's/^/ /' "$2"; echo; }
}
list() {
    for n in $(entries); do
        e=$j/$n
        printf 'entry %s\nwhat %s\nrun %s\n' "$n" "$(line_of "$e/what")" "$(line_of "$e/run")"
        ! is_committed "$n" || echo committed
        [ ! -f "$e/done" ] || echo done
        for f in "$e"/f*; do
            [ -d "$f" ] || continue
            printf 'file %s %s\n' "$(verdict "$f")" "$(cat "$f/path")"
            case $(cat "$f/was") in absent) echo absent ;; file*) show before "$f/copy" ;; esac
            show now "$(cat "$f/path")"
        done
        changes "$n" | sed 's/^/changed /'
    done
    echo end
}

"$verb" "$@"
# whole
)sh";

} // namespace bramble::scripts

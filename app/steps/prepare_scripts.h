// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The scripts that run on a Pi that is being set, as constants: what varies comes as positional parameters. POSIX sh, run with -eu.
/// Our files there: old.conf (what the EEPROM had), given.conf (what it was given), done (and the tool agreed).
namespace bramble::scripts {

using namespace Qt::StringLiterals;

/// $1 our folder, $2 size; the EEPROM's settings on stdin: they are kept, unless those from before our first change are there already.
inline const QString keepOldConf = uR"sh(
umask 077
[ ! -e "$1/old.conf" ] || [ ! -e "$1/given.conf" ] || exit 0
mkdir -p -- "$1"
chmod 0700 -- "$1"
cat > "$1/old.part"
[ "$(wc -c < "$1/old.part")" -eq "$2" ] || exit 83
sync -f "$1"
mv -- "$1/old.part" "$1/old.conf"
sync -f "$1"
)sh"_s;

/// $1 our folder, $2 name of a file there: it goes into the EEPROM, whatever becomes of the connection: half an EEPROM starts nothing.
inline const QString giveConfEngine = uR"sh(
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
umask 077
command -v rpi-eeprom-config > /dev/null || exit 85
[ ! -e "$1/given.conf" ] || cp -- "$1/given.conf" "$1/given.before"
rm -f -- "$1/done"
mv -- "$1/$2" "$1/given.conf"
sync -f "$1"
boot=$(sed -n 's/^BOOTFS=//p' /etc/default/rpi-eeprom-update 2>/dev/null | tr -d "\"'" | tail -n 1)
[ -n "$boot" ] || for boot in /boot/firmware /boot; do [ ! -f "$boot/config.txt" ] || break; done
code=0
rpi-eeprom-config --apply "$1/given.conf" 9>&- || code=$?
if [ "$code" != 0 ]; then
    # Half a file in the boot folder is taken away; a whole one mends an EEPROM that was written in part.
    if [ -f "$boot/pieeprom.upd" ] && ! rpi-eeprom-config "$boot/pieeprom.upd" > /dev/null 2>&1; then rpi-eeprom-update -r > /dev/null 2>&1 || :; fi
    if [ -e "$1/given.before" ]; then mv -- "$1/given.before" "$1/given.conf"; else rm -f -- "$1/given.conf"; fi
    sync -f "$1"
    exit "$code"
fi
mkdir -p /run/brambleboot
rm -f -- "$1/given.before" /run/brambleboot/flashed.conf
if [ ! -f "$boot/pieeprom.upd" ]; then
    cp -- "$1/given.conf" /run/brambleboot/flashed.part
    mv -- /run/brambleboot/flashed.part /run/brambleboot/flashed.conf
fi
sync -f "$boot"
: > "$1/done"
sync -f "$1"
)sh"_s;

/// $1 our folder, $2 size, $3 a name, $4 giveConfEngine; settings on stdin: they are given to the EEPROM, in a session of their own.
inline const QString giveConf = uR"sh(
umask 077
mkdir -p -- "$1"
exec 9> "$1/lock" # held until the other session ends, too; pi_look waits for that
flock -w 240 9 || exit 84
cat > "$1/$3"
if [ "$(wc -c < "$1/$3")" -ne "$2" ]; then rm -f -- "$1/$3"; exit 83; fi
setsid sh -euc "$4" sh "$1" "$3" < /dev/null > "$1/log" 2>&1 &
code=0
wait $! || code=$?
tail -c 4000 "$1/log"
exit "$code"
)sh"_s;

/// $1 our folder: nothing of ours stays.
inline const QString forgetConf = uR"sh(
if [ -d "$1" ]; then
    rm -rf -- "$1"
    rmdir -- "${1%/*}" 2> /dev/null || :
fi
)sh"_s;

/// What waits for the next start is taken away.
inline const QString cancelUpdate = uR"sh(
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
rpi-eeprom-update -r
)sh"_s;

/// $1 boot folder: config.txt asks for the fuse, in a block of ours at its end.
inline const QString askForFuse = uR"sh(
umask 022
f=$1/config.txt
[ -f "$f" ]
! grep -qxF '# BEGIN brambleboot' "$f" || exit 0
trap 'rm -f -- "$f.part"' EXIT
cp -- "$f" "$f.part"
[ -z "$(tail -c 1 "$f.part")" ] || echo >> "$f.part"
printf '%s\n' '# BEGIN brambleboot' '[all]' 'program_usb_boot_mode=1' '# END brambleboot' >> "$f.part"
sync -f "$1"
mv -- "$f.part" "$f"
sync -f "$1"
)sh"_s;

/// $1 boot folder: our block in config.txt goes.
inline const QString askNoMore = uR"sh(
umask 022
f=$1/config.txt
grep -qxF '# BEGIN brambleboot' "$f" || exit 0
grep -qxF '# END brambleboot' "$f"
trap 'rm -f -- "$f.part"' EXIT
sed '/^# BEGIN brambleboot$/,/^# END brambleboot$/d' "$f" > "$f.part"
sync -f "$1"
mv -- "$f.part" "$f"
sync -f "$1"
)sh"_s;

/// Starts anew when we are gone.
inline const QString restart = uR"sh(
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
sync
setsid sh -c 'sleep 1; systemctl reboot || reboot' < /dev/null > /dev/null 2>&1 &
)sh"_s;

} // namespace bramble::scripts

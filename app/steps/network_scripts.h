// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The scripts for what is somebody else's on the server. POSIX sh, run with -eu; see server_scripts.h.
namespace bramble::scripts {

using namespace Qt::StringLiterals;

/// $1 path in /etc/dnsmasq.d, $2 unit, $3 dnsmasq|pihole, $4 yes: Pi-hole is told to read that folder; the content on stdin. The
/// lines are tried alone, then with everything else, and only then the service restarts: 84 they are not understood, 83 it did not come back.
inline const QString extendDhcp = uR"sh(
umask 022
cat > "$1.brambleboot-new"
dnsmasq --test --conf-file="$1.brambleboot-new" >&2 || { rm -f "$1.brambleboot-new"; exit 84; }
mv -f -- "$1.brambleboot-new" "$1"
[ "$4" != yes ] || pihole-FTL --config misc.etc_dnsmasq_d true >&2
case $3 in
dnsmasq) dnsmasq --test -7 /etc/dnsmasq.d,.dpkg-dist,.dpkg-old,.dpkg-new >&2 || exit 84 ;;
pihole) pihole-FTL dnsmasq-test >&2 || exit 84 ;;
esac
said() { journalctl -q --no-pager -n 15 -o cat -u "$1" >&2; exit 83; }
systemctl restart "$2" || said "$2"
i=0
while [ $i -lt 30 ]; do
    [ "$(systemctl is-active "$2")" != failed ] || said "$2"
    [ -n "$(ss -Hlun 'sport = :67')" ] && exit 0
    sleep 0.3; i=$((i + 1))
done
said "$2"
)sh"_s;

/// $1 unit, $2 yes: Pi-hole does not read the folder any more. After its file went.
inline const QString shortenDhcp = uR"sh(
[ "$2" != yes ] || pihole-FTL --config misc.etc_dnsmasq_d false
systemctl try-restart "$1"
)sh"_s;

/// $1 path, $2 mode; the content on stdin. A whole set of rules, tried before it takes the place of the former.
inline const QString writeRules = uR"sh(
umask 077
cat > "$1.brambleboot-new"
chmod -- "$2" "$1.brambleboot-new"
nft -c -f "$1.brambleboot-new" >&2 || { rm -f "$1.brambleboot-new"; exit 84; }
mv -f -- "$1.brambleboot-new" "$1"
)sh"_s;

/// An NFS server that runs takes its settings in; one that does not is left alone.
inline const QString restartNfs = uR"sh(! systemctl -q is-active nfs-server.service || systemctl restart nfs-mountd.service nfs-server.service)sh"_s;

} // namespace bramble::scripts

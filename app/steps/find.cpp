// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/find.h"

#include "host/lan.h"
#include "model/sweep.h"
#include "steps/hearing.h"
#include "steps/must.h"
#include "text/reservations.h"
#include "text/ssh_banner.h"
#include "wire/mdns.h"

#include <QCoro/QCoroTimer>

#include <QSet>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Source = Sighting::Source;
using Seen = std::vector<Sighting>;

// Constant; $1: the interface, or nothing. Whatever listens says so first: tcpdump in its own words, the others by one of ours.
constexpr char listenScript[] = R"sh(
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
filter='udp and (port 67 or port 69 or port 4011)'
if command -v tcpdump >/dev/null; then
    [ -n "$1" ] || ! [ -d /sys/class/net/br-lan ] || set -- br-lan # of OpenWrt, whose default route leads away from its LAN
    [ -n "$1" ] || set -- "$(ip -4 route show default 2>/dev/null | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n1)"
    exec tcpdump -i "${1:-eth0}" -l -n -p -s 600 -xx "$filter" 2>&1
fi
if command -v perl >/dev/null; then exec perl -e "$2" "$1"; fi
echo listening
if command -v journalctl >/dev/null; then exec journalctl --quiet --follow --lines=0 --output=short SYSLOG_IDENTIFIER=dnsmasq-dhcp SYSLOG_IDENTIFIER=dnsmasq-tftp; fi
if command -v logread >/dev/null; then exec logread -f -e dnsmasq; fi
exit 69
)sh";

// What tcpdump would have printed, for a server that has none: every Debian has perl. $1: the interface, or nothing for all.
constexpr char listenWithPerl[] = R"pl(
use strict; use warnings;
my ($name) = @ARGV;
socket(my $s, 17, 3, unpack('S', pack('n', 0x0800))) or exit 69;
if (defined $name && $name ne '' && open(my $f, '<', "/sys/class/net/$name/ifindex")) {
    bind($s, pack('S n i S C C a8', 17, 0x0800, 0 + <$f>, 0, 0, 0, '')) or exit 69;
}
# The kernel keeps back all that is not IPv4, UDP and of these ports: a server of disks has better things to do than to show us its traffic.
my @filter = ([0x28, 0, 0, 12], [0x15, 0, 13, 0x800], [0x30, 0, 0, 23], [0x15, 0, 11, 17], [0x28, 0, 0, 20], [0x45, 9, 0, 0x1fff], [0xb1, 0, 0, 14],
    [0x48, 0, 0, 14], [0x15, 7, 0, 67], [0x15, 6, 0, 69], [0x15, 5, 0, 4011], [0x48, 0, 0, 16], [0x15, 3, 0, 67], [0x15, 2, 0, 69], [0x15, 1, 0, 4011],
    [0x06, 0, 0, 0], [0x06, 0, 0, 2048]);
my $program = join '', map { pack 'S C C L', @$_ } @filter;
setsockopt $s, 1, 26, pack('S x![L!] P', scalar @filter, $program); # SO_ATTACH_FILTER; without it, what follows sorts them
$| = 1;
print "listening\n";
while (defined recv($s, my $p, 2048, 0)) {
    next if length $p < 42 || unpack('n', substr $p, 12, 2) != 0x0800 || ord(substr $p, 23, 1) != 17 || unpack('n', substr $p, 20, 2) & 0x1fff;
    my $udp = 14 + 4 * (ord(substr $p, 14, 1) & 15);
    next if length $p < $udp + 8;
    my ($from, $to) = unpack 'n n', substr $p, $udp, 4;
    next unless grep { $_ == 67 || $_ == 69 || $_ == 4011 } $from, $to;
    my $said = "IP\n";
    for (my $i = 0; $i < length $p; $i += 16) {
        $said .= sprintf("\t0x%04x:  ", $i) . join(' ', unpack('(H4)*', substr $p, $i, 16)) . "\n";
    }
    print $said or exit 0;
}
)pl";

// Constant. Four parts, each behind its mark, and each as it lies there: what it means is told here. Lines with secrets stay there.
constexpr char whomItKnows[] = R"sh(
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
show() { for f; do if [ -f "$f" ] && [ -r "$f" ]; then tail -c 262144 "$f"; echo; fi; done; }
echo @@leases
show /var/lib/misc/dnsmasq.leases /var/lib/dnsmasq/dnsmasq.leases /var/lib/brambleboot/dnsmasq.leases /tmp/dhcp.leases /etc/pihole/dhcp.leases
own=$(cat /etc/dnsmasq.conf /etc/dnsmasq.d/*.conf 2>/dev/null | sed -n 's/^[[:space:]]*dhcp-leasefile=//p' | tail -n 1)
[ -z "$own" ] || show "$own"
show /var/lib/dhcp/dhcpd.leases /var/lib/dhcpd/dhcpd.leases /var/lib/kea/kea-leases4.csv.2 /var/lib/kea/kea-leases4.csv
echo @@reservations
{
    cat /etc/dnsmasq.conf /etc/dnsmasq.d/*.conf 2>/dev/null | grep '^[[:space:]]*dhcp-host'
    show /etc/dhcp/dhcpd.conf /etc/dhcpd.conf /etc/ethers
    grep -B 4 -A 9 '"hw-address"' /etc/kea/kea-dhcp4.conf
    grep '"[0-9A-Fa-f:-]\{17\},' /etc/pihole/pihole.toml
    if command -v uci >/dev/null; then uci -q show dhcp | grep '\.\(mac\|ip\|name\)='; fi
} 2>/dev/null | grep -v -i 'secret\|passw' | head -c 262144
echo @@neighbours
ip neigh 2>/dev/null || cat /proc/net/arp
)sh";

// What stands between this mark and the next.
QByteArrayView partOf(QByteArrayView said, QByteArrayView mark, QByteArrayView next)
{
    const qsizetype at = said.indexOf(mark);
    if (at < 0)
        return {};
    const qsizetype from = at + mark.size();
    const qsizetype end = next.isEmpty() ? -1 : said.indexOf(next, from);
    return said.sliced(from, (end < 0 ? said.size() : end) - from);
}

struct Greetings
{
    Seen seen;
    int waiting = 0;
};

QCoro::Task<> greet(Neighbour neighbour, std::shared_ptr<Greetings> greetings)
{
    ++greetings->waiting;
    const QByteArray line = co_await sshGreeting(neighbour.address, 600ms);
    const auto banner = parseSshBanner(line);
    --greetings->waiting;
    if (banner && banner->mayBePi())
        greetings->seen.push_back({.source = banner->isRaspbian() ? Source::Running : Source::SshBanner, .mac = neighbour.mac, .address = neighbour.address});
}

void readMdns(Seen &out, const std::vector<QByteArray> &packets)
{
    for (const QByteArray &packet : packets)
        if (const auto records = parseMdns(packet))
            for (const MdnsHost &host : mdnsHosts(*records))
                for (const Ipv4 address : host.addresses)
                    out.push_back({.source = Source::Mdns, .mac = host.mac, .address = address, .name = host.name});
}

} // namespace

QCoro::Task<Result<std::vector<Sighting>>> findHere(FindWish wish, Stop stop)
{
    const std::vector<Ipv4Network> ours = localNetworks();
    std::vector<Ipv4> targets;
    for (const Ipv4Network &own : wish.network ? std::vector{*wish.network} : ours) {
        const Result<std::vector<Ipv4>> some = sweepTargets(own, ours, wish.agreed);
        if (some)
            targets.insert(targets.end(), some->begin(), some->end());
        else if (wish.network)
            co_return std::unexpected(some.error());
    }
    const QByteArray query = mdnsQuery({u"_workstation._tcp.local"_s, u"_ssh._tcp.local"_s, u"_sftp-ssh._tcp.local"_s});
    std::vector<QCoro::Task<std::vector<QByteArray>>> asked;
    for (const Ipv4Network &own : ours)
        asked.push_back(askMdns(query, own.address(), 1500ms, stop));
    const Result<std::vector<Neighbour>> found = co_await nudge(targets, 1200ms, stop);
    if (!found)
        co_return std::unexpected(found.error());
    const QSet<Ipv4> wanted(targets.begin(), targets.end());
    Seen out;
    const auto greetings = std::make_shared<Greetings>();
    for (const Neighbour &neighbour : *found) {
        if (!wanted.contains(neighbour.address))
            continue;
        out.push_back({.source = Source::Neighbour, .mac = neighbour.mac, .address = neighbour.address, .name = neighbour.name});
        greet(neighbour, greetings);
    }
    for (auto &one : asked) {
        const std::vector<QByteArray> packets = co_await one;
        readMdns(out, packets);
    }
    while (greetings->waiting > 0 && !stop.stop_requested())
        co_await QCoro::sleepFor(20ms);
    out.insert(out.end(), greetings->seen.begin(), greetings->seen.end());
    co_return out;
}

QCoro::Task<Result<std::vector<Sighting>>> askThere(RemotePtr remote, Stop stop)
{
    const Command ask = asRoot(u"sh"_s, {u"-c"_s, QString::fromLatin1(whomItKnows)});
    const RunOptions options = shortly();
    const Result<QByteArray> said = co_await must(remote, ask, options, stop);
    if (!said)
        co_return std::unexpected(said.error());
    Seen out;
    for (const Neighbour &lease : parseLeases(partOf(*said, "@@leases\n", "@@reservations\n")))
        out.push_back({.source = Source::Lease, .mac = lease.mac, .address = lease.address, .name = lease.name});
    for (const Reservation &reserved : parseReservations(partOf(*said, "@@reservations\n", "@@neighbours\n")))
        out.push_back({.source = Source::Lease, .mac = reserved.mac, .address = reserved.address, .name = reserved.name});
    for (const Neighbour &neighbour : parseNeighbours(partOf(*said, "@@neighbours\n", {})))
        out.push_back({.source = Source::Neighbour, .mac = neighbour.mac, .address = neighbour.address, .name = neighbour.name});
    co_return out;
}

// Where nobody is known, listening is still worth it.
static QCoro::Task<> tellKnown(RemotePtr remote, SightingSink sink, Stop stop)
{
    if (const Result<Seen> known = co_await askThere(remote, stop))
        for (const Sighting &sighting : *known)
            sink(sighting);
}

QCoro::Task<Result<>> listenThere(RemotePtr remote, QString interface, SightingSink sink, std::function<void()> begun, Stop stop)
{
    const QCoro::Task<> asking = tellKnown(remote, sink, stop); // meanwhile
    const auto hearing = std::make_shared<Hearing>();
    const Command listen = asRoot(u"sh"_s, {u"-c"_s, QString::fromLatin1(listenScript), u"sh"_s, interface, QString::fromLatin1(listenWithPerl)});
    const LineSink line = [hearing, sink, begun](const QByteArray &text) {
        if (text.contains("listening on ") || text == "listening")
            begun();
        for (const Sighting &sighting : hearing->feed(text))
            sink(sighting);
    };
    const Result<Output> output = co_await remote->follow(listen, line, stop);
    co_await asking;
    if (!output)
        co_return std::unexpected(output.error());
    co_return fail(ErrorKind::ServerCommandFailed, u"tcpdump"_s, QString::fromUtf8(output->err.trimmed()));
}

} // namespace bramble

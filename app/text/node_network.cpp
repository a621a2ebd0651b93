// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/node_network.h"

#include <QList>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Whoever answered the boot knows for how long; nobody else asks for more time, and after a day in which the Pi was never
// restarted its address would be somebody else's. perl-base is essential in every Debian.
constexpr char leaseText[] = R"pl(#!/usr/bin/perl
# Written by Brambleboot: renews the lease of the address that the root file system is reached by. It only ever asks for
# more time (RFC 2131, 4.4.5). The interface and its address are the boot's: no answer, and none, changes them.
use strict;
use warnings;
use Socket;

$| = 1;
my $folder = '/run/brambleboot';
my @broadcast = (INADDR_BROADCAST, '255.255.255.255');

# The address that the root's server sees, and the card that has it.
sub where_from {
    open(my $mounts, '<', '/proc/mounts') or die "/proc/mounts: $!\n";
    my ($server) = map { /^\S+ \/ nfs\S* \S*\baddr=([0-9.]+)/ ? $1 : () } <$mounts>;
    die "the root is not on the network\n" unless $server;
    socket(my $ask, PF_INET, SOCK_DGRAM, 0) or die "socket: $!\n";
    connect($ask, pack_sockaddr_in(2049, inet_aton($server))) or die "no way to $server: $!\n";
    my (undef, $address) = unpack_sockaddr_in(getsockname($ask));
    for my $card (map { s{.*/}{}r } glob('/sys/class/net/*')) {
        my $request = pack('a16x24', $card);
        ioctl($ask, 0x8915, $request) or next; # SIOCGIFADDR
        return ($card, $address) if substr($request, 20, 4) eq $address;
    }
    die 'no card has ' . inet_ntoa($address) . "\n";
}

sub hardware_address {
    my ($card) = @_;
    open(my $file, '<', "/sys/class/net/$card/address") or die "$card: $!\n";
    return pack('H12', scalar(<$file>) =~ s/[:\n]//gr);
}

sub options_of {
    my ($text) = @_;
    my %options;
    while (length $text) {
        my $code = ord substr($text, 0, 1, '');
        next if $code == 0;
        last if $code == 255 or !length $text;
        my $size = ord substr($text, 0, 1, '');
        $options{$code} = substr($text, 0, $size, '');
    }
    return %options;
}

my ($card, $address) = where_from();
my $hardware = hardware_address($card);
my $id = int rand 0xffffffff;
socket(my $socket, PF_INET, SOCK_DGRAM, 0) or die "socket: $!\n";
setsockopt($socket, SOL_SOCKET, SO_REUSEADDR, 1);
setsockopt($socket, SOL_SOCKET, SO_BROADCAST, 1);
setsockopt($socket, SOL_SOCKET, 25, pack('Z16', $card)); # SO_BINDTODEVICE: other cards have clients of their own
bind($socket, pack_sockaddr_in(68, INADDR_ANY)) or die "port 68: $!\n";

# One question, and what comes within the time: the options of an ACK or NAK for us, or nothing.
sub ask {
    my ($to, $patience) = @_;
    $id = ($id + 1) & 0xffffffff;
    chomp(my $name = `hostname`);
    my $options = "\x35\x01\x03" . "\x37\x04\x01\x03\x06\x33" . "\x39\x02\x05\xdc" . ($name ? pack('CC/a', 12, $name) : '') . "\xff";
    my $packet = pack('CCCCNnna4x12a16x192N', 1, 1, 6, 0, $id, 0, 0, $address, $hardware, 0x63825363) . $options;
    $packet .= "\0" x (300 - length $packet) if length $packet < 300;
    send($socket, $packet, 0, pack_sockaddr_in(67, $to)) or return;
    my $until = time + $patience;
    while ((my $left = $until - time) > 0) {
        my $ready = '';
        vec($ready, fileno $socket, 1) = 1;
        select($ready, undef, undef, $left) or return;
        recv($socket, my $answer, 4096, 0) // return;
        next if length $answer < 241 or unpack('N', substr $answer, 4, 4) != $id;
        next if substr($answer, 28, 6) ne $hardware or unpack('N', substr $answer, 236, 4) != 0x63825363;
        my %options = options_of(substr $answer, 240);
        my $type = ord($options{53} // "\0");
        return %options if $type == 5 or $type == 6;
    }
    return;
}

sub note_name_servers {
    my ($bytes) = @_;
    my $text = join '', map { inet_ntoa($_) . "\n" } grep { $_ ne "\0\0\0\0" } unpack '(a4)*', $bytes;
    mkdir $folder;
    my $before = '';
    if (open my $old, '<', "$folder/nameservers") { local $/; $before = <$old> // ''; }
    return if $text eq '' or $text eq $before;
    open(my $new, '>', "$folder/nameservers") or return;
    print $new $text;
    close $new;
    system '/bin/sh', '/usr/local/lib/brambleboot/resolv';
}

# At first nobody says whom to ask; later the one who gave the lease, and everybody again when that one is silent.
my ($server, $lease, $since, $said) = (undef, 600, time, '');
while (1) {
    my $late = time - $since > $lease * 7 / 8;
    my %options = ask(defined $server && !$late ? $server : INADDR_BROADCAST, 10);
    my $type = ord($options{53} // "\0");
    my $news = $type == 5 ? 'renewed' : $type == 6 ? 'refused, but the address stays' : 'no answer';
    my $pause = $lease / 8;
    if ($type == 5) {
        $lease = unpack('N', $options{51} // pack('N', 3600));
        $lease = 20 if $lease < 20;
        $lease = 172800 if $lease > 172800; # also "for ever"
        $server = $options{54} if length($options{54} // '') == 4;
        $since = time;
        $pause = $lease / 2;
        $news .= " for $lease s";
        note_name_servers($options{6}) if length($options{6} // '') >= 4;
    }
    print inet_ntoa($address), " on $card: $news\n" if $news ne $said;
    $said = $news;
    $pause = 10 if $pause < 10;
    $pause = 600 if $type != 5 and $pause > 600;
    sleep int($pause * (0.9 + rand 0.1));
}
)pl";

// Nothing but DHCP at the boot, and whoever renews its lease, ever asked for a name server on this card.
constexpr char resolvText[] = R"sh(#!/bin/sh
# Written by Brambleboot: the name servers that the network boot was told, where nothing else has set any.
set -eu
mark='# Name servers of the network boot, by Brambleboot. Without this line the file is yours.'
mkdir -p /run/brambleboot
{
    sed 's/^/nameserver /' /run/brambleboot/nameservers 2>/dev/null || :
    # the initramfs (klibc ipconfig) and the kernel each leave a note
    cat /run/net-*.conf 2>/dev/null | sed -n "s/^IPV4DNS[01]='\{0,1\}\([0-9.]*\).*/nameserver \1/p"
    sed -n 's/^nameserver /nameserver /p' /proc/net/pnp 2>/dev/null || :
} | grep -v ' 0\.0\.0\.0$' | grep . | awk '!seen[$0]++' > /run/brambleboot/resolv.new || :
[ -s /run/brambleboot/resolv.new ] || exit 0
case $(readlink -m /etc/resolv.conf) in
/run/systemd/resolve/*)
    mkdir -p /run/systemd/resolved.conf.d
    { echo '[Resolve]'; sed 's/^nameserver /DNS=/' /run/brambleboot/resolv.new; } > /run/systemd/resolved.conf.d/80-brambleboot.conf
    systemctl --no-block try-restart systemd-resolved.service
    exit 0
    ;;
esac
if [ -L /etc/resolv.conf ] && command -v resolvconf > /dev/null; then
    resolvconf -a eth0.brambleboot < /run/brambleboot/resolv.new
    exit 0
fi
if grep -qs '^nameserver' /etc/resolv.conf && ! grep -qsxF "$mark" /etc/resolv.conf; then
    exit 0
fi
{ echo "$mark"; cat /run/brambleboot/resolv.new; } > /etc/resolv.conf.brambleboot-new
mv -f /etc/resolv.conf.brambleboot-new /etc/resolv.conf
)sh";

constexpr char resolvUnit[] = R"([Unit]
Description=Name servers learned by the network boot
DefaultDependencies=no
After=local-fs.target
Before=network.target

[Service]
Type=oneshot
ExecStart=/bin/sh /usr/local/lib/brambleboot/resolv

[Install]
WantedBy=multi-user.target
)";

constexpr char leaseUnit[] = R"([Unit]
Description=Renews the lease of the address that the root is reached by
After=brambleboot-resolv.service
ConditionPathExists=/usr/bin/perl

[Service]
Environment=LC_ALL=C
ExecStart=/usr/bin/perl /usr/local/lib/brambleboot/lease
Restart=always
RestartSec=60

[Install]
WantedBy=multi-user.target
)";

constexpr char networkd[] = R"([Match]
Name=eth* end* en*

[Link]
# The root lies behind this card: nobody configures it, nobody takes it down, and no start waits for it.
Unmanaged=yes
RequiredForOnline=no
)";

constexpr char networkManager[] = R"(# The root lies behind this card: nobody configures it, nobody takes it down.
[main]
dns=none
rc-manager=unmanaged

[keyfile]
unmanaged-devices=interface-name:eth*;interface-name:end*;interface-name:en*
)";

// Names that Linux, systemd and Raspberry Pi's kernels give to a wired card.
bool isEthernet(const QByteArray &name)
{
    return name.startsWith("eth") || name.startsWith("en");
}

TreeFile file(const QString &path, const QByteArray &content, quint32 mode = 0644)
{
    TreeFile result;
    result.path = path;
    result.content = content;
    result.mode = mode;
    return result;
}

} // namespace

QByteArray interfacesWithoutEthernet(QByteArrayView interfaces)
{
    QByteArray text = "# The root lies behind the wired card: nobody brings it up, nobody takes it down (Brambleboot).\n"_ba;
    bool dropping = false;
    QByteArray body = interfaces.toByteArray();
    for (const QByteArray &line : body.replace("\\\n", " ").split('\n')) {
        QByteArrayList words = line.simplified().split(' ');
        const QByteArray &first = words[0];
        if (first == "source" || first == "source-directory") {
            dropping = false;
            continue;
        }
        if (first == "auto" || first.startsWith("allow-") || first == "no-auto-down") {
            dropping = false;
            words.removeIf([](const QByteArray &word) { return isEthernet(word); });
            if (words.size() > 1)
                text += words.join(' ') + "\n"_ba;
            continue;
        }
        if (first == "iface" || first == "mapping" || first == "rename" || first == "template")
            dropping = words.size() > 1 && isEthernet(words[1]);
        if (!dropping)
            text += line + "\n"_ba;
    }
    while (text.endsWith("\n\n"))
        text.chop(1);
    return text + "\niface eth0 inet manual\n"_ba;
}

QByteArray leaseScript()
{
    return QByteArray(leaseText);
}

QByteArray resolvScript()
{
    return QByteArray(resolvText);
}

NodeNetwork nodeNetwork(const ImageFacts &facts)
{
    NodeNetwork out;
    // Also where these are not installed yet: they may be tomorrow, and would begin with the card that they find.
    out.files.push_back(file(u"etc/systemd/network/05-brambleboot.network"_s, networkd));
    out.files.push_back(file(u"etc/NetworkManager/conf.d/99-brambleboot.conf"_s, networkManager));
    if (const auto it = facts.files.constFind(u"/etc/network/interfaces"_s); it != facts.files.cend())
        out.files.push_back(file(u"etc/network/interfaces"_s, interfacesWithoutEthernet(*it)));
    if (const auto it = facts.files.constFind(u"/etc/dhcpcd.conf"_s); it != facts.files.cend())
        out.files.push_back(file(u"etc/dhcpcd.conf"_s, "denyinterfaces eth* end* en*\n"_ba + *it));
    // A file from when the image was made says nothing about the network that the node is in.
    if (facts.files.contains(u"/etc/resolv.conf"_s))
        out.files.push_back(file(u"etc/resolv.conf"_s, {}));
    out.files.push_back(file(u"usr/local/lib/brambleboot/resolv"_s, resolvText, 0755));
    out.files.push_back(file(u"etc/systemd/system/brambleboot-resolv.service"_s, resolvUnit));
    out.files.push_back(file(u"usr/local/lib/brambleboot/lease"_s, leaseText, 0755));
    out.files.push_back(file(u"etc/systemd/system/brambleboot-lease.service"_s, leaseUnit));
    out.units << u"brambleboot-resolv.service"_s << u"brambleboot-lease.service"_s;
    return out;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bramble {

/// Asks a network who gives addresses there, and listens for its switch: a Perl program for the server, of what perl-base
/// alone has, which every Debian must have. Arguments: interface, seconds. It sends DHCPDISCOVER (RFC 2131, twice, from an
/// address nobody owns, asking for a broadcast answer) and takes no offer up, so that nothing is leased. It ends a second after
/// the first answer but not before 2.3 s, else with the time. Lines: `asked INTERFACE`, `offer SERVER ADDRESS ROUTER|- MAC`, `stp SECONDS` (forward
/// delay of IEEE 802.1D, of both forms of BPDU), `listened MILLISECONDS`. A socket of packets and not of UDP: port 68 may be
/// somebody's.
inline constexpr char lanProbeScript[] = R"perl(
use strict;
my ($interface, $seconds) = @ARGV;
$| = 1;
my ($packet, $raw, $every) = (17, 3, 3); # PF_PACKET, SOCK_RAW, ETH_P_ALL
socket(my $s, $packet, $raw, unpack('S', pack('n', $every))) or exit 0;
my $index_of = pack 'a16 x24', $interface; # struct ifreq, of netdevice(7): SIOCGIFINDEX, SIOCGIFHWADDR
my $card_of = $index_of;
ioctl($s, 0x8933, $index_of) && ioctl($s, 0x8927, $card_of) or exit 0;
my $index = unpack 'x16 l', $index_of;
my ($kind, $mac) = unpack 'x16 S a6', $card_of;
exit 0 if $kind != 1; # ARPHRD_ETHER
bind($s, pack('SnlSCCa8', $packet, $every, $index, 0, 0, 0, '')) or exit 0;
# Bridges speak to a group that a card does not listen for unasked (packet(7): PACKET_ADD_MEMBERSHIP, PACKET_MR_MULTICAST).
setsockopt($s, 263, 1, pack('lSSa8', $index, 0, 6, "\x01\x80\xc2\0\0\0"));

sub sum { my $t = 0; $t += $_ for unpack('n*', $_[0]); $t = ($t >> 16) + ($t & 65535) while $t > 65535; ~$t & 65535 }
my $client = "\x02" . pack('C5', map { int rand 256 } 1 .. 5);
my $xid = pack('N', int rand 4294967296);
sub ask {
    my $bootp = pack('CCCC', 1, 1, 6, 0) . $xid . pack('nn', 0, 0x8000) . "\0" x 16 . $client . "\0" x 10 . "\0" x 192
        . "\x63\x82\x53\x63" . "\x35\x01\x01" . "\x3d\x07\x01$client" . "\x37\x03\x01\x03\x36" . "\xff";
    $bootp .= "\0" x (300 - length $bootp) if length $bootp < 300;
    my $udp = pack('nnnn', 68, 67, 8 + length $bootp, 0) . $bootp;
    my $head = pack('CCnnnCCn', 0x45, 0, 20 + length $udp, 0, 0, 64, 17, 0) . "\0" x 4 . "\xff" x 4;
    substr($head, 10, 2) = pack('n', sum($head));
    send($s, "\xff" x 6 . $mac . "\x08\x00" . $head . $udp, 0, pack('SnlSCCa8', $packet, 0x0800, $index, 0, 0, 6, "\xff" x 6));
}
my $clock = sub { open(my $f, '<', '/proc/uptime') or exit 0; (split ' ', <$f>)[0] };
my $dotted = sub { join '.', unpack 'C4', $_[0] };
my ($begin, $until, $asked, %seen, $tree) = ($clock->(), 0, 0);
print "asked $interface\n";
$until = $begin + $seconds;
for (;;) {
    my $now = $clock->();
    last if $now >= $until;
    if ($asked < 2 && $now >= $begin + $asked * 2) { ask(); $asked++ }
    vec(my $in = '', fileno $s, 1) = 1;
    next unless select($in, undef, undef, 0.2) > 0;
    defined recv($s, my $frame, 2048, 0) or next;
    if (substr($frame, 0, 6) eq "\x01\x80\xc2\0\0\0" && substr($frame, 14, 3) eq "\x42\x42\x03" && length $frame >= 52) {
        my $type = unpack 'C', substr $frame, 20, 1;
        next if $tree || ($type != 0 && $type != 2);
        $tree = 1;
        printf "stp %d\n", unpack('n', substr $frame, 50, 2) / 256;
        next;
    }
    next unless substr($frame, 12, 2) eq "\x08\x00" && length $frame >= 14 + 20 + 8 + 240;
    my $ihl = 4 * (ord(substr $frame, 14, 1) & 15);
    next unless ord(substr $frame, 23, 1) == 17 && unpack('n', substr $frame, 14 + $ihl + 2, 2) == 68;
    my $bootp = substr $frame, 14 + $ihl + 8;
    next unless length $bootp > 240 && ord($bootp) == 2 && substr($bootp, 4, 4) eq $xid;
    my ($options, %option) = substr $bootp, 240;
    while (length $options >= 2) {
        my ($code, $length) = unpack 'CC', $options;
        last if $code == 255;
        if ($code == 0) { $options = substr $options, 1; next }
        last if length $options < 2 + $length;
        $option{$code} = substr $options, 2, $length;
        $options = substr $options, 2 + $length;
    }
    next unless ($option{53} // '') eq "\x02" && length($option{54} // '') == 4;
    my $server = $dotted->($option{54});
    next if $seen{$server}++;
    my $router = length($option{3} // '') >= 4 ? $dotted->(substr $option{3}, 0, 4) : '-';
    print "offer $server ", $dotted->(substr $bootp, 16, 4), " $router ", join(':', unpack '(H2)6', substr $frame, 6, 6), "\n";
    # Another server may take longer; and a switch that speaks 802.1D says so every two seconds.
    my $rest = $now - $begin > 1.3 ? $now + 1 : $begin + 2.3;
    $until = $rest if $until > $rest;
}
printf "listened %d\n", ($clock->() - $begin) * 1000;
)perl";

} // namespace bramble

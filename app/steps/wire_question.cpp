// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/wire_question.h"

#include "steps/must.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// perl-base is essential in Debian. A broadcast is heard by the server's own programs too, as if it came from the wire.
constexpr char askTheWire[] = R"pl(
use strict; use Socket;
my ($interface, $question, $until) = @ARGV;
socket(my $s, PF_INET, SOCK_DGRAM, 17) or die "socket: $!";
setsockopt($s, SOL_SOCKET, SO_REUSEADDR, 1);
setsockopt($s, SOL_SOCKET, SO_BROADCAST, 1);
setsockopt($s, SOL_SOCKET, 25, pack('Z*', $interface)) or die "SO_BINDTODEVICE: $!";
bind($s, sockaddr_in(68, INADDR_ANY)) or die "bind: $!";
my $end = time + 6;
my $sent = 0;
while (time < $end) {
    if (time > $sent + 1) { send($s, pack('H*', $question), 0, sockaddr_in(67, INADDR_BROADCAST)) or die "send: $!"; $sent = time; }
    my $ready = ''; vec($ready, fileno($s), 1) = 1;
    next unless select($ready, undef, undef, 0.5) > 0;
    next unless recv($s, my $answer, 2048, 0);
    next unless substr($answer, 4, 4) eq substr(pack('H*', $question), 4, 4) && ord($answer) == 2;
    print unpack('H*', $answer), "\n";
    last if $until && index($answer, 'Raspberry Pi Boot') >= 0;
}
)pl";

} // namespace

QCoro::Task<Result<std::vector<DhcpMessage>>> askOnWire(RemotePtr remote, QString interface, DhcpMessage question, WireAnswers answers, Stop stop)
{
    QStringList arguments{u"-e"_s, QString::fromLatin1(askTheWire), interface, QString::fromLatin1(toBytes(question).toHex())};
    arguments << (answers == WireAnswers::UntilBoot ? u"1"_s : u"0"_s);
    const Command ask = asRoot(u"perl"_s, arguments);
    const Result<QByteArray> heard = co_await must(remote, ask, shortly(), stop);
    if (!heard)
        co_return std::unexpected(heard.error());
    std::vector<DhcpMessage> messages;
    for (const QByteArray &line : heard->split('\n'))
        if (const auto answer = parseDhcp(QByteArray::fromHex(line)))
            messages.push_back(*answer);
    co_return messages;
}

} // namespace bramble

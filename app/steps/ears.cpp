// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/ears.h"

#include "host/host.h"
#include "steps/must.h"

#include <QDateTime>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A router's log is a ring in its memory; all that is still in it comes first.
Command routerLog()
{
    return asRoot(u"logread"_s, {u"-l"_s, u"5000"_s, u"-f"_s});
}

Command serverLog(const QByteArray &cursor)
{
    QStringList arguments{u"--quiet"_s, u"--follow"_s, u"--output=json"_s, u"--output-fields=MESSAGE,SYSLOG_IDENTIFIER"_s};
    // The last two hours too: a panel that is opened later shows what has happened, and a Pi that runs is shown as running.
    if (cursor.isEmpty())
        arguments << u"--since=-2h"_s << u"--lines=20000"_s;
    else
        arguments << u"--no-tail"_s << u"--after-cursor="_s + QString::fromLatin1(cursor);
    // Fields and not --unit: that could not be joined with the kernel's own lines.
    for (const QString &unit : {u"brambleboot-dnsmasq.service"_s, u"nfs-mountd.service"_s, u"nfs-server.service"_s})
        arguments << u"_SYSTEMD_UNIT="_s + unit << u"+"_s << u"UNIT="_s + unit << u"+"_s;
    // These may be somebody's; what they say of DNS is nobody's business.
    for (const QString &unit : {u"dnsmasq.service"_s, u"pihole-FTL.service"_s})
        arguments << u"_SYSTEMD_UNIT="_s + unit << u"SYSLOG_IDENTIFIER=dnsmasq-dhcp"_s << u"SYSLOG_IDENTIFIER=dnsmasq-tftp"_s << u"+"_s;
    arguments << u"_TRANSPORT=kernel"_s;
    return asRoot(u"journalctl"_s, arguments);
}

// Constant; $1: the interface, or nothing; $2 the address that we came in by. Of NFS only what is short: errors, and that it begins; what a disk holds is nobody's business.
// In hexadecimal, as a line is what arrives at once and whole; and immediately, or tcpdump keeps packets back for a second.
constexpr QLatin1StringView wireScript{R"sh(
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
command -v tcpdump >/dev/null && command -v perl >/dev/null || exit 69
[ -n "$1" ] || set -- "$(ip -4 -o addr show 2>/dev/null | awk -v a="$2" '{ split($4, x, "/"); if (x[1] == a) { print $2; exit } }')"
[ -n "$1" ] || set -- "$(ip -4 route show default 2>/dev/null | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n1)"
mountd=$(rpcinfo -p 2>/dev/null | awk '$5 == "mountd" && $3 == "tcp" { print $4; exit }')
filter="arp or stp or (udp and not port 53 and not port 123 and not port 1900 and not port 5353) or tcp port 111 or tcp port ${mountd:-20048}"
filter="$filter or (tcp port 2049 and ((greater 100 and less 700) or tcp[tcpflags] & (tcp-syn|tcp-rst) != 0))"
tcpdump -i "${1:-eth0}" -n -p -s 600 --immediate-mode -U -w - "$filter" 2>/dev/null | perl -e '$| = 1; while (sysread(STDIN, my $b, 8192)) { print unpack("H*", $b), "\n" or exit }'
)sh"};

// Constant. It ends when nobody reads any more: its echo fails then.
constexpr QLatin1StringView socketScript{R"sh(
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
command -v ss >/dev/null || exit 69
while sleep 2 && ss -tinH state established '( sport = :2049 )' 2>/dev/null && echo . 2>/dev/null; do :; done
)sh"};

} // namespace

QCoro::Task<> hearLog(RemotePtr remote, bool isRouter, QByteArray cursor, EarsPtr ears, Stop stop)
{
    const LineSink sink = [ears](const QByteArray &line) { ears->lines << line; };
    const Command command = isRouter ? routerLog() : serverLog(cursor);
    ears->ended = co_await remote->follow(command, sink, stop);
    ears->isOver = true;
}

QCoro::Task<> hearWire(RemotePtr remote, QString interface, QString address, EarsPtr ears, Stop stop)
{
    const LineSink sink = [ears](const QByteArray &line) {
        ears->packets << QByteArray::fromHex(line);
        ears->isCapturing = true;
    };
    const Command command = script(QString(wireScript), {interface, address});
    ears->captureEnded = co_await remote->follow(command, sink, stop);
    ears->captureIsOver = true;
}

QCoro::Task<> hearSockets(RemotePtr remote, EarsPtr ears, Stop stop)
{
    const LineSink sink = [ears](const QByteArray &line) { ears->sockets << line; };
    const Command command(u"sh"_s, {u"-c"_s, QString(socketScript)});
    co_await remote->follow(command, sink, stop);
}

QCoro::Task<> greet(Ipv4 address, EarsPtr ears)
{
    ears->asking.insert(address);
    const bool answers = co_await sshAnswers(address, 3s);
    ears->asking.remove(address);
    if (answers)
        ears->answered.insert(address);
}

QCoro::Task<> lookThere(RemotePtr remote, Cluster cluster, QSet<QString> deep, ServerLayout layout, EarsPtr ears, Stop stop)
{
    ears->looking = true;
    const Command command = serverLookCommand(cluster, deep, layout);
    RunOptions options;
    options.deadline = 45s; // a busy server takes its time over it, the more so where a firewall is asked that is written in Python
    const Result<Output> output = co_await remote->run(command, options, stop);
    // A look that failed says nothing; what the log and the wire say stands.
    if (output)
        ears->look = std::make_shared<ServerLook>(parseServerLook(output->out, cluster, layout, QDateTime::currentMSecsSinceEpoch()));
    ears->looking = false;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/error_words.h"

#include <QCoreApplication>

namespace bramble {

namespace {

/// The context of these sentences for translators.
struct NetworkErrors
{
    Q_DECLARE_TR_FUNCTIONS(bramble::NetworkErrors)
public:
    static Sentences of(const Error &error);
};

Sentences NetworkErrors::of(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::DhcpRangeInvalid:
        return {tr("The addresses %1 cannot be given out."),
                error.detail.isEmpty() ? QString() : tr("They have to lie in %2, leave out the server and the gateway, and be one more than there are Pis."),
                tr("Write the range as first and last address, such as 192.168.50.100-192.168.50.199.")};
    case ErrorKind::DhcpRangeWithoutFull:
        return {tr("A range, a gateway and name servers are only for a server that gives the addresses."), {},
                tr("Say “dhcp: full” in the section “network”, or take the others out.")};
    case ErrorKind::ServerOtherDhcp:
        return {tr("%1 gives addresses on this network already."),
                tr("Two servers that both do, on %2, would break it for everybody."),
                tr("Leave it to that one (“dhcp: proxy”), or turn it off there and look again.")};
    case ErrorKind::ServerNetworkUnasked:
        return {tr("The network on %1 could not be asked whether somebody gives addresses there."),
                tr("Without that, this server must not begin to."),
                tr("Check that the interface is up and that perl is installed on the server, and look again.")};
    case ErrorKind::ServerFilesystemUnfit:
        return {tr("%2 lies on a file system of the kind %1."), tr("It cannot hold the disks of Linux computers, or cannot be offered over the network."),
                tr("Choose a folder on another disk.")};
    case ErrorKind::ServerNfsWithout3:
        return {tr("The NFS server of %1 does not speak version 3."), tr("The first thing a Pi mounts its disk with knows no other."),
                tr("Take “vers3=n” out of /etc/nfs.conf there, restart it, and look again.")};
    case ErrorKind::ServerDropInsDormant:
        return {tr("Pi-hole on the server does not read the folder /etc/dnsmasq.d."), tr("If it were told to, it would also read what lies there already: %1."),
                tr("Move these files away if nobody needs them, or set misc.etc_dnsmasq_d yourself, and look again.")};
    case ErrorKind::ServerFirewallFailed:
        return {tr("The firewall %1 did not take the rules for the Pis."), {}, tr("Read what it said, mend it on the server, and try again.")};
    default: return {};
    }
}

} // namespace

Sentences networkSentences(const Error &error)
{
    return NetworkErrors::of(error);
}

} // namespace bramble

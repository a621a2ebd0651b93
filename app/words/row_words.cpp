// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

#include <QLocale>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The context of these sentences for translators.
struct Rows
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Rows)
public:
    static QString topic(Row::What what);
    static QString sentence(const Row &row);
};

QString list(const QStringList &names)
{
    return QLocale().createSeparatedList(names);
}

QString size(const QString &bytes)
{
    return bytesWords(bytes.toLongLong());
}

QString Rows::topic(Row::What what)
{
    using enum Row::What;
    switch (what) {
    case System:
    case SystemUnfit: return tr("System");
    case Address:
    case AddressLeased:
    case AddressWireless:
    case AddressShared:
    case AddressUnclear: return tr("Address");
    case Room:
    case RoomElsewhere:
    case FilesystemUnfit: return tr("Room");
    case CopiesShareRoom:
    case CopiesTakeRoom: return tr("Copies");
    case LanGivesAddresses:
    case LanGivesTwice:
    case LanGivesNone:
    case LanIsFree:
    case LanIsTaken:
    case LanUnasked:
    case LanUnaskedFull:
    case RangeUnfit: return tr("Network");
    case SpanningTree: return tr("Switch");
    case DhcpFree:
    case DhcpOurs:
    case DhcpExtended:
    case DhcpSwitchedOn:
    case DhcpTaken:
    case DropInsDormant: return tr("DHCP");
    case TftpFree:
    case TftpTaken:
    case TftpTakenWithFiles: return tr("TFTP");
    case Dns: return tr("DNS");
    case Nfs:
    case NfsShared:
    case NfsOpensOurs:
    case NfsTuned:
    case NfsWithout3:
    case NfsTaken: return tr("NFS");
    case FirewallNone:
    case FirewallOpen:
    case FirewallToOpen:
    case FirewallUnclear: return tr("Firewall");
    case PackagesThere:
    case PackagesToCome:
    case PackagesUnknown:
    case PackagesMissing: return tr("Packages");
    case ClockOff: return tr("Clock");
    case ManyNodes:
    case TooManyNodes: return tr("Size");
    case RouterDisk:
    case RouterDiskMissing: return tr("Room");
    case RouterFlash:
    case RouterFlashShort: return tr("Flash");
    case RouterMemory:
    case RouterMemoryShort: return tr("Memory");
    case RouterStaged: return tr("Settings");
    case RouterTooOld: return tr("System");
    case RouterTftpTaken: return tr("TFTP");
    case RouterGivesNone: return tr("DHCP");
    case RouterNeedsMac:
    case RouterLanFull: return tr("Address");
    }
    return {};
}

QString Rows::sentence(const Row &row)
{
    const QStringList &n = row.names;
    const auto name = [&n](int i) { return n.value(i); };
    using enum Row::What;
    switch (row.what) {
    case System: return tr("%1 on %2").arg(name(0).isEmpty() ? tr("an unknown system") : name(0), name(1));
    case SystemUnfit: return tr("%1 cannot be set up: it takes Debian, Ubuntu or Raspberry Pi OS with systemd").arg(name(0).isEmpty() ? tr("an unknown system") : name(0));
    case Address: return tr("%1 on %2").arg(name(0), name(1));
    case AddressLeased:
        return name(2).isEmpty() ? tr("%1 on %2, leased: reserve it in your router, or the Pis lose their server when it changes").arg(name(0), name(1))
                                 : tr("%1 on %2, leased by %3: reserve it in your router, or the Pis lose their server when it changes").arg(name(0), name(1), name(2));
    case AddressWireless: return tr("%1 on %2, which is wireless: a cable is faster and steadier").arg(name(0), name(1));
    case AddressUnclear: return tr("not clear; choose the network below");
    case AddressShared: return tr("NetworkManager shares its connection on %1 and gives addresses there itself; set that connection to manual").arg(name(0));
    case Room: return name(1).isEmpty() ? tr("%1 free").arg(size(name(0))) : tr("%1 free (%2)").arg(size(name(0)), name(1));
    case RoomElsewhere: return tr("%1 free (%2), but %3 in %4: choose a folder there").arg(size(name(0)), name(1), size(name(2)), name(3));
    case FilesystemUnfit: return tr("%2 lies on %1, which cannot hold the disks of Linux computers: choose another folder").arg(name(0), name(1));
    case CopiesShareRoom: return tr("on %1 all Pis share the room of what they have in common").arg(name(0));
    case CopiesTakeRoom: return tr("on %1 each Pi takes the full size of its system").arg(name(0));
    case LanGivesAddresses: return tr("%1 gives addresses and goes on doing so").arg(list(n));
    case LanGivesTwice: return tr("%1 all give addresses; if that is not meant, turn one off").arg(list(n));
    case LanGivesNone: return tr("nobody gives addresses here; without one no Pi starts. Turn DHCP on in the router, or let this server do it");
    case LanIsFree: return tr("nobody gives addresses here, so this server will: %1").arg(name(0));
    case LanIsTaken: return tr("%1 gives addresses here already; a second server would break this network. Let it do so, or turn it off there").arg(list(n));
    case LanUnasked: return tr("who gives addresses could not be asked");
    case LanUnaskedFull: return tr("who gives addresses on %1 could not be asked, so this server must not").arg(name(0));
    case RangeUnfit: return tr("the addresses %1 do not fit into %2 beside the server and the Pis").arg(name(0), name(1));
    case SpanningTree:
        return tr("it holds up every new link for %1 s (spanning tree); a Pi 3 gives up before. Set the ports of the Pis to “edge” or “portfast”").arg(name(0));
    case DhcpFree: return tr("its port is free for answers to the Pis");
    case DhcpOurs: return tr("its port is held by an earlier set-up of this program");
    case DhcpExtended: return tr("%1 gives the addresses on this server; it gets the lines for the Pis in %2").arg(name(0), name(1));
    case DhcpSwitchedOn: return tr("%1 gives the addresses on this server; it gets the lines for the Pis in %2, and is told to read that folder").arg(name(0), name(1));
    case DhcpTaken: return tr("%1 holds its port on this server and cannot be added to; choose another server, or let a router give the addresses").arg(name(0).isEmpty() ? tr("another program") : name(0));
    case DropInsDormant: return tr("Pi-hole does not read /etc/dnsmasq.d, and would also read %1 if told to; move these away if nobody needs them").arg(name(0));
    case TftpFree: return tr("its port is free for the boot files");
    case TftpTaken: return tr("%1 holds its port but serves nothing; stop it (systemctl disable --now) and look again").arg(name(0).isEmpty() ? tr("another program") : name(0));
    case TftpTakenWithFiles: return tr("%1 holds its port and serves files (%2); somebody needs it: choose another server").arg(name(0), name(1));
    case Dns: return tr("%1 stays as it is").arg(list(n));
    case Nfs: return tr("the server runs");
    case NfsShared: return tr("what is offered already stays: %1").arg(list(n));
    case NfsOpensOurs: return tr("%1 is offered to %2, and the disks of the Pis lie below it: choose another folder, or offer less").arg(name(0), name(1) == "*"_L1 ? tr("everybody") : name(1));
    case NfsTuned: return tr("it gets %1 threads for so many Pis").arg(name(0));
    case NfsWithout3: return tr("version 3 is switched off here, and no Pi could mount its disk: take “vers3=n” out of /etc/nfs.conf");
    case NfsTaken: return tr("%1 holds its port and cannot offer folders as the Pis need them; choose another server").arg(name(0));
    case FirewallNone: return tr("none is in the way");
    case FirewallOpen: return tr("%1 lets in what the Pis need").arg(name(0));
    case FirewallToOpen: return tr("%1 keeps out what the Pis need; it is told to let in %2, from their network alone").arg(name(0), name(1));
    case FirewallUnclear: return tr("there is one that cannot be read here; see that it lets in %1 from the network of the Pis").arg(name(0));
    case PackagesThere: return tr("everything is installed");
    case PackagesToCome: return tr("will be installed: %1").arg(list(n));
    case PackagesUnknown: return tr("will be installed, after a look for them: %1").arg(list(n));
    case PackagesMissing: return tr("not to be had there: %1").arg(list(n));
    case ClockOff: return tr("it is off by %1 s against this computer; turn on time synchronisation (timedatectl set-ntp true)").arg(name(0));
    case ManyNodes: return tr("%1 Pis at once need about %2 s on a gigabit line for their boot files; a solid-state disk helps with the rest").arg(name(0), name(1));
    case TooManyNodes: return tr("%1 Pis are more than one server should carry; set up a second one for some of them").arg(name(0));
    case RouterDisk: return tr("%1 with %2, %3 free").arg(name(0), name(1), size(name(2)));
    case RouterDiskMissing: return tr("no disk that could hold the systems of the Pis: plug one in with ext4, or let another computer serve");
    case RouterFlash: return tr("%1 free for packages").arg(size(name(0)));
    case RouterFlashShort: return tr("the NFS server takes about %1, and %2 are free: remove packages, or let another computer serve").arg(size(name(0)), size(name(1)));
    case RouterMemory: return tr("%1 free").arg(size(name(0)));
    case RouterMemoryShort: return tr("it takes about %1, and %2 are free: stop something, or let another computer serve").arg(size(name(0)), size(name(1)));
    case RouterStaged: return tr("somebody has begun to change them and has not saved: %1").arg(list(n));
    case RouterTooOld: return tr("%1 is too old to serve Pis: upgrade it, or let another computer serve").arg(name(0));
    case RouterGivesNone: return tr("%1 gives no addresses here: switch its DHCP server on, or let another computer serve").arg(name(0));
    case RouterTftpTaken: return tr("files are served from %1 already, and there can be only one folder").arg(name(0));
    case RouterNeedsMac: return tr("%1 needs its MAC address in the list, so that an address can be reserved for it").arg(name(0));
    case RouterLanFull: return tr("no address is free for %1 in %2").arg(name(0), name(1));
    }
    return {};
}

/// What stays as it is.
struct Staying
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Staying)
public:
    static QString sentence(const Untouched &stays);
};

QString Staying::sentence(const Untouched &stays)
{
    const QString names = list(stays.names);
    switch (stays.what) {
    case Untouched::What::Router: return tr("%1, which gives the addresses").arg(names);
    case Untouched::What::DnsmasqSettings: return tr("the settings in %1").arg(names);
    case Untouched::What::Dns: return tr("DNS by %1").arg(names);
    case Untouched::What::Exports: return tr("the exports of %1").arg(names);
    case Untouched::What::FirewallRules: return tr("every other rule of the firewall");
    case Untouched::What::Networks: return tr("the networks of %1: nobody is answered there").arg(names);
    case Untouched::What::Services: return tr("the services %1").arg(names);
    }
    return {};
}

} // namespace

RowWords words(const Row &row)
{
    return {Rows::topic(row.what), Rows::sentence(row)};
}

QString words(const Untouched &stays)
{
    return Staying::sentence(stays);
}

} // namespace bramble

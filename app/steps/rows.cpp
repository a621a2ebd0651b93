// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/rows.h"

#include "steps/arrange.h"
#include "steps/make_plan.h"
#include "steps/rows_openwrt.h"
#include "steps/server_files.h"
#include "text/dnsmasq_conf.h"
#include "text/nfs_conf.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using What = Row::What;
using State = Row::State;

class Rows
{
public:
    Rows(const Cluster &cluster, const ServerFacts &facts) : m_cluster(cluster), m_facts(facts), m_found(arrange(cluster, facts)) { }

    std::vector<Row> all();

private:
    void add(What what, State state, const QStringList &names = {}) { m_rows.push_back({what, state, names}); }
    const Error *hindrance(ErrorKind kind, const QString &subject = {}) const;
    const PortOwner *owner(const QString &protocol, quint16 port) const;
    void system();
    void address();
    void room();
    void lan();
    void ports();
    void nfs();
    void firewall();
    void packages();
    void cluster();

    const Cluster &m_cluster;
    const ServerFacts &m_facts;
    Arrangement m_found;
    std::vector<Row> m_rows;
};

const Error *Rows::hindrance(ErrorKind kind, const QString &subject) const
{
    const auto it = std::ranges::find_if(m_found.hindrances, [&](const Error &error) { return error.kind == kind && (subject.isEmpty() || error.subject == subject); });
    return it == m_found.hindrances.end() ? nullptr : &*it;
}

const PortOwner *Rows::owner(const QString &protocol, quint16 port) const
{
    const auto it = std::ranges::find_if(m_facts.ports, [&](const PortOwner &o) { return o.protocol == protocol && o.port == port && isInTheWay(o, m_found.boot); });
    return it == m_facts.ports.end() ? nullptr : &*it;
}

void Rows::system()
{
    if (const Error *unfit = hindrance(ErrorKind::ServerUnsupported))
        return add(What::SystemUnfit, State::Blocks, {unfit->subject});
    add(What::System, State::Good, {m_facts.osName, m_facts.architecture});
}

void Rows::address()
{
    if (hindrance(ErrorKind::ServerAddressUnknown))
        return add(What::AddressUnclear, State::Blocks);
    const QString name = m_found.boot.interface;
    const QString address = m_found.boot.lan.toString();
    const auto it = std::ranges::find(m_facts.interfaces, name, &NetworkInterface::name);
    const QString manager = m_facts.managers.value(name);
    // It gives addresses on that interface by itself, from a dnsmasq that nobody may add lines to.
    if (manager == "NetworkManager/shared"_L1)
        add(What::AddressShared, hindrance(ErrorKind::ServerPortTaken, u"67"_s) ? State::Blocks : State::Advice, {name});
    if (it == m_facts.interfaces.end())
        return;
    if (it->wireless)
        add(What::AddressWireless, State::Advice, {address, name});
    if (it->dynamicAddress)
        add(What::AddressLeased, State::Advice, {address, name, manager.section(u'/', 0, 0)});
    else if (!it->wireless)
        add(What::Address, State::Good, {address, name});
}

void Rows::room()
{
    if (const Error *unfit = hindrance(ErrorKind::ServerFilesystemUnfit))
        return add(What::FilesystemUnfit, State::Blocks, {unfit->subject, unfit->detail});
    constexpr qint64 comfortable = 5'000'000'000; // one Raspberry Pi OS Lite, twice: as it came, and for one Pi
    const qint64 wanted = m_facts.laidTrees.isEmpty() ? comfortable * qint64(std::max<size_t>(1, m_cluster.nodes.size())) : 0;
    const QString free = QString::number(m_facts.freeBytes);
    const auto larger = std::ranges::max_element(m_facts.mounts, {}, &Mount::freeBytes);
    if (m_facts.freeBytes < wanted && larger != m_facts.mounts.end() && larger->path != m_facts.folderMount && larger->freeBytes > 2 * m_facts.freeBytes)
        add(What::RoomElsewhere, State::Advice, {free, m_facts.folderFilesystem, QString::number(larger->freeBytes), larger->path});
    else
        add(What::Room, m_facts.freeBytes < comfortable && m_facts.laidTrees.isEmpty() ? State::Advice : State::Good, {free, m_facts.folderFilesystem});
    if (!m_facts.folderFilesystem.isEmpty())
        add(m_facts.reflink ? What::CopiesShareRoom : What::CopiesTakeRoom, State::Good, {m_facts.folderFilesystem});
}

void Rows::lan()
{
    const bool full = m_cluster.network.dhcp == NetworkChoice::Dhcp::Full;
    QStringList servers;
    for (const DhcpOffer &offer : m_facts.lan ? m_facts.lan->offers : std::vector<DhcpOffer>{})
        servers << offer.server.toString();
    if (const Error *range = hindrance(ErrorKind::DhcpRangeInvalid))
        add(What::RangeUnfit, State::Blocks, {range->subject, range->detail});
    if (!m_facts.lan)
        add(full ? What::LanUnaskedFull : What::LanUnasked, full ? State::Blocks : State::Good, {m_found.boot.interface});
    else if (full && hindrance(ErrorKind::ServerNetworkUnasked))
        add(What::LanUnaskedFull, State::Blocks, {m_found.boot.interface});
    else if (full && hindrance(ErrorKind::ServerOtherDhcp))
        add(What::LanIsTaken, State::Blocks, servers);
    else if (full)
        add(What::LanIsFree, State::Planned, {m_found.boot.range ? m_found.boot.range->toString() : QString()});
    else if (servers.size() > 1)
        add(What::LanGivesTwice, State::Advice, servers);
    else if (!servers.isEmpty())
        add(What::LanGivesAddresses, State::Good, servers);
    else if (!(m_found.extension && !m_found.extension->needsProxy))
        add(What::LanGivesNone, State::Advice);
    if (m_facts.lan && m_facts.lan->spanningTree)
        add(What::SpanningTree, State::Advice, {QString::number(2 * m_facts.lan->forwardDelay)});
}

void Rows::ports()
{
    const PortOwner *dhcp = owner(u"udp"_s, 67);
    if (const Error *asleep = hindrance(ErrorKind::ServerDropInsDormant)) {
        add(What::DropInsDormant, State::Blocks, {asleep->subject});
    } else if (const Error *taken = hindrance(ErrorKind::ServerPortTaken, u"67"_s)) {
        add(What::DhcpTaken, State::Blocks, {taken->detail});
    } else if (m_found.extension) {
        const bool planned = dhcpLines(m_cluster, m_found, m_facts).has_value();
        add(m_found.extension->switchOn ? What::DhcpSwitchedOn : What::DhcpExtended, planned ? State::Planned : State::Good, {dhcp ? dhcp->process : QString(), QString(dropInPath)});
    } else {
        add(dhcp ? What::DhcpOurs : What::DhcpFree, State::Good);
    }
    if (const Error *taken = hindrance(ErrorKind::ServerPortTaken, u"69"_s)) {
        if (m_facts.tftpFiles.isEmpty())
            add(What::TftpTaken, State::Blocks, {taken->detail});
        else
            add(What::TftpTakenWithFiles, State::Blocks, {taken->detail, m_facts.tftpFiles.join(u", "_s)});
    } else if (!owner(u"udp"_s, 69)) {
        add(What::TftpFree, State::Good);
    }
    QStringList dns;
    for (const PortOwner &one : m_facts.ports)
        if (one.port == 53 && !one.process.isEmpty() && !dns.contains(one.process))
            dns << one.process;
    if (!dns.isEmpty())
        add(What::Dns, State::Good, dns);
}

void Rows::nfs()
{
    if (const Error *taken = hindrance(ErrorKind::ServerPortTaken, u"2049"_s))
        return add(What::NfsTaken, State::Blocks, {taken->detail});
    if (hindrance(ErrorKind::ServerNfsWithout3))
        return add(What::NfsWithout3, State::Blocks);
    const QString folder = layoutOf(m_cluster).folder;
    QStringList others;
    for (const ForeignExport &other : m_facts.exports) {
        if (!others.contains(other.folder))
            others << other.folder;
        // Whoever may read a folder above the Pis' disks may read their host keys.
        if (folder == other.folder || folder.startsWith(other.folder == "/"_L1 ? other.folder : other.folder + u'/'))
            add(What::NfsOpensOurs, State::Advice, {other.folder, other.client});
    }
    if (!others.isEmpty())
        add(What::NfsShared, State::Good, others);
    if (const auto tune = nfsSettings(m_found, m_facts); tune && m_found.nfsThreads > 0)
        add(What::NfsTuned, State::Planned, {QString::number(m_found.nfsThreads)});
    else if (others.isEmpty() && !m_facts.nfsVersions.isEmpty())
        add(What::Nfs, State::Good);
}

QString firewallName(Firewall::Kind kind)
{
    switch (kind) {
    case Firewall::Kind::Ufw: return u"ufw"_s;
    case Firewall::Kind::Firewalld: return u"firewalld"_s;
    case Firewall::Kind::Nftables: return u"nftables"_s;
    case Firewall::Kind::None:
    case Firewall::Kind::Other: break;
    }
    return {};
}

QString portsText(const std::vector<PortNeed> &needs)
{
    QStringList ports;
    for (const PortNeed &need : needs)
        ports << QString::number(need.port) + u'/' + need.protocol;
    return ports.join(u", "_s);
}

void Rows::firewall()
{
    const Firewall &wall = m_facts.firewall;
    if (wall.kind == Firewall::Kind::None)
        return add(What::FirewallNone, State::Good);
    if (wall.kind == Firewall::Kind::Other)
        return add(What::FirewallUnclear, State::Advice, {portsText(neededPorts(m_facts.mountdPort == 0 ? mountdPort : m_facts.mountdPort))});
    if (m_found.closed.empty())
        return add(What::FirewallOpen, State::Good, {firewallName(wall.kind)});
    add(What::FirewallToOpen, State::Planned, {firewallName(wall.kind), portsText(m_found.closed)});
}

void Rows::packages()
{
    QStringList toCome, lacking;
    for (const QString &package : neededPackages())
        if (!m_facts.packagesInstalled.contains(package))
            (m_facts.packagesAvailable.contains(package) ? toCome : lacking) << package;
    // A server that never fetched its package lists offers nothing yet; they are fetched first, and that fails before anything changes.
    if (!lacking.isEmpty() && m_facts.packagesAvailable.isEmpty())
        add(What::PackagesUnknown, State::Planned, lacking);
    else if (!lacking.isEmpty())
        add(What::PackagesMissing, State::Advice, lacking);
    else if (!toCome.isEmpty())
        add(What::PackagesToCome, State::Planned, toCome);
    else
        add(What::PackagesThere, State::Good);
}

void Rows::cluster()
{
    constexpr qint64 tolerable = 120'000; // ms; certificates and make(1) notice more than that
    if (qAbs(m_facts.clockOffMs) > tolerable)
        add(What::ClockOff, State::Advice, {QString::number(m_facts.clockOffMs / 1000)});
    const auto nodes = qsizetype(m_cluster.nodes.size());
    constexpr double bootMegabytes = 28, lineMegabytes = 117; // per node; a second of gigabit Ethernet (ux 2.3)
    if (nodes > 250)
        add(What::TooManyNodes, State::Advice, {QString::number(nodes)});
    else if (nodes > 40)
        add(What::ManyNodes, State::Advice, {QString::number(nodes), QString::number(int(double(nodes) * bootMegabytes / lineMegabytes) + 1)});
}

std::vector<Row> Rows::all()
{
    system();
    if (!hindrance(ErrorKind::ServerUnsupported)) {
        address();
        if (!hindrance(ErrorKind::ServerAddressUnknown)) {
            lan();
            ports();
            nfs();
            firewall();
        }
        room();
        packages();
        cluster();
    }
    return m_rows;
}

} // namespace

std::vector<Row> rowsOf(const Cluster &cluster, const ServerFacts &facts)
{
    return facts.openWrt ? rowsOfRouter(cluster, facts) : Rows(cluster, facts).all();
}

} // namespace bramble

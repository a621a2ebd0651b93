// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/arrange.h"

#include "steps/make_plan.h"
#include "steps/server_files.h"
#include "text/dnsmasq_conf.h"
#include "text/nfs_conf.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

void stop(Arrangement &out, ErrorKind kind, const QString &subject, const QString &detail = {})
{
    out.hindrances.push_back({kind, subject, detail});
}

bool isSuited(const ServerFacts &facts)
{
    const bool debianLike = facts.osId == "debian"_L1 || facts.osId == "ubuntu"_L1 || facts.osId == "raspbian"_L1 || facts.osLike.contains(u"debian"_s);
    return debianLike && facts.systemd;
}

// File systems that know no owners, or that the kernel's NFS server cannot or should not pass on.
bool isUnfit(const QString &filesystem)
{
    static const QStringList unfit{u"vfat"_s, u"exfat"_s, u"msdos"_s, u"ntfs"_s, u"ntfs3"_s, u"fuseblk"_s, u"nfs"_s, u"nfs4"_s, u"cifs"_s, u"9p"_s, u"iso9660"_s, u"squashfs"_s, u"ramfs"_s};
    return unfit.contains(filesystem) || filesystem.startsWith("fuse."_L1);
}

const PortOwner *inTheWay(const ServerFacts &facts, const BootServer &boot, const QString &protocol, quint16 port)
{
    const auto it = std::ranges::find_if(facts.ports, [&](const PortOwner &owner) {
        return owner.protocol == protocol && owner.port == port && !isOurs(owner, facts) && isInTheWay(owner, boot);
    });
    return it == facts.ports.end() ? nullptr : &*it;
}

bool mentions(const ServerFacts &facts, QLatin1StringView key)
{
    return std::ranges::any_of(facts.dnsmasqLines, [key](const SettingLine &line) { return line.text.startsWith(key) && line.file != dropInPath; });
}

bool readsDropIns(const PortOwner &owner, const ServerFacts &facts)
{
    const auto named = [](const QString &text) { return text.contains("/etc/dnsmasq.d"_L1); };
    return std::ranges::any_of(owner.commandLine, named)
        || std::ranges::any_of(facts.dnsmasqLines, [&named](const SettingLine &line) { return line.text.startsWith("conf-dir"_L1) && named(line.text); });
}

// dhcp-range=[tag:…,][set:…,]START,…: whether any of them gives addresses on this network.
bool givesAddresses(const ServerFacts &facts, const Ipv4Network &lan)
{
    for (const SettingLine &line : facts.dnsmasqLines) {
        if (!line.text.startsWith("dhcp-range"_L1) || line.file == dropInPath)
            continue;
        const QString value = line.text.section(u'=', 1).trimmed();
        for (const QString &part : value.split(u','))
            if (const auto start = Ipv4::parse(part.trimmed()))
                if (lan.contains(*start) && !value.contains(",proxy"_L1))
                    return true;
    }
    return false;
}

QStringList knownMacs(const ServerFacts &facts)
{
    QStringList macs;
    for (const SettingLine &line : facts.dnsmasqLines) {
        if (!line.text.startsWith("dhcp-host"_L1) || line.file == dropInPath)
            continue;
        for (const QString &part : line.text.section(u'=', 1).split(u','))
            if (const auto mac = MacAddress::parse(part.trimmed()))
                macs << mac->toString();
    }
    macs.sort();
    return macs;
}

// Somebody else's DHCP on the same machine: lines of ours in theirs where that is foreseen, else there is no way beside them.
void besideDhcp(Arrangement &out, const ServerFacts &facts, const PortOwner &owner)
{
    DhcpExtension extension;
    const bool pihole = owner.process == "pihole-FTL"_L1 && owner.unit == "pihole-FTL.service"_L1 && facts.pihole.version >= 5;
    const bool dnsmasq = owner.process == "dnsmasq"_L1 && owner.unit == "dnsmasq.service"_L1 && readsDropIns(owner, facts);
    if (!pihole && !dnsmasq)
        return stop(out, ErrorKind::ServerPortTaken, u"67"_s, owner.process);
    extension.program = pihole ? DhcpExtension::Program::Pihole : DhcpExtension::Program::Dnsmasq;
    extension.unit = owner.unit;
    extension.switchOn = pihole && facts.pihole.version >= 6 && !facts.pihole.readsDropIns;
    QStringList asleep = facts.dropIns;
    asleep.removeIf([](const QString &name) { return !name.endsWith(".conf"_L1) || name == QFileInfo(dropInPath).fileName(); });
    // Switched on for our file, theirs would count too, and nobody knows since when they are wrong.
    if (extension.switchOn && !asleep.isEmpty())
        return stop(out, ErrorKind::ServerDropInsDormant, asleep.join(u", "_s));
    extension.needsProxy = !givesAddresses(facts, out.boot.lan);
    extension.setsBootServer = mentions(facts, "dhcp-boot"_L1);
    extension.knownMacs = knownMacs(facts);
    out.extension = extension;
    out.boot.dhcp = DhcpRole::Elsewhere;
}

// A hundred addresses in the middle of a /24; of smaller networks, the larger part beside the server.
std::optional<Ipv4Range> usualRange(const BootServer &boot)
{
    const quint32 network = boot.lan.network().value();
    const quint32 size = ~boot.lan.mask();
    const auto free = [&boot](const Ipv4Range &range) {
        return !range.contains(boot.lan.address()) && !(boot.gateway && range.contains(*boot.gateway));
    };
    std::vector<std::pair<quint32, quint32>> choices{{100, 199}, {10, 99}, {200, 254}};
    if (size < 255)
        choices = {{size / 2, size - 1}, {1, size / 2}, {size / 4, size / 2}, {2, size - 1}};
    for (const auto &[from, to] : choices) {
        const Ipv4Range range{Ipv4::fromValue(network + from), Ipv4::fromValue(network + to)};
        if (to > from && to < size && free(range))
            return range;
    }
    return {};
}

// One address to spare: the self-test asks as a Pi that nobody knows.
bool isFit(const Ipv4Range &range, const BootServer &boot, qsizetype nodes)
{
    const Ipv4Network &lan = boot.lan;
    return lan.contains(range.first) && lan.contains(range.last) && range.first > lan.network() && range.last < lan.broadcast()
        && !range.contains(lan.address()) && !(boot.gateway && range.contains(*boot.gateway)) && range.size() > nodes;
}

void giveAddresses(Arrangement &out, const Cluster &cluster, const ServerFacts &facts)
{
    const NetworkChoice &wish = cluster.network;
    BootServer &boot = out.boot;
    boot.dhcp = DhcpRole::Full;
    boot.gateway = wish.gateway;
    if (!boot.gateway && facts.gateway && boot.lan.contains(*facts.gateway) && boot.lan.address() != *facts.gateway)
        boot.gateway = facts.gateway;
    boot.dns = wish.dns;
    // Name servers elsewhere are of no use where nothing leads there.
    for (const Ipv4 address : facts.nameServers)
        if (wish.dns.empty() && (boot.gateway || boot.lan.contains(address)))
            boot.dns.push_back(address);
    boot.range = wish.range ? wish.range : usualRange(boot);
    if (!boot.range || !isFit(*boot.range, boot, qsizetype(cluster.nodes.size())))
        stop(out, ErrorKind::DhcpRangeInvalid, boot.range ? boot.range->toString() : boot.lan.toString(), boot.lan.toString());
    if (!facts.lan || facts.lan->interface != boot.interface)
        return stop(out, ErrorKind::ServerNetworkUnasked, boot.interface);
    for (const DhcpOffer &offer : facts.lan->offers)
        if (offer.server != boot.lan.address())
            return stop(out, ErrorKind::ServerOtherDhcp, offer.server.toString(), boot.interface);
}

void judgePorts(Arrangement &out, const Cluster &cluster, const ServerFacts &facts)
{
    const bool full = cluster.network.dhcp == NetworkChoice::Dhcp::Full;
    if (const PortOwner *owner = inTheWay(facts, out.boot, u"udp"_s, 67)) {
        if (full)
            stop(out, ErrorKind::ServerPortTaken, u"67"_s, owner->process);
        else
            besideDhcp(out, facts, *owner);
    }
    if (const PortOwner *owner = inTheWay(facts, out.boot, u"udp"_s, 69))
        stop(out, ErrorKind::ServerPortTaken, u"69"_s, owner->process);
    // The kernel's own NFS server has no process; any other one cannot export a folder as we need it.
    if (const PortOwner *owner = inTheWay(facts, out.boot, u"tcp"_s, 2049); owner && !owner->process.isEmpty())
        stop(out, ErrorKind::ServerPortTaken, u"2049"_s, owner->process);
    if (!facts.nfsVersions.isEmpty() && !facts.nfsVersions.contains(u"3"_s))
        stop(out, ErrorKind::ServerNfsWithout3, facts.hostname);
}

// Boards that the router tells get no second answer from us; where that are all of them, nobody does.
void leaveToRouter(BootServer &boot, const Cluster &cluster)
{
    for (const Node &node : cluster.nodes)
        if (isToldByRouter(cluster, node))
            boot.toldByRouter.push_back(*node.mac);
    if (!cluster.nodes.empty() && boot.toldByRouter.size() == cluster.nodes.size()) {
        boot.toldByRouter.clear();
        boot.dhcp = DhcpRole::Elsewhere;
    }
}

void judgeFirewall(Arrangement &out, const ServerFacts &facts)
{
    if (facts.firewall.kind == Firewall::Kind::None)
        return;
    out.mountdPort = facts.mountdPort == 0 ? mountdPort : 0;
    if (facts.firewall.kind == Firewall::Kind::Other)
        return;
    for (const PortNeed &need : neededPorts(facts.mountdPort == 0 ? mountdPort : facts.mountdPort))
        if (!letsIn(facts.firewall, need, out.boot))
            out.closed.push_back(need);
}

} // namespace

bool isOurs(const PortOwner &owner, const ServerFacts &facts)
{
    const QString unit(dnsmasqUnitName);
    return owner.unit == unit || (owner.unit.isEmpty() && (owner.process.isEmpty() || owner.process == "dnsmasq"_L1) && facts.activeUnits.contains(unit));
}

bool isInTheWay(const PortOwner &owner, const BootServer &boot)
{
    return (owner.device.isEmpty() || owner.device == boot.interface) && (!owner.address || *owner.address == boot.lan.address());
}

std::vector<PortNeed> neededPorts(quint16 mountd)
{
    // TFTP's data go out from another port, and their answers come back as such. DHCP's come from addresses nobody has yet.
    return {{u"udp"_s, 67, true}, {u"udp"_s, 69, false}, {u"tcp"_s, 111, false}, {u"udp"_s, 111, false}, {u"tcp"_s, 2049, false},
            {u"tcp"_s, mountd, false}, {u"udp"_s, mountd, false}};
}

bool letsIn(const Firewall &firewall, const PortNeed &need, const BootServer &boot)
{
    using Verdict = FirewallRule::Verdict;
    for (const FirewallRule &rule : firewall.rules) {
        const bool fits = !rule.conditional && (rule.interface.isEmpty() || rule.interface == boot.interface)
            && (rule.protocol.isEmpty() || rule.protocol == need.protocol)
            && (rule.ports.empty() || std::ranges::any_of(rule.ports, [&need](const auto &range) { return range.first <= need.port && need.port <= range.second; }));
        const bool everybody = !rule.from || rule.from->prefix() == 0;
        const bool lan = everybody || (!need.anybody && rule.from->prefix() <= boot.lan.prefix() && rule.from->contains(boot.lan.address()));
        if (fits && (rule.verdict == Verdict::Drop ? everybody || lan : lan))
            return rule.verdict == Verdict::Accept;
    }
    return firewall.policy == Verdict::Accept;
}

Arrangement arrange(const Cluster &cluster, const ServerFacts &facts)
{
    Arrangement out;
    if (!isSuited(facts))
        stop(out, ErrorKind::ServerUnsupported, facts.osName.isEmpty() ? facts.osId : facts.osName);
    // It goes into settings and commands of other programs.
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_.:@-]{1,15}\\z"_s);
    const auto face = facing(cluster, facts);
    if (!face || !plain.match(face->first).hasMatch())
        stop(out, ErrorKind::ServerAddressUnknown, cluster.server.interface.isEmpty() ? facts.hostname : cluster.server.interface);
    if (!out.hindrances.empty())
        return out; // nothing else can be said
    out.boot.interface = face->first;
    out.boot.lan = face->second;
    if (isUnfit(facts.folderFilesystem))
        stop(out, ErrorKind::ServerFilesystemUnfit, facts.folderFilesystem, layoutOf(cluster).folder);
    judgePorts(out, cluster, facts);
    if (cluster.network.dhcp == NetworkChoice::Dhcp::Full)
        giveAddresses(out, cluster, facts);
    else if (out.boot.dhcp == DhcpRole::Proxy)
        leaveToRouter(out.boot, cluster);
    const int threads = nfsThreads(qsizetype(cluster.nodes.size()), facts.processors);
    out.nfsThreads = threads > facts.nfsThreads ? threads : 0;
    judgeFirewall(out, facts);
    return out;
}

} // namespace bramble

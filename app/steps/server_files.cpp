// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/server_files.h"

#include "steps/make_plan.h"
#include "text/dnsmasq_conf.h"
#include "text/export_hook.h"
#include "text/firewall_rules.h"
#include "text/marked_block.h"
#include "text/nfs_conf.h"
#include "text/systemd_unit.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

WriteFile fileOf(QLatin1StringView path, int mode, QByteArray content, const ServerFacts &facts)
{
    WriteFile file;
    file.path = path;
    file.mode = mode;
    file.content = std::move(content);
    if (const auto before = facts.files.constFind(file.path); before != facts.files.cend())
        file.before = *before;
    return file;
}

} // namespace

QStringList ownedFiles()
{
    return {QString(exportHookPath), QString(dnsmasqConfPath), QString(dnsmasqUnitPath)};
}

QStringList filesToSee()
{
    return ownedFiles() + QStringList{QString(nfsConfPath), QString(dropInPath), QString(nftablesConfPath)};
}

QStringList unitsToSee()
{
    QStringList units{QString(dnsmasqUnitName)};
    for (const QLatin1StringView name : {"dnsmasq"_L1, "pihole-FTL"_L1, "isc-dhcp-server"_L1, "kea-dhcp4-server"_L1, "tftpd-hpa"_L1, "atftpd"_L1, "systemd-resolved"_L1, "named"_L1,
                                         "NetworkManager"_L1, "nftables"_L1, "nfs-server"_L1, "nfs-ganesha"_L1, "smbd"_L1, "docker"_L1, "libvirtd"_L1})
        units << name + u".service"_s;
    return units;
}

std::vector<WriteFile> serverFiles(const Cluster &cluster, const ServerLayout &layout, const BootServer &boot, const ServerFacts &facts)
{
    return {fileOf(exportHookPath, 0755, renderExportHook(layout), facts),
            fileOf(dnsmasqConfPath, 0644, renderDnsmasqConf(cluster, boot, layout), facts),
            fileOf(dnsmasqUnitPath, 0644, renderDnsmasqUnit(), facts)};
}

std::optional<TuneNfs> nfsSettings(const Arrangement &arrangement, const ServerFacts &facts)
{
    const QByteArray wanted = renderNfsConf(arrangement.nfsThreads, arrangement.mountdPort);
    const WriteFile file = fileOf(nfsConfPath, 0644, wanted, facts);
    // What is not wanted any more does no harm; nobody's disks stand still for that.
    if (wanted.isEmpty() || file.before == file.content)
        return {};
    return TuneNfs{file, facts.packagesInstalled.contains("nfs-kernel-server"_L1)};
}

std::optional<ExtendDhcp> dhcpLines(const Cluster &cluster, const Arrangement &arrangement, const ServerFacts &facts)
{
    if (!arrangement.extension)
        return {};
    const WriteFile file = fileOf(dropInPath, 0644, renderDropIn(cluster, arrangement.boot, *arrangement.extension), facts);
    if (file.before == file.content && !arrangement.extension->switchOn)
        return {};
    return ExtendDhcp{*arrangement.extension, file};
}

Result<std::optional<OpenFirewall>> firewallRules(const Arrangement &arrangement, const ServerFacts &facts)
{
    if (arrangement.closed.empty())
        return std::nullopt;
    OpenFirewall open;
    open.kind = facts.firewall.kind;
    open.interface = arrangement.boot.interface;
    open.lan = arrangement.boot.lan;
    open.ports = arrangement.closed;
    if (open.kind == Firewall::Kind::Firewalld)
        open.place = facts.firewall.zones.value(open.interface, facts.firewall.zones.value(QString()));
    if (open.kind == Firewall::Kind::Nftables) {
        open.place = facts.firewall.place;
        // The block names all that is needed, also what runs already: it is read at the next start, when nothing runs.
        OpenFirewall all = open;
        all.ports = neededPorts(facts.mountdPort == 0 ? mountdPort : facts.mountdPort);
        const QByteArray before = facts.files.value(nftablesConfPath);
        const auto after = withBlock(before, nftBlock(all));
        if (before.isEmpty() || !after)
            return fail(ErrorKind::ServerFileForeign, QString(nftablesConfPath));
        open.file = fileOf(nftablesConfPath, facts.fileModes.value(nftablesConfPath, 0755), *after, facts);
    }
    return open;
}

std::vector<Untouched> untouched(const Arrangement &arrangement, const ServerFacts &facts)
{
    std::vector<Untouched> all;
    const auto add = [&all](Untouched::What what, QStringList names) {
        names.removeDuplicates();
        names.sort();
        if (!names.isEmpty())
            all.push_back({what, names});
    };
    QStringList routers, settings, dns, exports, networks;
    for (const DhcpOffer &offer : facts.lan ? facts.lan->offers : std::vector<DhcpOffer>{})
        routers << offer.server.toString();
    for (const SettingLine &line : facts.dnsmasqLines)
        if (line.file != dropInPath)
            settings << line.file;
    for (const PortOwner &owner : facts.ports)
        if (owner.port == 53 && !owner.process.isEmpty())
            dns << owner.process;
    for (const ForeignExport &other : facts.exports)
        exports << other.folder;
    for (const NetworkInterface &interface : facts.interfaces)
        if (interface.up && interface.name != arrangement.boot.interface && !interface.addresses.empty())
            networks << interface.name;
    using enum Untouched::What;
    add(Router, routers);
    add(DnsmasqSettings, settings);
    add(Dns, dns);
    add(Exports, exports);
    if (facts.firewall.kind != Firewall::Kind::None)
        all.push_back({FirewallRules, {}});
    add(Networks, networks);
    QStringList services = facts.activeUnits;
    for (const QString &ours : {QString(dnsmasqUnitName), u"nfs-server.service"_s, arrangement.extension ? arrangement.extension->unit : QString()})
        services.removeAll(ours);
    add(Services, services);
    return all;
}

std::optional<std::pair<QString, Ipv4Network>> facing(const Cluster &cluster, const ServerFacts &facts)
{
    const auto firstOf = [&facts](const auto &fits) -> std::optional<std::pair<QString, Ipv4Network>> {
        for (const NetworkInterface &interface : facts.interfaces)
            for (const Ipv4Network &address : interface.addresses)
                if (interface.up && fits(interface, address))
                    return std::pair(interface.name, address);
        return {};
    };
    if (!cluster.server.interface.isEmpty())
        return firstOf([&cluster](const NetworkInterface &interface, Ipv4Network) { return interface.name == cluster.server.interface; });
    if (facts.sshAddress)
        if (const auto found = firstOf([&facts](const NetworkInterface &, Ipv4Network address) { return address.address() == *facts.sshAddress; }))
            return found;
    return firstOf([&facts](const NetworkInterface &interface, Ipv4Network) { return interface.name == facts.defaultInterface; });
}

} // namespace bramble

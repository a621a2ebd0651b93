// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/server_files.h"

#include "steps/make_plan.h"
#include "text/dnsmasq_conf.h"
#include "text/export_hook.h"
#include "text/systemd_unit.h"

namespace bramble {

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

std::vector<WriteFile> serverFiles(const Cluster &cluster, const ServerLayout &layout, const QString &interface, Ipv4Network lan, const ServerFacts &facts)
{
    return {fileOf(exportHookPath, 0755, renderExportHook(layout), facts),
            fileOf(dnsmasqConfPath, 0644, renderDnsmasqConf(cluster, interface, lan, layout), facts),
            fileOf(dnsmasqUnitPath, 0644, renderDnsmasqUnit(), facts)};
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

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/dnsmasq_conf.h"

#include "text/export_hook.h"

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

class Lines
{
public:
    void comment(const QString &text) { m_text += u"\n# "_s + text + u'\n'; }
    void line(const QString &text) { m_text += text + u'\n'; }
    QByteArray bytes() const { return m_text.toUtf8(); }

private:
    QString m_text = u"# Written by Brambleboot; changed by hand it is asked about before it is written again.\n"_s;
};

// Option 97 of boot ROMs before the Pi 4, 3B excepted: the serial, least significant byte first (netboot 2.1).
QString serialBytes(Serial serial)
{
    QString text = u"00"_s;
    for (int shift = 0; shift < 32; shift += 8)
        text += u':' + QString::number((serial.value() >> shift) & 255, 16).rightJustified(2, u'0');
    return text;
}

// A PC that boots from the network, and any other DHCP client, must not be told anything by us.
void tagPis(Lines &out, const Cluster &cluster)
{
    static constexpr std::array identities{"00:34:69:50:52"_L1, "00:52:50:69:34"_L1, "00:35:69:50:52"_L1,
                                           "00:52:50:69:35"_L1, "00:44:44:44:44"_L1};
    static constexpr std::array makers{"b8:27:eb"_L1, "dc:a6:32"_L1, "e4:5f:01"_L1, "d8:3a:dd"_L1,
                                       "2c:cf:67"_L1, "88:a2:9e"_L1, "28:cd:c1"_L1};
    out.comment(
        u"Only Raspberry Pis are answered: by what their boot ROM says of itself, by the maker of their network chip, and by name."_s);
    for (const QLatin1StringView identity : identities)
        out.line(u"dhcp-match=set:pi,97,"_s + identity);
    for (const QLatin1StringView maker : makers)
        out.line(u"dhcp-mac=set:pi,"_s + maker + u":*:*:*"_s);
    for (const Node &node : cluster.nodes) {
        if (node.serial)
            out.line(u"dhcp-match=set:pi,97,"_s + serialBytes(*node.serial));
        if (node.mac && !node.mac->isRaspberryPi())
            out.line(u"dhcp-mac=set:pi,"_s + node.mac->toString());
    }
}

// While it waits, dnsmasq hears no other DHCP packet. A Pi 4 asks three times in two seconds and would hold up all
// others, so the wait is only for the ROM that needs it; that one asks every 5 s. A 3B known by its serial alone cannot
// be told apart beforehand.
void slowDown(Lines &out, const Cluster &cluster)
{
    QStringList macs;
    for (const Node &node : cluster.nodes)
        if (node.model == PiModel::Pi3B && node.mac)
            macs << node.mac->toString();
    if (macs.isEmpty())
        return;
    out.comment(u"The boot ROM of the 3B misses an answer that comes at once."_s);
    for (const QString &mac : std::as_const(macs))
        out.line(u"dhcp-mac=set:slow,"_s + mac);
    out.line(u"dhcp-reply-delay=tag:slow,1"_s);
}

void serveFiles(Lines &out, const Cluster &cluster, const ServerLayout &layout)
{
    out.comment(u"Boot files, one folder per node."_s);
    out.line(u"enable-tftp"_s);
    out.line(u"tftp-root="_s + layout.tftp());
    if (std::ranges::any_of(cluster.nodes, [](const Node &node) { return !node.serial && node.mac; })) {
        out.comment(
            u"Some node is known by its MAC alone: its folder is put in front of what it asks for. Others have no such folder."_s);
        out.line(u"tftp-unique-root=mac"_s);
    }
    // Beyond the limit of 50 transfers requests queue up behind ones that were given up long ago, and nobody gets
    // anything.
    if (cluster.nodes.size() > 8)
        out.line(cluster.nodes.size() > 40 ? u"tftp-max=1000"_s : u"tftp-max=500"_s);
}

constexpr auto bootMenu = "pxe-service=tag:pi,0,\"Raspberry Pi Boot   \""_L1;

QString mask(const Ipv4Network &lan)
{
    return Ipv4::fromValue(lan.mask()).toString();
}

QString proxyRange(const Ipv4Network &lan)
{
    return u"dhcp-range=tag:pi,"_s + lan.network().toString() + u",proxy,"_s + mask(lan);
}

void giveAddresses(Lines &out, const Cluster &cluster, const BootServer &server)
{
    out.comment(u"This server gives the addresses: there is no other one on this network."_s);
    out.line(u"dhcp-authoritative"_s);
    out.line(u"dhcp-range="_s + server.range->first.toString() + u',' + server.range->last.toString() + u',' + mask(server.lan) + u",12h"_s);
    // Without a value it is not sent; left out, dnsmasq would name itself.
    out.line(u"dhcp-option=option:router"_s + (server.gateway ? u',' + server.gateway->toString() : QString()));
    QString dns;
    for (const Ipv4 address : server.dns)
        dns += u',' + address.toString();
    if (!dns.isEmpty())
        out.line(u"dhcp-option=option:dns-server"_s + dns);
    out.comment(u"Each Pi keeps its address: its disk hangs on it."_s);
    for (const Node &node : cluster.nodes)
        if (const auto address = reservedAddress(cluster, node, *server.range))
            out.line(u"dhcp-host="_s + node.mac->toString() + u',' + address->toString() + u',' + node.name + u",infinite"_s);
    out.comment(u"Pis are told where to boot from, nobody else is. The 3B needs the three blanks."_s);
    out.line(bootMenu);
}

} // namespace

std::optional<Ipv4> reservedAddress(const Cluster &cluster, const Node &node, const Ipv4Range &range)
{
    const auto it = std::ranges::find(cluster.nodes, node);
    if (!node.mac || it == cluster.nodes.end() || it - cluster.nodes.begin() >= range.size())
        return {};
    return Ipv4::fromValue(range.first.value() + quint32(it - cluster.nodes.begin()));
}

QByteArray renderDnsmasqConf(const Cluster &cluster, const BootServer &server, const ServerLayout &layout)
{
    Lines out;
    out.comment(u"No DNS, and no one else's settings."_s);
    for (const QString &text :
         {u"port=0"_s, u"no-resolv"_s, u"no-hosts"_s, u"user=dnsmasq"_s, u"pid-file=/run/brambleboot-dnsmasq.pid"_s})
        out.line(text);
    out.comment(u"This interface only, beside any other DHCP or TFTP server of this machine."_s);
    out.line(u"interface="_s + server.interface);
    out.line(u"except-interface=lo"_s);
    out.line(u"bind-dynamic"_s);
    if (server.dhcp == DhcpRole::Proxy) {
        tagPis(out, cluster);
        out.comment(
            u"The router gives the addresses; this server only says where to boot from. The 3B needs the three blanks."_s);
        out.line(proxyRange(server.lan));
        out.line(bootMenu);
        if (!server.toldByRouter.empty()) {
            out.comment(u"The router tells these already, and two answers are one too many."_s);
            for (const MacAddress &mac : server.toldByRouter)
                out.line(u"dhcp-mac=set:told,"_s + mac.toString());
            out.line(u"dhcp-ignore=tag:told"_s);
        }
    } else if (server.dhcp == DhcpRole::Full) {
        tagPis(out, cluster);
        giveAddresses(out, cluster, server);
    }
    if (server.dhcp != DhcpRole::Elsewhere) {
        out.line(u"dhcp-leasefile=/var/lib/brambleboot/dnsmasq.leases"_s);
        slowDown(out, cluster);
    }
    serveFiles(out, cluster, layout);
    out.comment(u"What is heard is what the boot panel shows; and a node that fetches its files gets its disk."_s);
    out.line(u"log-dhcp"_s);
    out.line(u"dhcp-script="_s + exportHookPath);
    return out.bytes();
}

QByteArray renderDropIn(const Cluster &cluster, const BootServer &server, const DhcpExtension &extension)
{
    Lines out;
    tagPis(out, cluster);
    out.comment(u"They are told to boot from this server, as nobody else is. The 3B needs the three blanks."_s);
    if (extension.needsProxy)
        out.line(proxyRange(server.lan));
    out.line(bootMenu);
    if (extension.setsBootServer)
        out.line(u"dhcp-boot=tag:pi,bootcode.bin,,"_s + server.lan.address().toString());
    slowDown(out, cluster);
    QStringList hosts;
    for (const Node &node : cluster.nodes)
        if (node.mac && !extension.needsProxy && !extension.knownMacs.contains(node.mac->toString()))
            hosts << u"dhcp-host="_s + node.mac->toString() + u',' + node.name + u",infinite"_s;
    if (!hosts.isEmpty())
        out.comment(u"Each Pi keeps its address: its disk hangs on it."_s);
    for (const QString &host : std::as_const(hosts))
        out.line(host);
    out.comment(u"What is heard is what the boot panel shows."_s);
    out.line(u"log-dhcp"_s);
    return out.bytes();
}

} // namespace bramble

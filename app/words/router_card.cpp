// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/router_card.h"

#include "wire/pxe.h"

#include <QCoreApplication>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

struct Values
{
    QString server;
    QByteArray option43;
    QString plain() const { return QString::fromLatin1(option43.toHex()); }
    QString colons() const { return QString::fromLatin1(option43.toHex(':')); }
};

/// The context of these sentences for translators.
struct Cards
{
    Q_DECLARE_TR_FUNCTIONS(bramble::RouterCards)
public:
    static RouterCard fritzBox(const Values &)
    {
        return {u"FRITZ!Box"_s, {}, {},
                {tr("A FRITZ!Box has no page for these options; there is nothing to enter. Leave it as it is: the server answers the Pis beside it."),
                 tr("Give each Pi a fixed address there: Home Network, Network, the Pi, Edit, “Always assign this network device the same IPv4 address”.")}};
    }
    static RouterCard mikroTik(const Values &v)
    {
        return {u"MikroTik RouterOS"_s, tr("Terminal"),
                {u"/ip dhcp-server option add name=brambleboot43 code=43 value=0x"_s + v.plain(),
                 u"/ip dhcp-server option add name=brambleboot66 code=66 value=\"s'"_s + v.server + u"'\""_s,
                 u"/ip dhcp-server option sets add name=brambleboot options=brambleboot43,brambleboot66"_s,
                 u"/ip dhcp-server network set [find] dhcp-option-set=brambleboot next-server="_s + v.server},
                {tr("This tells every device of these networks, not the Pis alone. To undo it: set dhcp-option-set=none next-server=0.0.0.0 and remove the three entries.")}};
    }
    static RouterCard uniFi(const Values &v)
    {
        return {u"UniFi Network"_s, tr("Settings, Networks, the network of the Pis, DHCP, Network Boot"),
                {tr("Network Boot: on, server %1, file name bootcode.bin").arg(v.server), tr("TFTP Server: %1").arg(v.server)},
                {tr("Its field for option 43 takes the address of a UniFi controller only, so it cannot say “Raspberry Pi Boot”. Leave it as it is: the server answers the Pis beside it, and needs neither of these two.")}};
    }
    static RouterCard pfSense(const Values &v)
    {
        return {u"pfSense"_s, tr("Services, DHCP Server, the interface of the Pis: TFTP; Network Booting; Additional BOOTP/DHCP Options"),
                {tr("TFTP Server: %1").arg(v.server), tr("Network Booting: enabled, next server %1").arg(v.server),
                 tr("Additional option: number 43, type String, value %1").arg(v.colons())},
                {tr("With the Kea backend, additional options are custom configuration: see the card for Kea.")}};
    }
    static RouterCard opnSense(const Values &v)
    {
        return {u"OPNsense"_s, tr("Services, Dnsmasq DNS & DHCP, DHCP options"),
                {tr("Option 43, value %1, Force: on").arg(v.colons()), tr("Option 66 [tftp-server], value %1").arg(v.server),
                 tr("Services, Dnsmasq DNS & DHCP, DHCP boot: server address %1, file name bootcode.bin").arg(v.server)},
                {tr("With the older ISC server: Services, ISC DHCPv4, Additional Options: number 43, type String, the same value.")}};
    }
    static RouterCard kea(const Values &v)
    {
        const QString first = u"{ \"name\": \"brambleboot\","_s;
        return {u"ISC Kea"_s, tr("kea-dhcp4.conf, in the list client-classes"),
                {first, u"  \"test\": \"substring(option[97].hex,1,4) == 0x34695052 or substring(option[97].hex,1,4) == 0x52506934 or substring(option[97].hex,1,4) == 0x35695052 or substring(pkt4.mac,0,3) == 0xb827eb\","_s,
                 u"  \"next-server\": \""_s + v.server + u"\","_s,
                 u"  \"option-def\": [ { \"name\": \"vendor-encapsulated-options\", \"code\": 43, \"type\": \"binary\" } ],"_s,
                 u"  \"option-data\": [ { \"name\": \"vendor-encapsulated-options\", \"csv-format\": false, \"always-send\": true, \"data\": \""_s + v.plain() + u"\" },"_s,
                 u"                   { \"name\": \"tftp-server-name\", \"data\": \""_s + v.server + u"\" } ] }"_s},
                {tr("Test the file before you load it: kea-dhcp4 -t FILE")}};
    }

    // What holds for all of them.
    static QStringList always(const Cluster &cluster)
    {
        QStringList notes;
        for (const Node &node : cluster.nodes)
            if (node.model == PiModel::Pi3B || node.model == PiModel::Unknown) {
                notes << tr("A Pi 3B asks whoever answered it for the files and follows no option 66. Keep the server's own answers on.");
                break;
            }
        return notes;
    }
};

constexpr std::array names{std::pair("fritzbox"_L1, RouterKind::FritzBox), std::pair("mikrotik"_L1, RouterKind::MikroTik), std::pair("unifi"_L1, RouterKind::UniFi),
                           std::pair("pfsense"_L1, RouterKind::PfSense), std::pair("opnsense"_L1, RouterKind::OpnSense), std::pair("kea"_L1, RouterKind::Kea)};

} // namespace

std::optional<RouterKind> routerKind(QStringView name)
{
    for (const auto &[known, kind] : names)
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return kind;
    return {};
}

QStringList routerKindNames()
{
    QStringList all;
    for (const auto &[known, kind] : names)
        all << QString(known);
    return all;
}

RouterCard routerCard(RouterKind kind, const Cluster &cluster, Ipv4 server)
{
    const Values values{server.toString(), pxeService("Raspberry Pi Boot   ")};
    const auto make = [&] {
        switch (kind) {
        case RouterKind::FritzBox: return Cards::fritzBox(values);
        case RouterKind::MikroTik: return Cards::mikroTik(values);
        case RouterKind::UniFi: return Cards::uniFi(values);
        case RouterKind::PfSense: return Cards::pfSense(values);
        case RouterKind::OpnSense: return Cards::opnSense(values);
        case RouterKind::Kea: return Cards::kea(values);
        }
        return RouterCard();
    };
    RouterCard card = make();
    card.notes << Cards::always(cluster);
    return card;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/openwrt_settings.h"

#include "steps/openwrt_layout.h"
#include "text/uci_text.h"
#include "wire/pxe.h"

#include <QSet>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

const QString tag = u"brambleboot"_s;
const QString main_ = u"@dnsmasq[0]"_s;

// Collects what is not so yet, in the order in which it is asked for.
class Wishes
{
public:
    explicit Wishes(const UciConfig &config) : m_config(config) { }

    const UciSection *find(const QString &section) const { return m_config.find(section); }

    void section(const QString &name, const QString &type)
    {
        if (const UciSection *there = m_config.find(name); !there || there->type != type)
            add(UciChange::Verb::Set, name, {}, type);
    }
    void set(const QString &section, const QString &option, const QString &value)
    {
        const UciSection *there = m_config.find(section);
        const UciOption *now = there ? there->find(option) : nullptr;
        if (!now || now->isList || now->values != QStringList{value})
            add(UciChange::Verb::Set, section, option, value);
    }
    void list(const QString &section, const QString &option, const QString &value)
    {
        const UciSection *there = m_config.find(section);
        if (!there || !there->values(option).contains(value))
            add(UciChange::Verb::AddList, section, option, value);
    }
    /// The whole list is ours.
    void wholeList(const QString &section, const QString &option, const QStringList &values)
    {
        const UciSection *there = m_config.find(section);
        const UciOption *now = there ? there->find(option) : nullptr;
        if (now && now->isList && now->values == values)
            return;
        if (now)
            add(UciChange::Verb::Delete, section, option, {});
        for (const QString &value : values)
            add(UciChange::Verb::AddList, section, option, value);
    }
    void remove(const QString &section) { add(UciChange::Verb::Delete, section, {}, {}); }

    std::vector<UciChange> take() { return std::move(m_changes); }

private:
    void add(UciChange::Verb verb, const QString &section, const QString &option, const QString &value)
    {
        m_changes.push_back({verb, m_config.name, section, option, value});
    }

    const UciConfig &m_config;
    std::vector<UciChange> m_changes;
};

// Who gives addresses: its dnsmasq on some network of its own, unless odhcpd took that over.
Result<> givesAddresses(const UciConfig &dhcp)
{
    const UciSection *odhcpd = dhcp.find(u"@odhcpd[0]");
    if (odhcpd && odhcpd->value(u"maindhcp") == "1"_L1)
        return fail(ErrorKind::RouterGivesNoAddresses, u"odhcpd"_s);
    const bool pool = std::ranges::any_of(dhcp.sections, [](const UciSection &section) {
        return section.type == "dhcp"_L1 && section.value(u"ignore") != "1"_L1 && section.value(u"dhcpv4") != "disabled"_L1;
    });
    if (!dhcp.find(main_) || !pool)
        return fail(ErrorKind::RouterGivesNoAddresses, u"dnsmasq"_s);
    return {};
}

QString sectionFor(const Node &node)
{
    return u"brambleboot_"_s + node.folder().replace(u'-', u'_');
}

// The section that already says something about this card, whoever made it: by name, or as @host[n].
QString reservationOf(const UciConfig &dhcp, const MacAddress &mac)
{
    int number = 0;
    for (const UciSection &section : dhcp.sections) {
        if (section.type != "host"_L1)
            continue;
        for (const QString &words : section.values(u"mac"))
            for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
                if (MacAddress::parse(word) == mac)
                    return section.name.isEmpty() ? u"@host[%1]"_s.arg(number) : section.name;
        ++number;
    }
    return {};
}

void forgetOthers(Wishes &wishes, const UciConfig &dhcp, const QSet<QString> &wanted)
{
    for (const UciSection &section : dhcp.sections)
        if (section.name.startsWith("brambleboot_"_L1) && !wanted.contains(section.name))
            wishes.remove(section.name);
}

} // namespace

QString pxeOption43()
{
    return QString::fromLatin1(pxeService("Raspberry Pi Boot   ").toHex(':'));
}

Result<std::vector<UciChange>> servingChanges(const Cluster &cluster, const UciConfig &dhcp, const ServerLayout &layout, const QMap<QString, Ipv4> &addresses)
{
    if (const Result<> gives = givesAddresses(dhcp); !gives)
        return std::unexpected(gives.error());
    const UciSection *server = dhcp.find(main_);
    const QString served = server->value(u"tftp_root");
    if (server->value(u"enable_tftp") == "1"_L1 && !served.isEmpty() && served != layout.tftp())
        return fail(ErrorKind::RouterTftpTaken, served);
    Wishes wishes(dhcp);
    wishes.set(main_, u"enable_tftp"_s, u"1"_s);
    wishes.set(main_, u"tftp_root"_s, layout.tftp());
    wishes.set(main_, u"logdhcp"_s, u"1"_s);
    if (std::ranges::any_of(cluster.nodes, [](const Node &node) { return !node.serial; }))
        wishes.set(main_, u"tftp_unique_root"_s, u"mac"_s);
    // dnsmasq cuts blanks off the end of a line, but not out of quotes; the 3B needs three of them.
    wishes.list(main_, u"pxe_service"_s, u"tag:%1,0,\"Raspberry Pi Boot   \""_s.arg(tag));
    QSet<QString> wanted;
    for (const Node &node : cluster.nodes) {
        const auto mac = macOf(node);
        if (!mac)
            return fail(ErrorKind::RouterNodeWithoutMac, node.name);
        const QString address = addresses.value(node.folder(), Ipv4::fromValue(0)).toString();
        const QString theirs = reservationOf(dhcp, *mac);
        if (!theirs.isEmpty() && !theirs.startsWith("brambleboot_"_L1)) {
            // Somebody gave it a name and an address; both stay.
            wishes.list(theirs, u"tag"_s, tag);
            if (wishes.find(theirs)->value(u"ip").isEmpty())
                wishes.set(theirs, u"ip"_s, address);
            continue;
        }
        const QString section = sectionFor(node);
        wanted.insert(section);
        wishes.section(section, u"host"_s);
        wishes.set(section, u"name"_s, node.name);
        wishes.wholeList(section, u"mac"_s, {mac->toString()});
        wishes.set(section, u"ip"_s, address);
        // An address that runs out takes the root away with it (netboot 7, 34).
        wishes.set(section, u"leasetime"_s, u"infinite"_s);
        wishes.wholeList(section, u"tag"_s, {tag});
    }
    forgetOthers(wishes, dhcp, wanted);
    return wishes.take();
}

Result<std::vector<UciChange>> optionChanges(const Cluster &cluster, const UciConfig &dhcp, Ipv4 server)
{
    if (const Result<> gives = givesAddresses(dhcp); !gives)
        return std::unexpected(gives.error());
    Wishes wishes(dhcp);
    QSet<QString> wanted;
    // By name, not by the maker of their network chips: a Pi 3 that is told by the router asks the router for the files.
    for (const Node &node : cluster.nodes) {
        if (!isToldByRouter(cluster, node))
            continue;
        const QString section = u"brambleboot_"_s + node.mac->toString().remove(u':');
        wanted.insert(section);
        wishes.section(section, u"mac"_s);
        wishes.set(section, u"networkid"_s, tag);
        wishes.set(section, u"mac"_s, node.mac->toString());
    }
    if (wanted.isEmpty()) {
        if (dhcp.find(tag))
            wishes.remove(tag);
        forgetOthers(wishes, dhcp, wanted);
        return wishes.take();
    }
    // No blanks in any of these: the router's script splits them there. Option 66 alone does not say where to: some look at siaddr.
    wishes.section(tag, u"tag"_s);
    wishes.set(tag, u"force"_s, u"1"_s);
    wishes.wholeList(tag, u"dhcp_option"_s, {u"43,"_s + pxeOption43(), u"66,"_s + server.toString(), u"option:server-ip-address,"_s + server.toString()});
    forgetOthers(wishes, dhcp, wanted);
    return wishes.take();
}

bool offersBoot(const QByteArray &generated, const Node &node, OffersBy by)
{
    const auto mac = macOf(node);
    bool isKnown = false, hasItem = false;
    int options = 0;
    for (const QByteArray &line : generated.split('\n')) {
        const bool isNode = mac && line.toLower().contains(mac->toString().toLatin1());
        isKnown = isKnown || (isNode && (by == OffersBy::PxeItem ? line.startsWith("dhcp-host=") && line.contains("set:brambleboot") : line.startsWith("dhcp-mac=") && line.contains("brambleboot,")));
        hasItem = hasItem || line.startsWith("pxe-service=tag:brambleboot,0,\"Raspberry Pi Boot   \"");
        options += line.startsWith("dhcp-option-force=tag:brambleboot,") ? 1 : 0;
    }
    return isKnown && (by == OffersBy::PxeItem ? hasItem : options == 3);
}

std::vector<UciChange> mountChanges(const QString &uuid, const QString &target, const UciConfig &fstab)
{
    Wishes wishes(fstab);
    wishes.section(tag, u"mount"_s);
    wishes.set(tag, u"uuid"_s, uuid);
    wishes.set(tag, u"target"_s, target);
    wishes.set(tag, u"enabled"_s, u"1"_s);
    return wishes.take();
}

Result<std::optional<ChangeUci>> changeOf(const UciConfig &config, const QByteArray &before, std::vector<UciChange> changes, const QString &service)
{
    if (changes.empty())
        return std::nullopt;
    UciConfig after = config;
    if (!applyUci(after, changes))
        return fail(ErrorKind::RouterSettingsRefused, config.name);
    return ChangeUci{config.name, std::move(changes), before, renderUci(after), service, false};
}

} // namespace bramble

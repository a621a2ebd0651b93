// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/look_sections.h"
#include "text/nft_rules.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using Verdict = FirewallRule::Verdict;

// 67,69 or 6000:6007 or 6000-6007, or any
std::optional<std::vector<std::pair<quint16, quint16>>> readRanges(const QString &text)
{
    std::vector<std::pair<quint16, quint16>> ranges;
    if (text == "any"_L1)
        return ranges;
    for (const QString &part : text.split(u',')) {
        const QStringList ends = QString(part).replace(u':', u'-').split(u'-');
        bool from = false, to = false;
        ranges.emplace_back(ends.first().toUShort(&from), ends.last().toUShort(&to));
        if (!from || !to || ends.size() > 2)
            return {};
    }
    return ranges;
}

// "### tuple ### allow udp 67,69 0.0.0.0/0 any 192.168.1.0/24 [APP APP] in_eth0 [comment=HEX]", as ufw keeps its own rules.
std::optional<FirewallRule> readTuple(const QString &text)
{
    QStringList words = text.section("### tuple ### "_L1, 1).split(u' ', Qt::SkipEmptyParts);
    if (!words.isEmpty() && words.back().startsWith("comment="_L1))
        words.removeLast();
    if (words.size() != 7 && words.size() != 9)
        return {};
    const QString way = words.back();
    const auto ports = readRanges(words[2]);
    if ((way != "in"_L1 && !way.startsWith("in_"_L1)) || !ports || words[0].startsWith("route:"_L1))
        return {};
    FirewallRule rule;
    rule.verdict = words[0].startsWith("allow"_L1) || words[0].startsWith("limit"_L1) ? Verdict::Accept : Verdict::Drop;
    rule.interface = way.section(u'_', 1);
    rule.protocol = words[1] == "any"_L1 ? QString() : words[1];
    rule.ports = *ports;
    rule.from = words[5] == "0.0.0.0/0"_L1 ? std::nullopt : Ipv4Network::parse(words[5].contains(u'/') ? words[5] : words[5] + u"/32"_s);
    rule.conditional = words[0].startsWith("limit"_L1) || words[3] != "0.0.0.0/0"_L1 || words[4] != "any"_L1 || (words[5] != "0.0.0.0/0"_L1 && !rule.from);
    return rule;
}

Firewall readUfw(const QByteArrayList &lines)
{
    Firewall firewall;
    firewall.kind = Firewall::Kind::Ufw;
    firewall.policy = Verdict::Drop;
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line).trimmed();
        if (text.startsWith("DEFAULT_INPUT_POLICY="_L1))
            firewall.policy = text.contains("ACCEPT"_L1) ? Verdict::Accept : Verdict::Drop;
        else if (const auto rule = readTuple(text))
            firewall.rules.push_back(*rule);
    }
    return firewall;
}

// The services of firewalld that hold a port of ours (/usr/lib/firewalld/services).
std::vector<FirewallRule> serviceRules(const QString &name)
{
    static const QHash<QString, QStringList> known{{u"dhcp"_s, {u"67/udp"_s}}, {u"tftp"_s, {u"69/udp"_s}}, {u"nfs"_s, {u"2049/tcp"_s}},
                                                   {u"nfs3"_s, {u"2049/tcp"_s, u"2049/udp"_s}}, {u"mountd"_s, {u"20048/tcp"_s, u"20048/udp"_s}},
                                                   {u"rpc-bind"_s, {u"111/tcp"_s, u"111/udp"_s}}};
    std::vector<FirewallRule> rules;
    for (const QString &port : name.contains(u'/') ? QStringList{name} : known.value(name)) {
        FirewallRule rule;
        rule.protocol = port.section(u'/', 1);
        rule.ports = readRanges(port.section(u'/', 0, 0)).value_or(decltype(rule.ports){});
        if (!rule.ports.empty())
            rules.push_back(rule);
    }
    return rules;
}

// "zone INTERFACE ZONE", "default ZONE", then each zone as `firewall-cmd --list-all-zones` has it.
Firewall readFirewalld(const QByteArrayList &lines)
{
    Firewall firewall;
    firewall.kind = Firewall::Kind::Firewalld;
    firewall.policy = Verdict::Drop;
    QHash<QString, std::vector<FirewallRule>> rules;
    QHash<QString, bool> open;
    QString zone;
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line);
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        if (words.value(0) == "zone"_L1 && words.size() == 3) {
            firewall.zones.insert(words[1], words[2]);
        } else if (words.value(0) == "default"_L1 && words.size() == 2) {
            firewall.zones.insert(QString(), words[1]);
        } else if (!text.startsWith(u' ') && !words.isEmpty()) {
            zone = words[0];
        } else if (words.value(0) == "target:"_L1) {
            open[zone] = words.value(1) == "ACCEPT"_L1;
        } else if (words.value(0) == "services:"_L1 || words.value(0) == "ports:"_L1) {
            for (const QString &name : words.sliced(1))
                std::ranges::copy(serviceRules(name), std::back_inserter(rules[zone]));
        }
    }
    const auto take = [&](const QString &interface) {
        const QString name = firewall.zones.value(interface);
        for (FirewallRule rule : rules.value(name)) {
            rule.interface = interface;
            firewall.rules.push_back(rule);
        }
        FirewallRule rest;
        rest.verdict = open.value(name) ? Verdict::Accept : Verdict::Drop;
        rest.interface = interface;
        firewall.rules.push_back(rest);
    };
    QStringList interfaces = firewall.zones.keys();
    interfaces.sort();
    interfaces.removeAll(QString());
    for (const QString &interface : std::as_const(interfaces))
        take(interface);
    take({}); // the default zone has all that is in no other
    return firewall;
}

} // namespace

void readFirewall(ServerFacts &facts, const LookSections &sections)
{
    const auto some = [&sections](const QString &name) { return !sections.value(name).join().trimmed().isEmpty(); };
    // ufw and firewalld speak nftables themselves; they are the ones to be told.
    if (some(u"ufw"_s))
        facts.firewall = readUfw(sections.value(u"ufw"_s));
    else if (some(u"firewalld"_s))
        facts.firewall = readFirewalld(sections.value(u"firewalld"_s));
    else if (some(u"nftables"_s))
        facts.firewall = readNftables(sections.value(u"nftables"_s).join('\n'));
    if (facts.firewall.kind == Firewall::Kind::None && some(u"iptables"_s))
        facts.firewall.kind = Firewall::Kind::Other;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/firewall_rules.h"

#include "text/shell.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString lanText(const OpenFirewall &open)
{
    return open.lan.network().toString() + u'/' + QString::number(open.lan.prefix());
}

// ufw(8): rules stay in their order, and each is known by all it says; the same one a second time is left out by ufw itself.
std::vector<Command> ufw(const OpenFirewall &open)
{
    std::vector<Command> all;
    for (const PortNeed &need : open.ports)
        all.push_back(asRoot(u"ufw"_s, {u"allow"_s, u"in"_s, u"on"_s, open.interface, u"proto"_s, need.protocol, u"from"_s, need.anybody ? u"any"_s : lanText(open), u"to"_s,
                                        u"any"_s, u"port"_s, QString::number(need.port), u"comment"_s, u"brambleboot"_s}));
    return all;
}

// Ports and no service of our own: a new service counts only after a reload, which drops what others set for now.
std::vector<Command> firewalld(const OpenFirewall &open, const QString &verb)
{
    std::vector<Command> all;
    for (const bool lasting : {true, false})
        for (const PortNeed &need : open.ports) {
            QStringList arguments{u"--zone="_s + open.place, u"--"_s + verb + u"-port="_s + QString::number(need.port) + u'/' + need.protocol};
            if (lasting)
                arguments.prepend(u"--permanent"_s);
            all.push_back(asRoot(u"firewall-cmd"_s, arguments));
        }
    return all;
}

QStringList nftRules(const OpenFirewall &open)
{
    QStringList rules;
    for (const QString &protocol : {u"udp"_s, u"tcp"_s}) {
        QStringList ports;
        for (const PortNeed &need : open.ports) {
            if (need.protocol != protocol)
                continue;
            if (need.anybody)
                rules << u"iifname \"%1\" %2 dport %3"_s.arg(open.interface, protocol, QString::number(need.port));
            else
                ports << QString::number(need.port);
        }
        if (!ports.isEmpty())
            rules << u"iifname \"%1\" ip saddr %2 %3 dport { %4 }"_s.arg(open.interface, lanText(open), protocol, ports.join(u", "_s));
    }
    for (QString &rule : rules)
        rule = u"insert rule "_s + open.place + u' ' + rule + u" accept comment \"brambleboot\""_s;
    return rules;
}

// $1 the chain: what bears our name in it goes.
const QString dropRules = uR"sh(nft -a list chain $1 | sed -n '/comment "brambleboot"/s/.*# handle \([0-9]*\)$/\1/p' | while read -r h; do nft delete rule $1 handle "$h"; done)sh"_s;

} // namespace

std::vector<Command> openingCommands(const OpenFirewall &open)
{
    switch (open.kind) {
    case Firewall::Kind::Ufw: return ufw(open);
    case Firewall::Kind::Firewalld: return firewalld(open, u"add"_s);
    case Firewall::Kind::Nftables: return {asRoot(u"nft"_s, {nftRules(open).join(u"; "_s)})};
    case Firewall::Kind::None:
    case Firewall::Kind::Other: break;
    }
    return {};
}

std::vector<Command> closingCommands(const OpenFirewall &open)
{
    switch (open.kind) {
    case Firewall::Kind::Ufw: return {Command(u"ufw"_s, {u"reload"_s})};
    case Firewall::Kind::Firewalld: return firewalld(open, u"remove"_s);
    case Firewall::Kind::Nftables: return {Command(u"sh"_s, {u"-euc"_s, dropRules, u"sh"_s, open.place})};
    case Firewall::Kind::None:
    case Firewall::Kind::Other: break;
    }
    return {};
}

QStringList firewallFiles(const OpenFirewall &open)
{
    switch (open.kind) {
    case Firewall::Kind::Ufw: return {u"/etc/ufw/user.rules"_s, u"/etc/ufw/user6.rules"_s};
    case Firewall::Kind::Firewalld: return {u"/etc/firewalld/zones/"_s + open.place + u".xml"_s};
    case Firewall::Kind::Nftables: return {QString(nftablesConfPath)};
    case Firewall::Kind::None:
    case Firewall::Kind::Other: break;
    }
    return {};
}

QByteArray nftBlock(const OpenFirewall &open)
{
    return nftRules(open).join(u'\n').toUtf8() + '\n';
}

QStringList ruleTexts(const OpenFirewall &open)
{
    if (open.kind == Firewall::Kind::Nftables)
        return nftRules(open);
    QStringList texts;
    for (const Command &command : openingCommands(open))
        texts << QString::fromUtf8(shellText(command));
    return texts;
}

} // namespace bramble

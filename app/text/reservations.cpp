// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/reservations.h"

#include "model/cluster.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readLimit = 512 * 1024;
constexpr qsizetype longestLine = 1024;
constexpr size_t mostReservations = 65'536; // a /16 full of them
constexpr auto caseless = QRegularExpression::CaseInsensitiveOption;
constexpr QLatin1StringView macShape("(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}");

void add(std::vector<Reservation> &out, const QString &mac, const QString &address, const QString &name)
{
    const auto hardware = MacAddress::parse(mac);
    if (hardware && out.size() < mostReservations)
        out.push_back({*hardware, Ipv4::parse(address), isHostname(name.toLower()) ? name.toLower() : QString()});
}

// 45m, 12h, infinite, ignore, set:red, tag:red, id:*, an address of IPv6 in brackets: none of them is a name (dnsmasq(8), --dhcp-host).
bool isName(const QString &part)
{
    static const QRegularExpression other(u"\\A(?:[0-9]+[mhdw]?|infinite|ignore|.*[:*\\[].*)\\z"_s, caseless);
    return !part.isEmpty() && !other.match(part).hasMatch();
}

// mac,set:red,10.0.0.5,pi-01,12h, with several MACs, and each perhaps with the type of its network in front ("06-").
void addDnsmasq(std::vector<Reservation> &out, const QString &parts)
{
    static const QRegularExpression mac(u"\\A(?:[0-9a-f]{2}-)?(%1)\\z"_s.arg(macShape), caseless);
    QStringList macs;
    QString address;
    QString name;
    for (const QString &raw : parts.split(u',')) {
        const QString part = raw.trimmed();
        if (const auto match = mac.match(part); match.hasMatch())
            macs << match.captured(1);
        else if (Ipv4::parse(part))
            address = part;
        else if (name.isEmpty() && isName(part))
            name = part;
    }
    for (const QString &each : std::as_const(macs))
        add(out, each, address, name);
}

// "host pi { hardware ethernet …; fixed-address …; }" of ISC dhcpd; a fixed address may be a name there.
void addIsc(std::vector<Reservation> &out, const QString &text)
{
    static const QRegularExpression block(u"\\bhost\\s+(\\S{1,253})\\s*\\{([^}]{0,1024})\\}"_s);
    static const QRegularExpression mac(u"hardware\\s+ethernet\\s+(%1)\\s*;"_s.arg(macShape), caseless);
    static const QRegularExpression address(u"fixed-address\\s+([0-9.]{7,15})\\s*[;,]"_s);
    for (auto it = block.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (const auto hardware = mac.matchView(match.capturedView(2)); hardware.hasMatch())
            add(out, hardware.captured(1), address.matchView(match.capturedView(2)).captured(1), match.captured(1));
    }
}

// One object of "reservations"; Kea's settings are JSON with comments, which no reader of JSON takes.
void addKea(std::vector<Reservation> &out, const QString &text)
{
    static const QRegularExpression object(u"\\{([^{}]{0,2048})(?=[{}])"_s);
    const auto value = [](QStringView in, QLatin1StringView key) {
        const QRegularExpression pair(u"\"%1\"\\s*:\\s*\"([^\"]{0,253})\""_s.arg(key));
        return pair.matchView(in).captured(1);
    };
    for (auto it = object.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QStringView inside = match.capturedView(1);
        if (inside.contains("\"hw-address\""_L1))
            add(out, value(inside, "hw-address"_L1), value(inside, "ip-address"_L1), value(inside, "hostname"_L1));
    }
}

// dhcp.@host[0].mac='dc:a6:…' 'e4:5f:…' (a list, or one option with blanks), .ip=, .name=
struct UciHost
{
    QStringList macs;
    QString address;
    QString name;
};

void takeUci(QMap<QString, UciHost> &hosts, const QString &section, const QString &key, const QString &value)
{
    static const QRegularExpression mac{QString(macShape), caseless};
    UciHost &host = hosts[section];
    if (key == "ip"_L1)
        host.address = value;
    else if (key == "name"_L1)
        host.name = value;
    else
        for (auto it = mac.globalMatch(value); it.hasNext();)
            host.macs << it.next().captured(0);
}

} // namespace

std::vector<Reservation> parseReservations(QByteArrayView bytes)
{
    static const QRegularExpression dnsmasq(u"\\Adhcp-host\\s*=\\s*(.+)\\z"_s);
    static const QRegularExpression quoted(u"\"((?:%1)\\s*,[^\"]{1,512})\""_s.arg(macShape), caseless); // pihole.toml: hosts = [ "mac,address,name" ]
    static const QRegularExpression ethers(u"\\A(%1)\\s+(\\S{1,253})\\z"_s.arg(macShape), caseless);
    static const QRegularExpression uci(u"\\Adhcp\\.([^.=]{1,64})\\.(mac|ip|name)='(.*)'\\z"_s);
    const QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), readLimit)));
    std::vector<Reservation> out;
    QMap<QString, UciHost> hosts;
    QString others; // without comments, for what takes several lines
    for (const QStringView raw : QStringView(text).split(u'\n')) {
        const QString line = raw.trimmed().left(longestLine).toString();
        if (line.startsWith(u'#') || line.startsWith("//"_L1))
            continue;
        if (const auto match = dnsmasq.match(line); match.hasMatch())
            addDnsmasq(out, match.captured(1).section(u'#', 0, 0));
        else if (const auto set = uci.match(line); set.hasMatch())
            takeUci(hosts, set.captured(1), set.captured(2), set.captured(3));
        else if (const auto pair = ethers.match(line); pair.hasMatch())
            add(out, pair.captured(1), pair.captured(2), Ipv4::parse(pair.captured(2)) ? QString() : pair.captured(2));
        else
            others += line + u'\n';
        for (auto it = quoted.globalMatch(line); it.hasNext();)
            addDnsmasq(out, it.next().captured(1));
    }
    for (const UciHost &host : std::as_const(hosts))
        for (const QString &mac : host.macs)
            add(out, mac, host.address, host.name);
    addIsc(out, others);
    addKea(out, others);
    return out;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/neighbours.h"

#include "model/cluster.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readLimit = 1024 * 1024;
constexpr auto caseless = QRegularExpression::CaseInsensitiveOption;

QString textOf(QByteArrayView bytes)
{
    // Windows answers in the code page of its console; what matters is ASCII.
    return QString::fromLatin1(bytes.first(std::min(bytes.size(), readLimit)));
}

// macOS leaves leading zeros out: 8:0:27:1:2:3.
std::optional<MacAddress> macOf(const QString &text)
{
    QStringList octets = text.split(text.contains(u'-') ? u'-' : u':');
    for (QString &octet : octets)
        octet = octet.rightJustified(2, u'0');
    return MacAddress::parse(octets.join(u':'));
}

void add(std::vector<Neighbour> &out, const QString &address, const QString &mac, const QString &name, const QString &interface)
{
    const auto ip = Ipv4::parse(address);
    const auto hardware = macOf(mac);
    if (ip && hardware)
        out.push_back({*ip, *hardware, isHostname(name.toLower()) ? name.toLower() : QString(), interface});
}

std::vector<Neighbour> readJson(QByteArrayView text)
{
    std::vector<Neighbour> out;
    for (const auto &value : QJsonDocument::fromJson(text.first(std::min(text.size(), readLimit)).toByteArray()).array()) {
        const QJsonObject entry = value.toObject();
        add(out, entry["dst"_L1].toString(), entry["lladdr"_L1].toString(), {}, entry["dev"_L1].toString());
    }
    return out;
}

struct Table
{
    QRegularExpression shape;
    int address, mac, name, interface; ///< which group; 0: none
};

const std::array<Table, 4> &tables()
{
    static const std::array<Table, 4> all{
        Table{QRegularExpression(u"\\A([0-9.]{7,15}) dev (\\S+) lladdr ([0-9a-f:]{17})(?: |\\z)"_s), 1, 3, 0, 2},
        Table{QRegularExpression(u"\\A([0-9.]{7,15})\\s+0x[0-9a-f]+\\s+0x([0-9a-f]*[1-9a-f][0-9a-f]*)\\s+([0-9a-f:]{17})\\s+\\S+\\s+(\\S+)"_s), 1, 3, 0, 4},
        Table{QRegularExpression(u"\\A(\\S+) \\(([0-9.]{7,15})\\) at ([0-9a-f:]{11,17}) (?:\\[\\w+\\] )?(?:[A-Z]+ )?on (\\S+)"_s, caseless), 2, 3, 1, 4},
        Table{QRegularExpression(u"\\A([0-9.]{7,15})\\s+([0-9a-f]{2}(?:-[0-9a-f]{2}){5})\\s+\\S+\\z"_s, caseless), 1, 2, 0, 0},
    };
    return all;
}

// Of several leases of one address, the last holds.
void addLatest(std::vector<Neighbour> &out, const QString &address, const QString &mac, const QString &name)
{
    const auto ip = Ipv4::parse(address);
    std::erase_if(out, [&ip](const Neighbour &n) { return n.address == ip; });
    add(out, address, mac, name, {});
}

// One block of ISC dhcpd: "lease 10.0.0.5 { … hardware ethernet dc:…; client-hostname "pi"; }".
void addBlock(std::vector<Neighbour> &out, const QString &address, const QString &block)
{
    static const QRegularExpression mac(u"hardware ethernet ([0-9a-f:]{17});"_s);
    static const QRegularExpression name(u"client-hostname \"([^\"]*)\";"_s);
    if (const auto found = mac.match(block); found.hasMatch())
        addLatest(out, address, found.captured(1), name.match(block).captured(1));
}

} // namespace

std::vector<Neighbour> parseNeighbours(QByteArrayView bytes)
{
    if (bytes.trimmed().startsWith('['))
        return readJson(bytes);
    std::vector<Neighbour> out;
    const QString text = textOf(bytes);
    for (const QStringView raw : QStringView(text).split(u'\n')) {
        const QString line = raw.trimmed().toString();
        for (const Table &table : tables()) {
            const auto match = line.size() <= 512 ? table.shape.match(line) : QRegularExpressionMatch();
            if (!match.hasMatch())
                continue;
            const QString name = table.name == 0 || match.capturedView(table.name) == "?"_L1 ? QString() : match.captured(table.name).section(u'.', 0, 0);
            add(out, match.captured(table.address), match.captured(table.mac), name, table.interface == 0 ? QString() : match.captured(table.interface));
            break;
        }
    }
    return out;
}

std::vector<Neighbour> parseLeases(QByteArrayView bytes)
{
    static const QRegularExpression line(u"^[0-9]{1,11} ([0-9a-f:]{17}) ([0-9.]{7,15}) (\\S{1,253}) \\S+"_s, QRegularExpression::MultilineOption);
    // address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,…: so since its first release.
    static const QRegularExpression kea(u"^([0-9.]{7,15}),([0-9a-f:]{17}),(?:[^,\n]{0,512},){6}([^,\n]{0,253}),"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression block(u"^lease ([0-9.]{7,15}) \\{([^}]{0,4096})\\}"_s, QRegularExpression::MultilineOption);
    std::vector<Neighbour> out;
    const QString text = textOf(bytes);
    for (auto it = line.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        add(out, match.captured(2), match.captured(1), match.captured(3), {});
    }
    for (auto it = kea.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        addLatest(out, match.captured(1), match.captured(2), match.captured(3).section(u'.', 0, 0));
    }
    for (auto it = block.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        addBlock(out, match.captured(1), match.captured(2));
    }
    return out;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/nft_rules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using Verdict = FirewallRule::Verdict;

constexpr int deepest = 8; ///< chains below chains
constexpr size_t mostRules = 4000;

struct Reading
{
    QHash<QString, QList<QJsonArray>> chains; ///< "family table chain" to the expressions of its rules
    std::vector<FirewallRule> rules;
    bool unclear = false;
};

QJsonArray listOf(const QJsonValue &right)
{
    const QJsonValue set = right.toObject()["set"_L1];
    return set.isArray() ? set.toArray() : right.isArray() ? right.toArray() : QJsonArray{right};
}

bool readPorts(FirewallRule &rule, const QJsonValue &right)
{
    std::vector<std::pair<quint16, quint16>> ports;
    for (const auto &value : listOf(right)) {
        const QJsonArray range = value.toObject()["range"_L1].toArray();
        const int from = range.size() == 2 ? range[0].toInt(-1) : value.toInt(-1);
        const int to = range.size() == 2 ? range[1].toInt(-1) : from;
        if (from < 0 || to > 65535 || from > to)
            return false;
        ports.emplace_back(quint16(from), quint16(to));
    }
    if (!rule.ports.empty() && rule.ports != ports)
        return false;
    rule.ports = ports;
    return true;
}

bool readSource(FirewallRule &rule, const QJsonValue &right)
{
    const QJsonObject prefix = right.toObject()["prefix"_L1].toObject();
    const QString text = prefix.isEmpty() ? right.toString() : prefix["addr"_L1].toString();
    const int length = prefix.isEmpty() ? 32 : prefix["len"_L1].toInt(-1);
    const auto address = Ipv4::parse(text);
    rule.from = address ? Ipv4Network::from(*address, length) : std::nullopt;
    return rule.from.has_value();
}

bool setOnce(QString &field, const QJsonValue &right)
{
    const QString text = right.toString();
    if (text.isEmpty() || (!field.isEmpty() && field != text))
        return false;
    field = text;
    return true;
}

// False: a condition that is not understood.
bool readMatch(FirewallRule &rule, const QJsonObject &match)
{
    const QString op = match["op"_L1].toString();
    if (op != "=="_L1 && op != "in"_L1)
        return false;
    const QJsonObject left = match["left"_L1].toObject();
    const QJsonValue right = match["right"_L1];
    const QString meta = left["meta"_L1].toObject()["key"_L1].toString();
    const QJsonObject payload = left["payload"_L1].toObject();
    const QString field = payload["field"_L1].toString();
    if (meta == "iifname"_L1 || meta == "iif"_L1)
        return setOnce(rule.interface, right);
    if (meta == "l4proto"_L1 || field == "protocol"_L1) {
        const QJsonArray both = listOf(right);
        return both.size() > 1 ? both.contains("udp"_L1) && both.contains("tcp"_L1) : setOnce(rule.protocol, both.at(0));
    }
    if (meta == "nfproto"_L1)
        return right.toString() == "ipv4"_L1;
    if (field == "dport"_L1) {
        const QString protocol = payload["protocol"_L1].toString();
        return (protocol == "th"_L1 || setOnce(rule.protocol, protocol)) && readPorts(rule, right);
    }
    if (field == "saddr"_L1 && payload["protocol"_L1].toString() == "ip"_L1)
        return readSource(rule, right);
    if (left["ct"_L1].toObject()["key"_L1].toString() == "state"_L1)
        return listOf(right).contains("new"_L1);
    return false;
}

void readChain(Reading &reading, const QString &chain, const FirewallRule &sofar, int depth);

// What a rule does with what fits it; false: the chain ends here.
bool readRule(Reading &reading, const QString &chain, const QJsonArray &expressions, FirewallRule rule, int depth)
{
    for (const auto &value : expressions) {
        const QJsonObject object = value.toObject();
        if (object.contains("match"_L1)) {
            rule.conditional = !readMatch(rule, object["match"_L1].toObject()) || rule.conditional;
        } else if (object.contains("limit"_L1) || object.contains("vmap"_L1)) {
            rule.conditional = true;
        } else if (object.contains("xt"_L1)) {
            reading.unclear = true;
        } else if (object.contains("accept"_L1) || object.contains("drop"_L1) || object.contains("reject"_L1)) {
            rule.verdict = object.contains("accept"_L1) ? Verdict::Accept : Verdict::Drop;
            reading.rules.push_back(rule);
        } else if (const QString verb = object.contains("jump"_L1) ? u"jump"_s : u"goto"_s; object.contains(verb)) {
            readChain(reading, chain.section(u' ', 0, 1) + u' ' + object[verb].toObject()["target"_L1].toString(), rule, depth + 1);
        } else if (object.contains("return"_L1)) {
            return rule.conditional || !rule.interface.isEmpty() || !rule.protocol.isEmpty() || !rule.ports.empty() || rule.from;
        }
    }
    return true;
}

void readChain(Reading &reading, const QString &chain, const FirewallRule &sofar, int depth)
{
    if (depth > deepest || reading.rules.size() > mostRules) {
        reading.unclear = true;
        return;
    }
    for (const QJsonArray &expressions : reading.chains.value(chain))
        if (!readRule(reading, chain, expressions, sofar, depth))
            return;
}

} // namespace

Firewall readNftables(const QByteArray &json)
{
    Reading reading;
    QList<std::pair<QString, bool>> inputs; // name, whether its policy drops
    for (const auto &value : QJsonDocument::fromJson(json).object()["nftables"_L1].toArray()) {
        const QJsonObject chain = value.toObject()["chain"_L1].toObject();
        const QJsonObject rule = value.toObject()["rule"_L1].toObject();
        const QJsonObject &one = chain.isEmpty() ? rule : chain;
        const QString where = one["family"_L1].toString() + u' ' + one["table"_L1].toString() + u' ';
        if (!rule.isEmpty())
            reading.chains[where + rule["chain"_L1].toString()] << rule["expr"_L1].toArray();
        const QString family = chain["family"_L1].toString();
        if (chain["hook"_L1].toString() == "input"_L1 && chain["type"_L1].toString() == "filter"_L1 && (family == "inet"_L1 || family == "ip"_L1))
            inputs << std::pair(where + chain["name"_L1].toString(), chain["policy"_L1].toString() == "drop"_L1);
    }
    Firewall firewall;
    int restrictive = 0;
    for (const auto &[name, drops] : std::as_const(inputs)) {
        reading.rules.clear();
        readChain(reading, name, {}, 0);
        if (!drops && std::ranges::none_of(reading.rules, [](const FirewallRule &r) { return r.verdict == Verdict::Drop; }))
            continue;
        ++restrictive;
        firewall.kind = Firewall::Kind::Nftables;
        firewall.policy = drops ? Verdict::Drop : Verdict::Accept;
        firewall.rules = reading.rules;
        firewall.place = name;
    }
    // It goes into commands for nft, whose names are of these characters.
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_./ -]*\\z"_s);
    if (restrictive > 1 || (restrictive == 1 && reading.unclear) || !plain.match(firewall.place).hasMatch()) {
        firewall = {};
        firewall.kind = Firewall::Kind::Other;
    }
    return firewall;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which Pis there are: found, pasted, named.
#include "steps/journey.h"

#include "text/pasted_nodes.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

void Journey::startFinding()
{
    m_finding->look();
    const QString interface = m_cluster.server.interface;
    m_finding->listen(m_remote, interface.isEmpty() && m_plan && *m_plan ? (*m_plan)->interface : interface);
    m_finding->listen(m_routerRemote, {});
}

std::vector<SeenMachine> Journey::newcomers() const
{
    std::vector<SeenMachine> found = m_finding->machines();
    std::erase_if(found, [this](const SeenMachine &machine) {
        return std::ranges::any_of(m_cluster.nodes, [&machine](const Node &node) {
            return (machine.serial && node.serial == machine.serial) || (machine.mac && node.mac == machine.mac);
        });
    });
    return found;
}

// With the first free name of the usual kind, if it has none.
static void addTo(Cluster &cluster, Node node)
{
    for (int number = int(cluster.nodes.size()) + 1; node.name.isEmpty(); ++number) {
        const QString name = nameFromPattern(u"pi-{nn}"_s, number);
        if (!std::ranges::contains(cluster.nodes, name, &Node::name))
            node.name = name;
    }
    cluster.nodes.push_back(std::move(node));
}

void Journey::addFound(const std::vector<SeenMachine> &machines)
{
    Cluster cluster = m_cluster;
    for (const SeenMachine &machine : machines) {
        Node node;
        node.serial = machine.serial;
        node.mac = machine.mac;
        node.model = machine.model;
        addTo(cluster, node);
    }
    setCluster(std::move(cluster));
}

// The folder that it will ask for is the one that is made for it.
static void followPrefix(Node &node, const EepromConfig &settings)
{
    const TftpPrefix prefix = settings.tftpPrefix();
    const QString text = settings.values().value(EepromKey::TftpPrefixStr);
    if ((prefix == TftpPrefix::Text && !isBootFolder(text)) || (prefix == TftpPrefix::Mac && !node.mac))
        return; // no folder can be made for that; it is noted where the Pi was read
    node.prefix = prefix;
    node.prefixText = prefix == TftpPrefix::Text ? text : QString();
}

// What a Pi says of itself goes where nothing was said yet; what was said stands.
void Journey::fillIn(const PiFacts &facts, const std::optional<EepromConfig> &settings)
{
    Cluster cluster = m_cluster;
    for (Node &node : cluster.nodes) {
        const bool isIt = node.serial ? node.serial == facts.serial : node.mac && node.mac == facts.mac;
        if (!isIt)
            continue;
        node.serial = node.serial ? node.serial : facts.serial;
        node.mac = node.mac ? node.mac : facts.mac;
        if (node.model == PiModel::Unknown && facts.revision && canNetboot(facts.revision->model()))
            node.model = facts.revision->model();
        if (settings)
            followPrefix(node, *settings);
    }
    setCluster(std::move(cluster));
}

std::vector<Error> Journey::addPasted(const QString &text)
{
    const Pasted pasted = readPastedNodes(text);
    Cluster cluster = m_cluster;
    for (const PastedNode &found : pasted.nodes) {
        Node node;
        node.serial = found.serial;
        node.mac = found.mac;
        node.model = found.model.value_or(PiModel::Unknown);
        node.name = found.name;
        addTo(cluster, node);
    }
    setCluster(std::move(cluster));
    std::vector<Error> unread;
    for (const PastedProblem &problem : pasted.problems)
        unread.push_back(problem.error);
    for (const PastedProblem &hint : pasted.hints)
        if (isToldApart(hint))
            unread.push_back(hint.error);
    return unread;
}

} // namespace bramble

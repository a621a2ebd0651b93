// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pis_model.h"

#include "parts/icons.h"
#include "words/words.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// Those of problems() that are about nodes; of them the list only grows when a node is added.
std::vector<Error> nodeProblems(const Cluster &cluster)
{
    using enum ErrorKind;
    constexpr std::array kinds{InvalidHostname, DuplicateHostname, NodeWithoutIdentity,
                               DuplicateSerial, DuplicateMac,      ModelCannotNetboot};
    std::vector<Error> all = problems(cluster);
    std::erase_if(all, [&kinds](const Error &error) { return !std::ranges::contains(kinds, error.kind); });
    return all;
}

} // namespace

PisModel::Row PisModel::rowOf(const Node &node)
{
    return {node.name, node.model == PiModel::Unknown ? QString() : shortName(node.model),
            node.serial ? node.serial->toString() : QString(), node.mac ? node.mac->toString() : QString(), node};
}

Node PisModel::nodeOf(const Row &row)
{
    Node node = row.whole;
    node.name = row.name;
    node.serial = bramble::Serial::parse(row.serial);
    node.mac = MacAddress::parse(row.mac);
    node.model = parsePiModel(row.model).value_or(PiModel::Unknown);
    return node;
}

QString *PisModel::cell(Row &row, int column)
{
    switch (column) {
    case Name: return &row.name;
    case Model: return &row.model;
    case Serial: return &row.serial;
    case Mac: return &row.mac;
    default: return nullptr;
    }
}

void PisModel::show(const std::vector<Node> &wanted)
{
    if (wanted == nodes())
        return;
    beginResetModel();
    m_rows.clear();
    for (const Node &node : wanted)
        m_rows.push_back(rowOf(node));
    checkAll();
    endResetModel();
}

std::vector<Node> PisModel::nodes() const
{
    std::vector<Node> all;
    all.reserve(m_rows.size());
    std::ranges::transform(m_rows, std::back_inserter(all), &PisModel::nodeOf);
    return all;
}

// The rules for whole nodes stand in problems(); here they are only told apart by row.
void PisModel::checkAll()
{
    m_errors.assign(m_rows.size(), {});
    Cluster before;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        std::vector<Error> &errors = m_errors[i];
        const Node node = nodeOf(row);
        if (!row.serial.isEmpty() && !node.serial)
            errors.push_back({ErrorKind::InvalidSerial, row.serial, {}});
        if (!row.mac.isEmpty() && !node.mac)
            errors.push_back({ErrorKind::InvalidMac, row.mac, {}});
        if (!row.model.isEmpty() && !parsePiModel(row.model))
            errors.push_back({ErrorKind::InvalidModel, row.model, {}});
        const auto earlier = nodeProblems(before).size();
        before.nodes.push_back(node);
        const auto now = nodeProblems(before);
        for (size_t e = earlier; e < now.size(); ++e)
            if (now[e].kind != ErrorKind::NodeWithoutIdentity || errors.empty())
                errors.push_back(now[e]);
    }
}

std::vector<Error> PisModel::errorsOf(int row) const
{
    return m_errors[size_t(row)];
}

bool PisModel::hasErrors() const
{
    return std::ranges::any_of(m_errors, [](const auto &errors) { return !errors.empty(); });
}

void PisModel::addRow()
{
    QSet<QString> names;
    for (const Row &row : m_rows)
        names << row.name;
    int number = int(m_rows.size()) + 1;
    while (names.contains(nameFromPattern(u"pi-{nn}"_s, number)))
        ++number;
    const int at = int(m_rows.size());
    beginInsertRows({}, at, at);
    m_rows.push_back({nameFromPattern(u"pi-{nn}"_s, number), {}, {}, {}, {}});
    checkAll();
    endInsertRows();
    Q_EMIT edited();
}

void PisModel::removeRowsAt(QList<int> rows)
{
    std::ranges::sort(rows, std::greater());
    for (const int row : rows) {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        checkAll();
        endRemoveRows();
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Says));
    Q_EMIT edited();
}

int PisModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PisModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Says + 1;
}

QVariant PisModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return {};
    const auto &errors = m_errors[size_t(index.row())];
    if (index.column() == Says) {
        if (role == Qt::DecorationRole)
            return statusIcon(errors.empty() ? Status::Good : Status::Bad);
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
            return {};
        if (errors.empty())
            return tr("Complete");
        const ErrorWords w = words(errors.front());
        return role == Qt::DisplayRole ? w.what : QString(w.what + u' ' + (w.why.isEmpty() ? w.todo : w.why));
    }
    Row row = m_rows[size_t(index.row())];
    const QString text = *cell(row, index.column());
    if (role == Qt::DisplayRole && index.column() == Model && text.isEmpty())
        return tr("any");
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return text;
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text);
    return {};
}

bool PisModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || size_t(index.row()) >= m_rows.size())
        return false;
    QString *const text = cell(m_rows[size_t(index.row())], index.column());
    if (!text)
        return false;
    *text = value.toString().trimmed().left(80);
    // What could be read is shown the one way this program writes it.
    Row &row = m_rows[size_t(index.row())];
    const Node node = nodeOf(row);
    if (node.serial)
        row.serial = node.serial->toString();
    if (node.mac)
        row.mac = node.mac->toString();
    if (node.model != PiModel::Unknown)
        row.model = shortName(node.model);
    checkAll();
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, Says));
    Q_EMIT edited();
    return true;
}

QVariant PisModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case Name: return tr("Name");
    case Model: return tr("Model");
    case Serial: return tr("Serial");
    case Mac: return tr("MAC address");
    default: return tr("State");
    }
}

Qt::ItemFlags PisModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Says ? base : base | Qt::ItemIsEditable;
}

} // namespace bramble

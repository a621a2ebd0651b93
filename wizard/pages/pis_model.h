// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"

#include <QAbstractTableModel>

namespace bramble {

/// The table of Pis as it is being typed: text that is no serial yet is kept as text, and said to be none.
class PisModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Model, Serial, Mac, Says };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these nodes, keeping half-typed text of rows that stand for the same nodes.
    void show(const std::vector<Node> &nodes);
    std::vector<Node> nodes() const;
    /// What is wrong with a row in itself or beside the others.
    std::vector<Error> errorsOf(int row) const;
    bool hasErrors() const;
    void addRow();
    void removeRowsAt(QList<int> rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited(); ///< by a person

private:
    struct Row
    {
        QString name;
        QString model;
        QString serial;
        QString mac;
        Node whole{}; ///< with what has no column
    };

    static Row rowOf(const Node &node);
    static Node nodeOf(const Row &row);
    static QString *cell(Row &row, int column);
    void checkAll();

    std::vector<Row> m_rows;
    std::vector<std::vector<Error>> m_errors;
};

} // namespace bramble

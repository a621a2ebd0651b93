// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/theme.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace bramble {

class StatusMark;
class Text;

/// One thing that was found: a tick or a warning, what it is, and how it is.
struct Fact
{
    Status status = Status::Good;
    QString name;
    QString value;

    bool operator==(const Fact &) const = default;
};

/// Facts below each other, in three columns.
class FactList : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    void show(const QList<Fact> &facts);
    const QList<Fact> &facts() const { return m_facts; }

private:
    struct Row
    {
        StatusMark *mark;
        Text *name;
        Text *value;
    };

    QList<Fact> m_facts;
    QList<Row> m_rows;
    QGridLayout *m_grid;
};

} // namespace bramble

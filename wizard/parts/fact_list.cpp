// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/fact_list.h"

#include "parts/status_mark.h"
#include "parts/text.h"

#include <QGridLayout>

namespace bramble {

FactList::FactList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(unit(this) * 3 / 2);
    m_grid->setVerticalSpacing(unit(this));
    m_grid->setColumnStretch(2, 1);
}

void FactList::show(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (m_rows.size() < facts.size()) {
        const int line = int(m_rows.size());
        Row row{new StatusMark, new Text(Text::Rank::Quiet), new Text(Text::Rank::Body)};
        row.name->setWordWrap(false);
        m_grid->addWidget(row.mark, line, 0, Qt::AlignTop);
        m_grid->addWidget(row.name, line, 1, Qt::AlignTop);
        m_grid->addWidget(row.value, line, 2, Qt::AlignTop);
        m_rows << row;
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool there = i < facts.size();
        const Fact fact = there ? facts[i] : Fact{};
        m_rows[i].mark->setVisible(there);
        m_rows[i].mark->setStatus(fact.status);
        m_rows[i].name->say(fact.name);
        m_rows[i].value->say(fact.value);
        m_rows[i].value->setAccessibleName(tr("%1: %2, %3").arg(fact.name, fact.value, statusWord(fact.status)));
    }
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/card.h"
#include "steps/journey.h"

class QGridLayout;

namespace bramble {

class MakeCard;
class PrepareOverSsh;
class StatusMark;
class Text;

/// Which Pis of the cluster do not start from the network yet, and the two ways to change that: over SSH, or with a card.
class PreparingCard : public Card
{
    Q_OBJECT

public:
    explicit PreparingCard(Journey *journey, QWidget *parent = nullptr);

    void refresh();

private:
    void showRows(const std::vector<PreparingRow> &rows);
    void addRow(const PreparingRow &row);

    Journey *m_journey;
    StatusMark *m_mark;
    Text *m_what;
    Text *m_more;
    QGridLayout *m_grid;
    QList<QWidget *> m_cells;
    std::vector<PreparingRow> m_shown;
    PrepareOverSsh *m_ssh;
    MakeCard *m_card;
};

} // namespace bramble

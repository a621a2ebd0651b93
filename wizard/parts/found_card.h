// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/card.h"
#include "steps/journey.h"

#include <QList>

class QGridLayout;
class QPushButton;

namespace bramble {

class StatusMark;
class Text;

/// The Pis that were found and are not in the cluster yet, each with a button that takes it in.
class FoundCard : public Card
{
    Q_OBJECT

public:
    explicit FoundCard(Journey *journey, QWidget *parent = nullptr);

    void refresh();

private:
    void showRows(const std::vector<SeenMachine> &found);
    void addAll();

    Journey *m_journey;
    StatusMark *m_mark;
    Text *m_what;
    QPushButton *m_again;
    QPushButton *m_all;
    QPushButton *m_large;
    Text *m_leftOut;
    QGridLayout *m_grid;
    QList<QWidget *> m_cells;
    std::vector<SeenMachine> m_shown;
};

} // namespace bramble

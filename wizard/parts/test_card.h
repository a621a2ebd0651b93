// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/card.h"
#include "steps/journey.h"

class QPushButton;

namespace bramble {

class ErrorCard;
class FactList;
class Fold;
class StatusMark;
class Text;

/// The finished set-up, asked as a Pi would ask it: what is not as it should be in full, what is well behind a fold.
class TestCard : public Card
{
    Q_OBJECT

public:
    explicit TestCard(Journey *journey, QWidget *parent = nullptr);

    void refresh();

private:
    Journey *m_journey;
    StatusMark *m_mark;
    Text *m_what;
    QPushButton *m_again;
    FactList *m_bad;
    FactList *m_good;
    Fold *m_fold;
    ErrorCard *m_error;
};

} // namespace bramble

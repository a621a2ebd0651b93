// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/card.h"
#include "steps/journey.h"

class QPushButton;

namespace bramble {

class ErrorCard;
class Text;

/// Taking everything back: a button, then the list of what that means, then the doing of it.
class UndoCard : public Card
{
    Q_OBJECT

public:
    explicit UndoCard(Journey *journey, QWidget *parent = nullptr);

    void refresh();

private:
    Journey *m_journey;
    Text *m_what;
    Text *m_list;
    QPushButton *m_look;
    QPushButton *m_all;
    QPushButton *m_rest;
    QPushButton *m_leave;
    ErrorCard *m_error;
};

} // namespace bramble

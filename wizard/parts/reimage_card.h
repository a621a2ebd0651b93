// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/card.h"
#include "steps/journey.h"

class QComboBox;
class QPushButton;

namespace bramble {

class ErrorCard;
class Text;

/// A fresh disk for one Pi: which one, what that means, and the doing of it.
class ReimageCard : public Card
{
    Q_OBJECT

public:
    explicit ReimageCard(Journey *journey, QWidget *parent = nullptr);

    void refresh();

private:
    Journey *m_journey;
    Text *m_what;
    QComboBox *m_node;
    QPushButton *m_begin;
    QPushButton *m_yes;
    QPushButton *m_no;
    ErrorCard *m_error;
    bool m_asking = false;
};

} // namespace bramble

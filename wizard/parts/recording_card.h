// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/card.h"
#include "steps/journey.h"

class QComboBox;
class QPushButton;

namespace bramble {

class Text;

/// Says that what is shown is a recording, how fast it goes, and the way out of it. Hidden where somebody watches a server.
class RecordingCard : public Card
{
    Q_OBJECT

public:
    explicit RecordingCard(Journey *journey, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void leaveWanted();

private:
    QString sentence() const;

    Journey *m_journey;
    Text *m_says;
    QComboBox *m_speed;
    QPushButton *m_again;
};

} // namespace bramble

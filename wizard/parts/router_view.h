// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/journey.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace bramble {

class ErrorCard;
class FactList;
class Text;

/// What to enter in a router that this program does not speak to, for those who want it to say where to boot from; and whether it arrives.
class RouterView : public QWidget
{
    Q_OBJECT

public:
    explicit RouterView(Journey *journey, QWidget *parent = nullptr);

    void refresh();

private:
    void showCard();

    Journey *m_journey;
    std::optional<BootServer> m_boot; ///< what the card was made for
    Cluster m_cluster;
    QComboBox *m_kind;
    Text *m_where;
    QPlainTextEdit *m_values;
    QPushButton *m_copy;
    Text *m_notes;
    QPushButton *m_ask;
    FactList *m_said;
    ErrorCard *m_error;
};

} // namespace bramble

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
class OpenWrtView;
class Text;

/// For those who want the router to say where to boot from: OpenWrt is told by us; what to enter in the others, and whether it arrives.
class RouterView : public QWidget
{
    Q_OBJECT

public:
    explicit RouterView(Journey *journey, QWidget *parent = nullptr);

    void refresh();
    bool isAsked() const; ///< whether the cluster file's router waits to be logged in to

private:
    void showCard();

    Journey *m_journey;
    std::optional<BootServer> m_boot; ///< what the card was made for
    Cluster m_cluster;
    QComboBox *m_kind;
    OpenWrtView *m_openWrt;
    Text *m_where;
    QPlainTextEdit *m_values;
    QPushButton *m_copy;
    Text *m_notes;
    QPushButton *m_ask;
    FactList *m_said;
    ErrorCard *m_error;
};

} // namespace bramble

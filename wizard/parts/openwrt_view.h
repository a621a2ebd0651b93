// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/journey.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace bramble {

class LoginQuestions;
class Text;

/// An OpenWrt router that goes on giving the addresses and is to tell the Pis where to boot from: log in to it, or leave it alone again.
class OpenWrtView : public QWidget
{
    Q_OBJECT

public:
    explicit OpenWrtView(Journey *journey, QWidget *parent = nullptr);

    void refresh();

private:
    void logIn();
    void leaveAlone();

    Journey *m_journey;
    QString m_tried; ///< what the field held at the last try
    QLineEdit *m_host;
    QPushButton *m_logIn;
    QPushButton *m_leave;
    LoginQuestions *m_questions;
    Text *m_state;
};

} // namespace bramble

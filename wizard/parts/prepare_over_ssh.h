// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/card.h"
#include "steps/journey.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace bramble {

class EepromEditor;
class Fold;
class LoginQuestions;
class Text;

/// One running Pi: log in, see how it starts, change that, take it back.
class PrepareOverSsh : public Card
{
    Q_OBJECT

public:
    explicit PrepareOverSsh(Journey *journey, QWidget *parent = nullptr);

    void begin(const QString &name, Ipv4 address);
    void refresh();

private:
    void buildLogin();
    void buildDoing();
    void logIn();
    PrepareWish wish() const;
    void showPlan();
    void sayHow(const PreparePlan &plan);

    Journey *m_journey;
    QString m_name;
    std::optional<Ipv4> m_address;
    std::optional<PiState> m_edited; ///< whose settings the editor was filled with
    Text *m_title;
    QWidget *m_login;
    QLineEdit *m_user;
    QPushButton *m_look;
    LoginQuestions *m_questions;
    Text *m_says;
    Text *m_changes;
    EepromEditor *m_editor;
    Fold *m_expert;
    QCheckBox *m_forEver;
    QPushButton *m_set;
    QPushButton *m_back;
    QPushButton *m_restart;
    QPushButton *m_close;
};

} // namespace bramble

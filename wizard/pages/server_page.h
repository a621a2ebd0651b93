// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace bramble {

class Card;
class FactList;
class Fold;
class LoginQuestions;
class PrimaryButton;
class RouterView;
class Text;

/// Which computer serves the boot files: log in, answer what it asks, see what was found.
class ServerPage : public Page
{
    Q_OBJECT

public:
    explicit ServerPage(Journey *journey, QWidget *parent = nullptr);

    QString help() const override;
    void enter() override;
    void refresh() override;
    bool canGoOn() const override;

private:
    void buildHost();
    void buildQuestion();
    void buildFacts();
    void buildNetwork(QFormLayout *form);
    void useHere(bool here);
    void connectToServer();
    void lookWith(const ServerChoice &wish);
    void showFacts();

    QString m_triedText; ///< what the host field held at the last try
    QLineEdit *m_host;
    QCheckBox *m_here;
    PrimaryButton *m_connect;
    QPushButton *m_stop;
    LoginQuestions *m_questions;
    Card *m_factsCard;
    Text *m_name;
    FactList *m_facts;
    QComboBox *m_interface;
    QComboBox *m_addresses;
    QLineEdit *m_range;
    QLineEdit *m_folder;
    RouterView *m_router;
    Fold *m_routerFold;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace bramble {

class Journey;
class Text;

/// What most people leave as it is about the Pis: language, keyboard, a password, SSH, and what happens at the first start.
class MoreSettings : public QWidget
{
    Q_OBJECT

public:
    explicit MoreSettings(Journey *journey, QWidget *parent = nullptr);

    void enter(); ///< takes over what the journey says, also into fields that are being written in
    void refresh();

private:
    QWidget *buildLanguage();
    QWidget *buildPassword();
    QWidget *buildFirstBoot();
    void change(const std::function<void(Cluster &)> &what);
    void takePassword();
    void takeLists();
    void takeUserDataFile(const QString &file);

    Journey *m_journey;
    QComboBox *m_locale;
    QComboBox *m_keyboard;
    QLineEdit *m_variant;
    QCheckBox *m_ssh;
    QCheckBox *m_hasPassword;
    QLineEdit *m_password;
    QLineEdit *m_again;
    Text *m_passwordSays;
    QLineEdit *m_packages;
    QPlainTextEdit *m_commands;
    QLineEdit *m_userData;
    Text *m_firstBootSays;
};

} // namespace bramble

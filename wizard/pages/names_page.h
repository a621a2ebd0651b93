// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace bramble {

class MoreSettings;
class Text;

/// What the Pis are called and who may log in to them.
class NamesPage : public Page
{
    Q_OBJECT

public:
    explicit NamesPage(Journey *journey, QWidget *parent = nullptr);

    QString help() const override;
    void enter() override;
    void refresh() override;

private:
    QWidget *buildNames();
    QWidget *buildAccess();
    QWidget *buildKeys();
    void rename(const QString &pattern);
    void addKey();
    void showKeys();
    void takeKeys();
    void showComplaints();

    QLineEdit *m_cluster;
    QLineEdit *m_pattern;
    Text *m_preview;
    QLineEdit *m_user;
    QListWidget *m_keys;
    QLineEdit *m_newKey;
    QPushButton *m_addKey;
    Text *m_keySays;
    QComboBox *m_zone;
    QCheckBox *m_sudo;
    MoreSettings *m_more;
    Text *m_nameSays;
    Text *m_userSays;
    QStringList m_known; ///< keys that were offered or added here, in the order of the list
};

} // namespace bramble

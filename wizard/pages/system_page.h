// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QLineEdit;
class QPushButton;

namespace bramble {

class CacheView;
class Card;
class CatalogueList;
class ErrorCard;
class FactList;
class Fold;
class SlimBar;
class Text;

/// What the Pis should run: a system of the list, an image file, chosen or dropped, or an address.
class SystemPage : public Page
{
    Q_OBJECT

public:
    explicit SystemPage(Journey *journey, QWidget *parent = nullptr);

    QString help() const override;
    void enter() override;
    void refresh() override;
    bool canGoOn() const override;
    /// Opens an image, as the dialog and a drop do.
    void openFile(const QString &file);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeOwn();
    void chooseFile();
    void takeAddress();
    void refreshBusy();
    void refreshList();

    Card *m_busyCard;
    Text *m_busyText;
    SlimBar *m_bar;
    QPushButton *m_stop;
    Card *m_factsCard;
    Text *m_name;
    FactList *m_facts;
    ErrorCard *m_error;
    QPushButton *m_again;
    CatalogueList *m_list;
    Text *m_listSays;
    QPushButton *m_listAgain;
    QLineEdit *m_address;
    Text *m_addressSays;
    CacheView *m_cache;
    Fold *m_cacheFold;
    Fold *m_sourcesFold;
};

} // namespace bramble

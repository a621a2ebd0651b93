// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace bramble {

class Card;
class FoundCard;
class PisModel;
class PreparingCard;
class Text;

/// Which Pis belong to the cluster: typed into a table, or pasted in any usual form.
class PisPage : public Page
{
    Q_OBJECT

public:
    explicit PisPage(Journey *journey, QWidget *parent = nullptr);

    QString help() const override;
    bool canGoOn() const override;
    void enter() override;
    void refresh() override;

private:
    void buildTable();
    void buildPaste();
    void addRow();
    void removeSelected();
    void addPasted();
    void handOver();
    QList<int> selectedRows() const;

    PisModel *m_model;
    QTableView *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_paste;
    FoundCard *m_found;
    PreparingCard *m_preparing;
    Card *m_pasteCard;
    QPlainTextEdit *m_pasteText;
    QPushButton *m_pasteOk;
    Text *m_pasteSays;
    Text *m_summary;
};

} // namespace bramble

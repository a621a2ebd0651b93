// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QGridLayout;
class QPushButton;

namespace bramble {

class Card;
class ErrorCard;
class SlimBar;
class StatusMark;
class Text;
class TestCard;
class UndoCard;

/// The server becomes the plan: one bar for the whole, one row for each action.
class ApplyPage : public Page
{
    Q_OBJECT

public:
    explicit ApplyPage(Journey *journey, QWidget *parent = nullptr);

    QString help() const override;
    QString nextText() const override;
    void refresh() override;

private:
    struct Row
    {
        StatusMark *mark;
        Text *what;
        Text *progress;
    };

    void sayHeading();
    QString whatStays() const;
    void showRows();
    void showRow(Row &row, const ApplyRow &state);
    QString timeLeft() const;

    Card *m_barCard;
    SlimBar *m_bar;
    Text *m_count;
    Text *m_left;
    QPushButton *m_stop;
    ErrorCard *m_error;
    QPushButton *m_again;
    QPushButton *m_overwrite;
    TestCard *m_test;
    UndoCard *m_undo;
    Card *m_rowsCard;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    std::vector<Action> m_actions; ///< whose rows these are
};

} // namespace bramble

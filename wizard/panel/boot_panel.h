// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/watch.h"

#include <QWidget>

class QGridLayout;
class QPlainTextEdit;
class QPushButton;

namespace bramble {

class Card;
class Fold;
class StageBar;
class StatusMark;
class Text;

/// Every Pi's start as it happens: one row per node, and under a row that is stuck why, and what to do.
class BootPanel : public QWidget
{
    Q_OBJECT

public:
    explicit BootPanel(QWidget *parent = nullptr);

    /// news.heard: all log lines of this watching so far, or their end.
    void show(const WatchNews &news);
    int running() const { return m_running; }
    /// While one fix is under way, no other can be begun.
    void setMending(bool mending);

Q_SIGNALS:
    void mendWanted(const QString &node, bramble::Fix fix); ///< the button under a row was pressed

private:
    struct Row
    {
        StatusMark *mark;
        Text *name;
        StageBar *bar;
        Text *stage;
        Text *inStage;
        Text *data;
        Text *sign;
        QWidget *trouble;
        Text *why;
        Text *proof;
        Text *todo;
        QPushButton *mend;
        Fix fix = Fix::LookAtScreen;
    };

    void buildHeader();
    Row makeRow(int line);
    void showRow(Row &row, const Timeline &timeline, const WatchNews &news);
    void showStrangers(const std::vector<MacAddress> &strangers);
    void showLog();
    void showTrouble(Row &row, const Diagnosis &diagnosis, const Timeline &timeline);
    void announce(const QString &sentence);

    Card *m_card;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    Text *m_strangers;
    Fold *m_details;
    QPlainTextEdit *m_log;
    QStringList m_heard;
    QStringList m_logged;
    int m_running = 0;
    bool m_isMending = false;
    qint64 m_announcedMs = 0; ///< Unix ms
};

} // namespace bramble

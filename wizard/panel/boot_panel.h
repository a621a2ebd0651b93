// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/typical_times.h"
#include "steps/watch.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace bramble {

class Card;
class Fold;
class NodeDetails;
class NodeRow;
class Text;

/// Every Pi's start as it happens: one row per node, and under a row that is stuck why, and what to do; under a row that was pressed, all of it.
class BootPanel : public QWidget
{
    Q_OBJECT

public:
    using HistoryOf = std::function<QList<Event>(size_t node)>;

    explicit BootPanel(QWidget *parent = nullptr);

    /// news.heard: all log lines of this watching so far, or their end.
    void show(const WatchNews &news, const TypicalTimes &times = {});
    /// Where the details come from; asked only while they are open.
    void setHistory(HistoryOf historyOf) { m_historyOf = std::move(historyOf); }
    int running() const { return m_running; }
    /// While one fix is under way, no other can be begun.
    void setMending(bool mending);
    /// What was is told again: nothing can be mended, and where the button would be it is said that there is one.
    void setRecorded(bool recorded) { m_isRecorded = recorded; }

Q_SIGNALS:
    void mendWanted(const QString &node, bramble::Fix fix); ///< the button under a row was pressed

private:
    /// Made when it is first needed: most nodes never hang.
    struct Trouble
    {
        QWidget *box = nullptr;
        Text *why = nullptr;
        Text *proof = nullptr;
        Text *todo = nullptr;
        QPushButton *mend = nullptr;
        Fix fix = Fix::LookAtScreen;
    };
    struct Line
    {
        NodeRow *row = nullptr;
        Trouble trouble;
        bool isStuck = false;
        bool isThere = false;
        // What the row was made from last; as long as it is the same, it stays.
        qint64 signMs = -1;
        qint64 second = -1;
        size_t signs = 0;
        Stage stage = Stage::Off;
        // Bytes in each second, newest last.
        QList<qint64> rates;
        qint64 bytes = 0;
        qint64 diskBytes = 0;
        qint64 ratedSecond = 0;
    };

    Line makeLine();
    Trouble makeTrouble(qsizetype index);
    void showLine(qsizetype index, const Timeline &timeline, const WatchNews &news, const TypicalTimes &times);
    void takeRate(Line &line, const Timeline &timeline, qint64 second);
    void showTrouble(qsizetype index, const Diagnosis &diagnosis, const Timeline &timeline);
    void showDetails(const WatchNews &news, const TypicalTimes &times);
    void openDetails(qsizetype index, bool open);
    void moveFocus(qsizetype index, int step);
    void showConnection(const WatchNews &news);
    void showStrangers(const std::vector<MacAddress> &strangers);
    void showLog();
    void beginAnew();
    void announce(const QString &sentence);

    Text *m_lost;
    Card *m_card;
    QVBoxLayout *m_lines;
    QList<Line> m_rows;
    Text *m_strangers;
    NodeDetails *m_node;
    qsizetype m_open = -1; ///< whose details are shown
    Fold *m_details;
    QPlainTextEdit *m_log;
    QStringList m_heard;
    QStringList m_logged;
    HistoryOf m_historyOf;
    WatchNews m_news; ///< the last, without what is shown elsewhere
    TypicalTimes m_times;
    int m_running = 0;
    bool m_isMending = false;
    bool m_isRecorded = false;
    bool m_wasConnected = true;
    qint64 m_announcedMs = 0; ///< Unix ms
};

} // namespace bramble

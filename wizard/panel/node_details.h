// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/typical_times.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace bramble {

class Text;

/// One node's boot in full: when it came to each stage and how long that took, and each line or packet in plain words, with itself beside it.
class NodeDetails : public QWidget
{
    Q_OBJECT

public:
    explicit NodeDetails(QWidget *parent = nullptr);

    void show(const Timeline &timeline, const TypicalTimes &times, const QList<Event> &events, qint64 nowMs);
    /// All of it as text, to be copied into a report.
    QString asText() const;

private:
    void showStages(const Timeline &timeline, const TypicalTimes &times, qint64 nowMs);
    void showEvents(const QList<Event> &events);

    Text *m_title;
    Text *m_stages;
    QTreeWidget *m_events;
    QPushButton *m_copy;
    QString m_node;
    QList<Event> m_shown;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel/node_details.h"

#include "parts/text.h"
#include "parts/theme.h"
#include "words/words.h"

#include <QClipboard>
#include <QDateTime>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

enum Column { When, What, Line };

QString clockOf(qint64 atMs)
{
    return QDateTime::fromMSecsSinceEpoch(atMs).toString(u"HH:mm:ss.zzz"_s);
}

} // namespace

NodeDetails::NodeDetails(QWidget *parent)
    : QWidget(parent), m_title(new Text(Text::Rank::Title)), m_stages(new Text(Text::Rank::Body)), m_events(new QTreeWidget), m_copy(new QPushButton(tr("&Copy this log")))
{
    const int u = unit(this);
    m_title->setObjectName(u"detailsTitle"_s);
    m_stages->setObjectName(u"detailsStages"_s);
    m_events->setObjectName(u"detailsEvents"_s);
    m_copy->setObjectName(u"copyLog"_s);
    m_events->setAccessibleName(tr("What was heard of this Pi"));
    m_events->setHeaderLabels({tr("Time"), tr("What happened"), tr("Line or packet")});
    m_events->setRootIsDecorated(false);
    m_events->setUniformRowHeights(true);
    m_events->setAlternatingRowColors(true);
    m_events->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_events->setMinimumHeight(26 * u);
    m_events->header()->setStretchLastSection(true);
    m_events->header()->resizeSection(When, fontMetrics().horizontalAdvance(u"88:88:88.888"_s) + 4 * u);
    m_events->header()->resizeSection(What, fontMetrics().horizontalAdvance(u"M"_s) * 30);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(u);
    rows->addWidget(m_title);
    rows->addWidget(m_stages);
    rows->addWidget(m_events);
    rows->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });
}

void NodeDetails::show(const Timeline &timeline, const TypicalTimes &times, const QList<Event> &events, qint64 nowMs)
{
    if (m_node != timeline.node.name) {
        m_node = timeline.node.name;
        m_shown.clear();
        m_events->clear();
    }
    m_title->setText(tr("%1 in detail").arg(m_node));
    showStages(timeline, times, nowMs);
    showEvents(events);
}

void NodeDetails::showStages(const Timeline &timeline, const TypicalTimes &times, qint64 nowMs)
{
    QStringList lines;
    const auto &reached = timeline.reached;
    for (size_t i = 0; i < reached.size(); ++i) {
        const Stage stage = reached[i].stage;
        QString line = tr("%1  %2").arg(clockOf(reached[i].atMs), words(stage));
        if (stage != Stage::Running) {
            const qint64 took = (i + 1 < reached.size() ? reached[i + 1].atMs : nowMs) - reached[i].atMs;
            line += tr(": %1, usually %2").arg(timeWords(took), timeWords(times.of(timeline.node.model, stage)));
        }
        lines << line;
    }
    if (timeline.underWay)
        lines << underWayWords(timeline);
    if (const QString disk = diskWords(timeline); !disk.isEmpty())
        lines << disk;
    if (lines.isEmpty())
        lines << tr("Nothing was heard of it yet.");
    m_stages->setText(lines.join(u'\n'));
}

void NodeDetails::showEvents(const QList<Event> &events)
{
    // It grows at its end; what a long watching has dropped at the beginning makes it begin anew.
    const bool grows = events.size() >= m_shown.size() && (m_shown.isEmpty() || (events.first() == m_shown.first() && events[m_shown.size() - 1] == m_shown.last()));
    if (!grows)
        m_events->clear();
    const bool atEnd = m_events->verticalScrollBar()->value() >= m_events->verticalScrollBar()->maximum() - 2;
    QList<QTreeWidgetItem *> items;
    for (qsizetype i = grows ? m_shown.size() : 0; i < events.size(); ++i) {
        auto *item = new QTreeWidgetItem({clockOf(events[i].atMs), words(events[i].kind), events[i].said});
        item->setToolTip(Line, events[i].said);
        item->setFont(Line, QFontDatabase::systemFont(QFontDatabase::FixedFont));
        items << item;
    }
    m_events->addTopLevelItems(items);
    m_shown = events;
    m_copy->setEnabled(!events.isEmpty());
    if (atEnd && !items.isEmpty())
        m_events->scrollToBottom();
}

QString NodeDetails::asText() const
{
    QString text = m_node + u'\n' + m_stages->text() + u'\n';
    for (const Event &event : m_shown)
        text += clockOf(event.atMs) + u"  "_s + words(event.kind) + u"\n    "_s + event.said + u'\n';
    return text;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel/boot_panel.h"

#include "diagnosis/diagnose.h"
#include "panel/node_details.h"
#include "panel/node_row.h"
#include "parts/card.h"
#include "parts/fold.h"
#include "parts/text.h"
#include "words/words.h"

#include <QAccessible>
#include <QDateTime>
#include <QFontDatabase>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

BootPanel::BootPanel(QWidget *parent)
    : QWidget(parent), m_lost(new Text(Text::Rank::Title)), m_card(new Card), m_lines(new QVBoxLayout), m_strangers(new Text(Text::Rank::Quiet)),
      m_node(new NodeDetails(this)), m_log(new QPlainTextEdit)
{
    const int u = unit(this);
    m_lines->setSpacing(0);
    m_lines->addWidget(new NodeHeader);
    m_card->rows()->addLayout(m_lines);
    m_lost->setObjectName(u"serverLost"_s);
    m_lost->setVisible(false);
    m_strangers->setObjectName(u"bootStrangers"_s);
    m_strangers->setVisible(false);
    m_node->setObjectName(u"nodeDetails"_s);
    m_node->setVisible(false);
    m_log->setObjectName(u"bootLog"_s);
    m_log->setAccessibleName(tr("What the server heard"));
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setMaximumBlockCount(2000);
    m_log->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_log->setMinimumHeight(20 * u);
    m_details = new Fold(tr("What the server heard"), m_log);
    m_details->button()->setObjectName(u"bootDetails"_s);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(3 * u / 2);
    rows->addWidget(m_lost);
    rows->addWidget(m_card);
    rows->addWidget(m_strangers);
    rows->addWidget(m_details);
    connect(m_details->button(), &QAbstractButton::toggled, this, [this] { showLog(); });
}

BootPanel::Line BootPanel::makeLine()
{
    Line line;
    line.row = new NodeRow;
    // Tab comes to the first; from there the arrow keys go on.
    line.row->setFocusPolicy(m_rows.isEmpty() ? Qt::StrongFocus : Qt::ClickFocus);
    line.row->setToolTip(tr("All that was heard of this Pi"));
    m_lines->addWidget(line.row);
    const qsizetype index = m_rows.size();
    connect(line.row, &QAbstractButton::toggled, this, [this, index](bool open) { openDetails(index, open); });
    connect(line.row, &NodeRow::neighbourWanted, this, [this, index](int step) { moveFocus(index, step); });
    return line;
}

BootPanel::Trouble BootPanel::makeTrouble(qsizetype index)
{
    Trouble trouble{.box = new QWidget,
                    .why = new Text(Text::Rank::Body),
                    .proof = new Text(Text::Rank::Quiet),
                    .todo = new Text(Text::Rank::Quiet),
                    .mend = new QPushButton};
    auto *rows = new QVBoxLayout(trouble.box);
    rows->setContentsMargins(fontMetrics().height() + unit(this), 0, 0, unit(this));
    rows->setSpacing(2);
    for (QWidget *each : std::initializer_list<QWidget *>{trouble.why, trouble.proof, trouble.todo})
        rows->addWidget(each);
    rows->addWidget(trouble.mend, 0, Qt::AlignLeft);
    m_lines->insertWidget(m_lines->indexOf(m_rows[index].row) + 1, trouble.box);
    connect(trouble.mend, &QPushButton::clicked, this, [this, index] { Q_EMIT mendWanted(m_rows[index].row->view().name, m_rows[index].trouble.fix); });
    return trouble;
}

// Another watching, or the same recording from its beginning: what the last one left says nothing of it.
void BootPanel::beginAnew()
{
    if (m_open >= 0)
        m_rows[m_open].row->setChecked(false);
    for (Line &line : m_rows) {
        if (line.trouble.box)
            line.trouble.box->setVisible(false);
        Line fresh;
        fresh.row = line.row;
        fresh.trouble = line.trouble;
        fresh.isThere = line.isThere;
        line = fresh;
    }
    m_logged.clear();
    m_log->clear();
}

void BootPanel::show(const WatchNews &news, const TypicalTimes &times)
{
    constexpr qint64 backMs = 1000;
    if (news.sinceMs != m_news.sinceMs || news.nowMs < m_news.nowMs - backMs)
        beginAnew();
    while (m_rows.size() < qsizetype(news.timelines.size()))
        m_rows << makeLine();
    showConnection(news);
    m_running = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        Line &line = m_rows[i];
        const bool there = size_t(i) < news.timelines.size();
        if (there != line.isThere) {
            line.isThere = there;
            line.row->setVisible(there);
        }
        if (there) {
            m_running += news.timelines[size_t(i)].stage == Stage::Running ? 1 : 0;
            showLine(i, news.timelines[size_t(i)], news, times);
        } else if (line.trouble.box) {
            line.trouble.box->setVisible(false);
        }
    }
    showStrangers(news.strangers);
    showDetails(news, times);
    m_heard = news.heard;
    if (m_details->isOpen())
        showLog();
}

void BootPanel::takeRate(Line &line, const Timeline &timeline, qint64 second)
{
    const qint64 bytes = timeline.bytes + (timeline.underWay ? timeline.underWay->bytes : 0);
    line.bytes = std::min(line.bytes, bytes); // another boot, or a transfer that failed
    if (line.ratedSecond == 0 || second - line.ratedSecond > NodeRow::rateSeconds) {
        line.rates.clear();
        line.ratedSecond = second;
        line.rates << 0;
    }
    for (; line.ratedSecond < second; ++line.ratedSecond)
        line.rates << 0;
    line.rates.back() += bytes - line.bytes;
    line.bytes = bytes;
    // Of its disk there is news every two seconds: half of it was before. The first of all may be of hours.
    const qint64 more = line.diskBytes > 0 ? std::max<qint64>(0, timeline.diskBytes - line.diskBytes) : 0;
    const qsizetype last = line.rates.size() - 1;
    line.rates[last] += more - more / 2;
    line.rates[std::max<qsizetype>(0, last - 1)] += more / 2;
    line.diskBytes = timeline.diskBytes;
    if (line.rates.size() > NodeRow::rateSeconds)
        line.rates.remove(0, line.rates.size() - NodeRow::rateSeconds);
}

void BootPanel::showLine(qsizetype index, const Timeline &timeline, const WatchNews &news, const TypicalTimes &times)
{
    Line &line = m_rows[index];
    const qint64 second = news.nowMs / 1000;
    const bool isOld = !news.isConnected;
    if (line.second == second && line.signMs == timeline.lastSignMs && line.stage == timeline.stage && line.signs == timeline.signs.size() && line.row->view().isOld == isOld
        && line.row->view().name == timeline.node.name)
        return;
    line.second = second;
    line.signMs = timeline.lastSignMs;
    line.signs = timeline.signs.size();
    takeRate(line, timeline, second);
    const bool running = timeline.stage == Stage::Running;
    const auto diagnosis = diagnose(timeline, news.situation());
    const qint64 silence = news.nowMs - timeline.lastSignMs;
    const bool isUp = running && line.stage != Stage::Running;
    line.stage = timeline.stage;
    RowView view;
    view.name = timeline.node.name;
    view.stage = running && timeline.address ? tr("Running at %1").arg(timeline.address->toString()) : words(timeline);
    view.part = underWayWords(timeline);
    view.at = timeline.stage;
    view.status = diagnosis ? Status::Warning : running ? Status::Good : timeline.stage == Stage::Off ? Status::Quiet : Status::Busy;
    if (timeline.stageSinceMs != 0)
        view.inStage = timeWords(news.nowMs - timeline.stageSinceMs);
    if (const auto left = diagnosis ? std::nullopt : times.untilRunning(timeline, news.nowMs); left && *left > 0)
        view.left = timeWords(*left);
    if (timeline.files > 0)
        view.data = NodeRow::tr("%n file(s), %1", nullptr, timeline.files).arg(bytesWords(timeline.bytes));
    if (timeline.diskBytes > 0)
        view.disk = bytesWords(timeline.diskBytes);
    view.sign = timeline.lastSignMs == 0 ? tr("never") : silence < 2000 ? tr("now") : NodeRow::tr("%1 ago").arg(timeWords(silence));
    view.isOverdue = timeline.lastSignMs != 0 && stallLimit(timeline.stage) > 0 && silence > stallLimit(timeline.stage);
    view.isOld = isOld;
    view.rates = line.rates;
    line.row->setObjectName(u"bootRow_"_s + view.name);
    line.row->show(std::move(view));
    const bool wasStuck = std::exchange(line.isStuck, diagnosis.has_value());
    if (diagnosis) {
        showTrouble(index, *diagnosis, timeline);
        if (!wasStuck)
            announce(line.trouble.why->text());
    } else if (line.trouble.box) {
        line.trouble.box->setVisible(false);
    }
    if (isUp)
        announce(tr("%1 is running.").arg(timeline.node.name));
}

void BootPanel::showTrouble(qsizetype index, const Diagnosis &diagnosis, const Timeline &timeline)
{
    Line &line = m_rows[index];
    if (!line.trouble.box)
        line.trouble = makeTrouble(index);
    Trouble &trouble = line.trouble;
    const CauseWords w = words(diagnosis, timeline);
    QStringList proof;
    for (const Sign &sign : diagnosis.evidence)
        if (!sign.said.isEmpty())
            proof << sign.said;
    const auto set = [](Text *text, const QString &value) {
        if (text->text() != value)
            text->setText(value);
    };
    set(trouble.why, w.sentence);
    if (trouble.proof->text() != proof.join(u'\n'))
        trouble.proof->say(proof.join(u'\n'));
    const QString title = words(diagnosis.fix).title;
    set(trouble.todo, m_isRecorded && isOurs(diagnosis.fix) ? tr("%1 Where this is no recording, the button “%2” is here.").arg(w.todo, title) : w.todo);
    trouble.fix = diagnosis.fix;
    trouble.mend->setObjectName(u"mend_"_s + timeline.node.name);
    if (trouble.mend->text() != title)
        trouble.mend->setText(title);
    trouble.mend->setAccessibleDescription(w.todo);
    trouble.mend->setVisible(isOurs(diagnosis.fix) && !m_isRecorded);
    trouble.mend->setEnabled(!m_isMending && m_wasConnected);
    trouble.box->setVisible(true);
}

void BootPanel::setMending(bool mending)
{
    m_isMending = mending;
    for (const Line &line : std::as_const(m_rows))
        if (line.trouble.mend)
            line.trouble.mend->setEnabled(!mending && m_wasConnected);
}

void BootPanel::openDetails(qsizetype index, bool open)
{
    if (!open && m_open != index)
        return;
    const qsizetype before = std::exchange(m_open, open ? index : -1);
    if (before >= 0 && before != index)
        m_rows[before].row->setChecked(false);
    m_lines->removeWidget(m_node);
    if (open)
        m_lines->insertWidget(m_lines->indexOf(m_rows[index].trouble.box ? m_rows[index].trouble.box : static_cast<QWidget *>(m_rows[index].row)) + 1, m_node);
    m_node->setVisible(open);
    if (open)
        showDetails(m_news, m_times);
}

void BootPanel::showDetails(const WatchNews &news, const TypicalTimes &times)
{
    if (&news != &m_news) {
        m_news = news;
        m_times = times;
    }
    if (m_open >= 0 && m_historyOf && size_t(m_open) < news.timelines.size())
        m_node->show(news.timelines[size_t(m_open)], times, m_historyOf(size_t(m_open)), news.nowMs);
}

void BootPanel::moveFocus(qsizetype index, int step)
{
    const qsizetype to = index + step;
    if (to < 0 || to >= m_rows.size() || !m_rows[to].isThere)
        return;
    m_rows[index].row->setFocusPolicy(Qt::ClickFocus);
    m_rows[to].row->setFocusPolicy(Qt::StrongFocus);
    m_rows[to].row->setFocus(Qt::TabFocusReason);
}

void BootPanel::showConnection(const WatchNews &news)
{
    m_lost->say(news.isConnected ? QString()
                                 : tr("The server cannot be reached since %1. What is below was so then; trying again.")
                                       .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(news.lostMs).time(), QLocale::ShortFormat)));
    if (m_wasConnected != news.isConnected)
        announce(news.isConnected ? tr("The server is back.") : m_lost->text());
    m_wasConnected = news.isConnected;
}

void BootPanel::showStrangers(const std::vector<MacAddress> &strangers)
{
    QStringList macs;
    for (const MacAddress &mac : strangers)
        macs << mac.toString();
    const QString text = macs.isEmpty() ? QString()
                                        : tr("%n other Pi(s) asked to be started and is or are not on the list: %1", nullptr, int(macs.size()))
                                              .arg(QLocale().createSeparatedList(macs));
    if (m_strangers->text() != text)
        m_strangers->say(text);
}

void BootPanel::showLog()
{
    if (!m_details->isOpen() || m_heard == m_logged)
        return;
    const bool atEnd = m_log->verticalScrollBar()->value() >= m_log->verticalScrollBar()->maximum() - 2;
    const bool longer
        = m_heard.size() > m_logged.size() && (m_logged.isEmpty() || m_heard[m_logged.size() - 1] == m_logged.back());
    if (longer) {
        for (qsizetype i = m_logged.size(); i < m_heard.size(); ++i)
            m_log->appendPlainText(m_heard[i]);
    } else {
        m_log->setPlainText(m_heard.join(u'\n'));
    }
    m_logged = m_heard;
    if (atEnd)
        m_log->verticalScrollBar()->setValue(m_log->verticalScrollBar()->maximum());
}

// Not more than one in two seconds: a screen reader that is talked over says nothing.
void BootPanel::announce(const QString &sentence)
{
    constexpr int pause = 2000;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (now - m_announcedMs < pause)
        return;
    m_announcedMs = now;
    QAccessibleAnnouncementEvent event(this, sentence);
    QAccessible::updateAccessibility(&event);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel/boot_panel.h"

#include "diagnosis/diagnose.h"
#include "panel/stage_bar.h"
#include "parts/card.h"
#include "parts/fold.h"
#include "parts/status_mark.h"
#include "parts/text.h"
#include "words/words.h"

#include <QAccessible>
#include <QDateTime>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

enum Column { Mark, Name, How, InStage, Data, LastSign };

Text *cell(Text::Rank rank)
{
    auto *text = new Text(rank);
    text->setWordWrap(false);
    return text;
}

} // namespace

BootPanel::BootPanel(QWidget *parent)
    : QWidget(parent), m_card(new Card), m_grid(new QGridLayout), m_strangers(new Text(Text::Rank::Quiet)),
      m_log(new QPlainTextEdit)
{
    const int u = unit(this);
    m_grid->setHorizontalSpacing(2 * u);
    m_grid->setVerticalSpacing(3 * u / 2);
    m_grid->setColumnStretch(How, 1);
    m_card->rows()->addLayout(m_grid);
    buildHeader();
    m_strangers->setObjectName(u"bootStrangers"_s);
    m_strangers->setVisible(false);
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
    rows->addWidget(m_card);
    rows->addWidget(m_strangers);
    rows->addWidget(m_details);
    connect(m_details->button(), &QAbstractButton::toggled, this, [this] { showLog(); });
}

void BootPanel::buildHeader()
{
    const auto put = [this](Column column, const QString &text) {
        auto *head = cell(Text::Rank::Quiet);
        head->setText(text);
        m_grid->addWidget(head, 0, column, column >= InStage ? Qt::AlignRight : Qt::AlignLeft);
    };
    put(Name, tr("Pi"));
    put(How, tr("How far it is"));
    put(InStage, tr("For"));
    put(Data, tr("Fetched"));
    put(LastSign, tr("Last sign"));
}

BootPanel::Row BootPanel::makeRow(int line)
{
    Row row{.mark = new StatusMark,
            .name = cell(Text::Rank::Title),
            .bar = new StageBar,
            .stage = cell(Text::Rank::Body),
            .inStage = cell(Text::Rank::Body),
            .data = cell(Text::Rank::Body),
            .sign = cell(Text::Rank::Body),
            .trouble = new QWidget,
            .why = new Text(Text::Rank::Body),
            .proof = new Text(Text::Rank::Quiet),
            .todo = new Text(Text::Rank::Quiet),
            .mend = new QPushButton};
    auto *how = new QVBoxLayout;
    how->setSpacing(2);
    how->addWidget(row.stage);
    how->addWidget(row.bar);
    m_grid->addWidget(row.mark, line, Mark, Qt::AlignVCenter);
    m_grid->addWidget(row.name, line, Name, Qt::AlignVCenter);
    m_grid->addLayout(how, line, How);
    m_grid->addWidget(row.inStage, line, InStage, Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(row.data, line, Data, Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(row.sign, line, LastSign, Qt::AlignRight | Qt::AlignVCenter);
    auto *trouble = new QVBoxLayout(row.trouble);
    trouble->setContentsMargins(0, 0, 0, unit(this));
    trouble->setSpacing(2);
    trouble->addWidget(row.why);
    trouble->addWidget(row.proof);
    trouble->addWidget(row.todo);
    trouble->addWidget(row.mend, 0, Qt::AlignLeft);
    const qsizetype index = m_rows.size();
    connect(row.mend, &QPushButton::clicked, this, [this, index] { Q_EMIT mendWanted(m_rows[index].name->text(), m_rows[index].fix); });
    row.trouble->setVisible(false);
    m_grid->addWidget(row.trouble, line + 1, Name, 1, LastSign - Name + 1);
    // Enough for the longest numbers, so that the columns do not dance.
    row.inStage->setMinimumWidth(fontMetrics().horizontalAdvance(u"00:00"_s));
    row.inStage->setAlignment(Qt::AlignRight);
    row.data->setMinimumWidth(
        fontMetrics().horizontalAdvance(tr("%n file(s), %1", nullptr, 88).arg(bytesWords(88'800'000))));
    row.data->setAlignment(Qt::AlignRight);
    row.sign->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 ago").arg(u"00:00"_s)));
    row.sign->setAlignment(Qt::AlignRight);
    return row;
}

void BootPanel::show(const WatchNews &news)
{
    while (m_rows.size() < qsizetype(news.timelines.size()))
        m_rows << makeRow(1 + 2 * int(m_rows.size()));
    m_running = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool there = size_t(i) < news.timelines.size();
        Row &row = m_rows[i];
        for (QWidget *widget :
             std::initializer_list<QWidget *>{row.mark, row.name, row.bar, row.stage, row.inStage, row.data, row.sign})
            widget->setVisible(there);
        if (there)
            showRow(row, news.timelines[size_t(i)], news);
        else
            row.trouble->setVisible(false);
    }
    showStrangers(news.strangers);
    m_heard = news.heard;
    if (m_details->isOpen())
        showLog();
}

void BootPanel::showRow(Row &row, const Timeline &timeline, const WatchNews &news)
{
    const bool running = timeline.stage == Stage::Running;
    const auto diagnosis = diagnose(timeline, news.situation());
    m_running += running ? 1 : 0;
    const QString before = row.stage->text();
    const bool wasStuck = row.mark->status() == Status::Warning;
    row.mark->setStatus(running                            ? Status::Good
                            : diagnosis                    ? Status::Warning
                            : timeline.stage == Stage::Off ? Status::Quiet
                                                           : Status::Busy);
    row.name->setText(timeline.node.name);
    row.name->setObjectName(u"bootName_"_s + timeline.node.name);
    row.stage->setText(running && timeline.address ? tr("Running at %1").arg(timeline.address->toString())
                                                   : words(timeline));
    row.stage->setObjectName(u"bootStage_"_s + timeline.node.name);
    row.bar->show(timeline.stage, diagnosis.has_value());
    row.inStage->setText(timeline.stageSinceMs == 0 ? u"–"_s : timeWords(news.nowMs - timeline.stageSinceMs));
    row.data->setText(
        timeline.files == 0 ? u"–"_s : tr("%n file(s), %1", nullptr, timeline.files).arg(bytesWords(timeline.bytes)));
    row.data->setToolTip(timeline.lastFile.isEmpty() ? QString() : tr("last: %1").arg(timeline.lastFile));
    const qint64 silence = news.nowMs - timeline.lastSignMs;
    row.sign->setText(timeline.lastSignMs == 0 ? tr("never")
                          : silence < 2000     ? tr("now")
                                               : tr("%1 ago").arg(timeWords(silence)));
    row.trouble->setVisible(diagnosis.has_value());
    if (diagnosis) {
        showTrouble(row, *diagnosis, timeline);
        if (!wasStuck)
            announce(row.why->text());
    } else if (running && before != row.stage->text()) {
        announce(tr("%1 is running.").arg(timeline.node.name));
    }
}

void BootPanel::showTrouble(Row &row, const Diagnosis &diagnosis, const Timeline &timeline)
{
    const CauseWords w = words(diagnosis, timeline);
    QStringList proof;
    for (const Sign &sign : diagnosis.evidence)
        if (!sign.said.isEmpty())
            proof << sign.said;
    row.why->setText(w.sentence);
    row.proof->say(proof.join(u'\n'));
    row.todo->setText(w.todo);
    row.fix = diagnosis.fix;
    row.mend->setObjectName(u"mend_"_s + timeline.node.name);
    row.mend->setText(words(diagnosis.fix).title);
    row.mend->setAccessibleDescription(w.todo);
    row.mend->setVisible(isOurs(diagnosis.fix));
    row.mend->setEnabled(!m_isMending);
}

void BootPanel::setMending(bool mending)
{
    m_isMending = mending;
    for (const Row &row : std::as_const(m_rows))
        row.mend->setEnabled(!mending);
}

void BootPanel::showStrangers(const std::vector<MacAddress> &strangers)
{
    QStringList macs;
    for (const MacAddress &mac : strangers)
        macs << mac.toString();
    m_strangers->say(macs.isEmpty() ? QString()
                                    : tr("%n other Pi(s) asked to be started and is or are not on the list: %1",
                                         nullptr, int(macs.size()))
                                          .arg(QLocale().createSeparatedList(macs)));
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

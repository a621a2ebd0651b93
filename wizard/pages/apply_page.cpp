// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/apply_page.h"

#include "parts/card.h"
#include "parts/error_card.h"
#include "parts/slim_bar.h"
#include "parts/status_mark.h"
#include "parts/test_card.h"
#include "parts/text.h"
#include "parts/undo_card.h"
#include "words/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

ApplyPage::ApplyPage(Journey *theJourney, QWidget *parent)
    : Page(theJourney, Place::Apply, parent), m_barCard(new Card), m_bar(new SlimBar),
      m_count(new Text(Text::Rank::Title)), m_left(new Text(Text::Rank::Quiet)), m_stop(new QPushButton(tr("Stop"))),
      m_error(new ErrorCard), m_test(new TestCard(theJourney)), m_undo(new UndoCard(theJourney)), m_rowsCard(new Card), m_grid(new QGridLayout)
{
    m_bar->setObjectName(u"applyProgress"_s);
    m_bar->setAccessibleName(tr("Setting up"));
    m_stop->setObjectName(u"applyStop"_s);
    m_left->setObjectName(u"applyLeft"_s);
    m_error->setObjectName(u"applyError"_s);
    m_again = m_error->addButton(tr("Try again"), u"applyAgain"_s);
    m_overwrite = m_error->addButton(tr("Overwrite it"), u"applyOverwrite"_s);
    m_test->setObjectName(u"testCard"_s);
    m_undo->setObjectName(u"undoCard"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(2 * unit(this));
    m_count->setWordWrap(false);
    line->addWidget(m_count);
    line->addWidget(m_left, 1);
    line->addWidget(m_stop);
    m_barCard->rows()->addLayout(line);
    m_barCard->rows()->addWidget(m_bar);
    m_grid->setHorizontalSpacing(3 * unit(this) / 2);
    m_grid->setVerticalSpacing(unit(this));
    m_grid->setColumnStretch(1, 1);
    m_rowsCard->rows()->addLayout(m_grid);
    body()->addWidget(m_barCard);
    body()->addWidget(m_error);
    body()->addWidget(m_test);
    body()->addWidget(m_rowsCard);
    body()->addWidget(m_undo);
    body()->addStretch(1);
    connect(m_stop, &QPushButton::clicked, this, [this] { journey()->stop(); });
    connect(m_again, &QPushButton::clicked, this, [this] { journey()->startApply(); });
    connect(m_overwrite, &QPushButton::clicked, this, [this] { journey()->startApply(true); });
}

QString ApplyPage::help() const
{
    return tr("Packages are downloaded first, so that a missing network shows before anything changes.\n\nThe system goes over SSH straight to the "
              "server's disk; from that one copy each Pi's own is made.\n\nAt the end the set-up is asked as a Pi would ask it: for where to boot "
              "from, for every file its firmware wants, and, as a stranger, for the disks.\n\nStop takes back what this run did.");
}

QString ApplyPage::nextText() const
{
    return tr("Watch the Pis start");
}

// Over a connection that is gone nothing can be taken back, whatever was tried.
QString ApplyPage::whatStays() const
{
    using enum ApplyRow::State;
    const auto &states = journey()->applyRows();
    const auto &error = journey()->applied().error;
    const bool cut = error && errorId(error->kind).startsWith("BB-SSH-"_L1);
    const bool left
        = std::ranges::any_of(states, [](const ApplyRow &row) { return row.state == Done || row.state == Running; });
    return cut || left ? tr("What was done so far is still on the server; the next try goes on from there.")
                       : tr("What was begun was taken back; the server is as it was before.");
}

void ApplyPage::sayHeading()
{
    const auto &applied = journey()->applied();
    const QString server = journey()->running().serverName;
    if (applied.busy)
        setHeading(tr("Setting up %1").arg(server), tr("Leave this window open until it has finished."));
    else if (applied.error)
        setHeading(applied.error->kind == ErrorKind::Stopped ? tr("Stopped") : tr("It did not work out"), whatStays());
    else if (applied.value)
        setHeading(tr("%1 is ready").arg(server),
                   tr("It serves your Pis from now on, also when this computer is off."));
    else
        setHeading(tr("Nothing is being set up"), tr("Begin on the page Review."));
}

QString ApplyPage::timeLeft() const
{
    const int seconds = journey()->secondsLeft();
    if (!journey()->applied().busy || seconds < 0)
        return {};
    if (seconds < 60)
        return tr("less than a minute left");
    return tr("about %n minute(s) left", nullptr, (seconds + 30) / 60);
}

void ApplyPage::showRow(Row &row, const ApplyRow &state)
{
    using enum ApplyRow::State;
    switch (state.state) {
    case Waiting: row.mark->setStatus(Status::Quiet); break;
    case Running: row.mark->setStatus(Status::Busy); break;
    case Done: row.mark->setStatus(Status::Good); break;
    case Failed: row.mark->setStatus(Status::Bad); break;
    case Undone: row.mark->setStatus(Status::Warning); break;
    }
    const Progress &p = state.progress;
    QString text;
    if (state.state == Running && p.total > 0)
        text = tr("%1 of %2").arg(bytesWords(p.done), bytesWords(p.total));
    else if (state.state == Running)
        text = p.done > 0 ? bytesWords(p.done) : tr("under way");
    else if (state.state == Done)
        text = state.spilled ? tr("done, partly by way of this computer's disk") : tr("done");
    else if (state.state == Failed)
        text = tr("failed");
    else if (state.state == Undone)
        text = tr("taken back");
    row.progress->say(text);
}

void ApplyPage::showRows()
{
    const std::vector<Action> &actions = journey()->running().actions;
    if (actions != m_actions) {
        m_actions = actions;
        for (const Row &row : m_rows) {
            delete row.mark;
            delete row.what;
            delete row.progress;
        }
        m_rows.clear();
        for (const Action &action : actions) {
            const Row row{new StatusMark, new Text(Text::Rank::Body, words(action)), new Text(Text::Rank::Quiet)};
            row.progress->setWordWrap(false);
            const int line = int(m_rows.size());
            m_grid->addWidget(row.mark, line, 0, Qt::AlignTop);
            m_grid->addWidget(row.what, line, 1);
            m_grid->addWidget(row.progress, line, 2, Qt::AlignRight | Qt::AlignTop);
            m_rows << row;
        }
    }
    const auto &states = journey()->applyRows();
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        showRow(m_rows[i], size_t(i) < states.size() ? states[size_t(i)] : ApplyRow{});
}

void ApplyPage::refresh()
{
    const auto &applied = journey()->applied();
    const auto &states = journey()->applyRows();
    sayHeading();
    m_barCard->setVisible(applied.busy || applied.value || applied.error);
    m_rowsCard->setVisible(!states.empty());
    m_bar->setFraction(applied.value ? 1.0 : journey()->applyFraction());
    m_bar->setStatus(applied.error ? Status::Bad : applied.value ? Status::Good : Status::Busy);
    const auto done = std::ranges::count(states, ApplyRow::State::Done, &ApplyRow::state);
    m_count->say(tr("%1 of %2").arg(done).arg(states.size()));
    m_left->say(timeLeft());
    m_stop->setVisible(applied.busy);
    m_error->show(applied.busy ? std::nullopt : applied.error);
    m_overwrite->setVisible(applied.error && applied.error->kind == ErrorKind::ServerFileDrifted);
    m_undo->setVisible(!applied.busy && journey()->server().value.has_value());
    m_undo->refresh();
    m_test->refresh();
    m_again->setVisible(applied.error.has_value());
    showRows();
}

} // namespace bramble

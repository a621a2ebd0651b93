// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/preparing_card.h"

#include "parts/make_card.h"
#include "parts/prepare_over_ssh.h"
#include "parts/reveal.h"
#include "parts/status_mark.h"
#include "parts/text.h"
#include "words/readiness_words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostRows = 40;

bool isReady(const PreparingRow &row)
{
    return row.readiness.state == Readiness::State::Ready || row.waits;
}

// Who and how for whoever looks down the list, and what to do about it for whoever stops there.
QWidget *saysOf(const PreparingRow &row)
{
    const ReadinessWords said = words(row.readiness);
    const bool unknown = row.readiness.state == Readiness::State::Unknown;
    QStringList more;
    if (row.waits)
        more << PreparingCard::tr("It asks the network from its next start on.");
    else if (unknown && row.canBeSet)
        more << PreparingCard::tr("It runs at %1: look over SSH how it is set.").arg(row.address->toString());
    else
        more << (unknown ? said.notes : QStringList(said.why)) << said.todo;
    auto *cell = new QWidget;
    auto *lines = new QVBoxLayout(cell);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    const QString name = row.model == PiModel::Unknown ? row.name : PreparingCard::tr("%1 (Pi %2)").arg(row.name, shortName(row.model));
    lines->addWidget(new Text(Text::Rank::Body, QString(name + u": "_s + (row.waits ? PreparingCard::tr("It is set") : said.state))));
    lines->addWidget(new Text(Text::Rank::Quiet, more.join(u' ').trimmed()));
    return cell;
}

// Those that nobody can log in to, and of which the same is to be said, share a row: a card for one of them is a card for all.
std::vector<PreparingRow> together(const std::vector<PreparingRow> &rows)
{
    const auto alone = [](const PreparingRow &row) { return row.canBeSet || row.wasRead; };
    std::vector<PreparingRow> out;
    QList<QStringList> names;
    for (const PreparingRow &row : rows) {
        const auto same = std::ranges::find_if(
            out, [&](const PreparingRow &other) { return !alone(row) && !alone(other) && other.model == row.model && other.readiness == row.readiness; });
        const auto at = std::distance(out.begin(), same);
        if (same == out.end()) {
            out.push_back(row);
            names << QStringList();
        }
        names[at] << row.name;
    }
    for (size_t i = 0; i < out.size(); ++i) {
        const QStringList &of = names[qsizetype(i)];
        out[i].name = of.size() < 3 ? of.join(u", "_s) : PreparingCard::tr("%1 and %n more", nullptr, int(of.size()) - 1).arg(of.front());
    }
    return out;
}

} // namespace

PreparingCard::PreparingCard(Journey *journey, QWidget *parent)
    : Card(parent), m_journey(journey), m_mark(new StatusMark), m_what(new Text(Text::Rank::Body)), m_more(new Text(Text::Rank::Quiet)),
      m_grid(new QGridLayout), m_ssh(new PrepareOverSsh(journey)), m_card(new MakeCard(journey))
{
    m_what->setObjectName(u"preparingSays"_s);
    auto *line = new QHBoxLayout;
    line->addWidget(m_mark, 0, Qt::AlignVCenter);
    line->addWidget(m_what, 1);
    m_grid->setHorizontalSpacing(2 * unit(this));
    m_grid->setVerticalSpacing(unit(this));
    m_grid->setColumnStretch(0, 1);
    rows()->addLayout(line);
    rows()->addLayout(m_grid);
    rows()->addWidget(m_more);
    rows()->addWidget(m_ssh);
    rows()->addWidget(m_card);
    m_ssh->setVisible(false);
    m_card->setVisible(false);
}

void PreparingCard::addRow(const PreparingRow &row)
{
    const auto at = int(m_cells.size());
    auto *buttons = new QWidget(this);
    auto *ssh = new QPushButton(row.wasRead ? tr("Over SSH again…") : tr("Over SSH…"), buttons);
    auto *card = new QPushButton(tr("Make a card…"), buttons);
    ssh->setObjectName(u"preparingSsh"_s);
    card->setObjectName(u"preparingCard"_s);
    ssh->setVisible(row.canBeSet);
    card->setVisible(row.cardHelps && !row.waits);
    ssh->setAccessibleName(tr("Set %1 over SSH").arg(row.name));
    card->setAccessibleName(tr("Make a card for %1").arg(row.name));
    connect(ssh, &QPushButton::clicked, this, [this, row] {
        m_card->setVisible(false);
        m_ssh->begin(row.name, *row.address);
        reveal(m_ssh); // a long list of Pis must not hide what a button in it opened
    });
    connect(card, &QPushButton::clicked, this, [this, row] {
        m_ssh->setVisible(false);
        m_card->begin(row.model);
        reveal(m_card);
    });
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(ssh);
    line->addWidget(card);
    m_cells << saysOf(row) << buttons;
    m_grid->addWidget(m_cells[at], at, 0);
    m_grid->addWidget(buttons, at, 1, Qt::AlignRight | Qt::AlignVCenter);
}

void PreparingCard::showRows(const std::vector<PreparingRow> &rows)
{
    if (rows == m_shown)
        return;
    m_shown = rows;
    for (QWidget *cell : std::as_const(m_cells)) {
        m_grid->removeWidget(cell);
        cell->hide();
        cell->deleteLater(); // perhaps the button that was pressed just now
    }
    m_cells.clear();
    for (size_t i = 0; i < std::min(rows.size(), mostRows); ++i)
        addRow(rows[i]);
    m_more->say(rows.size() > mostRows ? tr("… and %n more.", nullptr, int(rows.size() - mostRows)) : QString());
}

void PreparingCard::refresh()
{
    const std::vector<PreparingRow> all = m_journey->preparing()->rows(m_journey->cluster().nodes);
    setVisible(!all.empty());
    // Those that are ready need no row; one that was logged in to keeps its, for the way back.
    std::vector<PreparingRow> open = all;
    std::erase_if(open, [](const PreparingRow &row) { return isReady(row) && !row.wasRead; });
    showRows(together(open));
    const auto ready = int(std::ranges::count_if(all, isReady));
    const bool everybody = ready == int(all.size());
    m_mark->setStatus(everybody ? Status::Good : Status::Quiet);
    m_what->say(everybody ? tr("All of them start from the network.")
                          : tr("%n Pi(s) not known to start from the network. Switch them on without a card, or set them here.", nullptr, int(all.size()) - ready));
    m_ssh->refresh();
    m_card->refresh();
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/found_card.h"

#include "model/readiness.h"
#include "parts/status_mark.h"
#include "parts/text.h"
#include "words/readiness_words.h"
#include "words/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = 12; // the rest is taken in with the button for all

QString identity(const SeenMachine &machine)
{
    QStringList parts;
    if (machine.serial)
        parts << machine.serial->toString();
    if (machine.mac)
        parts << machine.mac->toString();
    if (machine.address)
        parts << machine.address->toString();
    return parts.join(u"  "_s);
}

} // namespace

FoundCard::FoundCard(Journey *journey, QWidget *parent)
    : Card(parent), m_journey(journey), m_mark(new StatusMark), m_what(new Text(Text::Rank::Body)), m_again(new QPushButton(tr("&Look again"))),
      m_all(new QPushButton), m_large(new QPushButton(tr("Look there, too"))), m_leftOut(new Text(Text::Rank::Quiet)), m_grid(new QGridLayout)
{
    m_what->setObjectName(u"foundSays"_s);
    m_again->setObjectName(u"foundAgain"_s);
    m_all->setObjectName(u"foundAll"_s);
    m_large->setObjectName(u"foundLarge"_s);
    auto *large = new QHBoxLayout;
    large->addWidget(m_leftOut, 1);
    large->addWidget(m_large);
    auto *line = new QHBoxLayout;
    line->addWidget(m_mark, 0, Qt::AlignVCenter);
    line->addWidget(m_what, 1);
    line->addWidget(m_all);
    line->addWidget(m_again);
    m_grid->setHorizontalSpacing(2 * unit(this));
    m_grid->setVerticalSpacing(unit(this) / 2);
    m_grid->setColumnStretch(2, 1);
    rows()->addLayout(line);
    rows()->addLayout(m_grid);
    rows()->addLayout(large);
    connect(m_large, &QPushButton::clicked, this, [this] { m_journey->finding()->look(true); });
    connect(m_again, &QPushButton::clicked, this, [this] { m_journey->startFinding(); });
    connect(m_all, &QPushButton::clicked, this, &FoundCard::addAll);
}

// Only what is a Pi for certain and can boot from a network: the others have a button of their own, or none.
void FoundCard::addAll()
{
    std::vector<SeenMachine> certain = m_journey->newcomers();
    std::erase_if(certain, [](const SeenMachine &machine) { return !machine.isPi() || readinessOf(machine).state == Readiness::State::Refused; });
    m_journey->addFound(certain);
}

void FoundCard::showRows(const std::vector<SeenMachine> &found)
{
    if (found == m_shown)
        return;
    m_shown = found;
    for (QWidget *cell : std::as_const(m_cells)) {
        m_grid->removeWidget(cell);
        cell->deleteLater(); // perhaps the button that was pressed just now
    }
    m_cells.clear();
    for (const SeenMachine &machine : found) {
        const int row = int(m_cells.size()) / 4;
        if (row >= mostRows)
            break;
        const Readiness readiness = readinessOf(machine);
        const bool refused = readiness.state == Readiness::State::Refused;
        auto *model = new Text(Text::Rank::Body, machine.isPi() ? tr("Pi %1").arg(shortName(machine.model)) : tr("Perhaps a Pi"));
        auto *who = new Text(Text::Rank::Body, identity(machine));
        const ReadinessWords said = words(readiness);
        QString state = machine.isPi() ? said.state : tr("only its address looks like one");
        if (refused)
            state += u": "_s + said.why;
        if (!machine.conflicts.empty())
            state = paragraph(machine.conflicts.front());
        auto *says = new Text(Text::Rank::Quiet, state);
        auto *add = new QPushButton(tr("Add"));
        add->setEnabled(!refused);
        add->setAccessibleName(tr("Add %1").arg(identity(machine)));
        model->setWordWrap(false);
        who->setWordWrap(false);
        connect(add, &QPushButton::clicked, this, [this, machine] { m_journey->addFound({machine}); });
        int column = 0;
        for (QWidget *cell : std::initializer_list<QWidget *>{model, who, says, add}) {
            m_grid->addWidget(cell, row, column++);
            m_cells << cell;
        }
    }
}

void FoundCard::refresh()
{
    const Finding *finding = m_journey->finding();
    const std::vector<SeenMachine> found = m_journey->newcomers();
    showRows(found);
    const auto certain = int(std::ranges::count_if(found, [](const SeenMachine &machine) { return machine.isPi(); }));
    m_all->setText(tr("Add all %n", nullptr, certain));
    m_all->setVisible(certain > 1);
    QStringList leftOut;
    for (const Ipv4Network &network : finding->leftOut())
        leftOut << network.toString();
    const bool asks = !leftOut.isEmpty() && !finding->looked().busy;
    m_leftOut->say(asks ? tr("Not looked through, because it is so large: %1").arg(leftOut.join(u", "_s)) : QString());
    m_large->setVisible(asks);
    m_again->setEnabled(!finding->looked().busy);
    m_mark->setStatus(finding->looked().busy || finding->isListening() ? Status::Busy : Status::Quiet);
    if (certain > 0)
        m_what->say(tr("%n Pi(s) found that are not in the list yet.", nullptr, certain));
    else if (finding->looked().busy)
        m_what->say(tr("Looking for Pis…"));
    else if (finding->isListening())
        m_what->say(tr("Switch on the Pis you want to add, without a card: they appear here."));
    else
        m_what->say(tr("No further Pi was found. Add one below."));
}

} // namespace bramble

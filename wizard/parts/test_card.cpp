// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/test_card.h"

#include "parts/error_card.h"
#include "parts/fact_list.h"
#include "parts/facts.h"
#include "parts/fold.h"
#include "parts/status_mark.h"
#include "parts/text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

TestCard::TestCard(Journey *journey, QWidget *parent)
    : Card(parent), m_journey(journey), m_mark(new StatusMark), m_what(new Text(Text::Rank::Body)), m_again(new QPushButton(tr("Test again"))),
      m_bad(new FactList), m_good(new FactList), m_fold(new Fold(tr("What was tested"), m_good)), m_error(new ErrorCard)
{
    m_what->setObjectName(u"testResult"_s);
    m_again->setObjectName(u"testAgain"_s);
    m_bad->setObjectName(u"testBad"_s);
    auto *line = new QHBoxLayout;
    line->addWidget(m_mark, 0, Qt::AlignVCenter);
    line->addWidget(m_what, 1);
    line->addWidget(m_again);
    rows()->addLayout(line);
    rows()->addWidget(m_bad);
    rows()->addWidget(m_error);
    rows()->addWidget(m_fold);
    connect(m_again, &QPushButton::clicked, this, [this] { m_journey->startTest(); });
}

void TestCard::refresh()
{
    const auto &tested = m_journey->tested();
    setVisible(tested.busy || tested.value || tested.error);
    std::vector<CheckRow> good = tested.value.value_or(std::vector<CheckRow>());
    std::vector<CheckRow> bad = good;
    std::erase_if(bad, &CheckRow::good);
    std::erase_if(good, [](const CheckRow &row) { return !row.good; });
    m_bad->show(factsOf(bad));
    m_bad->setVisible(!bad.empty());
    m_good->show(factsOf(good));
    m_fold->setVisible(!good.empty());
    m_error->show(tested.busy ? std::nullopt : tested.error);
    m_again->setVisible(!tested.busy);
    m_again->setEnabled(!m_journey->applied().busy);
    if (tested.busy) {
        m_mark->setStatus(Status::Busy);
        m_what->say(tr("Testing it as a Pi would..."));
    } else if (!bad.empty() || tested.error) {
        m_mark->setStatus(Status::Bad);
        m_what->say(tested.error ? tr("It could not be tested.") : tr("%n thing(s) are not as they should be.", nullptr, int(bad.size())));
    } else {
        m_mark->setStatus(Status::Good);
        m_what->say(tr("Tested as a Pi would: all %n answer(s) are right.", nullptr, int(good.size())));
    }
}

} // namespace bramble

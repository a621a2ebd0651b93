// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/undo_card.h"

#include "parts/error_card.h"
#include "parts/reveal.h"
#include "parts/text.h"
#include "words/words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>


namespace bramble {

using namespace Qt::StringLiterals;

UndoCard::UndoCard(Journey *journey, QWidget *parent)
    : Card(parent), m_journey(journey), m_what(new Text(Text::Rank::Body)), m_list(new Text(Text::Rank::Quiet)),
      m_look(new QPushButton(tr("&Undo everything..."))), m_all(new QPushButton(tr("&Take all of this back"))),
      m_rest(new QPushButton(tr("Leave what was changed, take back the rest"))), m_leave(new QPushButton(tr("Leave everything as it is"))),
      m_error(new ErrorCard)
{
    m_look->setObjectName(u"undoLook"_s);
    m_all->setObjectName(u"undoAll"_s);
    m_rest->setObjectName(u"undoRest"_s);
    m_leave->setObjectName(u"undoLeave"_s);
    m_list->setObjectName(u"undoList"_s);
    auto *line = new QHBoxLayout;
    for (QPushButton *button : {m_look, m_all, m_rest, m_leave})
        line->addWidget(button);
    line->addStretch(1);
    rows()->addWidget(m_what);
    rows()->addWidget(m_list);
    rows()->addLayout(line);
    rows()->addWidget(m_error);
    connect(m_look, &QPushButton::clicked, this, [this] { m_journey->lookAtUndo(); });
    connect(m_all, &QPushButton::clicked, this, [this] { m_journey->startUndo(UndoChanged::TakeBack); });
    connect(m_rest, &QPushButton::clicked, this, [this] { m_journey->startUndo(UndoChanged::Leave); });
    connect(m_leave, &QPushButton::clicked, this, [this] { m_journey->leaveUndo(); });
}

void UndoCard::refresh()
{
    const auto &list = m_journey->undoList();
    const auto &undone = m_journey->undone();
    const bool busy = list.busy || undone.busy || m_journey->applied().busy;
    const bool shown = list.value && !list.value->empty() && !undone.busy;
    QStringList lines;
    bool changed = false;
    if (shown)
        for (const JournalLine &entry : *list.value) {
            lines << words(entry);
            for (const QString &what : entry.changed)
                lines << tr("    somebody changed this since: %1").arg(what);
            changed = changed || !entry.changed.isEmpty();
        }
    m_list->say(lines.join(u'\n'));
    if (undone.busy)
        m_what->say(tr("Everything is taken back. This may take some minutes."));
    else if (shown)
        m_what->say(tr("This would be taken back, in this order:"));
    else if (list.value)
        m_what->say(tr("Nothing is recorded on this server, so there is nothing to take back."));
    else if (undone.value)
        m_what->say(undone.value->left.isEmpty() ? tr("Taken back: the server is as it was before the first set-up.")
                                                 : tr("Taken back, but for what somebody changed since."));
    else
        m_what->say(tr("All that this program did on the server is recorded there and can be taken back."));
    if (shown && m_all->isHidden())
        reveal(m_all); // the list is long, and what can be done about it stands below
    m_look->setVisible(!shown && !undone.busy);
    m_look->setEnabled(!busy);
    m_all->setVisible(shown);
    m_rest->setVisible(shown && changed);
    m_leave->setVisible(shown);
    m_error->show(busy ? std::nullopt : undone.error ? undone.error : list.error);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/error_card.h"

#include "parts/fold.h"
#include "parts/status_mark.h"
#include "parts/text.h"
#include "words/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

ErrorCard::ErrorCard(QWidget *parent)
    : Card(parent), m_mark(new StatusMark(Status::Bad)), m_what(new Text(Text::Rank::Title)),
      m_why(new Text(Text::Rank::Body)), m_todo(new Text(Text::Rank::Body)), m_said(new Text(Text::Rank::Code)),
      m_id(new Text(Text::Rank::Quiet)), m_details(new Fold(tr("Details"), m_said)),
      m_copy(new QPushButton(tr("Copy"))), m_buttons(new QHBoxLayout)
{
    m_what->setObjectName(u"errorWhat"_s);
    m_copy->setObjectName(u"errorCopy"_s);
    m_copy->setAccessibleName(tr("Copy this message"));
    m_copy->setFlat(true);
    m_id->setWordWrap(false);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(unit(this) / 2);
    for (Text *text : {m_what, m_why, m_todo})
        texts->addWidget(text);
    texts->addWidget(m_details);
    auto *line = new QHBoxLayout;
    line->setSpacing(unit(this) * 3 / 2);
    line->addWidget(m_mark, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    rows()->addLayout(line);
    m_buttons->setSpacing(unit(this));
    m_buttons->addStretch(1);
    m_buttons->addWidget(m_id);
    m_buttons->addWidget(m_copy);
    rows()->addLayout(m_buttons);
    connect(m_copy, &QPushButton::clicked, this, &ErrorCard::copy);
    setVisible(false);
}

void ErrorCard::show(const std::optional<Error> &error, Status status)
{
    const bool same = error == m_error;
    m_error = error;
    setVisible(error.has_value());
    if (!error || same)
        return;
    const ErrorWords w = words(*error);
    setStatus(status);
    m_mark->setStatus(status);
    m_what->say(w.what);
    m_why->say(w.why);
    m_todo->say(w.todo);
    m_said->say(w.said);
    m_said->setVisible(m_details->isOpen());
    m_details->setVisible(!w.said.isEmpty());
    m_id->say(w.id);
    m_copy->setVisible(true);
    setAccessibleName(w.what);
    setAccessibleDescription(QString(w.why + u' ' + w.todo).trimmed());
}

void ErrorCard::tell(const QString &sentence, const QString &more, Status status)
{
    m_error.reset();
    setStatus(status);
    m_mark->setStatus(status);
    m_what->say(sentence);
    m_why->say(more);
    m_todo->say({});
    m_id->say({});
    m_details->setVisible(false);
    m_copy->setVisible(false);
    setAccessibleName(sentence);
    setAccessibleDescription(more);
    setVisible(true);
}

QPushButton *ErrorCard::addButton(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    m_buttons->insertWidget(m_buttons->count() - 3, button);
    return button;
}

void ErrorCard::copy()
{
    if (!m_error)
        return;
    const QString said = words(*m_error).said;
    QGuiApplication::clipboard()->setText(said.isEmpty() ? paragraph(*m_error)
                                                         : QString(paragraph(*m_error) + u"\n\n"_s + said));
}

} // namespace bramble

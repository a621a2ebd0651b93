// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/page.h"

#include "parts/text.h"
#include "parts/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bramble {

QString placeName(Place place)
{
    switch (place) {
    case Place::Start: return QCoreApplication::translate("bramble::Place", "Start");
    case Place::Server: return QCoreApplication::translate("bramble::Place", "Server");
    case Place::Pis: return QCoreApplication::translate("bramble::Place", "Pis");
    case Place::System: return QCoreApplication::translate("bramble::Place", "System");
    case Place::Names: return QCoreApplication::translate("bramble::Place", "Names");
    case Place::Review: return QCoreApplication::translate("bramble::Place", "Review");
    case Place::Apply: return QCoreApplication::translate("bramble::Place", "Set up");
    case Place::Boot: return QCoreApplication::translate("bramble::Place", "Boot");
    }
    return {};
}

Page::Page(Journey *journey, Place place, QWidget *parent)
    : QWidget(parent), m_journey(journey), m_place(place), m_heading(new Text(Text::Rank::Heading)),
      m_below(new Text(Text::Rank::Quiet)), m_body(new QVBoxLayout)
{
    const int u = unit(this);
    m_heading->setObjectName(QStringLiteral("heading"));
    m_below->setVisible(false);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(4 * u, 3 * u, 4 * u, 2 * u);
    rows->setSpacing(u / 2);
    rows->addWidget(m_heading);
    rows->addWidget(m_below);
    rows->addSpacing(3 * u / 2);
    rows->addLayout(m_body, 1);
    m_body->setSpacing(3 * u / 2);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    // The window's own ground, not the white of a document.
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    scroll->setWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

QString Page::heading() const
{
    return m_heading->text();
}

QString Page::nextText() const
{
    return tr("Next");
}

bool Page::canGoOn() const
{
    return m_journey->complete(m_place);
}

void Page::goOn()
{
    if (m_place != allPlaces.back())
        Q_EMIT wantsPlace(Place(int(m_place) + 1));
}

void Page::focusFirst()
{
    if (QWidget *now = QApplication::focusWidget(); now && isAncestorOf(now))
        return;
    for (QWidget *widget = nextInFocusChain(); widget && widget != this; widget = widget->nextInFocusChain()) {
        const bool takes
            = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled() && widget->isVisibleTo(this);
        if (takes && isAncestorOf(widget)) {
            widget->setFocus();
            return;
        }
    }
}

void Page::setHeading(const QString &heading, const QString &below)
{
    m_heading->say(heading);
    m_below->say(below);
}

} // namespace bramble

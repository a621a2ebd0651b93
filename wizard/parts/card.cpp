// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/card.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace bramble {

Card::Card(QWidget *parent) : QFrame(parent), m_rows(new QVBoxLayout(this))
{
    respace();
}

void Card::setStatus(Status status)
{
    if (m_status == status)
        return;
    m_status = status;
    update();
}

void Card::respace()
{
    const int u = unit(this);
    m_rows->setContentsMargins(2 * u, 3 * u / 2, 2 * u, 3 * u / 2);
    m_rows->setSpacing(u);
}

void Card::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        respace();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor line = m_status == Status::Quiet
        ? lineColour(palette())
        : mixed(statusGround(m_status, palette()), statusColour(m_status, palette()), 0.45);
    painter.setPen(QPen(line, 1));
    painter.setBrush(statusGround(m_status, palette()));
    const double radius = unit(this) * 0.9;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/slim_bar.h"

#include <QPainter>

namespace bramble {

SlimBar::SlimBar(QWidget *parent) : QProgressBar(parent)
{
    setRange(0, 1000);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SlimBar::setFraction(double fraction)
{
    setValue(int(qBound(0.0, fraction, 1.0) * 1000));
}

void SlimBar::setStatus(Status status)
{
    if (m_status == status)
        return;
    m_status = status;
    update();
}

QSize SlimBar::sizeHint() const
{
    return {12 * unit(this), qMax(6, unit(this))};
}

void SlimBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double thick = qMin(double(height()), unit(this) * 0.9);
    QRectF groove(0, (height() - thick) / 2, width(), thick);
    painter.setBrush(mixed(palette().color(QPalette::Active, QPalette::Base),
                           palette().color(QPalette::Active, QPalette::WindowText), 0.12));
    painter.drawRoundedRect(groove, thick / 2, thick / 2);
    if (value() <= minimum())
        return;
    const double share = double(value() - minimum()) / (maximum() - minimum());
    groove.setWidth(qMax(thick, groove.width() * share));
    if (layoutDirection() == Qt::RightToLeft)
        groove.moveRight(width());
    painter.setBrush(statusColour(m_status, palette()));
    painter.drawRoundedRect(groove, thick / 2, thick / 2);
}

} // namespace bramble

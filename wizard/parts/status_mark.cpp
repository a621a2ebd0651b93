// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/status_mark.h"

#include "parts/icons.h"

#include <QPainter>

namespace bramble {

StatusMark::StatusMark(Status status, QWidget *parent) : QWidget(parent), m_status(status)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(statusWord(status));
    setToolTip(statusWord(status));
}

void StatusMark::setStatus(Status status)
{
    if (status == m_status)
        return;
    m_status = status;
    setAccessibleName(statusWord(status));
    setToolTip(statusWord(status));
    update();
}

QSize StatusMark::sizeHint() const
{
    const int side = fontMetrics().height() + 2;
    return {side, side};
}

void StatusMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStatus(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_status, palette());
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/fold.h"

#include "parts/icons.h"

#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

namespace bramble {

FoldButton::FoldButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

QSize FoldButton::sizeHint() const
{
    const int height = fontMetrics().height();
    return {fontMetrics().horizontalAdvance(text()) + height + height / 2, height + 6};
}

void FoldButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = fontMetrics().height();
    const QColor colour = statusColour(Status::Busy, palette());
    paintChevron(painter, QRectF(0, (height() - side) / 2.0, side, side), isChecked(), colour);
    painter.setPen(colour);
    painter.drawText(rect().adjusted(side + side / 4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic,
                     text());
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

Fold::Fold(const QString &text, QWidget *content, QWidget *parent)
    : QWidget(parent), m_button(new FoldButton(text, this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(unit(this) / 2);
    rows->addWidget(m_button, 0, Qt::AlignLeft);
    rows->addWidget(content);
    content->setVisible(false);
    connect(m_button, &QAbstractButton::toggled, content, &QWidget::setVisible);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/buttons.h"

#include "parts/icons.h"

#include <QPainter>

namespace bramble {

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

QSize PrimaryButton::sizeHint() const
{
    const int u = unit(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return QSize(qMax(12 * u, QFontMetrics(bold).horizontalAdvance(text()) + 5 * u),
                 QPushButton::sizeHint().height() + u / 2);
}

void PrimaryButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dark = isDark(palette());
    QColor ground = statusColour(Status::Busy, palette());
    QColor ink = dark ? QColor(Qt::black) : QColor(Qt::white);
    if (!isEnabled()) {
        ground = mixed(palette().color(QPalette::Active, QPalette::Window),
                       palette().color(QPalette::Active, QPalette::WindowText), 0.12);
        ink = quietColour(palette());
    } else if (isDown()) {
        ground = mixed(ground, Qt::black, 0.2);
    } else if (underMouse()) {
        ground = mixed(ground, Qt::white, 0.12);
    }
    const double radius = unit(this) * 0.6;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), radius, radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Active, QPalette::WindowText), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), radius + 1, radius + 1);
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextHideMnemonic, text());
}

ChoiceButton::ChoiceButton(const QString &title, const QString &description, QWidget *parent) : QPushButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setChoice(title, description);
}

void ChoiceButton::setChoice(const QString &title, const QString &description)
{
    setText(title);
    m_description = description;
    setAccessibleDescription(description);
    updateGeometry();
    update();
}

QFont ChoiceButton::titleFont() const
{
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setWeight(QFont::DemiBold);
    return bold;
}

QSize ChoiceButton::sizeHint() const
{
    const int width = 50 * fontMetrics().averageCharWidth();
    return {width, heightForWidth(width)};
}

int ChoiceButton::heightForWidth(int width) const
{
    const int u = unit(this);
    const QRect room(0, 0, width - 8 * u, 10000);
    return 4 * u + u / 2 + QFontMetrics(titleFont()).height()
        + fontMetrics().boundingRect(room, Qt::TextWordWrap, m_description).height();
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int u = unit(this);
    const QColor accent = statusColour(Status::Busy, palette());
    const bool lively = isEnabled() && (underMouse() || hasFocus());
    QColor ground = statusGround(Status::Quiet, palette());
    if (isEnabled() && (underMouse() || isDown()))
        ground = mixed(ground, accent, isDown() ? 0.14 : 0.06);
    painter.setPen(QPen(lively ? accent : lineColour(palette()), hasFocus() ? 2 : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), u * 0.9, u * 0.9);

    const QFont bold = titleFont();
    QRect room = rect().adjusted(2 * u, 2 * u, -6 * u, -u);
    painter.setFont(bold);
    painter.setPen(isEnabled() ? palette().color(QPalette::Active, QPalette::WindowText) : quietColour(palette()));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextHideMnemonic, text());
    room.setTop(room.top() + QFontMetrics(bold).height() + u / 2);
    painter.setFont(font());
    painter.setPen(quietColour(palette()));
    painter.drawText(room, int(Qt::AlignLeft | Qt::AlignTop) | int(Qt::TextWordWrap), m_description);
    const QRectF arrow(width() - 4.5 * u, height() / 2.0 - u, 2 * u, 2 * u);
    paintChevron(painter, arrow, false, lively ? accent : quietColour(palette()));
}

} // namespace bramble

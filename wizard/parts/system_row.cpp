// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/system_row.h"

#include "parts/icons.h"
#include "parts/theme.h"

#include <QIcon>
#include <QPainter>
#include <QWidget>

namespace bramble {

namespace {

QFont bold(const QFont &font)
{
    QFont out = font;
    out.setWeight(QFont::DemiBold);
    return out;
}

} // namespace

QSize SystemRow::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const int u = unit(option.widget);
    return {40 * u, 2 * option.fontMetrics.height() + 3 * u / 2};
}

void SystemRow::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int u = unit(option.widget);
    const QPalette &palette = option.palette;
    const bool usable = (index.flags() & Qt::ItemIsEnabled) != 0;
    const bool here = (option.state & QStyle::State_Selected) != 0;
    const bool focused = here && (option.state & QStyle::State_HasFocus) != 0;
    const QColor accent = statusColour(Status::Busy, palette);
    const QColor ground = palette.color(QPalette::Active, QPalette::Base);
    const QRectF plate = QRectF(option.rect).adjusted(1, 1, -1, -1);
    if (here || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(focused ? QPen(accent, 1.5) : Qt::NoPen);
        painter->setBrush(mixed(ground, accent, here ? 0.14 : 0.06));
        painter->drawRoundedRect(plate, u * 0.7, u * 0.7);
    }
    const int side = option.fontMetrics.height() * 2 - u / 2;
    const QRect picture(option.rect.left() + u, option.rect.center().y() - side / 2, side, side);
    const bool chosen = index.data(ChosenRole).toBool();
    if (chosen)
        paintStatus(*painter, QRectF(picture).adjusted(u / 2.0, u / 2.0, -u / 2.0, -u / 2.0), Status::Good, palette);
    else if (const QIcon icon = qvariant_cast<QIcon>(index.data(Qt::DecorationRole)); !icon.isNull())
        icon.paint(painter, picture, Qt::AlignCenter, usable ? QIcon::Normal : QIcon::Disabled);

    const QRect text = option.rect.adjusted(side + 2 * u + u / 2, 3 * u / 4, -u, -3 * u / 4);
    const QRect upper(text.left(), text.top(), text.width(), option.fontMetrics.height());
    const QRect lower = upper.translated(0, option.fontMetrics.height());
    const QColor quiet = quietColour(palette);
    painter->setFont(option.font);
    painter->setPen(quiet);
    const QString size = index.data(SizeRole).toString(), date = index.data(DateRole).toString();
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, size);
    painter->drawText(lower, Qt::AlignRight | Qt::AlignVCenter, date);
    const int right
        = qMax(option.fontMetrics.horizontalAdvance(size), option.fontMetrics.horizontalAdvance(date)) + 2 * u;
    const QRect first = upper.adjusted(0, 0, -right, 0), second = lower.adjusted(0, 0, -right, 0);
    painter->drawText(
        second, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data(SecondLineRole).toString(), Qt::ElideRight, second.width()));
    const QFont strong = bold(option.font);
    const QFontMetrics metrics(strong);
    const QString badge = index.data(BadgeRole).toString();
    const int badgeWidth = badge.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(badge) + 3 * u / 2;
    const QString name
        = metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, first.width() - badgeWidth - u);
    painter->setFont(strong);
    painter->setPen(usable ? palette.color(QPalette::Active, QPalette::Text) : quiet);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, name);
    if (!badge.isEmpty()) {
        const QRectF pill(first.left() + metrics.horizontalAdvance(name) + u, first.top() + 1, badgeWidth,
                          first.height() - 2);
        const QColor good = statusColour(Status::Good, palette);
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(ground, good, 0.16));
        painter->drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter->setFont(option.font);
        painter->setPen(good);
        painter->drawText(pill, Qt::AlignCenter, badge);
    }
    painter->restore();
}

} // namespace bramble

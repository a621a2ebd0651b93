// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <functional>

namespace bramble {

namespace {

using Paint = std::function<void(QPainter &, const QRectF &)>;

/// Lets a function of ours be an icon, so that it is drawn anew at every size and scale.
class DrawnIcon : public QIconEngine
{
public:
    explicit DrawnIcon(Paint paint) : m_paint(std::move(paint)) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        const int side = qMin(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        m_paint(*painter, square);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new DrawnIcon(m_paint); }

private:
    Paint m_paint;
};

QPen pen(const QColor &colour, double width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

} // namespace

void paintStatus(QPainter &painter, const QRectF &rect, Status status, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double s = rect.width();
    const QColor colour = statusColour(status, palette);
    const QColor ink = palette.color(QPalette::Active, QPalette::Base);
    const QRectF disc = rect.adjusted(s * 0.06, s * 0.06, -s * 0.06, -s * 0.06);
    const auto at = [&rect, s](double x, double y) { return rect.topLeft() + QPointF(x * s, y * s); };
    switch (status) {
    case Status::Quiet:
        painter.setPen(pen(mixed(colour, palette.color(QPalette::Active, QPalette::Base), 0.4), s * 0.08));
        painter.drawEllipse(disc.adjusted(s * 0.08, s * 0.08, -s * 0.08, -s * 0.08));
        break;
    case Status::Busy:
        painter.setPen(pen(mixed(colour, palette.color(QPalette::Active, QPalette::Base), 0.65), s * 0.12));
        painter.drawEllipse(disc.adjusted(s * 0.08, s * 0.08, -s * 0.08, -s * 0.08));
        painter.setPen(pen(colour, s * 0.12));
        painter.drawArc(disc.adjusted(s * 0.08, s * 0.08, -s * 0.08, -s * 0.08), 90 * 16, -120 * 16);
        break;
    case Status::Good:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(disc);
        painter.setPen(pen(ink, s * 0.11));
        painter.drawPolyline(QPolygonF{at(0.30, 0.52), at(0.44, 0.66), at(0.70, 0.37)});
        break;
    case Status::Warning: {
        QPainterPath triangle;
        triangle.addPolygon(QPolygonF{at(0.5, 0.12), at(0.92, 0.84), at(0.08, 0.84)});
        triangle.closeSubpath();
        painter.setPen(pen(colour, s * 0.08));
        painter.setBrush(colour);
        painter.drawPath(triangle);
        painter.setPen(pen(ink, s * 0.1));
        painter.drawLine(at(0.5, 0.40), at(0.5, 0.58));
        painter.drawPoint(at(0.5, 0.73));
        break;
    }
    case Status::Bad:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(disc);
        painter.setPen(pen(ink, s * 0.11));
        painter.drawLine(at(0.35, 0.35), at(0.65, 0.65));
        painter.drawLine(at(0.65, 0.35), at(0.35, 0.65));
        break;
    }
    painter.restore();
}

void paintChevron(QPainter &painter, const QRectF &rect, bool down, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double s = rect.width();
    painter.translate(rect.center());
    if (down)
        painter.rotate(90);
    painter.setPen(pen(colour, qMax(1.4, s * 0.1)));
    painter.drawPolyline(QPolygonF{QPointF(-0.12 * s, -0.24 * s), QPointF(0.14 * s, 0), QPointF(-0.12 * s, 0.24 * s)});
    painter.restore();
}

void paintEmblem(QPainter &painter, const QRectF &rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 64, rect.height() / 64);

    const QColor leaf(0x3c, 0x8f, 0x45);
    painter.setPen(pen(QColor(0x2d, 0x6e, 0x36), 3.6));
    QPainterPath cable(QPointF(32, 19));
    cable.cubicTo(QPointF(32, 8), QPointF(46, 12), QPointF(47, 5));
    painter.drawPath(cable);
    for (const double side : {-1.0, 1.0}) {
        QPainterPath path(QPointF(32, 20));
        path.cubicTo(QPointF(32 + side * 6, 9), QPointF(32 + side * 18, 10), QPointF(32 + side * 22, 15));
        path.cubicTo(QPointF(32 + side * 18, 22), QPointF(32 + side * 8, 25), QPointF(32, 20));
        painter.setPen(Qt::NoPen);
        painter.setBrush(side < 0 ? leaf : leaf.lighter(115));
        painter.drawPath(path);
    }
    // Drupelets in rows of 3, 4, 3, 2, 1: the outer rows first, so that the middle ones lie on top.
    constexpr std::array<std::pair<int, double>, 5> rows{{{4, 27}, {5, 35}, {4, 43}, {3, 51}, {1, 58}}};
    for (const auto &[count, y] : rows) {
        for (int i = 0; i < count; ++i) {
            const double x = 32 + (i - (count - 1) / 2.0) * 9;
            QRadialGradient shine(QPointF(x - 2, y - 2), 7);
            shine.setColorAt(0, QColor(0xe8, 0x5d, 0x8a));
            shine.setColorAt(1, QColor(0x9c, 0x1f, 0x4f));
            painter.setPen(QPen(QColor(0x7a, 0x14, 0x3c), 0.8));
            painter.setBrush(shine);
            painter.drawEllipse(QPointF(x, y), 5.6, 5.4);
        }
    }
    painter.restore();
}

QIcon statusIcon(Status status)
{
    return QIcon(new DrawnIcon([status](QPainter &painter, const QRectF &rect) {
        paintStatus(painter, rect, status, QGuiApplication::palette());
    }));
}

QIcon emblem()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintEmblem(painter, QRectF(0, 0, side, side));
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel/stage_bar.h"

#include <QPainter>

#include <array>

namespace bramble {

namespace {

// The pieces between Off and Running (reference: ux 5.9, weights).
constexpr std::array<int, 9> weights{5, 5, 10, 5, 20, 15, 10, 10, 20};

} // namespace

double stageShare(Stage stage)
{
    int done = 0;
    for (int i = 0; i < int(stage); ++i)
        done += weights[size_t(i)];
    return done / 100.0;
}

void paintStages(QPainter &painter, const QRectF &rect, Stage stage, Status status, const QPalette &palette, Qt::LayoutDirection direction)
{
    painter.setPen(Qt::NoPen);
    const double gap = 2;
    const double thick = rect.height();
    const double room = rect.width() - gap * double(weights.size() - 1);
    const QColor empty = mixed(palette.color(QPalette::Active, QPalette::Base), palette.color(QPalette::Active, QPalette::WindowText), 0.12);
    double x = 0;
    for (size_t i = 0; i < weights.size(); ++i) {
        const double wide = room * weights[i] / 100.0;
        painter.setBrush(int(i) < int(stage) ? statusColour(status, palette) : empty);
        const double left = direction == Qt::RightToLeft ? rect.width() - x - wide : x;
        painter.drawRoundedRect(QRectF(rect.left() + left, rect.top(), wide, thick), thick / 3, thick / 3);
        x += wide + gap;
    }
}

} // namespace bramble

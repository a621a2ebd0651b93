// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel/stage_bar.h"

#include "words/words.h"

#include <QPainter>

#include <array>

namespace bramble {

namespace {

// The pieces between Off and Running (reference: ux 5.9, weights).
constexpr std::array<int, 9> weights{5, 5, 10, 5, 20, 15, 10, 10, 20};

} // namespace

StageBar::StageBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(words(Stage::Off));
}

void StageBar::show(Stage stage, bool stuck)
{
    if (stage == m_stage && stuck == m_stuck)
        return;
    m_stage = stage;
    m_stuck = stuck;
    setAccessibleName(stuck ? tr("%1, stuck").arg(words(stage)) : words(stage));
    update();
}

double StageBar::share(Stage stage)
{
    int done = 0;
    for (int i = 0; i < int(stage); ++i)
        done += weights[size_t(i)];
    return done / 100.0;
}

QSize StageBar::sizeHint() const
{
    return {24 * unit(this), unit(this) + 2};
}

void StageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double gap = 2;
    const double thick = qMin(double(height()), unit(this) * 0.9);
    const double room = width() - gap * double(weights.size() - 1);
    const QColor empty = mixed(palette().color(QPalette::Active, QPalette::Base),
                               palette().color(QPalette::Active, QPalette::WindowText), 0.12);
    const Status status = m_stage == Stage::Running ? Status::Good : m_stuck ? Status::Warning : Status::Busy;
    double x = 0;
    for (size_t i = 0; i < weights.size(); ++i) {
        const double wide = room * weights[i] / 100.0;
        painter.setBrush(int(i) < int(m_stage) ? statusColour(status, palette()) : empty);
        const double left = layoutDirection() == Qt::RightToLeft ? width() - x - wide : x;
        painter.drawRoundedRect(QRectF(left, (height() - thick) / 2, wide, thick), thick / 3, thick / 3);
        x += wide + gap;
    }
}

} // namespace bramble

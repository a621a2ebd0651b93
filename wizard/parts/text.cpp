// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/text.h"

#include "parts/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>

namespace bramble {

Text::Text(Rank rank, const QString &text, QWidget *parent) : QLabel(text, parent), m_rank(rank)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setCursor(Qt::ArrowCursor);
    restyle();
}

void Text::say(const QString &text)
{
    if (text != QLabel::text())
        setText(text);
    setVisible(!text.isEmpty());
}

void Text::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    const auto type = event->type();
    if (!m_styling && (type == QEvent::PaletteChange || type == QEvent::ApplicationFontChange))
        restyle();
}

void Text::restyle()
{
    m_styling = true;
    QFont font = m_rank == Rank::Code ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QApplication::font(this);
    const double points = QApplication::font(this).pointSizeF();
    if (m_rank == Rank::Heading) {
        font.setPointSizeF(points * 1.7);
        font.setWeight(QFont::DemiBold);
    } else if (m_rank == Rank::Title) {
        font.setPointSizeF(points * 1.08);
        font.setWeight(QFont::DemiBold);
    } else if (m_rank == Rank::Code) {
        font.setPointSizeF(points * 0.95);
    }
    setFont(font);
    if (m_rank == Rank::Quiet) {
        QPalette own = QApplication::palette(this);
        own.setColor(QPalette::WindowText, quietColour(own));
        setPalette(own);
    }
    m_styling = false;
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QWidget;

namespace bramble {

/// How something stands; always shown as a shape and a word, never by its colour alone.
enum class Status { Quiet, Busy, Good, Warning, Bad };

bool isDark(const QPalette &palette);
/// first and second mixed; share is how much of second, 0 to 1.
QColor mixed(const QColor &first, const QColor &second, double share);
/// Legible (4.5:1) on the Base and Window of this palette.
QColor statusColour(Status status, const QPalette &palette);
/// The ground of a card that says something of this status.
QColor statusGround(Status status, const QPalette &palette);
/// Text of second rank, still legible.
QColor quietColour(const QPalette &palette);
QColor lineColour(const QPalette &palette);

/// Half a line of text, in device-independent pixels: all distances are multiples of it, so that they grow with the
/// font.
int unit(const QWidget *widget);

/// "done", "needs attention": what a screen reader says for the mark.
QString statusWord(Status status);

} // namespace bramble

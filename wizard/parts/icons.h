// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/theme.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace bramble {

/// Icons as strokes of a pen: sharp at every scale, in the colours of whatever palette is in force, and no image files.
void paintStatus(QPainter &painter, const QRectF &rect, Status status, const QPalette &palette);
/// A small arrow: to the right, or down when open.
void paintChevron(QPainter &painter, const QRectF &rect, bool down, const QColor &colour);
/// A bramble with a cable for its stalk.
void paintEmblem(QPainter &painter, const QRectF &rect);

QIcon statusIcon(Status status);
QIcon emblem();

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline.h"
#include "parts/theme.h"

class QPainter;
class QRectF;

namespace bramble {

/// One node's way from off to running as a row of pieces; the wider a piece, the longer it usually takes.
void paintStages(QPainter &painter, const QRectF &rect, Stage stage, Status status, const QPalette &palette, Qt::LayoutDirection direction);

/// 0 to 1.
double stageShare(Stage stage);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline.h"
#include "parts/theme.h"

#include <QWidget>

namespace bramble {

/// One node's way from off to running as a row of pieces; the wider a piece, the longer it usually takes.
class StageBar : public QWidget
{
    Q_OBJECT

public:
    explicit StageBar(QWidget *parent = nullptr);

    void show(Stage stage, bool stuck);
    /// 0 to 1.
    static double share(Stage stage);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Stage m_stage = Stage::Off;
    bool m_stuck = false;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/theme.h"

#include <QListWidget>

namespace bramble {

/// The way through the program: each step with its state, and open to a click or a key once it may be gone to.
class StepList : public QListWidget
{
    Q_OBJECT

public:
    explicit StepList(const QStringList &names, QWidget *parent = nullptr);

    void showStep(int step, bool open, bool complete);
    void setCurrent(int step);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int step);
};

} // namespace bramble

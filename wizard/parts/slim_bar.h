// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/theme.h"

#include <QProgressBar>

namespace bramble {

/// A progress bar without a frame; it keeps what QProgressBar tells screen readers.
class SlimBar : public QProgressBar
{
    Q_OBJECT

public:
    explicit SlimBar(QWidget *parent = nullptr);

    /// 0 to 1; never goes back by itself.
    void setFraction(double fraction);
    void setStatus(Status status);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status = Status::Busy;
};

} // namespace bramble

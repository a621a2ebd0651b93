// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/theme.h"

#include <QWidget>

namespace bramble {

/// The shape of a status, as high as a line of text; its word is there for those who do not see it.
class StatusMark : public QWidget
{
    Q_OBJECT

public:
    explicit StatusMark(Status status = Status::Quiet, QWidget *parent = nullptr);

    Status status() const { return m_status; }
    void setStatus(Status status);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status;
};

} // namespace bramble

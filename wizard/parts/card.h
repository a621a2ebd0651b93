// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace bramble {

/// A calm piece of ground with round corners on which things stand that belong together.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    QVBoxLayout *rows() const { return m_rows; }
    void setStatus(Status status);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void respace();

    QVBoxLayout *m_rows;
    Status m_status = Status::Quiet;
};

} // namespace bramble

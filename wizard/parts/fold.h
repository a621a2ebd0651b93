// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QVBoxLayout;

namespace bramble {

/// A line that can be pressed to show more; what it shows is made only then, by whoever listens to toggled().
class FoldButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FoldButton(const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A FoldButton and what it shows.
class Fold : public QWidget
{
    Q_OBJECT

public:
    Fold(const QString &text, QWidget *content, QWidget *parent = nullptr);

    FoldButton *button() const { return m_button; }
    bool isOpen() const { return m_button->isChecked(); }

private:
    FoldButton *m_button;
};

} // namespace bramble

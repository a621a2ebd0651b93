// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace bramble {

/// A label of one of the few kinds of text this program has; plain text only, since much of it comes from outside.
class Text : public QLabel
{
    Q_OBJECT

public:
    enum class Rank { Heading, Title, Body, Quiet, Code };

    explicit Text(Rank rank, const QString &text = {}, QWidget *parent = nullptr);
    /// Hides itself when there is nothing to say.
    void say(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    Rank m_rank;
    bool m_styling = false;
};

} // namespace bramble

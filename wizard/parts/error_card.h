// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/error.h"
#include "parts/card.h"

#include <optional>

class QHBoxLayout;
class QPushButton;

namespace bramble {

class Fold;
class StatusMark;
class Text;

/// An error where it happened: what, why, what to do, what the other side said, the id to search for, and the button
/// that helps.
class ErrorCard : public Card
{
    Q_OBJECT

public:
    explicit ErrorCard(QWidget *parent = nullptr);

    /// Hides itself when there is none. A question is an error of status Warning.
    void show(const std::optional<Error> &error, Status status = Status::Bad);
    /// Something good or neutral, said in the same place.
    void tell(const QString &sentence, const QString &more, Status status = Status::Good);
    QPushButton *addButton(const QString &text, const QString &name);
    const std::optional<Error> &error() const { return m_error; }

private:
    void copy();

    std::optional<Error> m_error;
    StatusMark *m_mark;
    Text *m_what;
    Text *m_why;
    Text *m_todo;
    Text *m_said;
    Text *m_id;
    Fold *m_details;
    QPushButton *m_copy;
    QHBoxLayout *m_buttons;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/systems.h"

#include <QWidget>

class QPlainTextEdit;

namespace bramble {

class ErrorCard;

/// Which lists of systems are shown and where images are fetched from instead: for schools and companies with servers of their own.
class SourcesView : public QWidget
{
    Q_OBJECT

public:
    explicit SourcesView(Systems *systems, QWidget *parent = nullptr);

private:
    void show();
    void use(const QString &lists, const QString &mirrors);

    Systems *m_systems;
    QPlainTextEdit *m_lists;
    QPlainTextEdit *m_mirrors;
    ErrorCard *m_error;
};

} // namespace bramble

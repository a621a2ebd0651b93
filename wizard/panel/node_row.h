// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline.h"
#include "parts/theme.h"

#include <QAbstractButton>
#include <QList>

namespace bramble {

/// What a row shows; two that are equal need no painting.
struct RowView
{
    QString name;
    QString stage; ///< in words
    QString part; ///< of the file that it fetches now, where that is known; shown in place of the stage
    Stage at = Stage::Off;
    Status status = Status::Quiet;
    QString inStage; ///< for how long
    QString left; ///< until it runs
    QString data; ///< of its boot files
    QString disk; ///< bytes from and to its disk; shown in place of data
    QString sign; ///< the last one
    bool isOverdue = false; ///< silent for longer than this stage ever is
    bool isOld = false; ///< was so when the server was last reached
    QList<qint64> rates; ///< bytes in each of the last seconds, oldest first

    bool operator==(const RowView &) const = default;
};

/// One node of the boot panel, painted by itself: five hundred of them cost what changes, not what there is. A button: it opens the details.
class NodeRow : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr qsizetype rateSeconds = 60;

    explicit NodeRow(QWidget *parent = nullptr);

    void show(RowView view);
    const RowView &view() const { return m_view; }
    /// The row in one sentence, for those who do not see it.
    static QString inWords(const RowView &view);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void neighbourWanted(int step); ///< the keyboard goes on by one row

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    RowView m_view;
};

/// The heads of the columns.
class NodeHeader : public QWidget
{
    Q_OBJECT

public:
    explicit NodeHeader(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace bramble

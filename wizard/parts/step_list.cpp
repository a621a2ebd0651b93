// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/step_list.h"

#include "parts/icons.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace bramble {

namespace {

constexpr int completeRole = Qt::UserRole;

/// A tick or a number, and the name.
class StepDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const int height = option.fontMetrics.height();
        return {height * 8, height * 2 + height / 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPalette &palette = option.palette;
        const bool open = index.flags().testFlag(Qt::ItemIsEnabled);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const bool complete = index.data(completeRole).toBool();
        const int line = option.fontMetrics.height();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF ground = QRectF(option.rect).adjusted(line / 2.0, 2, -line / 2.0, -2);
        const QColor accent = statusColour(Status::Busy, palette);
        if (current || (open && option.state.testFlag(QStyle::State_MouseOver))) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(mixed(palette.color(QPalette::Active, QPalette::Window), accent, current ? 0.18 : 0.07));
            painter->drawRoundedRect(ground, line * 0.4, line * 0.4);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(accent, 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(ground, line * 0.4, line * 0.4);
        }
        const double side = line * 1.25;
        const QRectF mark(ground.left() + line / 2.0, ground.center().y() - side / 2, side, side);
        if (complete && !current)
            paintStatus(*painter, mark, Status::Good, palette);
        else
            paintNumber(*painter, mark, index.row() + 1, current, open, option);
        QFont font = option.font;
        if (current)
            font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(open ? palette.color(QPalette::Active, QPalette::WindowText)
                             : mixed(palette.color(QPalette::Active, QPalette::WindowText),
                                     palette.color(QPalette::Active, QPalette::Window), 0.5));
        painter->drawText(ground.adjusted(line / 2.0 + side + line / 2.0, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          index.data().toString());
        painter->restore();
    }

private:
    static void paintNumber(QPainter &painter, const QRectF &mark, int number, bool current, bool open,
                            const QStyleOptionViewItem &option)
    {
        const QColor accent = statusColour(Status::Busy, option.palette);
        const QColor quiet = mixed(option.palette.color(QPalette::Active, QPalette::WindowText),
                                   option.palette.color(QPalette::Active, QPalette::Window), open ? 0.32 : 0.55);
        painter.setPen(QPen(current ? accent : quiet, 1.2));
        painter.setBrush(current ? QBrush(accent) : QBrush(Qt::NoBrush));
        painter.drawEllipse(mark.adjusted(1.5, 1.5, -1.5, -1.5));
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter.setFont(small);
        painter.setPen(current ? option.palette.color(QPalette::Active, QPalette::Base) : quiet);
        painter.drawText(mark, Qt::AlignCenter, QString::number(number));
    }
};

} // namespace

StepList::StepList(const QStringList &names, QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("stepList"));
    setAccessibleName(tr("Steps"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setItemDelegate(new StepDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    viewport()->setAutoFillBackground(false);
    for (const QString &name : names)
        addItem(name);
    // Arrow keys, clicks and screen readers all end in a change of the current row.
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT chosen(row);
    });
}

void StepList::showStep(int step, bool open, bool complete)
{
    QListWidgetItem *row = item(step);
    const Qt::ItemFlags flags = open ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
    if (row->flags() != flags)
        row->setFlags(flags);
    if (row->data(completeRole).toBool() != complete)
        row->setData(completeRole, complete);
    const QString state = complete ? tr("done") : open ? tr("open") : tr("not yet open");
    const QString spoken = tr("Step %1, %2: %3").arg(step + 1).arg(row->text(), state);
    if (row->data(Qt::AccessibleTextRole).toString() != spoken)
        row->setData(Qt::AccessibleTextRole, spoken);
}

void StepList::setCurrent(int step)
{
    const QSignalBlocker quiet(this);
    setCurrentRow(step);
}

QSize StepList::sizeHint() const
{
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = qMax(widest, fontMetrics().horizontalAdvance(item(i)->text()));
    return {widest + 6 * fontMetrics().height(), count() * fontMetrics().height() * 9 / 4};
}

} // namespace bramble

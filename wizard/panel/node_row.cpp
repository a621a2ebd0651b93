// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel/node_row.h"

#include "panel/stage_bar.h"
#include "parts/icons.h"
#include "words/words.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Where the columns are; the same for all rows of one width and font, so that nothing dances.
struct Columns
{
    QRect mark, name, how, inStage, left, data, rate, sign;
};

Columns columnsOf(const QWidget &widget)
{
    const int u = unit(&widget);
    const QFontMetrics metrics = widget.fontMetrics();
    const int time = metrics.horizontalAdvance(u"88:88"_s) + u;
    const int left = metrics.horizontalAdvance(u"~88:88"_s) + u;
    const int data = metrics.horizontalAdvance(NodeRow::tr("%n file(s), %1", nullptr, 88).arg(bytesWords(88'800'000))) + u;
    const int sign = metrics.horizontalAdvance(NodeRow::tr("%1 ago").arg(u"88:88"_s)) + u;
    const int mark = metrics.height() + u;
    const int name = metrics.horizontalAdvance(u"M"_s) * 10;
    // Where there is not room for all, how far it is comes before how fast it was. As wide as its longest words are.
    const int how = metrics.horizontalAdvance(u"Running at 188.188.188.188"_s) + u;
    const int rest = widget.width() - mark - name - how - sign - data - left - time;
    const int letter = metrics.horizontalAdvance(u"M"_s);
    const int rate = rest < 3 * letter ? 0 : std::min(rest, 7 * letter);
    Columns c;
    const int height = widget.height();
    int x = widget.width();
    const auto fromRight = [&x, height](int wide) {
        x -= wide;
        return QRect(x, 0, wide, height);
    };
    c.sign = fromRight(sign);
    c.rate = fromRight(rate);
    c.data = fromRight(data);
    c.left = fromRight(left);
    c.inStage = fromRight(time);
    c.mark = QRect(0, 0, mark, height);
    c.name = QRect(mark, 0, name, height);
    c.how = QRect(mark + name, 0, std::max(0, x - mark - name - u), height);
    if (widget.layoutDirection() == Qt::RightToLeft)
        for (QRect *each : {&c.mark, &c.name, &c.how, &c.inStage, &c.left, &c.data, &c.rate, &c.sign})
            each->moveLeft(widget.width() - each->right() - 1);
    return c;
}

void paintRates(QPainter &painter, const QRectF &room, const QList<qint64> &rates, const QColor &colour)
{
    const qint64 most = rates.isEmpty() ? 0 : *std::ranges::max_element(rates);
    if (most <= 0 || room.width() <= 0)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double wide = room.width() / double(NodeRow::rateSeconds);
    const double from = room.left() + wide * double(NodeRow::rateSeconds - rates.size());
    for (qsizetype i = 0; i < rates.size(); ++i) {
        const double high = room.height() * double(rates[i]) / double(most);
        if (high > 0)
            painter.drawRect(QRectF(from + wide * double(i), room.bottom() - std::max(1.0, high), std::max(1.0, wide - 0.5), std::max(1.0, high)));
    }
}

} // namespace

NodeRow::NodeRow(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void NodeRow::show(RowView view)
{
    if (view == m_view)
        return;
    const bool isOther = view.stage != m_view.stage || view.status != m_view.status || view.name != m_view.name || view.isOld != m_view.isOld;
    m_view = std::move(view);
    // The clocks run on without being told each second to somebody who listens.
    if (isOther || accessibleName().isEmpty()) {
        setAccessibleName(inWords(m_view));
        setText(m_view.name);
    }
    update();
}

QString NodeRow::inWords(const RowView &view)
{
    QStringList parts{tr("%1: %2").arg(view.name, view.stage), statusWord(view.status)};
    if (!view.part.isEmpty())
        parts << view.part;
    if (!view.inStage.isEmpty())
        parts << tr("for %1").arg(view.inStage);
    if (!view.left.isEmpty())
        parts << tr("about %1 left").arg(view.left);
    if (!view.data.isEmpty())
        parts << tr("fetched %1").arg(view.data);
    if (!view.disk.isEmpty())
        parts << tr("%1 from and to its disk").arg(view.disk);
    parts << tr("last sign of life: %1").arg(view.sign);
    if (view.isOld)
        parts << tr("as it was when the server was last reached");
    return parts.join(u", "_s);
}

QSize NodeRow::sizeHint() const
{
    return {40 * unit(this), fontMetrics().height() + 3 * unit(this)};
}

QSize NodeRow::minimumSizeHint() const
{
    return sizeHint();
}

void NodeRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int u = unit(this);
    const Columns c = columnsOf(*this);
    const QColor plain = m_view.isOld ? quietColour(palette()) : palette().color(QPalette::Active, QPalette::WindowText);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(palette().color(QPalette::Active, QPalette::Base), plain, isChecked() ? 0.10 : 0.05));
        painter.drawRoundedRect(rect().adjusted(0, 1, 0, -1), u / 2.0, u / 2.0);
    }
    const Status status = m_view.isOld ? Status::Quiet : m_view.status;
    const int side = fontMetrics().height() + 2;
    paintStatus(painter, QRectF(c.mark.left(), (height() - side) / 2.0, side, side).adjusted(1, 1, -1, -1), status, palette());
    const auto write = [&](const QRect &room, const QString &text, Qt::Alignment along, const QColor &colour) {
        painter.setPen(colour);
        painter.drawText(room, int(along | Qt::AlignVCenter) | Qt::TextSingleLine, painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };
    const Qt::Alignment begin = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment end = layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    write(c.name.adjusted(0, 0, -u, 0), m_view.name, begin, plain);
    painter.setFont(font());
    const int text = fontMetrics().height();
    write(QRect(c.how.left(), u / 2, c.how.width(), text), m_view.part.isEmpty() ? m_view.stage : m_view.part, begin, plain);
    paintStages(painter, QRectF(c.how.left(), u / 2.0 + text + u / 4.0, c.how.width(), u), m_view.at, status, palette(), layoutDirection());
    const auto orNone = [](const QString &value) { return value.isEmpty() ? u"–"_s : value; };
    write(c.inStage, orNone(m_view.inStage), end, plain);
    write(c.left, m_view.left.isEmpty() ? QString() : u"~"_s + m_view.left, end, quietColour(palette()));
    write(c.data, m_view.disk.isEmpty() ? orNone(m_view.data) : tr("Disk: %1").arg(m_view.disk), end, plain);
    paintRates(painter, QRectF(c.rate).adjusted(u, 1.25 * u, -u, -1.25 * u), m_view.rates, m_view.isOld ? quietColour(palette()) : statusColour(Status::Busy, palette()));
    write(c.sign, m_view.sign, end, m_view.isOverdue && !m_view.isOld ? statusColour(Status::Warning, palette()) : plain);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void NodeRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        Q_EMIT neighbourWanted(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

NodeHeader::NodeHeader(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize NodeHeader::sizeHint() const
{
    return {40 * unit(this), fontMetrics().height() + unit(this)};
}

void NodeHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(quietColour(palette()));
    const Columns c = columnsOf(*this);
    const bool turned = layoutDirection() == Qt::RightToLeft;
    const auto write = [&](const QRect &room, const QString &text, bool atEnd) {
        const auto along = atEnd != turned ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(room, int(along | Qt::AlignVCenter) | Qt::TextSingleLine, painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };
    write(c.name, tr("Pi"), false);
    write(c.how, tr("How far it is"), false);
    write(c.inStage, tr("For"), true);
    write(c.left, tr("Left"), true);
    write(c.data, tr("Fetched"), true);
    write(c.sign, tr("Last sign"), true);
}

} // namespace bramble

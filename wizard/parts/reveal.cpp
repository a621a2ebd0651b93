// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/reveal.h"

#include <QScrollArea>
#include <QTimer>

namespace bramble {

void reveal(QWidget *widget)
{
    QTimer::singleShot(0, widget, [widget] {
        for (QWidget *around = widget->parentWidget(); around; around = around->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(around))
                area->ensureWidgetVisible(widget);
    });
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/theme.h"

#include <QCoreApplication>
#include <QWidget>

namespace bramble {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightnessF()
        < palette.color(QPalette::Active, QPalette::WindowText).lightnessF();
}

QColor mixed(const QColor &first, const QColor &second, double share)
{
    const auto mix = [share](float a, float b) { return float(double(a) * (1 - share) + double(b) * share); };
    return QColor::fromRgbF(mix(first.redF(), second.redF()), mix(first.greenF(), second.greenF()),
                            mix(first.blueF(), second.blueF()));
}

QColor statusColour(Status status, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (status) {
    case Status::Quiet: return quietColour(palette);
    case Status::Busy: return dark ? QColor(0x79, 0xb8, 0xff) : QColor(0x0b, 0x5c, 0xad);
    case Status::Good: return dark ? QColor(0x5c, 0xc8, 0x6e) : QColor(0x1a, 0x7a, 0x34);
    case Status::Warning: return dark ? QColor(0xe3, 0xb3, 0x41) : QColor(0x8a, 0x5a, 0x00);
    case Status::Bad: return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x1d, 0x28);
    }
    return {};
}

QColor statusGround(Status status, const QPalette &palette)
{
    // In the dark a card is raised, and the fields on it lie deeper: both would be Base otherwise, and flow together.
    const QColor base = isDark(palette) ? mixed(palette.color(QPalette::Active, QPalette::Window),
                                                palette.color(QPalette::Active, QPalette::WindowText), 0.05)
                                        : palette.color(QPalette::Active, QPalette::Base);
    return status == Status::Quiet ? base : mixed(base, statusColour(status, palette), isDark(palette) ? 0.16 : 0.08);
}

QColor quietColour(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Active, QPalette::WindowText),
                 palette.color(QPalette::Active, QPalette::Window), 0.32);
}

QColor lineColour(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Active, QPalette::Window),
                 palette.color(QPalette::Active, QPalette::WindowText), 0.16);
}

int unit(const QWidget *widget)
{
    return qMax(6, widget->fontMetrics().height() / 2);
}

QString statusWord(Status status)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("bramble::Status", text); };
    switch (status) {
    case Status::Quiet: return say(QT_TRANSLATE_NOOP("bramble::Status", "not begun"));
    case Status::Busy: return say(QT_TRANSLATE_NOOP("bramble::Status", "under way"));
    case Status::Good: return say(QT_TRANSLATE_NOOP("bramble::Status", "good"));
    case Status::Warning: return say(QT_TRANSLATE_NOOP("bramble::Status", "needs attention"));
    case Status::Bad: return say(QT_TRANSLATE_NOOP("bramble::Status", "failed"));
    }
    return {};
}

} // namespace bramble

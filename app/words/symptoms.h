// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace bramble {

/// What only a person in front of the Pi can see: its LED, its screen. Nothing here was tested on a board (reference: netboot 2.8, 7;
/// raspberrypi/documentation, led_blink_warnings.adoc, boot-eeprom-diagnostics.adoc).
struct Symptom
{
    QString id; ///< stable: "led-4"
    QString seen;
    QString means;
    QString todo;
};

std::vector<Symptom> symptoms();
/// Those with that id, or with that text in them.
std::vector<Symptom> symptomsLike(const QString &text);

} // namespace bramble

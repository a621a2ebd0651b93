// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/readiness.h"

/// Whether a Pi starts from the network, for people.
namespace bramble {

struct ReadinessWords
{
    QString state; ///< "Ready", "Needs a card once": for a row
    QString why; ///< one sentence
    QString todo; ///< one sentence; empty where there is nothing to do
    QStringList notes; ///< one sentence each
};

ReadinessWords words(const Readiness &readiness);
/// What the readme.txt of a card says: whoever finds it a year later should know what it does. In lines of DOS.
QByteArray cardReadme(BootRom rom, bool once);

} // namespace bramble

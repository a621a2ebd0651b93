// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/typical_times.h"

namespace bramble {

/// What was learnt of good boots, as it is kept on this computer between two watchings. What cannot be read teaches nothing.
QByteArray typicalJson(const TypicalTimes &times);
TypicalTimes parseTypical(QByteArrayView json);

} // namespace bramble

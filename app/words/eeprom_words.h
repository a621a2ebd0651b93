// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/eeprom_config.h"

/// The settings of a boot EEPROM for people.
namespace bramble {

/// "Wait for one file": what a setting is, without its value.
QString words(EepromKey key);
/// "30 s", "5 times", "for ever", "card, then network, then from the start": a value as people say it.
QString valueWords(EepromKey key, const QString &value);
/// "card, then network, then from the start": in the order in which it is tried, not in that of the digits.
QString words(BootOrder order);

} // namespace bramble

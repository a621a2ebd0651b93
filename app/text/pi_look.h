// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"
#include "model/pi_state.h"

namespace bramble {

/// One read-only look at a running Pi: who it is, and how it is set to start.

/// A constant POSIX script, best run as root: vcgencmd and the EEPROM want that, or the group video. Changes nothing; a tool
/// that is missing only leaves its answer empty.
Command piLookCommand();

/// Errors: ServerAnswerUnreadable (subject: the section that is missing), NotAPi (subject: what it says it is).
Result<PiFacts> parsePiLook(QByteArrayView output);
/// The same, and what is waiting there for the next start. Errors: as parsePiLook.
Result<PiState> parsePiState(QByteArrayView output);

} // namespace bramble

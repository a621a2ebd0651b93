// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"

#include <QByteArray>

namespace bramble {

/// The only way in which a Command becomes shell text: every word stays one word, whatever is in it.

/// One word for a POSIX shell: plain where every character is safe, else in single quotes (XCU 2.2.2); never empty.
/// No shell and no argv can carry a NUL, so word ought to hold none: canBeShellText() tells, and whoever takes text
/// from outside asks it before. Here a NUL comes out as U+FFFD, so that it neither cuts the line nor vanishes.
QByteArray shellQuoted(const QString &word);

/// Program and arguments in UTF-8, quoted, with single blanks between. asRoot and the locale are remote/'s to add.
QByteArray shellText(const Command &command);

/// Whether the command has a program, and neither it nor an argument holds a NUL.
bool canBeShellText(const Command &command);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"
#include "model/result.h"
#include "model/uci.h"

#include <QByteArray>

namespace bramble {

/// OpenWrt's settings language, exactly: what its tool reads and writes, byte for byte.

/// A file of /etc/config, or what `uci export` prints. Errors: ServerAnswerUnreadable (subject: NAME:LINE).
Result<UciConfig> parseUci(QByteArrayView text, const QString &name);

/// As `uci commit` writes it: no comments, every value in single quotes, a blank line before each section and one at the end.
QByteArray renderUci(const UciConfig &config);

/// The standard input of `uci batch`: one command a line. The tool reads it with the rules of its files: within single quotes
/// nothing has a meaning but the quote itself; it says what is wrong and goes on, and its exit code is 0 all the same, so what
/// came of it has to be looked at.
QByteArray uciBatch(const std::vector<UciChange> &changes);

/// The same as a command of its own.
Command uciCommand(const UciChange &change);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <optional>

class QObject;

/// The terminal this program was started from, if there is one.
namespace bramble {

bool consoleIsTerminal(); ///< standard output is one
bool consoleCanAnswer(); ///< there is somebody to ask
/// One line from the terminal itself, not from standard input; nothing at its end. Without echo for secrets.
std::optional<QByteArray> consoleAsk(const QByteArray &question, bool echo);
/// A crash leaves no image of this program's memory, in which passwords could stand. Once, before there are any.
void writeNoCoreDump();
/// Calls back, on context's thread, when the user wants to end the program (Ctrl-C, SIGTERM). Once per process.
void onInterrupt(QObject *context, std::function<void()> callback);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"

#include <QCoro/QCoroTask>

#include <QByteArray>

#include <chrono>

namespace bramble {

/// What a program of this computer prints, where it ends well within the time; else nothing. Waits without blocking.
QCoro::Task<QByteArray> outputOf(Command command, std::chrono::milliseconds patience);

} // namespace bramble

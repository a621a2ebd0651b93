// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnose.h"

#include <QJsonObject>

namespace bramble {

/// Why a node hangs, for people: the sentence, what proves it, and what to do.
QString causeLines(const Diagnosis &diagnosis, const Timeline &timeline);
/// The same for programs: cause, confidence, evidence, fix.
void addCause(QJsonObject &object, const Diagnosis &diagnosis, const Timeline &timeline);

} // namespace bramble

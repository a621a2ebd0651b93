// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDevice>
#include <QString>

namespace bramble {

/// What has been written stays, also when the power goes now.
bool makeDurable(QFileDevice &file);
/// The same for names: of what was made, renamed or removed in that folder.
void makeDurable(const QString &folder);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/drives.h"

#include <QCoro/QCoroTask>

#include <utility>

/// Writing to a memory card in this computer, as far as the platform lets us.
namespace bramble {

/// The disks that are there now; empty where it cannot be told.
QCoro::Task<std::vector<Drive>> drives();

/// Stretches of bytes in ascending order, each a whole number of sectors, to a drive that mayWrite() was content with just
/// now, and that nothing else has open for itself. Blocks until all is on it. Errors: DriveUnfit, FileUnwritable.
Result<> writeDrive(const QString &path, const std::vector<std::pair<qint64, QByteArray>> &pieces);

} // namespace bramble

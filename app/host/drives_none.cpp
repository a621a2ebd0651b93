// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/drives.h"

namespace bramble {

using namespace Qt::StringLiterals;

// macOS and Windows: an image file, and the tool that everybody has for writing one.
QCoro::Task<std::vector<Drive>> drives()
{
    co_return std::vector<Drive>();
}

Result<> writeDrive(const QString &path, const std::vector<std::pair<qint64, QByteArray>> &)
{
    return fail(ErrorKind::DriveUnfit, path, u"not written to on this system"_s);
}

} // namespace bramble

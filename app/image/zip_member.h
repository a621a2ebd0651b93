// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The one image inside a .zip: where its bytes lie and what they must come to.

#include "model/result.h"

#include <QString>

namespace bramble {

struct ZipMember
{
    QString name;
    qint64 position = 0; ///< of the compressed bytes in the file
    qint64 packedSize = 0; ///< bytes
    qint64 size = 0; ///< bytes, unpacked
    quint32 crc32 = 0; ///< of the unpacked bytes
    bool deflated = false; ///< otherwise stored
};

/// The biggest *.img, or the only file there is. Errors: ImageTruncated (no directory at its end), ImageCorrupt,
/// ImageFormatUnknown (no image inside).
Result<ZipMember> findZipMember(const QString &file, qint64 fileSize);

} // namespace bramble

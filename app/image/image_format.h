// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Which kind of file an image is, told by its first bytes: names lie.

#include <QByteArray>
#include <QString>

namespace bramble {

enum class ImageFormat { Raw, Xz, Zstd, Gzip, Bzip2, Zip, Unknown };

/// head: the first 512 bytes, or all there are.
ImageFormat imageFormat(QByteArrayView head);

/// As in ImageFacts::format: img, xz, zst, gz, bz2, zip.
QString formatName(ImageFormat format);

/// What an unknown file is, where its first bytes tell (7z, rar, iso…); otherwise empty.
QString foreignFormat(QByteArrayView head);

} // namespace bramble

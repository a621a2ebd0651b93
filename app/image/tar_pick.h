// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A few files out of a tar, or out of a Debian package, without unpacking the rest.

#include "model/byte_source.h"
#include "model/stop.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>

namespace bramble {

using PickedFiles = QHash<QString, QByteArray>;

/// Plain files for which wants() says yes, by their paths without "./"; ustar, pax with GNU's sparse files, and GNU's long names. Reads to the
/// end of the archive. Errors: the source's, ImageTruncated, ImageCorrupt (detail: what), also where more than 64 MiB are wanted.
Result<PickedFiles> pickFromTar(ByteSource &tar, const std::function<bool(const QString &path, qint64 size)> &wants);

/// The tar with the files of a Debian package (.deb: deb(5)), packed by xz, zstd or not at all. Errors: ImageUnreadable, ImageTruncated,
/// ImageCorrupt.
Result<std::unique_ptr<ByteSource>> packageTar(const QString &file);
/// Whether it begins as one.
bool isPackage(const QString &file);

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace bramble {

enum class SystemKind { RaspberryPiOs, Debian, Ubuntu, DietPi, Other };

struct ImagePartition
{
    qint64 start = 0; ///< bytes
    qint64 size = 0;  ///< bytes
    quint8 type = 0;  ///< MBR type; for a GUID type the one that means the same

    bool operator==(const ImagePartition &) const = default;
};

struct BootFile
{
    QString path; ///< relative, with '/': overlays/vc4-kms-v3d.dtbo
    qint64 size = 0; ///< bytes

    bool operator==(const BootFile &) const = default;
};

/// What an image says of itself, once it has been read.
struct ImageFacts
{
    QString file; ///< as it was opened
    QString format; ///< img, xz, zst, gz, bz2, zip
    QString sha256; ///< of the file as it lies there, hex
    QString extractedSha256; ///< of the image in it, decompressed, hex; empty: nobody asked
    qint64 imageSize = 0; ///< bytes, decompressed
    ImagePartition boot;
    ImagePartition root;
    SystemKind system = SystemKind::Other;
    QString systemName; ///< PRETTY_NAME
    QString systemVersion; ///< VERSION_CODENAME
    qint64 rootNodes = 0; ///< files, folders, links and devices
    qint64 rootBytes = 0; ///< blocks in use by files, in bytes: what it takes on the server
    std::vector<BootFile> bootFiles;
    /// Content of the small files that customising rewrites, by absolute path (/etc/fstab); boot files as /boot/firmware/NAME. Absent: not in the image.
    QHash<QString, QByteArray> files;
    /// Paths of units, scripts and folders that customising asks about and that do exist in the image.
    QStringList existing;

    bool hasBootFile(const QString &path) const
    {
        return std::ranges::any_of(bootFiles, [&path](const BootFile &each) { return each.path == path; });
    }
    qint64 bootBytes() const
    {
        qint64 sum = 0;
        for (const BootFile &each : bootFiles)
            sum += each.size;
        return sum;
    }

    bool operator==(const ImageFacts &) const = default;
};

} // namespace bramble

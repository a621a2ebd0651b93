// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A memory card made from nothing: a partition table, one FAT32 partition, a few files in it (Microsoft FAT specification
/// 1.03). The same bytes for the same files and the same time.

#include "model/result.h"

#include <QByteArray>

#include <vector>

namespace bramble {

struct CardFile
{
    QString name; ///< 8.3, lower case: recovery.bin
    QByteArray content;

    bool operator==(const CardFile &) const = default;
};

/// What has to be written where; in between a file has zeros, and a card may keep what it had.
struct CardImage
{
    struct Piece
    {
        qint64 offset = 0;
        QByteArray bytes;
    };

    qint64 size = 0; ///< bytes, of the whole image
    std::vector<Piece> pieces{}; ///< in ascending order, each a whole number of sectors
};

/// label: 11 capitals and digits at most. when: Unix seconds, the time of all files.
/// Errors: CardTooSmall (subject: the first file that does not fit), Usage for a name that is no 8.3 one.
Result<CardImage> makeFatCard(const std::vector<CardFile> &files, const QByteArray &label, qint64 when);

} // namespace bramble

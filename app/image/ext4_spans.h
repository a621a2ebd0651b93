// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// From an inode to the stretches of the image that hold its bytes: extent trees and block maps.

#include "image/ext4_volume.h"

namespace bramble {

/// Fills a content with spans: in order, within the file and within the file system, neighbours joined.
class Ext4Spans
{
public:
    Ext4Spans(ext2_filsys fs, qint64 partitionStart, const Ext4Node &file, Ext4Content &content)
        : m_fs(fs), m_start(partitionStart), m_file(file), m_content(content)
    { }

    // 0, or a code of libext2fs. Look at isBad() first: then the blocks make no sense.
    errcode_t fromExtents();
    errcode_t fromBlockMap();
    bool isBad() const { return m_isBad; }

private:
    bool fromInode();
    bool add(quint64 logical, quint64 physical, quint64 count, bool hasData);
    static int addMapped(ext2_filsys fs, blk64_t *block, e2_blkcnt_t logical, blk64_t reference, int offset,
                         void *self);

    ext2_filsys m_fs;
    qint64 m_start; ///< bytes, in the image
    const Ext4Node &m_file;
    Ext4Content &m_content;
    quint64 m_nextLogical = 0;
    quint64 m_total = 0; ///< blocks
    bool m_isBad = false;
};

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_spans.h"

namespace bramble {

namespace {

ext2_inode *inodeOf(const Ext4Node &node)
{
    return reinterpret_cast<ext2_inode *>(const_cast<char *>(node.raw.constData())); // only read
}

struct FreeHandle
{
    void operator()(ext2_extent_handle *handle) const { ext2fs_extent_free(handle); }
};

} // namespace

bool Ext4Spans::add(quint64 logical, quint64 physical, quint64 count, bool hasData)
{
    const quint64 blocks = ext2fs_blocks_count(m_fs->super);
    m_total += count;
    // No block of ext4 belongs to a file twice: a file with more blocks than there are goes round in circles.
    m_isBad = logical < m_nextLogical || physical < m_fs->super->s_first_data_block || count > blocks
        || physical > blocks - count || m_total > blocks;
    if (m_isBad)
        return false;
    m_nextLogical = logical + count;
    const qint64 blockSize = m_fs->blocksize;
    const qint64 offset = static_cast<qint64>(logical) * blockSize;
    if (!hasData || offset >= m_file.size)
        return true; // blocks kept for later: read as zeros
    const qint64 length = std::min(static_cast<qint64>(count) * blockSize, m_file.size - offset);
    const qint64 place = m_start + static_cast<qint64>(physical) * blockSize;
    std::vector<DataSpan> &spans = m_content.spans;
    std::vector<ImageSpan> &image = m_content.image;
    if (!spans.empty() && spans.back().offset + spans.back().length == offset
        && image.back().offset + image.back().length == place) {
        spans.back().length += length;
        image.back().length += length;
        return true;
    }
    spans.push_back({offset, length});
    image.push_back({place, length});
    return true;
}

/// The extents of most files are all in the inode: no need to climb about with libext2fs.
bool Ext4Spans::fromInode()
{
    const auto *header = reinterpret_cast<const ext3_extent_header *>(inodeOf(m_file)->i_block);
    constexpr int MostInInode = 4;
    if (header->eh_magic != EXT3_EXT_MAGIC || header->eh_depth != 0 || header->eh_entries > MostInInode)
        return false;
    const auto *extents = reinterpret_cast<const ext3_extent *>(header + 1);
    for (int i = 0; i < header->eh_entries; ++i) {
        const ext3_extent &extent = extents[i];
        const bool hasData = extent.ee_len <= EXT_INIT_MAX_LEN;
        if (!add(extent.ee_block, extent.ee_start | quint64(extent.ee_start_hi) << 32,
                 hasData ? extent.ee_len : extent.ee_len - EXT_INIT_MAX_LEN, hasData))
            break;
    }
    return true;
}

errcode_t Ext4Spans::fromExtents()
{
    if (fromInode())
        return 0;
    ext2_extent_handle_t opened = nullptr;
    if (const errcode_t code = ext2fs_extent_open2(m_fs, m_file.number, inodeOf(m_file), &opened))
        return code;
    const std::unique_ptr<ext2_extent_handle, FreeHandle> handle(opened);
    const quint64 most = ext2fs_blocks_count(m_fs->super) + 16;
    ext2fs_extent extent = {};
    errcode_t code = ext2fs_extent_get(opened, EXT2_EXTENT_ROOT, &extent);
    for (quint64 steps = 0; !code; ++steps) {
        // A leaf has a block at least and an index block is passed twice: more steps than that mean a tree that bites
        // its tail.
        m_isBad = m_isBad || steps > 4 * most;
        if (extent.e_flags & EXT2_EXTENT_FLAGS_LEAF && !m_isBad)
            add(extent.e_lblk, extent.e_pblk, extent.e_len, !(extent.e_flags & EXT2_EXTENT_FLAGS_UNINIT));
        if (m_isBad)
            return 0;
        code = ext2fs_extent_get(opened, EXT2_EXTENT_NEXT, &extent);
    }
    return code == EXT2_ET_EXTENT_NO_NEXT ? 0 : code;
}

int Ext4Spans::addMapped(ext2_filsys, blk64_t *block, e2_blkcnt_t logical, blk64_t, int, void *self)
{
    auto *spans = static_cast<Ext4Spans *>(self);
    return logical >= 0 && spans->add(static_cast<quint64>(logical), *block, 1, true) ? 0 : BLOCK_ABORT;
}

errcode_t Ext4Spans::fromBlockMap()
{
    if (!ext2fs_inode_has_valid_blocks2(m_fs, inodeOf(m_file)))
        return 0;
    return ext2fs_block_iterate3(m_fs, m_file.number, BLOCK_FLAG_READ_ONLY | BLOCK_FLAG_DATA_ONLY, nullptr, addMapped,
                                 this);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_reach.h"

namespace bramble {

qint64 Ext4Volume::nodeEnd(quint32 number) const
{
    const ext2_super_block &super = *m_fs->super;
    if (number < 1 || number > super.s_inodes_count)
        return 0;
    const quint32 group = (number - 1) / super.s_inodes_per_group;
    const qint64 inTable = qint64((number - 1) % super.s_inodes_per_group + 1) * EXT2_INODE_SIZE(m_fs->super);
    const quint64 table = ext2fs_inode_table_loc(m_fs, group);
    if (group >= m_fs->group_desc_count || table == 0 || table >= ext2fs_blocks_count(m_fs->super))
        return 0;
    return m_input.partition.start + static_cast<qint64>(table) * m_fs->blocksize + inTable;
}

qint64 Ext4Volume::attributesEnd(const Ext4Node &node) const
{
    const quint64 block = ext2fs_file_acl_block(m_fs, reinterpret_cast<const ext2_inode *>(node.raw.constData()));
    if (block == 0 || block >= ext2fs_blocks_count(m_fs->super))
        return 0;
    return m_input.partition.start + static_cast<qint64>(block + 1) * m_fs->blocksize;
}

Result<Ext4Reach> Ext4Volume::reach(const Ext4Node &node, int level) const
{
    return ext4Reach(m_fs, m_input, node, level);
}

qint64 Ext4Volume::bitmapEnd(quint32 group) const
{
    const quint64 block = ext2fs_block_bitmap_loc(m_fs, group);
    if (block == 0 || block >= ext2fs_blocks_count(m_fs->super))
        return 0;
    return m_input.partition.start + static_cast<qint64>(block + 1) * m_fs->blocksize;
}

Result<std::vector<ImageSpan>> Ext4Volume::unused(quint32 group)
{
    const ext2_super_block &super = *m_fs->super;
    const qint64 blockSize = m_fs->blocksize;
    const bool hasClusters = super.s_log_cluster_size != super.s_log_block_size;
    std::vector<ImageSpan> spans;
    const auto add = [&](quint64 block, quint64 count) {
        const qint64 offset = m_input.partition.start + static_cast<qint64>(block) * blockSize;
        if (!spans.empty() && spans.back().offset + spans.back().length == offset)
            spans.back().length += static_cast<qint64>(count) * blockSize;
        else
            spans.push_back({offset, static_cast<qint64>(count) * blockSize});
    };
    if (ext2fs_has_group_desc_csum(m_fs)) { // else the number of unused inodes is not kept
        const bool isFresh = ext2fs_bg_flags_test(m_fs, group, EXT2_BG_INODE_UNINIT);
        const quint32 unused = isFresh
            ? super.s_inodes_per_group
            : std::min<quint32>(ext2fs_bg_itable_unused(m_fs, group), super.s_inodes_per_group);
        const qint64 used = qint64(super.s_inodes_per_group - unused) * EXT2_INODE_SIZE(m_fs->super);
        const qint64 usedBlocks = (used + blockSize - 1) / blockSize;
        add(ext2fs_inode_table_loc(m_fs, group) + static_cast<quint64>(usedBlocks),
            m_fs->inode_blocks_per_group - static_cast<quint64>(usedBlocks));
    }
    const qint64 end = bitmapEnd(group);
    if (end == 0 || hasClusters || ext2fs_bg_flags_test(m_fs, group, EXT2_BG_BLOCK_UNINIT))
        return spans;
    Result<QByteArray> bitmap = m_input.store->read(end - blockSize, blockSize, m_input.stop);
    if (!bitmap)
        return std::unexpected(bitmap.error());
    if (!ext2fs_block_bitmap_csum_verify(m_fs, group, bitmap->data(),
                                         static_cast<int>(EXT2_CLUSTERS_PER_GROUP(m_fs->super) / 8)))
        return spans; // nothing is read by it, so that nothing can be wrong but memory
    const quint64 first = ext2fs_group_first_block2(m_fs, group);
    const quint64 count
        = std::min<quint64>(ext2fs_group_blocks_count(m_fs, group), static_cast<quint64>(blockSize) * 8);
    for (quint64 bit = 0; bit < count; ++bit)
        if (!(static_cast<quint8>(bitmap->at(static_cast<qsizetype>(bit / 8))) & 1U << bit % 8))
            add(first + bit, 1);
    return spans;
}

ImageSpan Ext4Volume::tableBlock(quint32 number) const
{
    const qint64 inTable = nodeEnd(number) - 1 - m_input.partition.start;
    return {m_input.partition.start + inTable / m_fs->blocksize * m_fs->blocksize, m_fs->blocksize};
}

Result<quint32> Ext4Volume::usedInTableBlock(quint32 number) const
{
    const ext2_super_block &super = *m_fs->super;
    const quint32 inBlock = m_fs->blocksize / static_cast<quint32>(EXT2_INODE_SIZE(m_fs->super));
    const quint32 index = (number - 1) % super.s_inodes_per_group / inBlock * inBlock;
    const quint64 bitmap = ext2fs_inode_bitmap_loc(m_fs, (number - 1) / super.s_inodes_per_group);
    const qint64 start = m_input.partition.start
        + static_cast<qint64>(std::min<quint64>(bitmap, ext2fs_blocks_count(m_fs->super))) * m_fs->blocksize;
    const Result<QByteArray> bits
        = m_input.store->read(start + index / 8, (index + inBlock - 1) / 8 - index / 8 + 1, m_input.stop);
    if (!bits)
        return std::unexpected(bits.error());
    quint32 used = 0;
    for (quint32 i = index; i < index + inBlock; ++i)
        used += static_cast<quint8>(bits->at(i / 8 - index / 8)) >> i % 8 & 1U;
    return used;
}

std::vector<quint32> Ext4Volume::nameless() const
{
    const ext2_super_block &super = *m_fs->super;
    std::vector<quint32> nodes;
    for (const quint32 node : {quint32(EXT2_RESIZE_INO), super.s_journal_inum, super.s_usr_quota_inum,
                               super.s_grp_quota_inum, super.s_prj_quota_inum, super.s_orphan_file_inum})
        if (node != 0 && nodeEnd(node) != 0 && !std::ranges::contains(nodes, node))
            nodes.push_back(node);
    return nodes;
}

} // namespace bramble

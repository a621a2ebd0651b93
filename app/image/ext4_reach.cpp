// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_reach.h"

#include <QSet>
#include <QtEndian>

namespace bramble {

namespace {

constexpr qsizetype RecordSize
    = 12; ///< of an extent, of an index, and of the header before them (Linux, ext4_extents.h)
constexpr quint32 LongestExtent = 32768; ///< more: that much less, and only reserved
constexpr qsizetype MapSize = 60;
constexpr int DeepestTree = 5; ///< as Linux

template<typename T>
T number(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.data() + at);
}

class Climb
{
public:
    Climb(ext2_filsys fs, const Ext4Input &input, const Ext4Node &node) : m_fs(fs), m_input(input), m_node(node) { }

    Result<> extents(QByteArrayView block, int depth, int levels)
    {
        if (block.size() < RecordSize || number<quint16>(block, 0) != 0xF30A || number<quint16>(block, 6) != depth
            || depth > DeepestTree)
            return {};
        const qsizetype count = std::min<qsizetype>(number<quint16>(block, 2), block.size() / RecordSize - 1);
        for (qsizetype i = 1; i <= count; ++i) {
            const QByteArrayView record = block.sliced(i * RecordSize, RecordSize);
            if (depth == 0) {
                const quint32 length = number<quint16>(record, 4);
                if (length <= LongestExtent)
                    add(number<quint32>(record, 0),
                        number<quint32>(record, 8) | quint64(number<quint16>(record, 6)) << 32, length);
                continue;
            }
            const Result<QByteArray> child
                = indexBlock(number<quint32>(record, 4) | quint64(number<quint16>(record, 8)) << 32, levels);
            if (!child)
                return std::unexpected(child.error());
            if (const Result<> climbed = extents(*child, depth - 1, levels - 1); !climbed)
                return climbed;
        }
        return {};
    }

    Result<> map(QByteArrayView pointers, int height, int levels)
    {
        for (qsizetype at = 0; at + 4 <= pointers.size(); at += 4)
            if (const Result<> climbed = mapped(number<quint32>(pointers, at), height, levels); !climbed)
                return climbed;
        return {};
    }

    Result<> mapped(quint64 block, int height, int levels)
    {
        if (block == 0)
            return {};
        if (height == 0) {
            add(m_mapped++, block, 1);
            return {};
        }
        const Result<QByteArray> child = indexBlock(block, levels);
        return child ? map(*child, height - 1, levels - 1) : std::unexpected(child.error());
    }

    Ext4Reach result() const
    {
        if (m_pending > 0)
            return {m_pending, false};
        // The bytes of a folder are wanted all at once.
        qint64 ready = m_node.isFile() ? readyAt(m_spans) : 0;
        for (const ImageSpan &span : m_node.isFile() ? std::vector<ImageSpan>() : m_spans)
            ready = std::max(ready, span.offset + span.length);
        return {ready, true};
    }

private:
    qint64 offsetOf(quint64 block) const
    {
        return m_input.partition.start
            + static_cast<qint64>(std::min<quint64>(block, ext2fs_blocks_count(m_fs->super))) * m_fs->blocksize;
    }

    void add(quint64 logical, quint64 block, quint64 count)
    {
        if (static_cast<qint64>(logical) * m_fs->blocksize >= m_node.size)
            return;
        const ImageSpan span{offsetOf(block), offsetOf(block + count) - offsetOf(block)};
        if (!m_spans.empty() && m_spans.back().offset + m_spans.back().length == span.offset)
            m_spans.back().length += span.length;
        else
            m_spans.push_back(span);
    }

    /// Empty where it is not there yet, or makes no sense.
    Result<QByteArray> indexBlock(quint64 block, int levels)
    {
        if (block >= ext2fs_blocks_count(m_fs->super) || m_seen.contains(block))
            return QByteArray();
        if (levels <= 0) {
            m_pending = std::max(m_pending, offsetOf(block + 1));
            return QByteArray();
        }
        m_seen.insert(block);
        return m_input.store->read(offsetOf(block), m_fs->blocksize, m_input.stop);
    }

    ext2_filsys m_fs;
    const Ext4Input &m_input;
    const Ext4Node &m_node;
    std::vector<ImageSpan> m_spans;
    QSet<quint64> m_seen; ///< a tree that bites its tail would take for ever
    quint64 m_mapped = 0;
    qint64 m_pending = 0;
};

} // namespace

Result<Ext4Reach> ext4Reach(ext2_filsys fs, const Ext4Input &input, const Ext4Node &node, int level)
{
    const auto &inode = *reinterpret_cast<const ext2_inode *>(node.raw.constData());
    const bool isShortLink = node.isSymlink() && node.size < MapSize && !(inode.i_flags & EXT4_EXTENTS_FL);
    if (inode.i_flags & EXT4_INLINE_DATA_FL || isShortLink || !(node.isFile() || node.isFolder() || node.isSymlink()))
        return Ext4Reach();
    const QByteArrayView root(reinterpret_cast<const char *>(inode.i_block), MapSize);
    Climb climb(fs, input, node);
    Result<> climbed;
    if (inode.i_flags & EXT4_EXTENTS_FL) {
        climbed = climb.extents(root, number<quint16>(root, 6), level);
    } else {
        climbed = climb.map(root.first(48), 0, level); // twelve blocks, then one tree of each height
        for (int height = 1; climbed && height <= 3; ++height)
            climbed = climb.mapped(number<quint32>(root, 44 + 4 * height), height, level);
    }
    if (!climbed)
        return std::unexpected(climbed.error());
    return climb.result();
}

} // namespace bramble

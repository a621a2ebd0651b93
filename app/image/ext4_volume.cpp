// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_volume.h"

#include "image/ext4_probe.h"
#include "image/ext4_spans.h"

#include <bit>
#include <cstring>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

static_assert(std::endian::native == std::endian::little, "inodes are read as they lie there");

constexpr size_t MostNames = 4'000'000; ///< in one folder
constexpr int MostSymlinks = 40; ///< as Linux
constexpr qint64 LargestFile = qint64(16) << 40; ///< what ext4 can hold

/// libext2fs takes what it only reads without const.
ext2_inode *inodeOf(const Ext4Node &node)
{
    return reinterpret_cast<ext2_inode *>(const_cast<char *>(node.raw.constData()));
}

ext2_inode_large *largeInodeOf(const Ext4Node &node)
{
    return reinterpret_cast<ext2_inode_large *>(const_cast<char *>(node.raw.constData()));
}

/// Seconds are signed, with two bits more above them where the inode has room for them (Linux, ext4_decode_extra_time).
void readTime(Ext4Node &node, quint32 inodeSize)
{
    const ext2_inode_large &inode = *largeInodeOf(node);
    node.mtime = static_cast<qint32>(inode.i_mtime);
    constexpr quint32 EndOfMtimeExtra = 140 - 128;
    if (inodeSize <= 128 || inode.i_extra_isize < EndOfMtimeExtra)
        return;
    node.mtime += qint64(inode.i_mtime_extra & 3) << 32;
    node.mtimeNs = std::min(inode.i_mtime_extra >> 2, 999'999'999U);
}

/// A device number in the old form (8 + 8 bits) or, where that is 0, the new one (12 + 20 bits).
void readDevice(Ext4Node &node)
{
    const ext2_inode &inode = *inodeOf(node);
    const quint32 old = inode.i_block[0];
    const quint32 wide = inode.i_block[1];
    node.major = old ? old >> 8 & 0xFF : wide >> 8 & 0xFFF;
    node.minor = old ? old & 0xFF : (wide & 0xFF) | (wide >> 12 & 0xFFF00);
}

struct NameList
{
    std::vector<Ext4Name> names;
    bool isBad = false;
};

int addName(ext2_ino_t, int, ext2_dir_entry *entry, int, int, char *, void *list)
{
    auto &found = *static_cast<NameList *>(list);
    if (entry->inode == 0)
        return 0;
    const QByteArrayView name(entry->name, ext2fs_dirent_name_len(entry));
    if (name == "." || name == "..")
        return 0;
    found.isBad = name.isEmpty() || name.contains('/') || name.contains('\0') || found.names.size() >= MostNames;
    if (found.isBad)
        return DIRENT_ABORT;
    found.names.push_back({name.toByteArray(), entry->inode});
    return 0;
}

int addAttribute(char *name, char *value, size_t length, void *list)
{
    // Where a small file keeps its bytes; not an attribute.
    if (std::strcmp(name, "system.data") != 0)
        static_cast<std::vector<ExtendedAttribute> *>(list)->push_back(
            {name, QByteArray(value, static_cast<qsizetype>(length))});
    return 0;
}

struct CloseAttributes
{
    void operator()(ext2_xattr_handle *handle) const { ext2fs_xattrs_close(&handle); }
};

} // namespace

Ext4Volume::~Ext4Volume()
{
    if (m_fs)
        ext2fs_free(m_fs);
}

Result<std::unique_ptr<Ext4Volume>> Ext4Volume::open(std::shared_ptr<const BlockStore> store, ImagePartition partition,
                                                     Stop stop)
{
    if (const Result<> probed = probeExt4(*store, partition, stop); !probed)
        return std::unexpected(probed.error());
    std::unique_ptr<Ext4Volume> volume(new Ext4Volume({std::move(store), partition, std::move(stop), std::nullopt}));
    const Result<ext2_filsys> fs = openExt4(volume->m_input);
    if (!fs)
        return std::unexpected(fs.error());
    volume->m_fs = *fs;
    if (ext2fs_blocks_count(volume->m_fs->super) > static_cast<quint64>(partition.size) / volume->m_fs->blocksize)
        return volume->broken("larger than its partition", 0);
    return volume;
}

std::unexpected<Error> Ext4Volume::broken(const char *what, quint32 node) const
{
    return fail(ErrorKind::ImageBrokenFilesystem, u"ext4"_s,
                u"inode %1: %2"_s.arg(QString::number(node), QString::fromLatin1(what)));
}

Result<Ext4Node> Ext4Volume::node(quint32 number)
{
    const auto inodeSize = static_cast<quint32>(EXT2_INODE_SIZE(m_fs->super));
    Ext4Node node;
    node.number = number;
    const qint64 end = nodeEnd(number);
    if (end == 0)
        return broken("no such inode", number);
    node.raw = QByteArray(std::max<qsizetype>(inodeSize, sizeof(ext2_inode_large)), '\0');
    if (const Result<> got = m_input.store->read(end - inodeSize, node.raw.data(), inodeSize, m_input.stop); !got)
        return std::unexpected(got.error());
    if (!ext2fs_inode_csum_verify(m_fs, number, largeInodeOf(node)))
        return failed(EXT2_ET_INODE_CSUM_INVALID);
    const ext2_inode &inode = *inodeOf(node);
    node.mode = inode.i_mode;
    node.uid = inode.i_uid | quint32(inode.osd2.linux2.l_i_uid_high) << 16;
    node.gid = inode.i_gid | quint32(inode.osd2.linux2.l_i_gid_high) << 16;
    node.links = inode.i_links_count;
    const quint64 size = inode.i_size | quint64(inode.i_size_high) << 32;
    if (size > static_cast<quint64>(LargestFile))
        return broken("size", number);
    node.size = static_cast<qint64>(size);
    readTime(node, inodeSize);
    readDevice(node);
    if (node.links == 0)
        return broken("deleted, but still named", number);
    if (inode.i_flags & EXT4_ENCRYPT_FL)
        return fail(ErrorKind::ImageFilesystemUnsupported, u"ext4"_s, u"ext4 encryption"_s);
    return node;
}

Result<std::vector<Ext4Name>> Ext4Volume::names(const Ext4Node &folder)
{
    NameList list;
    const errcode_t code = ext2fs_dir_iterate2(m_fs, folder.number, 0, nullptr, addName, &list);
    if (list.isBad)
        return broken("name in a folder", folder.number);
    if (code)
        return failed(code);
    return std::move(list.names);
}

Result<QByteArray> Ext4Volume::inlineBytes(const Ext4Node &node)
{
    size_t size = 0;
    if (const errcode_t code = ext2fs_inline_data_size(m_fs, node.number, &size))
        return failed(code);
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    if (const errcode_t code = ext2fs_inline_data_get(m_fs, node.number, inodeOf(node), bytes.data(), &size))
        return failed(code);
    if (node.size > qint64(m_fs->blocksize))
        return broken("inline size", node.number);
    bytes.resize(node.size, '\0');
    return bytes;
}

Result<Ext4Content> Ext4Volume::content(const Ext4Node &file)
{
    Ext4Content content;
    const quint32 flags = inodeOf(file)->i_flags;
    if (flags & EXT4_INLINE_DATA_FL) {
        content.isInline = true;
        return inlineBytes(file).transform([&content](QByteArray bytes) {
            content.inlined = std::move(bytes);
            return std::move(content);
        });
    }
    Ext4Spans spans(m_fs, m_input.partition.start, file, content);
    const errcode_t code = flags & EXT4_EXTENTS_FL ? spans.fromExtents() : spans.fromBlockMap();
    if (spans.isBad())
        return broken("blocks", file.number);
    if (code)
        return failed(code);
    return content;
}

Result<QByteArray> Ext4Volume::target(const Ext4Node &symlink)
{
    const quint32 flags = inodeOf(symlink)->i_flags;
    const auto inBlockMap = qint64(sizeof(ext2_inode::i_block));
    Result<QByteArray> target;
    if (symlink.size < inBlockMap && !(flags & (EXT4_EXTENTS_FL | EXT4_INLINE_DATA_FL)))
        target = QByteArray(reinterpret_cast<const char *>(inodeOf(symlink)->i_block), symlink.size);
    else
        target = bytes(symlink, m_fs->blocksize);
    if (target && (target->isEmpty() || target->contains('\0')))
        return broken("target of a symlink", symlink.number);
    return target;
}

Result<std::vector<ExtendedAttribute>> Ext4Volume::attributes(const Ext4Node &node)
{
    std::vector<ExtendedAttribute> list;
    const ext2_inode_large &inode = *largeInodeOf(node);
    const qsizetype inBodyAt = 128 + inode.i_extra_isize;
    quint32 magic = 0;
    if (EXT2_INODE_SIZE(m_fs->super) > 128 && inBodyAt + qsizetype(sizeof(magic)) <= node.raw.size())
        std::memcpy(&magic, node.raw.constData() + inBodyAt, sizeof(magic));
    if (inode.i_file_acl == 0 && inode.osd2.linux2.l_i_file_acl_high == 0 && magic != EXT2_EXT_ATTR_MAGIC)
        return list;

    ext2_xattr_handle *opened = nullptr;
    if (const errcode_t code = ext2fs_xattrs_open(m_fs, node.number, &opened))
        return failed(code);
    const std::unique_ptr<ext2_xattr_handle, CloseAttributes> handle(opened);
    if (const errcode_t code = ext2fs_xattrs_read_inode(opened, largeInodeOf(node)))
        return failed(code);
    if (const errcode_t code = ext2fs_xattrs_iterate(opened, addAttribute, &list))
        return failed(code);
    for (ExtendedAttribute &attribute : list) {
        if (!attribute.name.startsWith("system.posix_acl_"))
            continue;
        // Iterating gives ext4's own short form of an ACL; only this call converts it.
        void *value = nullptr;
        size_t length = 0;
        if (const errcode_t code = ext2fs_xattr_get(opened, attribute.name.constData(), &value, &length))
            return failed(code);
        attribute.value = QByteArray(static_cast<const char *>(value), static_cast<qsizetype>(length));
        ext2fs_free_mem(&value);
    }
    return list;
}

Result<QByteArray> Ext4Volume::bytes(const Ext4Node &file, qint64 limit)
{
    if (file.size > limit)
        return fail(ErrorKind::ImageTooMuchMemory, u"ext4"_s, QString::number(file.size));
    const Result<Ext4Content> found = content(file);
    if (!found)
        return std::unexpected(found.error());
    if (found->isInline)
        return found->inlined;
    QByteArray bytes(file.size, '\0');
    for (size_t i = 0; i < found->spans.size(); ++i) {
        const DataSpan &span = found->spans[i];
        const Result<> got
            = m_input.store->read(found->image[i].offset, bytes.data() + span.offset, span.length, m_input.stop);
        if (!got)
            return std::unexpected(got.error());
    }
    return bytes;
}

Result<std::optional<Ext4Node>> Ext4Volume::find(const QByteArray &path)
{
    std::vector<quint32> folders{Ext4RootNode}; // the way down to where we are
    QByteArrayList parts = path.split('/');
    int symlinks = 0;
    Result<Ext4Node> at = node(Ext4RootNode);
    while (at && !parts.isEmpty()) {
        const QByteArray part = parts.takeFirst();
        if (part.isEmpty() || part == ".")
            continue;
        if (part == "..") {
            if (folders.size() > 1)
                folders.pop_back();
            at = node(folders.back());
            continue;
        }
        ext2_ino_t number = 0;
        const errcode_t code = !at->isFolder()
            ? errcode_t(EXT2_ET_FILE_NOT_FOUND)
            : ext2fs_lookup(m_fs, at->number, part.constData(), static_cast<int>(part.size()), nullptr, &number);
        if (code == EXT2_ET_FILE_NOT_FOUND)
            return std::nullopt;
        if (code)
            return failed(code);
        at = node(number);
        if (at && at->isFolder())
            folders.push_back(number);
        if (!at || !at->isSymlink())
            continue;
        const Result<QByteArray> target = this->target(*at);
        if (!target)
            return std::unexpected(target.error());
        if (++symlinks > MostSymlinks)
            return std::nullopt;
        if (target->startsWith('/'))
            folders.resize(1);
        parts = target->split('/') + parts;
        at = node(folders.back());
    }
    return at;
}

Ext4Use Ext4Volume::use() const
{
    const ext2_super_block &super = *m_fs->super;
    const auto blocks = static_cast<qint64>(ext2fs_blocks_count(m_fs->super));
    const auto free = static_cast<qint64>(ext2fs_free_blocks_count(m_fs->super));
    qint64 tables = super.s_overhead_clusters;
    if (tables == 0) {
        const quint64 journal = super.s_jnl_blocks[16] | quint64(super.s_jnl_blocks[15]) << 32;
        tables = qint64(m_fs->group_desc_count) * (m_fs->inode_blocks_per_group + 2)
            + static_cast<qint64>(journal / m_fs->blocksize);
    }
    const qint64 special = EXT2_FIRST_INODE(m_fs->super) - 2; // reserved ones, but for the root folder
    const qint64 nodes = qint64(super.s_inodes_count) - super.s_free_inodes_count - special;
    return {std::max<qint64>(nodes, 0), std::max<qint64>(blocks - free - tables, 0) * m_fs->blocksize};
}

} // namespace bramble

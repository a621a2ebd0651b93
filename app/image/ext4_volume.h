// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The root partition, read only, through libext2fs. Not for several threads at once: each opens its own.

#include "image/ext4_io.h"
#include "image/tar_stream.h"

namespace bramble {

struct Ext4Node
{
    quint32 number = 0; ///< of the inode
    quint32 mode = 0; ///< type and permission bits
    quint32 uid = 0;
    quint32 gid = 0;
    quint32 links = 0;
    qint64 size = 0; ///< bytes
    qint64 mtime = 0; ///< seconds since 1970
    quint32 mtimeNs = 0;
    quint32 major = 0;
    quint32 minor = 0;
    QByteArray raw; ///< the inode as it lies there, for libext2fs

    bool isFolder() const { return (mode & 0170000) == 0040000; }
    bool isFile() const { return (mode & 0170000) == 0100000; }
    bool isSymlink() const { return (mode & 0170000) == 0120000; }
};

struct Ext4Name
{
    QByteArray name;
    quint32 node = 0;
};

/// The bytes of a file: inline, or as spans of the file and of the image, in the same order and of the same lengths.
struct Ext4Content
{
    QByteArray inlined;
    bool isInline = false;
    std::vector<DataSpan> spans;
    std::vector<ImageSpan> image;
};

struct Ext4Use
{
    qint64 nodes = 0;
    qint64 bytes = 0; ///< in blocks, without the tables and the journal of the file system
};

/// How far an image has to be decoded before the blocks of an inode can be read.
struct Ext4Reach
{
    qint64 ready = 0; ///< bytes of the image
    bool isKnown
        = true; ///< false: ready is for the index blocks one level further down; ask again with the next level then
};

class Ext4Volume
{
public:
    Ext4Volume(const Ext4Volume &) = delete;
    Ext4Volume &operator=(const Ext4Volume &) = delete;
    ~Ext4Volume();

    // Errors of all: ImageBrokenFilesystem (checksums are checked where the image has them),
    // ImageFilesystemUnsupported, and those of BlockStore::read.
    static Result<std::unique_ptr<Ext4Volume>> open(std::shared_ptr<const BlockStore> store, ImagePartition partition,
                                                    Stop stop);

    Result<Ext4Node> node(quint32 number);
    /// Without "." and "..".
    Result<std::vector<Ext4Name>> names(const Ext4Node &folder);
    Result<Ext4Content> content(const Ext4Node &file);
    Result<QByteArray> target(const Ext4Node &symlink);
    /// ACLs in the kernel's form, not ext4's own.
    Result<std::vector<ExtendedAttribute>> attributes(const Ext4Node &node);
    /// The whole file. Error also: ImageTooMuchMemory above limit bytes.
    Result<QByteArray> bytes(const Ext4Node &file, qint64 limit);
    /// Follows symlinks, within the tree only; nothing where there is no such path.
    Result<std::optional<Ext4Node>> find(const QByteArray &path);
    /// As the superblock counts it.
    Ext4Use use() const;

    // For reading while the image is still being decoded; all offsets are bytes of the image.
    /// Where the inode ends; 0 where there is none of that number.
    qint64 nodeEnd(quint32 number) const;
    /// The extended attributes that are not in the inode.
    qint64 attributesEnd(const Ext4Node &node) const;
    Result<Ext4Reach> reach(const Ext4Node &node, int level) const;
    quint32 groups() const { return m_fs->group_desc_count; }
    qint64 bitmapEnd(quint32 group) const;
    /// What of a group nobody will read: free blocks, and inodes never used.
    Result<std::vector<ImageSpan>> unused(quint32 group);
    /// The block of a table that the inode lies in.
    ImageSpan tableBlock(quint32 number) const;
    /// How many inodes in that block are in use. Errors: those of BlockStore::read.
    Result<quint32> usedInTableBlock(quint32 number) const;
    /// Inodes with blocks of their own, but without a name: the journal, quotas…
    std::vector<quint32> nameless() const;
    qint64 blockSize() const { return m_fs->blocksize; }

private:
    explicit Ext4Volume(Ext4Input input) : m_input(std::move(input)) { }

    std::unexpected<Error> broken(const char *what, quint32 node) const;
    std::unexpected<Error> failed(errcode_t code) const { return std::unexpected(ext4Error(m_input, code)); }
    Result<QByteArray> inlineBytes(const Ext4Node &node);

    Ext4Input m_input;
    ext2_filsys m_fs = nullptr;
};

constexpr quint32 Ext4RootNode = 2;

} // namespace bramble

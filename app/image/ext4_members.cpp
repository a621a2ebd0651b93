// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_members.h"

#include "image/ext4_acl.h"
#include "image/ext4_queue.h"

#include <QHash>
#include <QSet>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestPath = 64 * 1024; ///< far beyond what Linux can open, well below what tar can say

std::unexpected<Error> broken(const char *what, const QByteArray &path)
{
    return fail(ErrorKind::ImageBrokenFilesystem, u"ext4"_s,
                QString::fromLatin1(what) + u": "_s + QString::fromUtf8(path));
}

class Ext4Members final : public Members
{
public:
    Ext4Members(std::unique_ptr<Ext4Volume> volume, qint64 mostBytes, std::shared_ptr<BlockStore> releases,
                std::shared_ptr<TreeNotes> notes)
        : m_volume(std::move(volume)), m_mostBytes(mostBytes), m_releases(std::move(releases)),
          m_notes(std::move(notes))
    {
        if (m_releases && !m_releases->isHeld())
            m_releases.reset();
        const quint32 top = m_queue.addFolder({});
        m_queue.addName(top, "./", Ext4RootNode, m_volume->nodeEnd(Ext4RootNode));
        if (!m_releases)
            return;
        for (quint32 group = 0; group < m_volume->groups(); ++group)
            m_queue.put({m_volume->bitmapEnd(group), 0, group, top, 0, 0, Ext4Waiting::Stage::Group, 0});
        for (const quint32 node : m_volume->nameless())
            m_queue.put({m_volume->nodeEnd(node), 0, node, top, 0, 0, Ext4Waiting::Stage::Inode, 0});
    }

    Result<bool> next(Member &member) override
    {
        while (!m_queue.isEmpty()) {
            Ext4Waiting waiting = m_queue.take();
            const Result<bool> made = waiting.nameSize == 0 ? passNameless(waiting) : pass(waiting, member);
            if (!made || *made)
                return made;
        }
        return false;
    }

private:
    /// One stage further; true where the member is made.
    Result<bool> pass(Ext4Waiting &waiting, Member &member)
    {
        const Result<Ext4Node> node = m_volume->node(waiting.node);
        if (!node)
            return std::unexpected(node.error());
        const Result<bool> isReady = advance(waiting, *node);
        if (!isReady || !*isReady)
            return isReady;
        const QByteArray path = m_queue.pathOf(waiting);
        m_queue.sent(waiting);
        const Result<bool> made = node->isFolder() ? makeFolder(path, *node, member) : makeChild(path, *node, member);
        if (made && *made && m_notes)
            m_notes->saw(member.entry);
        if (made)
            releaseInode(*node);
        return made;
    }

    /// False: it has to wait for more of the image, and was put back.
    Result<bool> advance(Ext4Waiting &waiting, const Ext4Node &node)
    {
        if (waiting.stage == Ext4Waiting::Stage::Ready || m_linked.contains(node.number))
            return true;
        const Result<Ext4Reach> reach = m_volume->reach(node, waiting.level);
        if (!reach)
            return std::unexpected(reach.error());
        const qint64 now = waiting.ready;
        waiting.ready = std::max({now, reach->ready, m_volume->attributesEnd(node)});
        waiting.stage = reach->isKnown ? Ext4Waiting::Stage::Ready : Ext4Waiting::Stage::Blocks;
        waiting.level = static_cast<quint8>(waiting.level + (reach->isKnown ? 0 : 1));
        if (reach->isKnown && waiting.ready == now)
            return true;
        m_queue.put(waiting);
        return false;
    }

    /// What only takes up room. Whatever is wrong with it harms no tree.
    Result<bool> passNameless(Ext4Waiting &waiting)
    {
        if (waiting.stage == Ext4Waiting::Stage::Group) {
            const Result<std::vector<ImageSpan>> unused = m_volume->unused(waiting.node);
            for (const ImageSpan &span : unused ? *unused : std::vector<ImageSpan>())
                m_releases->release(span.offset, span.length);
            return unused || unused.error().kind != ErrorKind::Stopped ? Result<bool>(false)
                                                                       : std::unexpected(unused.error());
        }
        const Result<Ext4Node> node = m_volume->node(waiting.node);
        if (!node)
            return false;
        if (const Result<bool> isReady = advance(waiting, *node); !isReady || !*isReady)
            return false;
        releaseBlocks(*node);
        return false;
    }

    void releaseBlocks(const Ext4Node &node)
    {
        const Result<Ext4Content> content = m_volume->content(node);
        if (!content || !m_releases)
            return;
        Member member;
        member.spans = content->image;
        member.unit = m_volume->blockSize();
        releaseSpans(*m_releases, member);
    }

    /// The last of its block of the table takes that along. What has several names will be read again.
    void releaseInode(const Ext4Node &node)
    {
        if (!m_releases || (node.links > 1 && !node.isFolder()))
            return;
        const ImageSpan block = m_volume->tableBlock(node.number);
        auto left = m_inodesLeft.find(block.offset);
        if (left == m_inodesLeft.end())
            left = m_inodesLeft.insert(block.offset, m_volume->usedInTableBlock(node.number).value_or(0));
        if (*left > 0 && --*left == 0)
            m_releases->release(block.offset, block.length);
    }

    /// The folder itself; its names come when their inodes do.
    Result<bool> makeFolder(QByteArray path, const Ext4Node &node, Member &member)
    {
        if (!path.endsWith('/'))
            path += '/';
        if (m_seen.contains(node.number) || path.size() > LongestPath)
            return broken("loop of folders", path);
        m_seen.insert(node.number);
        m_mostBytes -= node.size;
        if (m_mostBytes < 0)
            return broken("more data than the partition has room for", path);
        const Result<std::vector<Ext4Name>> names = m_volume->names(node);
        if (!names)
            return std::unexpected(names.error());
        const quint32 folder = m_queue.addFolder(path);
        QSet<QByteArrayView> once;
        once.reserve(static_cast<qsizetype>(names->size()));
        for (const Ext4Name &name : *names) {
            // Two things of one name could lead the receiver out of its folder: a symlink first, then a file through
            // it.
            if (once.contains(name.name))
                return broken("name twice", path + name.name);
            once.insert(name.name);
            m_queue.addName(folder, name.name, name.node, m_volume->nodeEnd(name.node));
        }
        releaseBlocks(node);
        member.entry.path = path;
        member.entry.type = TarEntry::Type::Folder;
        return finish(node, member);
    }

    /// False where there is nothing to send: sockets.
    Result<bool> makeChild(QByteArray path, const Ext4Node &node, Member &member)
    {
        TarEntry &entry = member.entry;
        entry.path = std::move(path);
        if (const auto first = m_linked.constFind(node.number); first != m_linked.cend()) {
            entry.type = TarEntry::Type::HardLink;
            entry.link = *first;
            fillCommon(node, entry);
            return true;
        }
        switch (node.mode & 0170000) {
        case 0100000: return makeFile(node, member);
        case 0120000: {
            const Result<QByteArray> target = m_volume->target(node);
            if (!target)
                return std::unexpected(target.error());
            entry.type = TarEntry::Type::Symlink;
            entry.link = *target;
            if (node.size >= qint64(sizeof(ext2_inode::i_block)))
                releaseBlocks(node);
            break;
        }
        case 0020000: entry.type = TarEntry::Type::CharacterDevice; break;
        case 0060000: entry.type = TarEntry::Type::BlockDevice; break;
        case 0010000: entry.type = TarEntry::Type::Fifo; break;
        case 0140000: entry = {}; return false;
        default: return broken("type", entry.path);
        }
        if (entry.type == TarEntry::Type::CharacterDevice || entry.type == TarEntry::Type::BlockDevice) {
            entry.major = node.major;
            entry.minor = node.minor;
        }
        return finish(node, member);
    }

    Result<bool> makeFile(const Ext4Node &node, Member &member)
    {
        Result<Ext4Content> content = m_volume->content(node);
        if (!content)
            return std::unexpected(content.error());
        TarEntry &entry = member.entry;
        entry.size = node.size;
        qint64 data = content->inlined.size();
        for (const DataSpan &span : content->spans)
            data += span.length;
        m_mostBytes -= data;
        if (m_mostBytes < 0)
            return broken("more data than the partition has room for", entry.path);
        if (m_notes && m_notes->wants(entry.path, node.size, node.links)) {
            Result<QByteArray> bytes = m_volume->bytes(node, node.size);
            if (!bytes)
                return std::unexpected(bytes.error());
            m_notes->keep(entry.path, std::move(*bytes));
        }
        member.content = std::move(content->inlined);
        member.spans = std::move(content->image);
        member.unit = m_volume->blockSize();
        if (!content->isInline && data < node.size) {
            entry.isSparse = true;
            entry.spans = std::move(content->spans);
        }
        return finish(node, member);
    }

    Result<bool> finish(const Ext4Node &node, Member &member)
    {
        TarEntry &entry = member.entry;
        fillCommon(node, entry);
        Result<std::vector<ExtendedAttribute>> attributes = m_volume->attributes(node);
        if (!attributes)
            return std::unexpected(attributes.error());
        for (ExtendedAttribute &attribute : *attributes) {
            const bool isAccess = attribute.name == "system.posix_acl_access";
            if (!isAccess && attribute.name != "system.posix_acl_default") {
                entry.attributes.push_back(std::move(attribute));
                continue;
            }
            const std::optional<QByteArray> text = aclText(attribute.value);
            if (!text)
                return broken("ACL", entry.path);
            (isAccess ? entry.accessAcl : entry.defaultAcl) = *text;
        }
        if (!node.isFolder() && node.links > 1)
            m_linked.insert(node.number, entry.path);
        return true;
    }

    static void fillCommon(const Ext4Node &node, TarEntry &entry)
    {
        entry.mode = node.mode & 07777;
        entry.uid = node.uid;
        entry.gid = node.gid;
        entry.mtime = node.mtime;
        entry.mtimeNs = node.mtimeNs;
    }

    std::unique_ptr<Ext4Volume> m_volume;
    qint64 m_mostBytes; ///< of data that may still come: no block belongs to two files
    std::shared_ptr<BlockStore> m_releases;
    std::shared_ptr<TreeNotes> m_notes;
    Ext4Queue m_queue;
    QHash<qint64, quint32> m_inodesLeft; ///< in use and not sent, by the offset of their block
    QSet<quint32> m_seen; ///< folders already sent
    QHash<quint32, QByteArray> m_linked; ///< first names of files with several
};

} // namespace

std::unique_ptr<Members> makeExt4Members(std::unique_ptr<Ext4Volume> volume, qint64 mostBytes,
                                         std::shared_ptr<BlockStore> releases, std::shared_ptr<TreeNotes> notes)
{
    return std::make_unique<Ext4Members>(std::move(volume), mostBytes, std::move(releases), std::move(notes));
}

} // namespace bramble

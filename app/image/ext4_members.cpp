// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_members.h"

#include "image/ext4_acl.h"

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
    Ext4Members(std::unique_ptr<Ext4Volume> volume, qint64 mostBytes)
        : m_volume(std::move(volume)), m_mostBytes(mostBytes)
    {
        m_folders.push_back({"./", Ext4RootNode});
    }

    Result<bool> next(Member &member) override
    {
        for (;;) {
            if (m_at < m_names.size()) {
                const Ext4Name &name = m_names[m_at++];
                const Result<bool> made = makeChild(m_path + name.name, name.node, member);
                if (!made || *made)
                    return made;
                continue;
            }
            if (m_folders.empty())
                return false;
            const Ext4Name folder = std::move(m_folders.back());
            m_folders.pop_back();
            return makeFolder(folder, member);
        }
    }

private:
    /// The folder itself; its names come next.
    Result<bool> makeFolder(const Ext4Name &folder, Member &member)
    {
        const Result<Ext4Node> node = m_volume->node(folder.node);
        if (!node)
            return std::unexpected(node.error());
        if (!node->isFolder() || m_seen.contains(folder.node) || folder.name.size() > LongestPath)
            return broken("loop of folders", folder.name);
        m_seen.insert(folder.node);
        Result<std::vector<Ext4Name>> names = m_volume->names(*node);
        if (!names)
            return std::unexpected(names.error());
        QSet<QByteArray> once;
        once.reserve(static_cast<qsizetype>(names->size()));
        for (const Ext4Name &name : *names) {
            // Two things of one name could lead the receiver out of its folder: a symlink first, then a file through
            // it.
            if (once.contains(name.name))
                return broken("name twice", folder.name + name.name);
            once.insert(name.name);
        }
        m_names = std::move(*names);
        m_at = 0;
        m_path = folder.name;
        member.entry.path = folder.name;
        member.entry.type = TarEntry::Type::Folder;
        return finish(*node, member);
    }

    /// False where there is nothing to send (now): folders come later, sockets never.
    Result<bool> makeChild(QByteArray path, quint32 number, Member &member)
    {
        const Result<Ext4Node> found = m_volume->node(number);
        if (!found)
            return std::unexpected(found.error());
        const Ext4Node &node = *found;
        if (node.isFolder()) {
            m_folders.push_back({path + '/', number});
            return false;
        }
        TarEntry &entry = member.entry;
        entry.path = std::move(path);
        if (const auto first = m_linked.constFind(number); first != m_linked.cend()) {
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
        member.content = std::move(content->inlined);
        member.spans = std::move(content->image);
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
    std::vector<Ext4Name> m_folders; ///< to be sent, the next one last; names are whole paths
    QSet<quint32> m_seen; ///< folders already sent
    QHash<quint32, QByteArray> m_linked; ///< first names of files with several
    std::vector<Ext4Name> m_names; ///< of the folder sent last
    size_t m_at = 0;
    QByteArray m_path; ///< of that folder, with '/' at its end
};

} // namespace

std::unique_ptr<Members> makeExt4Members(std::unique_ptr<Ext4Volume> volume, qint64 mostBytes)
{
    return std::make_unique<Ext4Members>(std::move(volume), mostBytes);
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/tar_of.h"

#include "image/tar_stream.h"

#include <QDateTime>

namespace bramble {

namespace {

class ListMembers final : public Members
{
public:
    explicit ListMembers(std::vector<TreeFile> files)
        : m_files(std::move(files)), m_now(QDateTime::currentSecsSinceEpoch())
    { }

    Result<bool> next(Member &member) override
    {
        if (m_next == m_files.size())
            return false;
        const TreeFile &file = m_files[m_next++];
        TarEntry &entry = member.entry;
        entry.path = "./" + file.path.toUtf8();
        entry.mode = file.mode;
        entry.uid = file.uid;
        entry.gid = file.gid;
        entry.mtime = m_now;
        switch (file.type) {
        case TreeFile::Type::File:
            entry.size = file.content.size();
            member.content = file.content;
            break;
        case TreeFile::Type::Folder:
            entry.type = TarEntry::Type::Folder;
            entry.path += '/';
            break;
        case TreeFile::Type::Symlink:
            entry.type = TarEntry::Type::Symlink;
            entry.mode = 0777;
            entry.link = file.content;
            break;
        }
        return true;
    }

private:
    std::vector<TreeFile> m_files;
    size_t m_next = 0;
    qint64 m_now;
};

} // namespace

std::unique_ptr<ByteSource> tarOf(std::vector<TreeFile> files, QString lastMember)
{
    return makeTarStream(std::make_unique<ListMembers>(std::move(files)), nullptr, std::nullopt, lastMember.toUtf8(),
                         {});
}

} // namespace bramble

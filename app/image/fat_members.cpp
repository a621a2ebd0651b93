// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/fat_members.h"

namespace bramble {

namespace {

class FatMembers final : public Members
{
public:
    FatMembers(std::shared_ptr<const FatVolume> volume, std::vector<FatFile> files, Stop stop)
        : m_volume(std::move(volume)), m_files(std::move(files)), m_stop(std::move(stop))
    { }

    Result<bool> next(Member &member) override
    {
        if (m_next == m_files.size())
            return false;
        const FatFile &file = m_files[m_next++];
        Result<std::vector<ImageSpan>> spans = m_volume->spans(file, m_stop);
        if (!spans)
            return std::unexpected(spans.error());
        TarEntry &entry = member.entry;
        entry.path = "./" + file.path.toUtf8() + (file.isFolder ? "/" : "");
        entry.type = file.isFolder ? TarEntry::Type::Folder : TarEntry::Type::File;
        entry.mode = file.isFolder ? 0755 : 0644;
        entry.mtime = file.mtime;
        entry.size = file.size;
        member.spans = std::move(*spans);
        return true;
    }

private:
    std::shared_ptr<const FatVolume> m_volume;
    std::vector<FatFile> m_files;
    size_t m_next = 0;
    Stop m_stop;
};

} // namespace

std::unique_ptr<Members> makeFatMembers(std::shared_ptr<const FatVolume> volume, std::vector<FatFile> files, Stop stop)
{
    return std::make_unique<FatMembers>(std::move(volume), std::move(files), std::move(stop));
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/fat_members.h"

#include <QSet>
#include <queue>

#include <ranges>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MostFiles = 100'000;
constexpr qsizetype LongestPath = 4096;

std::unexpected<Error> broken(const char *what)
{
    return fail(ErrorKind::ImageBrokenFilesystem, u"FAT"_s, QString::fromLatin1(what));
}

class FatMembers final : public Members
{
public:
    FatMembers(std::shared_ptr<const FatVolume> volume, std::shared_ptr<BlockStore> releases,
               std::shared_ptr<TreeNotes> notes, Stop stop)
        : m_volume(std::move(volume)), m_releases(std::move(releases)), m_notes(std::move(notes)),
          m_stop(std::move(stop))
    { }

    Result<bool> next(Member &member) override
    {
        if (!m_hasBegun)
            if (const Result<> begun = begin(); !begun)
                return std::unexpected(begun.error());
        for (;;) {
            if (m_queue.empty())
                return false;
            const Place place = m_queue.top();
            m_queue.pop();
            const FatFile file = m_files[place.index];
            const Result<> made = file.isFolder ? readFolder(file, place) : openFile(file, member);
            if (!made)
                return std::unexpected(made.error());
            if (file.path.isEmpty() || place.spans > 1)
                continue; // the folder itself is sent already
            TarEntry &entry = member.entry;
            entry.path = "./" + file.path.toUtf8() + (file.isFolder ? "/" : "");
            entry.type = file.isFolder ? TarEntry::Type::Folder : TarEntry::Type::File;
            entry.mode = file.isFolder ? 0755 : 0644;
            entry.mtime = file.mtime;
            entry.size = file.size;
            return true;
        }
    }

private:
    struct Place
    {
        qint64 ready = 0; ///< bytes of the image that have to be there
        size_t index = 0; ///< in m_files
        size_t spans = 1; ///< of a folder, that are there by then
        size_t listed = 0; ///< files of it found before
        bool operator>(const Place &other) const { return std::tie(ready, index) > std::tie(other.ready, other.index); }
    };

    Result<> begin()
    {
        m_hasBegun = true;
        if (m_releases && m_releases->isHeld()) {
            const Result<std::vector<ImageSpan>> unused = m_volume->unused(m_stop);
            if (!unused)
                return std::unexpected(unused.error());
            for (const ImageSpan &span : *unused)
                m_releases->release(span.offset, span.length);
        }
        return put(m_volume->root());
    }

    Result<> put(FatFile file)
    {
        const Result<std::vector<ImageSpan>> spans = m_volume->spans(file, m_stop);
        if (!spans)
            return std::unexpected(spans.error());
        const qint64 ready = file.isFolder ? spans->front().offset + spans->front().length : readyAt(*spans);
        m_queue.push({ready, m_files.size()});
        m_files.push_back(std::move(file));
        return {};
    }

    /// Folders grow with what is copied into them: their last records come long after the first files they tell of.
    Result<> readFolder(const FatFile &folder, Place place)
    {
        if (place.spans == 1) {
            if (m_seen.contains(folder.firstCluster) || folder.path.size() > LongestPath)
                return broken("loop of folders"); // a folder inside itself would never end
            m_seen.insert(folder.firstCluster);
        }
        const Result<std::vector<ImageSpan>> spans = m_volume->spans(folder, m_stop);
        Result<std::vector<FatFile>> files = m_volume->filesOf(folder, place.spans, m_stop);
        if (!files || !spans)
            return std::unexpected(files ? spans.error() : files.error());
        for (FatFile &file : *files | std::views::drop(place.listed)) {
            m_total += file.size;
            if (m_files.size() >= MostFiles || m_total > m_volume->size())
                return broken("more files than the partition has room for");
            if (const Result<> placed = put(std::move(file)); !placed)
                return placed;
        }
        if (place.spans < spans->size()) {
            place.listed = std::max(place.listed, files->size());
            place.spans = std::min(place.spans + 1 + place.spans / 8, spans->size());
            for (const ImageSpan &span : *spans | std::views::take(place.spans))
                place.ready = std::max(place.ready, span.offset + span.length);
            m_queue.push(place);
            return {};
        }
        for (const ImageSpan &span : m_releases ? *spans : std::vector<ImageSpan>())
            m_releases->release(span.offset, span.length);
        return {};
    }

    Result<> openFile(const FatFile &file, Member &member)
    {
        Result<std::vector<ImageSpan>> spans = m_volume->spans(file, m_stop);
        if (!spans)
            return std::unexpected(spans.error());
        member.spans = std::move(*spans);
        member.unit = m_volume->clusterSize();
        if (!m_notes)
            return {};
        m_notes->sawBootFile(file.path, file.size);
        if (!m_notes->wantsBootFile(file.path, file.size))
            return {};
        QByteArray bytes;
        for (const ImageSpan &span : member.spans) {
            const Result<QByteArray> part = m_volume->store()->read(span.offset, span.length, m_stop);
            if (!part)
                return std::unexpected(part.error());
            bytes += *part;
        }
        m_notes->keepBootFile(file.path, std::move(bytes));
        return {};
    }

    std::shared_ptr<const FatVolume> m_volume;
    std::shared_ptr<BlockStore> m_releases;
    std::shared_ptr<TreeNotes> m_notes;
    Stop m_stop;
    bool m_hasBegun = false;
    std::vector<FatFile> m_files;
    std::priority_queue<Place, std::vector<Place>, std::greater<>> m_queue; ///< of those still to be sent
    QSet<quint32> m_seen; ///< first clusters of folders
    qint64 m_total = 0; ///< bytes of all files
};

} // namespace

std::unique_ptr<Members> makeFatMembers(std::shared_ptr<const FatVolume> volume, std::shared_ptr<BlockStore> releases,
                                        std::shared_ptr<TreeNotes> notes, Stop stop)
{
    return std::make_unique<FatMembers>(std::move(volume), std::move(releases), std::move(notes), std::move(stop));
}

} // namespace bramble

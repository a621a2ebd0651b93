// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/zip_member.h"

#include <KZip>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr int DeepestFolder = 16;
constexpr int MostEntries = 10'000;

struct Found
{
    const KZipFileEntry *image = nullptr; ///< biggest *.img
    const KZipFileEntry *any = nullptr; ///< biggest file of any name
    int entries = 0;
};

bool isBigger(const KZipFileEntry *one, const KZipFileEntry *other)
{
    return !other || one->size() > other->size();
}

void search(const KArchiveDirectory &folder, int depth, Found &found)
{
    const QStringList names = folder.entries();
    for (const QString &name : names) {
        if (++found.entries > MostEntries)
            return;
        const KArchiveEntry *entry = folder.entry(name);
        if (entry && entry->isDirectory()) {
            if (depth < DeepestFolder)
                search(*static_cast<const KArchiveDirectory *>(entry), depth + 1, found);
            continue;
        }
        const auto *file = dynamic_cast<const KZipFileEntry *>(entry);
        if (!file)
            continue;
        if (isBigger(file, found.any))
            found.any = file;
        if (name.endsWith(u".img"_s, Qt::CaseInsensitive) && isBigger(file, found.image))
            found.image = file;
    }
}

} // namespace

Result<ZipMember> findZipMember(const QString &file, qint64 fileSize)
{
    KZip zip(file);
    // The directory of a zip is its end, so that a cut file has none.
    if (!zip.open(QIODevice::ReadOnly))
        return fail(ErrorKind::ImageTruncated, file, zip.errorString());
    Found found;
    search(*zip.directory(), 0, found);
    const KZipFileEntry *entry = found.image ? found.image : found.entries == 1 ? found.any : nullptr;
    if (!entry)
        return fail(ErrorKind::ImageFormatUnknown, file, u"zip"_s);
    const ZipMember member{entry->path(),
                           entry->position(),
                           entry->compressedSize(),
                           entry->size(),
                           static_cast<quint32>(entry->crc32()),
                           entry->encoding() == 8};
    if (entry->encoding() != 0 && entry->encoding() != 8)
        return fail(ErrorKind::ImageFormatUnknown, file, u"zip method %1"_s.arg(entry->encoding()));
    if (member.position < 0 || member.packedSize < 0 || member.size < 0)
        return fail(ErrorKind::ImageCorrupt, file, member.name);
    if (member.position > fileSize || member.packedSize > fileSize - member.position)
        return fail(ErrorKind::ImageTruncated, file, member.name);
    return member;
}

} // namespace bramble

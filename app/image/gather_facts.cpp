// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/gather_facts.h"

#include "image/image_interest.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestOfInterest = 1024 * 1024; ///< bytes; the real ones are a few KiB

Result<> readFiles(ImageFacts &facts, Ext4Volume &root)
{
    for (const char *const path : FilesOfInterest) {
        const Result<std::optional<Ext4Node>> node = root.find(path);
        if (!node)
            return std::unexpected(node.error());
        if (!*node || !(*node)->isFile() || (*node)->size > LargestOfInterest)
            continue;
        const Result<QByteArray> bytes = root.bytes(**node, LargestOfInterest);
        if (!bytes)
            return std::unexpected(bytes.error());
        facts.files.insert(QString::fromLatin1(path), *bytes);
    }
    return {};
}

Result<> addIfThere(ImageFacts &facts, Ext4Volume &root, const QByteArray &path)
{
    const Result<std::optional<Ext4Node>> node = root.find(path);
    if (!node)
        return std::unexpected(node.error());
    if (*node)
        facts.existing.append(QString::fromUtf8(path));
    return {};
}

/// Keys made by whoever built the image are the same on every copy of it: customising has to know them.
Result<> addHostKeys(ImageFacts &facts, Ext4Volume &root)
{
    const Result<std::optional<Ext4Node>> folder = root.find("/etc/ssh");
    if (!folder)
        return std::unexpected(folder.error());
    if (!*folder || !(*folder)->isFolder())
        return {};
    const Result<std::vector<Ext4Name>> names = root.names(**folder);
    if (!names)
        return std::unexpected(names.error());
    for (const Ext4Name &name : *names)
        if (name.name.startsWith("ssh_host_"))
            facts.existing.append(u"/etc/ssh/"_s + QString::fromUtf8(name.name));
    return {};
}

Result<> findExisting(ImageFacts &facts, Ext4Volume &root)
{
    QByteArrayList paths;
    for (const char *const unit : UnitsOfInterest)
        for (const char *const folder : {"/usr/lib/systemd/system/", "/etc/systemd/system/"})
            paths.append(QByteArray(folder) + unit);
    for (const char *const path : PathsOfInterest)
        paths.append(path);
    for (const QByteArray &path : std::as_const(paths))
        if (const Result<> added = addIfThere(facts, root, path); !added)
            return added;
    if (const Result<> added = addHostKeys(facts, root); !added)
        return added;
    facts.existing.sort();
    return {};
}

/// A value of os-release, which is a list of shell assignments (os-release(5)).
QString assigned(const QByteArray &text, QByteArrayView key)
{
    for (const QByteArray &line : text.split('\n')) {
        if (!line.startsWith(key) || line.size() <= key.size() || line.at(key.size()) != '=')
            continue;
        QByteArray value = line.sliced(key.size() + 1).trimmed();
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
            value = value.sliced(1, value.size() - 2);
        return QString::fromUtf8(value);
    }
    return {};
}

SystemKind systemKind(const ImageFacts &facts, const QString &id)
{
    if (facts.existing.contains(u"/boot/dietpi"_s) || facts.hasBootFile(u"dietpi.txt"_s))
        return SystemKind::DietPi;
    if (id == u"raspbian"_s || facts.files.contains(u"/etc/rpi-issue"_s))
        return SystemKind::RaspberryPiOs;
    if (id == u"debian"_s)
        return SystemKind::Debian;
    return id == u"ubuntu"_s ? SystemKind::Ubuntu : SystemKind::Other;
}

} // namespace

Result<QByteArray> readFatFile(const FatVolume &boot, const std::vector<FatFile> &files, const QString &path,
                               qint64 limit, const Stop &stop)
{
    const auto file = std::ranges::find_if(files, [&path](const FatFile &one) {
        return !one.isFolder && one.path.compare(path, Qt::CaseInsensitive) == 0;
    });
    if (file == files.end())
        return fail(ErrorKind::FileUnreadable, path);
    if (file->size > limit)
        return fail(ErrorKind::ImageTooMuchMemory, path, QString::number(file->size));
    const Result<std::vector<ImageSpan>> spans = boot.spans(*file, stop);
    if (!spans)
        return std::unexpected(spans.error());
    QByteArray bytes;
    for (const ImageSpan &span : *spans) {
        const Result<QByteArray> part = boot.store()->read(span.offset, span.length, stop);
        if (!part)
            return part;
        bytes += *part;
    }
    return bytes;
}

Result<> gatherFacts(ImageFacts &facts, const FatVolume &boot, const std::vector<FatFile> &bootFiles, Ext4Volume &root,
                     const Stop &stop)
{
    for (const FatFile &file : bootFiles)
        if (!file.isFolder)
            facts.bootFiles.push_back({file.path, file.size});
    for (const char *const name : BootFilesOfInterest) {
        const Result<QByteArray> bytes
            = readFatFile(boot, bootFiles, QString::fromLatin1(name), LargestOfInterest, stop);
        if (bytes)
            facts.files.insert(u"/boot/firmware/"_s + QString::fromLatin1(name), *bytes);
        else if (bytes.error().kind != ErrorKind::FileUnreadable && bytes.error().kind != ErrorKind::ImageTooMuchMemory)
            return std::unexpected(bytes.error());
    }
    if (const Result<> read = readFiles(facts, root); !read)
        return read;
    if (const Result<> found = findExisting(facts, root); !found)
        return found;
    const QByteArray release = facts.files.value(u"/etc/os-release"_s);
    facts.systemName = assigned(release, "PRETTY_NAME");
    facts.systemVersion = assigned(release, "VERSION_CODENAME");
    facts.system = systemKind(facts, assigned(release, "ID"));
    const Ext4Use use = root.use();
    facts.rootNodes = use.nodes;
    facts.rootBytes = use.bytes;
    return {};
}

} // namespace bramble

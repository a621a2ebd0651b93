// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/tree_notes.h"

#include "image/image_interest.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestOfInterest = 1024 * 1024; ///< bytes; the real ones are a few KiB
constexpr int MostSymlinks = 40; ///< as Linux

QByteArray fileName(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

/// ./etc/ to /etc
QByteArray absolute(const QByteArray &path)
{
    return path.endsWith('/') ? path.sliced(1, path.size() - 2) : path.sliced(1);
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

bool TreeNotes::wants(const QByteArray &path, qint64 size, quint32 links) const
{
    if (size > LargestOfInterest)
        return false;
    // A symlink to it may come later, and mostly has the same name (/etc/os-release); what has several names may have
    // that one, too.
    const QByteArray name = fileName(path);
    return std::ranges::any_of(FilesOfInterest, [&](const char *of) { return fileName(of) == name; })
        || (links > 1 && path.startsWith("./etc/"));
}

void TreeNotes::keep(const QByteArray &path, QByteArray content)
{
    m_contents.insert(absolute(path), std::move(content));
}

void TreeNotes::saw(const TarEntry &entry)
{
    const QByteArray path = absolute(entry.path);
    if (entry.type == TarEntry::Type::Symlink)
        m_symlinks.insert(path, entry.link);
    else
        m_paths.push_back(qHash(path, m_seed));
    if (entry.type == TarEntry::Type::HardLink)
        m_hardLinks.insert(path, absolute(entry.link));
    if (path.startsWith("/etc/ssh/ssh_host_"))
        m_hostKeys.append(path);
}

bool TreeNotes::wantsBootFile(const QString &path, qint64 size)
{
    const auto is
        = [&path](const char *name) { return path.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0; };
    return size <= LargestOfInterest && std::ranges::any_of(BootFilesOfInterest, is);
}

void TreeNotes::keepBootFile(const QString &path, QByteArray content)
{
    m_files.insert(u"/boot/firmware/"_s + path.toLower(), std::move(content));
}

void TreeNotes::sawBootFile(const QString &path, qint64 size)
{
    m_bootFiles.push_back({path, size});
}

bool TreeNotes::exists(const QByteArray &path) const
{
    return std::ranges::binary_search(m_paths, qHash(path, m_seed));
}

/// The path without symlinks, which lead within the tree only; nothing where there is no such path.
std::optional<QByteArray> TreeNotes::resolved(const QByteArray &path) const
{
    QByteArrayList parts = path.split('/');
    QByteArray at;
    int symlinks = 0;
    while (!parts.isEmpty()) {
        const QByteArray part = parts.takeFirst();
        if (part.isEmpty() || part == ".")
            continue;
        if (part == "..") {
            at.truncate(std::max<qsizetype>(at.lastIndexOf('/'), 0));
            continue;
        }
        const QByteArray next = at + '/' + part;
        if (const auto link = m_symlinks.constFind(next); link != m_symlinks.cend()) {
            if (++symlinks > MostSymlinks)
                return std::nullopt;
            if (link->startsWith('/'))
                at.clear();
            parts = link->split('/') + parts;
            continue;
        }
        if (!exists(next))
            return std::nullopt;
        at = next;
    }
    return at;
}

void TreeNotes::fill(ImageFacts &facts) const
{
    TreeNotes sorted = *this;
    std::ranges::sort(sorted.m_paths);
    facts.bootFiles = m_bootFiles;
    std::ranges::sort(facts.bootFiles, {}, &BootFile::path);
    facts.files = m_files;
    for (const char *const path : FilesOfInterest) {
        const std::optional<QByteArray> real = sorted.resolved(path);
        const auto content = real ? m_contents.constFind(m_hardLinks.value(*real, *real)) : m_contents.cend();
        if (content != m_contents.cend())
            facts.files.insert(QString::fromLatin1(path), *content);
    }
    facts.existing.clear();
    const auto note = [&](const QByteArray &path) {
        if (sorted.resolved(path))
            facts.existing.append(QString::fromUtf8(path));
    };
    for (const char *const unit : UnitsOfInterest)
        for (const char *const folder : {"/usr/lib/systemd/system/", "/etc/systemd/system/"})
            note(QByteArray(folder) + unit);
    for (const char *const path : PathsOfInterest)
        note(path);
    for (const QByteArray &path : m_hostKeys)
        facts.existing.append(QString::fromUtf8(path));
    facts.existing.sort();
    const QByteArray release = facts.files.value(u"/etc/os-release"_s);
    facts.systemName = assigned(release, "PRETTY_NAME");
    facts.systemVersion = assigned(release, "VERSION_CODENAME");
    facts.system = systemKind(facts, assigned(release, "ID"));
}

} // namespace bramble

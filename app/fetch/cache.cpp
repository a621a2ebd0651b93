// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/cache.h"

#include "fetch/durable.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStorageInfo>
#include <QUuid>

#include <filesystem>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView whole{".image"};
constexpr QLatin1StringView facts{".json"};
constexpr QLatin1StringView part{".part"};
constexpr QLatin1StringView partFacts{".part.json"};

bool isId(const QString &id)
{
    static const QRegularExpression shape(u"\\A(url-)?[0-9a-f]{64}\\z"_s);
    return shape.match(id).hasMatch();
}

QJsonObject factsIn(const QString &path)
{
    QFile file(path);
    constexpr qint64 most = 65536;
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(most)).object() : QJsonObject();
}

void fill(CachedImage &image, const QJsonObject &object)
{
    image.name = object["name"_L1].toString().left(200);
    image.url = QUrl(object["url"_L1].toString());
    image.etag = object["etag"_L1].toString().left(1000).toLatin1();
    image.modified = object["modified"_L1].toString().left(100).toLatin1();
    if (const auto used = QDateTime::fromString(object["used"_L1].toString(), Qt::ISODateWithMs); used.isValid())
        image.used = used;
}

std::unique_ptr<QLockFile> locked(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0); // only that of a process that is gone
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

} // namespace

CacheUse::CacheUse(std::unique_ptr<QLockFile> lock) : m_lock(std::move(lock)) { }
CacheUse::~CacheUse() = default;

ImageCache::ImageCache(QString folder, qint64 quota) : m_folder(std::move(folder)), m_quota(quota)
{
    QDir().mkpath(m_folder);
}

CachedImage ImageCache::read(const QString &id) const
{
    CachedImage image;
    image.id = id;
    image.path = at(id + whole);
    const QFileInfo info(image.path);
    image.size = info.size();
    image.used = info.lastModified();
    fill(image, factsIn(at(id + facts)));
    return image;
}

std::vector<CachedImage> ImageCache::list() const
{
    std::vector<CachedImage> out;
    const QDir dir(m_folder);
    for (const QFileInfo &info : dir.entryInfoList({u"*"_s + whole}, QDir::Files | QDir::NoSymLinks)) {
        if (const QString id = info.fileName().chopped(whole.size()); isId(id)) {
            out.push_back(read(id));
            out.back().inUse = isUsed(id);
        }
    }
    for (const QFileInfo &info : dir.entryInfoList({u"*"_s + part}, QDir::Files | QDir::NoSymLinks)) {
        const QString id = info.fileName().chopped(part.size());
        if (!isId(id) || !QFileInfo::exists(at(id + partFacts)))
            continue;
        CachedImage image;
        image.id = id;
        image.path = info.filePath();
        image.size = info.size();
        image.used = info.lastModified();
        image.unfinished = true;
        fill(image, factsIn(at(id + partFacts)));
        image.inUse = locked(at(id + u".lock"_s)) == nullptr;
        out.push_back(std::move(image));
    }
    std::ranges::sort(out, std::greater(), &CachedImage::used);
    return out;
}

std::optional<CachedImage> ImageCache::find(const QString &sha256) const
{
    if (!isId(sha256) || !QFileInfo(at(sha256 + whole)).isFile())
        return {};
    return read(sha256);
}

std::optional<CachedImage> ImageCache::findUrl(const QUrl &url) const
{
    for (const CachedImage &image : list())
        if (!image.unfinished && image.url == url)
            return image;
    return {};
}

bool ImageCache::note(const CachedImage &image) const
{
    QSaveFile file(at(image.id + facts));
    const QJsonObject object{{u"name"_s, image.name},
                             {u"url"_s, image.url.toString(QUrl::FullyEncoded)},
                             {u"etag"_s, QString::fromLatin1(image.etag)},
                             {u"modified"_s, QString::fromLatin1(image.modified)},
                             {u"used"_s, image.used.toUTC().toString(Qt::ISODateWithMs)}};
    const QByteArray bytes = QJsonDocument(object).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

std::optional<CachedImage> ImageCache::use(const QString &sha256) const
{
    if (!find(sha256))
        return {};
    const QString name = sha256 + u".use-"_s + QUuid::createUuid().toString(QUuid::Id128);
    auto lock = locked(at(name));
    std::optional<CachedImage> image = find(sha256); // it may have gone before the lock was there
    if (!image)
        return {};
    image->used = QDateTime::currentDateTimeUtc();
    image->inUse = true;
    image->use = std::make_shared<CacheUse>(std::move(lock));
    note(*image);
    return image;
}

// Whoever uses an image has a lock of its own beside it. What a dead process left is found out, and taken away, by
// locking it ourselves.
bool ImageCache::isUsed(const QString &id) const
{
    for (const QString &name : QDir(m_folder).entryList({id + u".use-*"_s}, QDir::Files))
        if (!locked(at(name)))
            return true;
    return false;
}

Result<> ImageCache::remove(const QString &id) const
{
    const QString body = at(id + whole), rest = at(id + part);
    if (!isId(id) || !(QFileInfo::exists(body) || QFileInfo::exists(rest)))
        return fail(ErrorKind::CacheUnknown, id);
    const auto downloading = locked(at(id + u".lock"_s));
    if (isUsed(id) || !downloading)
        return fail(ErrorKind::CacheInUse, id);
    for (const QString &path : {body, at(id + facts), rest, at(id + partFacts)})
        if (QFileInfo::exists(path) && !QFile::remove(path))
            return fail(ErrorKind::FileUnwritable, path);
    return {};
}

qint64 ImageCache::freeBytes() const
{
    return QStorageInfo(m_folder).bytesAvailable();
}

void ImageCache::makeRoom(qint64 bytes) const
{
    std::vector<CachedImage> images = list();
    qint64 held = bytes;
    for (const CachedImage &image : images)
        held += image.size;
    for (; !images.empty() && (held > m_quota || freeBytes() < bytes); images.pop_back()) {
        const CachedImage &oldest = images.back();
        if (!oldest.inUse && remove(oldest.id))
            held -= oldest.size;
    }
}

Result<CachedImage> ImageCache::admit(const QString &file, const CachedImage &what) const
{
    // The lock first: from its first moment on somebody uses it.
    auto lock = locked(at(what.id + u".use-"_s + QUuid::createUuid().toString(QUuid::Id128)));
    const QString path = at(what.id + whole);
    const auto from = std::filesystem::path(file.toStdU16String()), to = std::filesystem::path(path.toStdU16String());
    std::error_code linked, renamed;
    std::filesystem::create_hard_link(from, to, linked);
    if (linked && !QFileInfo(path).isFile())
        std::filesystem::rename(from, to, renamed);
    if (renamed)
        return fail(ErrorKind::FileUnwritable, path, QString::fromStdString(renamed.message()));
    makeDurable(m_folder);
    CachedImage image = what;
    image.path = path;
    image.size = QFileInfo(path).size();
    image.used = QDateTime::currentDateTimeUtc();
    image.inUse = true;
    image.use = std::make_shared<CacheUse>(std::move(lock));
    note(image);
    return image;
}

} // namespace bramble

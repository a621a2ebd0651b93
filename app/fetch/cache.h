// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QDateTime>
#include <QUrl>

#include <memory>
#include <vector>

class QLockFile;

namespace bramble {

/// As long as it lives, nobody takes this image out of the cache, in no process.
class CacheUse
{
public:
    explicit CacheUse(std::unique_ptr<QLockFile> lock);
    CacheUse(const CacheUse &) = delete;
    CacheUse &operator=(const CacheUse &) = delete;
    ~CacheUse();

private:
    std::unique_ptr<QLockFile> m_lock;
};

struct CachedImage
{
    QString id; ///< SHA-256 of the file, hex; of an unfinished one whatever it is known by
    QString path;
    QString name; ///< as it was called where it came from
    QUrl url;
    qint64 size = 0; ///< bytes
    QDateTime used; ///< when it was last needed
    bool unfinished = false; ///< the download goes on from there
    bool inUse = false;
    QByteArray etag; ///< what its server called this version of it
    QByteArray modified; ///< the Last-Modified of that version, word for word
    std::shared_ptr<CacheUse> use; ///< only where somebody was promised that it stays
};

/// A folder of downloaded images, named by their SHA-256: what bears its final name is whole and was checked. Holds no
/// state: several of these, in several processes, may look after one folder.
class ImageCache
{
public:
    /// quota: bytes; what was not used for longest goes first, what is in use never.
    ImageCache(QString folder, qint64 quota);

    const QString &folder() const { return m_folder; }
    qint64 quota() const { return m_quota; }
    std::vector<CachedImage> list() const; ///< last used first
    std::optional<CachedImage> find(const QString &sha256) const;
    std::optional<CachedImage> findUrl(const QUrl &url) const;
    /// Notes the time and holds on to it. Nothing where it is not there (any more).
    std::optional<CachedImage> use(const QString &sha256) const;
    /// Errors: CacheUnknown, CacheInUse, FileUnwritable.
    Result<> remove(const QString &id) const;
    /// Lets go of images until there are that many bytes free on the disk, and no more than the quota used.
    void makeRoom(qint64 bytes) const;
    qint64 freeBytes() const; ///< on its disk

    /// A checked file moves in under its final name. It keeps its old name, too, where the disk has such a thing.
    /// Errors: FileUnwritable.
    Result<CachedImage> admit(const QString &file, const CachedImage &what) const;

private:
    QString at(const QString &name) const { return m_folder + u'/' + name; }
    CachedImage read(const QString &id) const;
    bool isUsed(const QString &id) const;
    bool note(const CachedImage &image) const;

    QString m_folder;
    qint64 m_quota;
};

} // namespace bramble

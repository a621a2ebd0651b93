// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "digest/sha256.h"
#include "model/result.h"

#include <QFile>
#include <QUrl>

#include <chrono>
#include <memory>

namespace bramble {

/// The beginning of a file, and beside it which version of which address it is the beginning of: from there the next
/// run goes on. What somebody else may be reading is never written over: to begin again makes a new file of the same
/// name.
class PartFile
{
public:
    /// path: PATH, and PATH.json beside it. trustAll: what was not made durable counts too, as a checksum will tell in
    /// the end. Errors: FileUnwritable.
    static Result<std::unique_ptr<PartFile>> open(const QString &path, bool trustAll);

    const QString &path() const { return m_path; }
    qint64 size() const { return m_size; }
    qint64 hashed() const { return m_hashed; }
    /// Reads on in what was there, a few MiB at a time, until hashed() is size(). Errors: FileUnreadable.
    Result<> hashSome();
    /// Errors: NetDiskFull, FileUnwritable.
    Result<> write(QByteArrayView bytes);
    /// Empty again. Errors: FileUnwritable.
    Result<> restart();
    /// Errors: FileUnwritable.
    Result<> makeDurableNow();
    /// Nothing of it is left.
    void discard();
    /// It is known under another name now; this one stays for those who read it.
    void forget();
    QByteArray sha256() const { return m_sha.result().toHex(); }

    // Which version this is the beginning of; note() keeps it.
    QUrl url;
    QString name;
    QByteArray etag;
    QByteArray modified;
    qint64 total = 0; ///< bytes; 0: not known
    Result<> note();

private:
    explicit PartFile(QString path) : m_path(std::move(path)), m_file(m_path) { }
    void readNotes(bool trustAll);
    Error diskError() const;

    QString m_path;
    QFile m_file;
    Sha256 m_sha;
    qint64 m_size = 0;
    qint64 m_hashed = 0;
    qint64 m_durable = 0;
    bool m_careful = false;
    std::chrono::steady_clock::time_point m_lastDurable = std::chrono::steady_clock::now();
};

} // namespace bramble

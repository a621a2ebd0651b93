// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/part_file.h"

#include "fetch/durable.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStorageInfo>

#include <filesystem>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr auto durableEvery = std::chrono::seconds(5);

// Under a final name, too: not ours to write into any more.
bool hasOtherNames(const QString &path)
{
    std::error_code error;
    const auto names = std::filesystem::hard_link_count(std::filesystem::path(path.toStdU16String()), error);
    return !error && names > 1;
}

} // namespace

Result<std::unique_ptr<PartFile>> PartFile::open(const QString &path, bool trustAll)
{
    auto part = std::unique_ptr<PartFile>(new PartFile(path));
    part->m_careful = !trustAll;
    part->readNotes(trustAll);
    const bool goesOn = part->m_size > 0;
    if (!goesOn)
        QFile::remove(path);
    if (!part->m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered
                           | (goesOn ? QIODevice::ExistingOnly : QIODevice::NewOnly)))
        return fail(ErrorKind::FileUnwritable, path, part->m_file.errorString());
    if (goesOn && part->m_file.size() != part->m_size && !part->m_file.resize(part->m_size))
        return fail(ErrorKind::FileUnwritable, path, part->m_file.errorString());
    return part;
}

void PartFile::readNotes(bool trustAll)
{
    QFile notes(m_path + u".json"_s);
    constexpr qint64 most = 65536;
    if (!notes.open(QIODevice::ReadOnly) || hasOtherNames(m_path))
        return;
    const QJsonObject object = QJsonDocument::fromJson(notes.read(most)).object();
    url = QUrl(object["url"_L1].toString());
    name = object["name"_L1].toString();
    etag = object["etag"_L1].toString().toLatin1();
    modified = object["modified"_L1].toString().toLatin1();
    total = object["total"_L1].toInteger();
    m_durable = object["durable"_L1].toInteger();
    const qint64 there = QFileInfo(m_path).size();
    m_size = qMax(qint64(0), trustAll ? there : qMin(there, m_durable));
    if (total > 0 && m_size > total)
        m_size = 0;
}

Result<> PartFile::note()
{
    QSaveFile file(m_path + u".json"_s);
    const QJsonObject object{
        {u"url"_s, url.toString(QUrl::FullyEncoded)},   {u"name"_s, name},   {u"etag"_s, QString::fromLatin1(etag)},
        {u"modified"_s, QString::fromLatin1(modified)}, {u"total"_s, total}, {u"durable"_s, m_durable}};
    const QByteArray bytes = QJsonDocument(object).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(diskError());
    return {};
}

// Qt does not tell a full disk from a broken one.
Error PartFile::diskError() const
{
    constexpr qint64 full = 1024 * 1024;
    const bool room = QStorageInfo(QFileInfo(m_path).path()).bytesAvailable() > full;
    return {room ? ErrorKind::FileUnwritable : ErrorKind::NetDiskFull, m_path, m_file.errorString()};
}

Result<> PartFile::hashSome()
{
    constexpr qint64 some = 8 * 1024 * 1024;
    m_file.seek(m_hashed);
    const QByteArray bytes = m_file.read(qMin(some, m_size - m_hashed));
    if (bytes.isEmpty() && m_hashed < m_size)
        return fail(ErrorKind::FileUnreadable, m_path, m_file.errorString());
    m_sha.addData(bytes);
    m_hashed += bytes.size();
    return {};
}

Result<> PartFile::write(QByteArrayView bytes)
{
    m_file.seek(m_size);
    const qint64 written = m_file.write(bytes.data(), bytes.size());
    if (written != bytes.size()) {
        m_file.resize(m_size); // half a block is none
        return std::unexpected(diskError());
    }
    m_sha.addData(bytes);
    m_size += written;
    m_hashed = m_size;
    if (m_careful && std::chrono::steady_clock::now() - m_lastDurable > durableEvery)
        return makeDurableNow();
    return {};
}

Result<> PartFile::makeDurableNow()
{
    m_lastDurable = std::chrono::steady_clock::now();
    if (!makeDurable(m_file))
        return std::unexpected(diskError());
    m_durable = m_size;
    return note();
}

Result<> PartFile::restart()
{
    m_file.close();
    QFile::remove(m_path);
    m_sha.reset();
    m_size = m_hashed = m_durable = total = 0;
    etag.clear();
    modified.clear();
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered | QIODevice::NewOnly))
        return std::unexpected(diskError());
    return note();
}

void PartFile::discard()
{
    m_file.close();
    QFile::remove(m_path + u".json"_s);
    QFile::remove(m_path);
}

void PartFile::forget()
{
    m_file.close();
    QFile::remove(m_path + u".json"_s);
}

} // namespace bramble

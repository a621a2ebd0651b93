// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/boot_folder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BlockSize = 512;

/// Exact numbers of bytes out of a source that gives them as it likes.
class Reader
{
public:
    explicit Reader(ByteSource &source) : m_source(source) { }

    /// At most length bytes, at least one. Error: ImageTruncated at the end of the source.
    Result<QByteArray> some(qint64 length)
    {
        if (m_at == m_block.size()) {
            Result<QByteArray> block = m_source.next();
            if (!block)
                return block;
            if (block->isEmpty())
                return fail(ErrorKind::ImageTruncated);
            m_block = std::move(*block);
            m_at = 0;
        }
        const qint64 size = std::min(length, m_block.size() - m_at);
        m_at += size;
        return m_block.sliced(m_at - size, size);
    }

    Result<QByteArray> exactly(qint64 length)
    {
        QByteArray bytes;
        while (bytes.size() < length) {
            const Result<QByteArray> part = some(length - bytes.size());
            if (!part)
                return part;
            bytes += *part;
        }
        return bytes;
    }

private:
    ByteSource &m_source;
    QByteArray m_block;
    qsizetype m_at = 0;
};

struct Header
{
    QString path; ///< empty at the end of the archive
    char type = '0';
    qint64 size = 0; ///< bytes
    qint64 mtime = 0; ///< seconds since 1970
};

qint64 padded(qint64 size)
{
    return (size + BlockSize - 1) / BlockSize * BlockSize;
}

/// Reads what bootTar() writes: plain files and folders, a pax record where a path is long, no holes.
Result<Header> nextHeader(Reader &reader)
{
    QByteArray longPath;
    for (;;) {
        const Result<QByteArray> block = reader.exactly(BlockSize);
        if (!block)
            return std::unexpected(block.error());
        const auto octal = [&block](qsizetype at) { return block->sliced(at, 11).toLongLong(nullptr, 8); };
        Header header{QString(), block->at(156), octal(124), octal(136)};
        if (header.type != 'x') {
            const QByteArray path = longPath.isEmpty() ? block->first(100) : longPath;
            header.path = QString::fromUtf8(
                path.constData(), static_cast<qsizetype>(qstrnlen(path.constData(), static_cast<size_t>(path.size()))));
            return header;
        }
        const Result<QByteArray> records = reader.exactly(padded(header.size));
        if (!records)
            return std::unexpected(records.error());
        if (const qsizetype key = records->indexOf(" path="); key >= 0)
            longPath = records->sliced(key + 6, records->indexOf('\n', key) - key - 6);
    }
}

Result<> writeFile(Reader &reader, const Header &header, const QString &path)
{
    QFile file(path);
    const auto unwritable = [&file, &path] { return fail(ErrorKind::FileUnwritable, path, file.errorString()); };
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return unwritable();
    for (qint64 left = header.size; left > 0;) {
        const Result<QByteArray> part = reader.some(left);
        if (!part)
            return std::unexpected(part.error());
        if (file.write(*part) != part->size())
            return unwritable();
        left -= part->size();
    }
    if (!file.flush())
        return unwritable();
    file.setFileTime(QDateTime::fromSecsSinceEpoch(header.mtime, QTimeZone::UTC), QFileDevice::FileModificationTime);
    return reader.exactly(padded(header.size) - header.size).transform([](const QByteArray &) { });
}

} // namespace

Result<> writeBootFolder(ByteSource &bootTar, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::FileUnwritable, folder);
    Reader reader(bootTar);
    for (;;) {
        const Result<Header> header = nextHeader(reader);
        if (!header)
            return std::unexpected(header.error());
        if (header->path.isEmpty())
            return {};
        const QString path = folder + u'/' + header->path;
        if (header->type != '5') {
            if (const Result<> written = writeFile(reader, *header, path); !written)
                return written;
        } else if (!QDir().mkpath(path)) {
            return fail(ErrorKind::FileUnwritable, path);
        }
    }
}

} // namespace bramble

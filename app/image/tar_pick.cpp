// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/tar_pick.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BlockSize = 512;
constexpr qint64 MostWanted = qint64(64) << 20;
constexpr qint64 MostExtra = 1 << 20; // of a header's records

std::unexpected<Error> corrupt(const QString &why)
{
    return fail(ErrorKind::ImageCorrupt, u"tar"_s, why);
}

qint64 padded(qint64 size)
{
    return (size + BlockSize - 1) / BlockSize * BlockSize;
}

QByteArray untilNul(QByteArrayView field)
{
    const qsizetype end = field.indexOf('\0');
    return (end < 0 ? field : field.first(end)).toByteArray();
}

/// Exact numbers of bytes out of a source that gives them as it likes.
class Reader
{
public:
    explicit Reader(ByteSource &source) : m_source(source) { }

    Result<QByteArray> exactly(qint64 length)
    {
        QByteArray bytes;
        const Result<> read = walk(length, [&bytes](QByteArrayView part) { bytes.append(part); });
        return read ? Result<QByteArray>(bytes) : std::unexpected(read.error());
    }
    Result<> skip(qint64 length)
    {
        return walk(length, [](QByteArrayView) {});
    }

private:
    template<typename Take>
    Result<> walk(qint64 length, Take take)
    {
        while (length > 0) {
            if (m_at == m_block.size()) {
                Result<QByteArray> block = m_source.next();
                if (!block)
                    return std::unexpected(block.error());
                if (block->isEmpty())
                    return fail(ErrorKind::ImageTruncated);
                m_block = std::move(*block);
                m_at = 0;
            }
            const qint64 part = std::min(length, m_block.size() - m_at);
            take(QByteArrayView(m_block).sliced(m_at, part));
            m_at += part;
            length -= part;
        }
        return {};
    }

    ByteSource &m_source;
    QByteArray m_block;
    qsizetype m_at = 0;
};

struct Member
{
    QString path;
    char type = '0';
    qint64 stored = 0; ///< bytes in the archive
    qint64 size = 0; ///< of the file
    bool isSparse = false;
};

// Octal, or GNU's binary where the first bit is set.
std::optional<qint64> numberIn(QByteArrayView field)
{
    if (quint8(field[0]) & 0x80) {
        qint64 value = quint8(field[0]) & 0x7f;
        for (const char byte : field.sliced(1)) {
            if (value > (std::numeric_limits<qint64>::max() >> 8))
                return {};
            value = (value << 8) | quint8(byte);
        }
        return value;
    }
    const QByteArray digits = untilNul(field).trimmed();
    bool ok = false;
    const qint64 value = digits.toLongLong(&ok, 8);
    return digits.isEmpty() ? std::optional<qint64>(0) : ok && value >= 0 ? std::optional(value) : std::nullopt;
}

// "27 path=usr/lib/…\n": length, key, value (POSIX.1-2001, pax).
QHash<QByteArray, QByteArray> recordsOf(QByteArrayView bytes)
{
    QHash<QByteArray, QByteArray> records;
    while (!bytes.isEmpty()) {
        const qsizetype blank = bytes.indexOf(' ');
        bool ok = false;
        const qsizetype length = blank > 0 ? bytes.first(blank).toLongLong(&ok) : 0;
        if (!ok || length <= blank + 1 || length > bytes.size())
            break;
        const QByteArrayView record = bytes.sliced(blank + 1, length - blank - 2);
        if (const qsizetype equals = record.indexOf('='); equals > 0)
            records.insert(record.first(equals).toByteArray(), record.sliced(equals + 1).toByteArray());
        bytes = bytes.sliced(length);
    }
    return records;
}

QString cleanPath(const QByteArray &path)
{
    QString clean = QString::fromUtf8(path);
    while (clean.startsWith("./"_L1))
        clean.remove(0, 2);
    return clean;
}

// Nothing at the end of the archive.
Result<std::optional<Member>> nextMember(Reader &reader)
{
    QByteArray longName;
    QHash<QByteArray, QByteArray> records;
    for (;;) {
        const Result<QByteArray> header = reader.exactly(BlockSize);
        if (!header)
            return std::unexpected(header.error());
        if (std::ranges::all_of(*header, [](char byte) { return byte == 0; }))
            return std::nullopt;
        const QByteArrayView view(*header);
        const auto size = numberIn(view.sliced(124, 12));
        if (!size || *size < 0 || view.sliced(257, 5) != QByteArrayView("ustar"))
            return corrupt(u"header"_s);
        const char type = view[156];
        if (type == 'x' || type == 'g' || type == 'L' || type == 'K') {
            if (*size > MostExtra)
                return corrupt(u"header"_s);
            const Result<QByteArray> extra = reader.exactly(padded(*size));
            if (!extra)
                return std::unexpected(extra.error());
            if (type == 'x')
                records = recordsOf(QByteArrayView(*extra).first(*size));
            else if (type == 'L')
                longName = untilNul(*extra);
            continue;
        }
        Member member;
        member.type = type;
        bool ok = true;
        member.stored = records.contains("size") ? records["size"].toLongLong(&ok) : *size;
        if (!ok || member.stored < 0)
            return corrupt(u"size"_s);
        member.isSparse = records.contains("GNU.sparse.realsize");
        member.size = member.isSparse ? records["GNU.sparse.realsize"].toLongLong() : member.stored;
        const QByteArray prefix = view[263] == '0' ? untilNul(view.sliced(345, 155)) : QByteArray();
        const QByteArray plain = (prefix.isEmpty() ? QByteArray() : prefix + '/') + untilNul(view.first(100));
        member.path = cleanPath(member.isSparse ? records["GNU.sparse.name"] : records.contains("path") ? records["path"] : !longName.isEmpty() ? longName : plain);
        return member;
    }
}

// GNU sparse 1.0: a map in decimal lines, padded to a block, then the stretches with data.
Result<QByteArray> filled(const QByteArray &stored, qint64 size)
{
    qsizetype at = 0;
    const auto line = [&stored, &at]() -> std::optional<qint64> {
        const qsizetype end = stored.indexOf('\n', at);
        bool ok = false;
        const qint64 value = end < 0 || end - at > 20 ? -1 : stored.sliced(at, end - at).toLongLong(&ok);
        at = end + 1;
        return ok && value >= 0 ? std::optional(value) : std::nullopt;
    };
    const auto count = line();
    if (!count || *count > stored.size())
        return corrupt(u"sparse map"_s);
    std::vector<std::pair<qint64, qint64>> spans;
    for (qint64 i = 0; i < *count; ++i) {
        const auto offset = line();
        const auto length = offset ? line() : std::nullopt;
        if (!length || *offset > size || *length > size - *offset)
            return corrupt(u"sparse map"_s);
        spans.emplace_back(*offset, *length);
    }
    qint64 from = padded(at);
    QByteArray content(size, '\0');
    for (const auto &[offset, length] : spans) {
        if (from > stored.size() || length > stored.size() - from)
            return corrupt(u"sparse map"_s);
        std::copy_n(stored.constData() + from, length, content.data() + offset);
        from += length;
    }
    return content;
}

} // namespace

Result<PickedFiles> pickFromTar(ByteSource &tar, const std::function<bool(const QString &path, qint64 size)> &wants)
{
    Reader reader(tar);
    PickedFiles picked;
    qint64 sum = 0;
    for (;;) {
        const Result<std::optional<Member>> member = nextMember(reader);
        if (!member)
            return std::unexpected(member.error());
        if (!*member)
            break;
        const bool isFile = (*member)->type == '0' || (*member)->type == '\0' || (*member)->type == '7';
        if (!isFile || !wants((*member)->path, (*member)->size)) {
            if (const Result<> skipped = reader.skip(padded((*member)->stored)); !skipped)
                return std::unexpected(skipped.error());
            continue;
        }
        sum += std::max((*member)->size, (*member)->stored);
        if ((*member)->size < 0 || sum > MostWanted)
            return corrupt(u"too large"_s);
        Result<QByteArray> stored = reader.exactly((*member)->stored);
        if (stored && (*member)->isSparse)
            stored = filled(*stored, (*member)->size);
        if (!stored)
            return std::unexpected(stored.error());
        picked.insert((*member)->path, *stored);
        if (const Result<> skipped = reader.skip(padded((*member)->stored) - (*member)->stored); !skipped)
            return std::unexpected(skipped.error());
    }
    // An archive ends with more than it needs; whoever makes it wants it read to its end.
    for (;;) {
        const Result<QByteArray> rest = tar.next();
        if (!rest)
            return std::unexpected(rest.error());
        if (rest->isEmpty())
            return picked;
    }
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/plain_tar.h"

#include "image/pax.h"

#include <QHash>

namespace bramble {

namespace {

constexpr qsizetype BlockSize = 512;
constexpr qsizetype Enough = 256 * 1024; ///< bytes handed on at a time
constexpr qint64 MostRecords = 1024 * 1024; ///< bytes of pax records before one member
constexpr qint64 MostMap = 64 * 1024 * 1024; ///< bytes of the map of a sparse file

qint64 octal(QByteArrayView field)
{
    qint64 value = 0;
    for (const char c : field)
        if (c >= '0' && c <= '7')
            value = value * 8 + (c - '0');
    return value;
}

/// Octal where it fits, else GNU's binary form with the first bit set; BusyBox reads both.
void setNumber(QByteArray &header, qsizetype at, qsizetype width, qint64 value)
{
    if (value < (qint64(1) << (3 * (width - 1)))) {
        header[at + width - 1] = '\0';
        for (qsizetype i = width - 2; i >= 0; --i, value >>= 3)
            header[at + i] = char('0' + (value & 7));
        return;
    }
    for (qsizetype i = width - 1; i >= 0; --i, value >>= 8)
        header[at + i] = char(value & 255);
    header[at] = char(uchar(header[at]) | 0x80);
}

void setText(QByteArray &header, qsizetype at, qsizetype width, const QByteArray &text)
{
    for (qsizetype i = 0; i < width; ++i)
        header[at + i] = i < text.size() ? text[i] : '\0';
}

void seal(QByteArray &header)
{
    for (qsizetype i = 148; i < 156; ++i)
        header[i] = ' ';
    quint32 sum = 0;
    for (const char c : header)
        sum += uchar(c);
    setNumber(header, 148, 7, sum);
}

/// GNU's way: a member of its own whose content is the name of the next.
QByteArray longName(char type, const QByteArray &name)
{
    QByteArray header(BlockSize, '\0');
    setText(header, 0, 100, "././@LongLink");
    setNumber(header, 100, 8, 0644);
    setNumber(header, 108, 8, 0);
    setNumber(header, 116, 8, 0);
    setNumber(header, 124, 12, name.size() + 1);
    setNumber(header, 136, 12, 0);
    header[156] = type;
    setText(header, 257, 8, QByteArray("ustar  ", 8));
    seal(header);
    return header + name + QByteArray(1 + tarPadding(name.size() + 1), '\0');
}

class PlainTar final : public ByteSource
{
public:
    explicit PlainTar(std::shared_ptr<ByteSource> source) : m_source(std::move(source)) { }

    Result<QByteArray> next() override
    {
        QByteArray out;
        while (out.size() < Enough && !m_isOver)
            if (const Result<> stepped = step(out); !stepped)
                return std::unexpected(stepped.error());
        return out;
    }

private:
    /// Nothing where the source ends before that many bytes; they are at the front of m_in then.
    Result<bool> have(qsizetype bytes)
    {
        while (m_in.size() - m_at < bytes) {
            if (m_ended)
                return false;
            Result<QByteArray> more = m_source->next();
            if (!more)
                return std::unexpected(more.error());
            m_ended = more->isEmpty();
            m_in = m_in.sliced(m_at) + *more;
            m_at = 0;
        }
        return true;
    }

    QByteArray take(qsizetype bytes)
    {
        const QByteArray part = m_in.sliced(m_at, bytes);
        m_at += bytes;
        return part;
    }

    Result<> step(QByteArray &out)
    {
        if (m_zeros > 0 || m_data > 0 || m_nextSpan < m_spans.size() || m_isSparse)
            return sendData(out);
        return startMember(out);
    }

    Result<> startMember(QByteArray &out)
    {
        const Result<bool> there = have(BlockSize);
        if (!there)
            return std::unexpected(there.error());
        if (!*there) {
            m_isOver = true;
            return {};
        }
        QByteArray header = take(BlockSize);
        const qint64 size = octal(QByteArrayView(header).sliced(124, 12));
        if (header[156] == 'x')
            return readRecords(size);
        if (header.count('\0') == BlockSize) { // the end, twice
            out += header;
            return {};
        }
        return sendHeader(out, std::move(header), m_records.contains("size") ? m_records.value("size").toLongLong() : size);
    }

    Result<> readRecords(qint64 size)
    {
        if (size < 0 || size > MostRecords)
            return fail(ErrorKind::ImageCorrupt);
        const Result<bool> there = have(size + tarPadding(size));
        if (!there || !*there)
            return there ? fail(ErrorKind::ImageCorrupt) : std::unexpected(there.error());
        const QByteArray text = take(size);
        take(tarPadding(size));
        m_records.clear();
        // "LENGTH key=value\n"
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype blank = text.indexOf(' ', at);
            const qsizetype length = blank < 0 ? 0 : text.sliced(at, blank - at).toLongLong();
            const qsizetype equals = text.indexOf('=', at);
            if (length <= 0 || at + length > text.size() || equals < blank || equals >= at + length)
                return fail(ErrorKind::ImageCorrupt);
            m_records.insert(text.sliced(blank + 1, equals - blank - 1), text.sliced(equals + 1, at + length - 1 - equals - 1));
            at += length;
        }
        return {};
    }

    Result<> sendHeader(QByteArray &out, QByteArray header, qint64 stored)
    {
        const auto records = std::exchange(m_records, {});
        const auto field = [&header](qsizetype at) {
            const QByteArray text = header.sliced(at, 100);
            return text.first(std::max<qsizetype>(text.indexOf('\0'), text.contains('\0') ? 0 : 100));
        };
        m_isSparse = records.contains("GNU.sparse.realsize");
        const QByteArray path = m_isSparse ? records.value("GNU.sparse.name") : records.value("path", field(0));
        const QByteArray link = records.value("linkpath", field(157));
        qint64 size = stored;
        if (m_isSparse) {
            const Result<qint64> map = readMap(records.value("GNU.sparse.realsize").toLongLong());
            if (!map)
                return std::unexpected(map.error());
            size = m_real;
            m_data = 0;
            m_padding = 0;
            m_storedPadding = tarPadding(stored - *map);
        } else {
            m_data = header[156] == '0' || header[156] == '\0' ? stored : 0;
            m_padding = tarPadding(m_data);
            m_spans.clear();
            m_nextSpan = 0;
        }
        if (path.size() > 100)
            out += longName('L', path);
        if (link.size() > 100)
            out += longName('K', link);
        setText(header, 0, 100, path.left(100));
        setText(header, 157, 100, link.left(100));
        setNumber(header, 124, 12, size);
        for (const auto &[key, at] : {std::pair("uid", 108), std::pair("gid", 116)})
            if (records.contains(key))
                setNumber(header, at, 8, records.value(key).toLongLong());
        if (records.contains("mtime"))
            setNumber(header, 136, 12, std::max<qint64>(0, records.value("mtime").split('.').constFirst().toLongLong()));
        seal(header);
        out += header;
        return {};
    }

    /// Numbers, one a line, filled up to a block: how many stretches, then offset and length of each. Gives its length in bytes.
    Result<qint64> readMap(qint64 real)
    {
        m_real = real;
        m_spans.clear();
        m_nextSpan = 0;
        m_written = 0;
        QList<qint64> numbers;
        qint64 read = 0;
        QByteArray rest;
        while (numbers.isEmpty() || numbers.size() < 1 + 2 * numbers[0]) {
            const Result<bool> there = have(BlockSize);
            if (!there || !*there || read > MostMap)
                return there ? fail(ErrorKind::ImageCorrupt) : std::unexpected(there.error());
            rest += take(BlockSize);
            read += BlockSize;
            qsizetype from = 0;
            for (qsizetype to; (to = rest.indexOf('\n', from)) >= 0; from = to + 1)
                numbers << rest.sliced(from, to - from).toLongLong();
            rest = rest.sliced(from);
        }
        qint64 end = 0;
        for (qsizetype i = 0; i < numbers[0]; ++i) {
            const DataSpan span{numbers[1 + 2 * i], numbers[2 + 2 * i]};
            if (span.offset < end || span.length < 0 || span.offset + span.length > real)
                return fail(ErrorKind::ImageCorrupt);
            end = span.offset + span.length;
            m_spans.push_back(span);
        }
        return read;
    }

    Result<> sendData(QByteArray &out)
    {
        if (m_zeros > 0) {
            const qint64 part = std::min<qint64>(m_zeros, Enough);
            out.append(part, '\0');
            m_zeros -= part;
            return {};
        }
        if (m_data > 0) {
            const Result<bool> there = have(1);
            if (!there || !*there)
                return there ? fail(ErrorKind::ImageCorrupt) : std::unexpected(there.error());
            const qsizetype part = std::min<qint64>({m_data, m_in.size() - m_at, Enough});
            out += take(part);
            m_data -= part;
            return m_data > 0 || m_isSparse ? Result<>() : skipPadding(out, m_padding, m_padding);
        }
        if (m_nextSpan < m_spans.size()) {
            const DataSpan &span = m_spans[m_nextSpan++];
            m_zeros = span.offset - m_written;
            m_data = span.length;
            m_written = span.offset + span.length;
            return {};
        }
        // Behind the last stretch: the hole at the end, and what fills the last block.
        if (m_written < m_real) {
            m_zeros = m_real - m_written;
            m_written = m_real;
            return {};
        }
        m_isSparse = false;
        return skipPadding(out, m_storedPadding, tarPadding(m_real));
    }

    Result<> skipPadding(QByteArray &out, qint64 inSource, qint64 inOutput)
    {
        const Result<bool> there = have(inSource);
        if (!there || !*there)
            return there ? fail(ErrorKind::ImageCorrupt) : std::unexpected(there.error());
        take(inSource);
        out.append(inOutput, '\0');
        return {};
    }

    std::shared_ptr<ByteSource> m_source;
    QByteArray m_in;
    qsizetype m_at = 0; ///< of m_in, what is not used yet
    bool m_isOver = false;
    bool m_ended = false; ///< the source has
    QHash<QByteArray, QByteArray> m_records; ///< of the member that comes
    bool m_isSparse = false;
    std::vector<DataSpan> m_spans;
    size_t m_nextSpan = 0;
    qint64 m_real = 0; ///< bytes of a sparse file with its holes
    qint64 m_written = 0; ///< of those, sent
    qint64 m_zeros = 0; ///< to be sent now
    qint64 m_data = 0; ///< to be passed on now
    qint64 m_padding = 0;
    qint64 m_storedPadding = 0;
};

} // namespace

std::unique_ptr<ByteSource> plainTar(std::shared_ptr<ByteSource> pax)
{
    return std::make_unique<PlainTar>(std::move(pax));
}

} // namespace bramble

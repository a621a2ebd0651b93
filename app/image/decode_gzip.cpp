// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/decode.h"

#include <zlib.h>

namespace bramble {

namespace {

constexpr qint64 OutputSize = 512 * 1024;
constexpr int GzipWindow = 15 + 16; // zlib: 16 more than the window asks for the gzip wrapping
constexpr int RawWindow = -15;

class Inflater
{
public:
    explicit Inflater(int windowBits)
        : m_ready(inflateInit2(&m_stream, windowBits) == Z_OK), m_buffer(OutputSize, Qt::Uninitialized)
    { }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;
    ~Inflater() { inflateEnd(&m_stream); }

    bool isReady() const { return m_ready; }
    bool isAtEnd() const { return m_atEnd; } ///< of a member
    void startAgain()
    {
        inflateReset(&m_stream);
        m_atEnd = false;
    }

    /// Unpacks until the bytes are used up or the member ends; take(data, length) gets what comes out. Returns how many
    /// bytes were used.
    template<typename Take>
    Result<qint64> feed(QByteArrayView bytes, const Stop &stop, Take take)
    {
        // zlib has no const in its interface, but does not write here.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        for (;;) {
            m_stream.next_out = reinterpret_cast<Bytef *>(m_buffer.data());
            m_stream.avail_out = static_cast<uInt>(m_buffer.size());
            const int code = inflate(&m_stream, Z_NO_FLUSH);
            if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
                return fail(code == Z_MEM_ERROR ? ErrorKind::ImageTooMuchMemory : ErrorKind::ImageCorrupt, {},
                            QString::fromLatin1(m_stream.msg ? m_stream.msg : "inflate"));
            if (const Result<> put = take(m_buffer.constData(), m_buffer.size() - qint64(m_stream.avail_out)); !put)
                return std::unexpected(put.error());
            m_atEnd = code == Z_STREAM_END;
            if (m_atEnd || (m_stream.avail_in == 0 && m_stream.avail_out > 0))
                return bytes.size() - qint64(m_stream.avail_in);
            if (stop.stop_requested())
                return fail(ErrorKind::Stopped);
        }
    }

private:
    z_stream m_stream = {};
    bool m_ready;
    bool m_atEnd = false;
    QByteArray m_buffer;
};

} // namespace

Result<> decodeGzip(PackedInput &input, BlockStore &output)
{
    Inflater inflater(GzipWindow);
    if (!inflater.isReady())
        return fail(ErrorKind::ImageTooMuchMemory);
    bool isPadding = false; // gzip allows zeros after the last member
    for (;;) {
        const Result<QByteArrayView> bytes = input.next();
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->isEmpty())
            return inflater.isAtEnd() ? Result<>() : fail(ErrorKind::ImageTruncated);
        QByteArrayView rest = *bytes;
        while (!rest.isEmpty()) {
            if (inflater.isAtEnd()) {
                while (!rest.isEmpty() && rest.front() == 0) {
                    isPadding = true;
                    rest = rest.sliced(1);
                }
                if (rest.isEmpty())
                    break;
                if (isPadding)
                    return fail(ErrorKind::ImageCorrupt, {}, QStringLiteral("gzip"));
                inflater.startAgain();
            }
            const auto take = [&output, &input](const char *data, qint64 length) {
                return output.append(data, length, input.stop());
            };
            const Result<qint64> used = inflater.feed(rest, input.stop(), take);
            if (!used)
                return std::unexpected(used.error());
            rest = rest.sliced(*used);
        }
    }
}

Result<> decodeZipMember(PackedInput &input, const ZipMember &member, BlockStore &output)
{
    Inflater inflater(RawWindow);
    if (!inflater.isReady())
        return fail(ErrorKind::ImageTooMuchMemory);
    const qint64 end = member.position + member.packedSize;
    qint64 size = 0;
    uLong crc = crc32(0, nullptr, 0);
    const auto take = [&](const char *data, qint64 length) -> Result<> {
        size += length;
        if (size > member.size)
            return fail(ErrorKind::ImageCorrupt, {}, member.name);
        crc = crc32(crc, reinterpret_cast<const Bytef *>(data), static_cast<uInt>(length));
        return output.append(data, length, input.stop());
    };
    bool atEnd = member.packedSize == 0;
    while (!atEnd) {
        const qint64 before = input.done();
        const Result<QByteArrayView> bytes = input.next();
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->isEmpty())
            return fail(ErrorKind::ImageTruncated);
        const qint64 from = std::clamp<qint64>(member.position - before, 0, bytes->size());
        const qint64 to = std::clamp<qint64>(end - before, 0, bytes->size());
        const QByteArrayView part = bytes->sliced(from, to - from);
        if (!part.isEmpty() && !member.deflated) {
            if (const Result<> put = take(part.data(), part.size()); !put)
                return put;
        } else if (!part.isEmpty() && !inflater.isAtEnd()) {
            if (const Result<qint64> used = inflater.feed(part, input.stop(), take); !used)
                return std::unexpected(used.error());
        }
        atEnd = input.done() >= end;
    }
    if (size != member.size || crc != member.crc32 || (member.deflated && !inflater.isAtEnd()))
        return fail(ErrorKind::ImageCorrupt, {}, member.name);
    return {};
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/tar_pick.h"

#include <QFile>

#include <lzma.h>
#include <zstd.h>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostPackage = qint64(256) << 20;
constexpr quint64 MostDecoderMemory = quint64(256) << 20;
constexpr qsizetype Piece = 256 * 1024;

/// What lies packed in memory, piece by piece.
class Packed : public ByteSource
{
public:
    explicit Packed(QByteArray bytes) : m_bytes(std::move(bytes)) { }

    Result<QByteArray> next() override
    {
        const qsizetype size = std::min(Piece, m_bytes.size() - m_at);
        m_at += size;
        return m_bytes.sliced(m_at - size, size);
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

class PackedXz : public ByteSource
{
public:
    explicit PackedXz(QByteArray bytes) : m_bytes(std::move(bytes))
    {
        m_good = lzma_stream_decoder(&m_stream, MostDecoderMemory, LZMA_CONCATENATED) == LZMA_OK;
        m_stream.next_in = reinterpret_cast<const uint8_t *>(m_bytes.constData());
        m_stream.avail_in = size_t(m_bytes.size());
    }
    ~PackedXz() override { lzma_end(&m_stream); }

    Result<QByteArray> next() override
    {
        if (m_ended)
            return QByteArray();
        QByteArray out(Piece, Qt::Uninitialized);
        m_stream.next_out = reinterpret_cast<uint8_t *>(out.data());
        m_stream.avail_out = size_t(out.size());
        const lzma_ret done = m_good ? lzma_code(&m_stream, LZMA_FINISH) : LZMA_PROG_ERROR;
        m_ended = done == LZMA_STREAM_END;
        if (done == LZMA_BUF_ERROR)
            return fail(ErrorKind::ImageTruncated);
        if (done != LZMA_OK && !m_ended)
            return fail(ErrorKind::ImageCorrupt, u"xz"_s, QString::number(done));
        out.truncate(out.size() - qsizetype(m_stream.avail_out));
        return out;
    }

private:
    QByteArray m_bytes;
    lzma_stream m_stream = LZMA_STREAM_INIT;
    bool m_good = false;
    bool m_ended = false;
};

class PackedZstd : public ByteSource
{
public:
    explicit PackedZstd(QByteArray bytes) : m_bytes(std::move(bytes)), m_in{m_bytes.constData(), size_t(m_bytes.size()), 0} { }

    Result<QByteArray> next() override
    {
        QByteArray out(Piece, Qt::Uninitialized);
        ZSTD_outBuffer to{out.data(), size_t(out.size()), 0};
        while (to.pos == 0 && (m_in.pos < m_in.size || m_more != 0)) {
            const size_t before = m_in.pos;
            m_more = ZSTD_decompressStream(m_context.get(), &to, &m_in);
            if (ZSTD_isError(m_more))
                return fail(ErrorKind::ImageCorrupt, u"zstd"_s, QString::fromLatin1(ZSTD_getErrorName(m_more)));
            if (to.pos == 0 && m_in.pos == before && m_in.pos == m_in.size)
                return fail(ErrorKind::ImageTruncated);
        }
        out.truncate(qsizetype(to.pos));
        return out;
    }

private:
    QByteArray m_bytes;
    ZSTD_inBuffer m_in;
    size_t m_more = 1;
    std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx *)> m_context{ZSTD_createDCtx(), ZSTD_freeDCtx};
};

} // namespace

bool isPackage(const QString &file)
{
    QFile in(file);
    return in.open(QFile::ReadOnly) && in.read(8) == "!<arch>\n";
}

// ar(5): after eight bytes, members with a head of 60 bytes each, at even places.
Result<std::unique_ptr<ByteSource>> packageTar(const QString &file)
{
    QFile in(file);
    if (!in.open(QFile::ReadOnly) || in.read(8) != "!<arch>\n")
        return fail(ErrorKind::ImageUnreadable, file, in.errorString());
    for (;;) {
        const QByteArray head = in.read(60);
        if (head.size() != 60)
            return fail(ErrorKind::ImageTruncated, file);
        bool ok = false;
        const qint64 size = head.sliced(48, 10).trimmed().toLongLong(&ok);
        if (!ok || size < 0 || size > MostPackage || !head.endsWith("`\n"))
            return fail(ErrorKind::ImageCorrupt, file, u"ar"_s);
        QByteArray name = head.first(16).trimmed();
        if (name.endsWith('/'))
            name.chop(1);
        if (!name.startsWith("data.tar")) {
            if (!in.seek(in.pos() + size + size % 2))
                return fail(ErrorKind::ImageTruncated, file);
            continue;
        }
        QByteArray bytes = in.read(size);
        if (bytes.size() != size)
            return fail(ErrorKind::ImageTruncated, file);
        if (name == "data.tar.xz")
            return std::make_unique<PackedXz>(std::move(bytes));
        if (name == "data.tar.zst")
            return std::make_unique<PackedZstd>(std::move(bytes));
        if (name == "data.tar")
            return std::make_unique<Packed>(std::move(bytes));
        return fail(ErrorKind::ImageCorrupt, file, QString::fromLatin1(name));
    }
}

} // namespace bramble

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/decode.h"

#include <bzlib.h>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 OutputSize = 512 * 1024;

class Bunzipper
{
public:
    Bunzipper() : m_ready(BZ2_bzDecompressInit(&m_stream, 0, 0) == BZ_OK) { }
    Bunzipper(const Bunzipper &) = delete;
    Bunzipper &operator=(const Bunzipper &) = delete;
    ~Bunzipper() { BZ2_bzDecompressEnd(&m_stream); }

    bool isReady() const { return m_ready; }
    bz_stream &stream() { return m_stream; }
    bool startAgain()
    {
        BZ2_bzDecompressEnd(&m_stream);
        bz_stream fresh = {};
        fresh.next_in = m_stream.next_in;
        fresh.avail_in = m_stream.avail_in;
        m_stream = fresh;
        m_ready = BZ2_bzDecompressInit(&m_stream, 0, 0) == BZ_OK;
        return m_ready;
    }

private:
    bz_stream m_stream = {};
    bool m_ready;
};

} // namespace

Result<> decodeBzip2(PackedInput &input, BlockStore &output)
{
    Bunzipper bunzipper;
    if (!bunzipper.isReady())
        return fail(ErrorKind::ImageTooMuchMemory);
    bz_stream &stream = bunzipper.stream();
    QByteArray buffer(OutputSize, Qt::Uninitialized);
    bool atStreamEnd = false;
    for (;;) {
        const Result<QByteArrayView> bytes = input.next();
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->isEmpty())
            return atStreamEnd ? Result<>() : fail(ErrorKind::ImageTruncated);
        // libbz2 has no const in its interface, but does not write here.
        stream.next_in = const_cast<char *>(bytes->data());
        stream.avail_in = static_cast<unsigned>(bytes->size());
        bool isFull = false; // then the decoder may hold more than it could give
        while (stream.avail_in > 0 || isFull) {
            if (atStreamEnd && !bunzipper.startAgain())
                return fail(ErrorKind::ImageTooMuchMemory);
            stream.next_out = buffer.data();
            stream.avail_out = static_cast<unsigned>(OutputSize);
            const int code = BZ2_bzDecompress(&stream);
            if (code == BZ_MEM_ERROR)
                return fail(ErrorKind::ImageTooMuchMemory);
            if (code != BZ_OK && code != BZ_STREAM_END)
                return fail(ErrorKind::ImageCorrupt, {}, u"bzip2 %1"_s.arg(code));
            if (const Result<> put
                = output.append(buffer.constData(), OutputSize - qint64(stream.avail_out), input.stop());
                !put)
                return put;
            atStreamEnd = code == BZ_STREAM_END;
            isFull = stream.avail_out == 0 && !atStreamEnd;
            if (input.stop().stop_requested())
                return fail(ErrorKind::Stopped);
        }
    }
}

} // namespace bramble

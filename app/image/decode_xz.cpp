// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/decode.h"

#include <lzma.h>
#include <thread>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 OutputSize = 1024 * 1024;
/// What a thread needs for the usual settings (xz -6: blocks of 24 MiB, packed and unpacked, and a dictionary of 8
/// MiB), and little more: left alone, the library takes twice that to run ahead of us.
constexpr uint64_t MemoryOfThread = quint64(56) << 20;
constexpr uint64_t MostMemory = quint64(2) << 30;

struct XzStream
{
    XzStream() = default;
    XzStream(const XzStream &) = delete;
    XzStream &operator=(const XzStream &) = delete;
    ~XzStream() { lzma_end(&stream); }

    lzma_stream stream = LZMA_STREAM_INIT;
};

std::unexpected<Error> xzError(lzma_ret code)
{
    switch (code) {
    case LZMA_BUF_ERROR: return fail(ErrorKind::ImageTruncated);
    case LZMA_MEM_ERROR:
    case LZMA_MEMLIMIT_ERROR: return fail(ErrorKind::ImageTooMuchMemory);
    default: return fail(ErrorKind::ImageCorrupt, {}, u"xz %1"_s.arg(static_cast<int>(code)));
    }
}

} // namespace

Result<> decodeXz(PackedInput &input, BlockStore &output)
{
    lzma_mt options = {};
    options.flags = LZMA_CONCATENATED;
    options.threads = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
    const quint64 memory = lzma_physmem();
    // Soft: beyond it fewer threads work.
    options.memlimit_threading
        = std::min<uint64_t>(memory ? memory / 4 : quint64(512) << 20, options.threads * MemoryOfThread);
    options.memlimit_stop = std::max<uint64_t>(MostMemory, options.memlimit_threading);
    XzStream xz;
    lzma_stream &stream = xz.stream;
    if (const lzma_ret code = lzma_stream_decoder_mt(&stream, &options); code != LZMA_OK)
        return xzError(code);

    QByteArray buffer(OutputSize, Qt::Uninitialized);
    lzma_action action = LZMA_RUN;
    for (;;) {
        if (stream.avail_in == 0 && action == LZMA_RUN) {
            const Result<QByteArrayView> bytes = input.next();
            if (!bytes)
                return std::unexpected(bytes.error());
            stream.next_in = reinterpret_cast<const uint8_t *>(bytes->data());
            stream.avail_in = static_cast<size_t>(bytes->size());
            // Only with FINISH does the decoder tell a cut file from one that goes on.
            action = bytes->isEmpty() ? LZMA_FINISH : LZMA_RUN;
        }
        stream.next_out = reinterpret_cast<uint8_t *>(buffer.data());
        stream.avail_out = OutputSize;
        const lzma_ret code = lzma_code(&stream, action);
        if (const Result<> put
            = output.append(buffer.constData(), OutputSize - static_cast<qint64>(stream.avail_out), input.stop());
            !put)
            return put;
        if (code == LZMA_STREAM_END)
            return {};
        if (code != LZMA_OK)
            return xzError(code);
        if (input.stop().stop_requested())
            return fail(ErrorKind::Stopped);
    }
}

} // namespace bramble

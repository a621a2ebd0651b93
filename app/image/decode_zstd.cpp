// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/decode.h"

#include <zstd.h>
#include <zstd_errors.h>

namespace bramble {

namespace {

struct FreeContext
{
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

} // namespace

Result<> decodeZstd(PackedInput &input, BlockStore &output)
{
    const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    if (!context)
        return fail(ErrorKind::ImageTooMuchMemory);
    // `zstd --long=31` is what the format allows at most; the library alone stops at 27.
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, sizeof(size_t) == 4 ? 30 : 31);
    QByteArray buffer(1024 * 1024, Qt::Uninitialized);
    bool atFrameEnd = false;
    for (;;) {
        const Result<QByteArrayView> bytes = input.next();
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->isEmpty())
            return atFrameEnd ? Result<>() : fail(ErrorKind::ImageTruncated);
        ZSTD_inBuffer in{bytes->data(), static_cast<size_t>(bytes->size()), 0};
        bool isFull = false; // then the decoder holds more than it could give
        while (in.pos < in.size || isFull) {
            ZSTD_outBuffer out{buffer.data(), static_cast<size_t>(buffer.size()), 0};
            const size_t code = ZSTD_decompressStream(context.get(), &out, &in);
            if (ZSTD_isError(code)) {
                const ZSTD_ErrorCode kind = ZSTD_getErrorCode(code);
                const bool memory
                    = kind == ZSTD_error_memory_allocation || kind == ZSTD_error_frameParameter_windowTooLarge;
                return fail(memory ? ErrorKind::ImageTooMuchMemory : ErrorKind::ImageCorrupt, {},
                            QString::fromLatin1(ZSTD_getErrorName(code)));
            }
            if (const Result<> put = output.append(buffer.constData(), static_cast<qint64>(out.pos), input.stop());
                !put)
                return put;
            atFrameEnd = code == 0;
            isFull = out.pos == out.size && !atFrameEnd;
            if (input.stop().stop_requested())
                return fail(ErrorKind::Stopped);
        }
    }
}

} // namespace bramble

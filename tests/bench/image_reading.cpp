// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/unpack_image.h"

#include <QFile>

#include <cstdio>
#include <cstring>

using namespace bramble;

namespace {

int failed(const Error &error)
{
    std::fprintf(stderr, "%s %s %s\n", qPrintable(errorId(error.kind)), qPrintable(error.subject), qPrintable(error.detail));
    return 1;
}

/// As xz -dc > /dev/null, but with the checksum of the file.
int decode(const OpenImageOptions &options)
{
    const auto image = UnpackedImage::start(options, {}, {});
    if (!image)
        return failed(image.error());
    (*image)->store()->keepOnly(0, 0);
    const Result<qint64> size = (*image)->store()->waitForAll({});
    return size ? 0 : failed(size.error());
}

/// The root tree as a tar on standard output.
int tar(OpenImageOptions options)
{
    options.wantsSha256 = false; // the other side makes none
    const auto pass = startPass(options, {}, {});
    if (!pass)
        return failed(pass.error());
    const auto source = (*pass)->rootTar({}, {});
    for (;;) {
        const Result<QByteArray> block = source->next();
        if (!block)
            return failed(block.error());
        if (block->isEmpty())
            return 0;
        if (std::fwrite(block->constData(), 1, static_cast<size_t>(block->size()), stdout) != static_cast<size_t>(block->size()))
            return 1;
    }
}

} // namespace

/// image_reading decode|tar FILE: parts of the image room on their own, for the bench.
int main(int count, char **arguments)
{
    if (count != 3)
        return 2;
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    const OpenImageOptions options{.file = QFile::decodeName(arguments[2]), .cacheFolder = QStringLiteral("/var/tmp"), .sha256 = {}};
    return std::strcmp(arguments[1], "tar") == 0 ? tar(options) : decode(options);
}

// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/unpack_image.h"

#include "image/decode.h"

namespace bramble {

namespace {

/// What the thread works on: all its own.
struct Job
{
    OpenImageOptions options;
    ReportProgress progress;
    ImageFormat format = ImageFormat::Unknown;
    std::shared_ptr<DiskFile> file;
    qint64 fileSize = 0;
    std::shared_ptr<BlockStore> store;
};

Result<> decodeInto(const Job &job, PackedInput &input)
{
    switch (job.format) {
    case ImageFormat::Xz: return decodeXz(input, *job.store);
    case ImageFormat::Zstd: return decodeZstd(input, *job.store);
    case ImageFormat::Gzip: return decodeGzip(input, *job.store);
    case ImageFormat::Zip: {
        const Result<ZipMember> member = findZipMember(job.options.file, job.fileSize);
        return member ? decodeZipMember(input, *member, *job.store) : std::unexpected(member.error());
    }
    case ImageFormat::Raw:
    case ImageFormat::Unknown: break;
    }
    return {};
}

Result<QString> unpack(const Job &job, const Stop &stop)
{
    PackedInput input(job.file, job.fileSize, job.progress, stop);
    if (job.format != ImageFormat::Raw) {
        if (const Result<> decoded = decodeInto(job, input); !decoded)
            return std::unexpected(decoded.error());
        if (const Result<> ended = job.store->endData(); !ended)
            return std::unexpected(ended.error());
    }
    if (const Result<> rest = input.drain(); !rest)
        return std::unexpected(rest.error());
    const QString sha256 = input.sha256();
    const QString expected = job.options.sha256.trimmed();
    if (!expected.isEmpty() && expected.compare(sha256, Qt::CaseInsensitive) != 0)
        return fail(ErrorKind::ImageChecksum, job.options.file, sha256);
    return sha256;
}

} // namespace

Result<std::unique_ptr<UnpackedImage>> UnpackedImage::start(const OpenImageOptions &options,
                                                            const ReportProgress &progress)
{
    const Result<std::shared_ptr<DiskFile>> file = DiskFile::openForReading(options.file);
    if (!file)
        return std::unexpected(file.error());
    const Result<qint64> size = (*file)->size();
    if (!size)
        return std::unexpected(size.error());
    QByteArray head(std::min<qint64>(512, *size), '\0');
    if (const Result<qint64> got = (*file)->readAt(0, head.data(), head.size()); !got)
        return std::unexpected(got.error());
    const ImageFormat format = imageFormat(head);
    if (format == ImageFormat::Unknown)
        return fail(ErrorKind::ImageFormatUnknown, options.file, foreignFormat(head));

    std::shared_ptr<BlockStore> store;
    if (format == ImageFormat::Raw) {
        store = std::make_shared<BlockStore>(*file, *size);
    } else {
        Result<std::shared_ptr<DiskFile>> cache = DiskFile::makeNameless(options.cacheFolder);
        if (!cache)
            return std::unexpected(cache.error());
        store = std::make_shared<BlockStore>(std::move(*cache));
    }
    std::unique_ptr<UnpackedImage> image(new UnpackedImage(format, store));
    Job job{options, progress, format, *file, *size, std::move(store)};
    image->m_thread = std::jthread([job = std::move(job), sha256 = &image->m_sha256](const Stop &stop) {
        Result<QString> done = unpack(job, stop);
        if (!done) {
            Error error = done.error();
            if (error.subject.isEmpty())
                error.subject = job.options.file;
            job.store->abandon(std::move(error));
            return;
        }
        *sha256 = *done; // seen by others only after seal()
        job.store->seal();
    });
    return image;
}

} // namespace bramble

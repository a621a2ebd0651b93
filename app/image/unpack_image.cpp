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

    bool isReadInPlace() const { return format == ImageFormat::Raw; }
};

QString pathOf(const OpenImageOptions &options)
{
    return options.arriving ? options.arriving->path() : options.file;
}

QString nameOf(const OpenImageOptions &options)
{
    return options.file.isEmpty() ? pathOf(options) : options.file;
}

/// A zip keeps its directory at its end: all of it has to be there first.
Result<> decodeZip(const Job &job, PackedInput &input)
{
    if (job.options.arriving)
        if (const Result<> whole = job.options.arriving->waitForWhole(input.stop()); !whole)
            return whole;
    const Result<qint64> size = job.file->size();
    if (!size)
        return std::unexpected(size.error());
    const Result<ZipMember> member = findZipMember(pathOf(job.options), *size);
    return member ? decodeZipMember(input, *member, *job.store) : std::unexpected(member.error());
}

/// An image read in place needs no decoder: what has been hashed is there.
Result<> passThrough(const Job &job, PackedInput &input)
{
    for (;;) {
        const Result<QByteArrayView> bytes = input.next();
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->isEmpty())
            return {};
        job.store->arrived(input.done());
    }
}

Result<> decodeInto(const Job &job, PackedInput &input)
{
    switch (job.format) {
    case ImageFormat::Xz: return decodeXz(input, *job.store);
    case ImageFormat::Zstd: return decodeZstd(input, *job.store);
    case ImageFormat::Gzip: return decodeGzip(input, *job.store);
    case ImageFormat::Bzip2: return decodeBzip2(input, *job.store);
    case ImageFormat::Zip: return decodeZip(job, input);
    case ImageFormat::Raw: return passThrough(job, input);
    case ImageFormat::Unknown: break;
    }
    return {};
}

bool differs(const QString &expected, const QString &found)
{
    return !expected.trimmed().isEmpty() && expected.trimmed().compare(found, Qt::CaseInsensitive) != 0;
}

Result<UnpackedImage::Hashes> unpack(const Job &job, const Stop &stop)
{
    const bool isWholeAlready = job.isReadInPlace() && !job.options.arriving;
    const bool wantsHash = job.options.wantsSha256 || !job.options.sha256.trimmed().isEmpty()
        || (job.isReadInPlace() && !job.options.extractedSha256.isEmpty());
    PackedInput input(job.file, job.options.arriving, job.fileSize, wantsHash, job.progress, stop);
    if (isWholeAlready && !wantsHash)
        return UnpackedImage::Hashes();
    if (!isWholeAlready)
        if (const Result<> decoded = decodeInto(job, input); !decoded)
            return std::unexpected(decoded.error());
    job.store->endData();
    if (const Result<> rest = input.drain(); !rest)
        return std::unexpected(rest.error());
    if (job.options.arriving)
        if (const Result<> whole = job.options.arriving->waitForWhole(stop); !whole)
            return std::unexpected(whole.error());
    const QString sha256 = input.sha256();
    if (differs(job.options.sha256, sha256))
        return fail(ErrorKind::ImageChecksum, nameOf(job.options), sha256);
    const QString ofImage = job.isReadInPlace() ? sha256 : job.store->sha256();
    if (differs(job.options.extractedSha256, ofImage))
        return fail(ErrorKind::ImageChecksum, nameOf(job.options), ofImage);
    return UnpackedImage::Hashes{sha256, job.options.extractedSha256.isEmpty() ? QString() : ofImage};
}

Result<QByteArray> readHead(const DiskFile &file, const std::shared_ptr<const ArrivingFile> &arriving, const Stop &stop)
{
    constexpr qint64 HeadSize = 512;
    qint64 there = arriving ? 0 : HeadSize;
    while (there < HeadSize) {
        const Result<qint64> more = arriving->waitBehind(there, stop);
        if (!more)
            return std::unexpected(more.error());
        if (*more == 0)
            break;
        there += *more;
    }
    QByteArray head(HeadSize, '\0');
    const Result<qint64> got = file.readAt(0, head.data(), std::min(there, HeadSize));
    if (!got)
        return std::unexpected(got.error());
    return head.first(*got);
}

} // namespace

Result<std::unique_ptr<UnpackedImage>> UnpackedImage::start(const OpenImageOptions &options,
                                                            const ReportProgress &progress, const Stop &stop)
{
    if (options.arriving) // whoever writes it has made it by then
        if (const Result<qint64> some = options.arriving->waitBehind(0, stop); !some)
            return std::unexpected(some.error());
    const Result<std::shared_ptr<DiskFile>> file = DiskFile::openForReading(pathOf(options));
    if (!file)
        return std::unexpected(file.error());
    const Result<qint64> size = (*file)->size();
    if (!size)
        return std::unexpected(size.error());
    const Result<QByteArray> head = readHead(**file, options.arriving, stop);
    if (!head)
        return std::unexpected(head.error());
    const ImageFormat format = imageFormat(*head);
    if (format == ImageFormat::Unknown)
        return fail(ErrorKind::ImageFormatUnknown, nameOf(options), foreignFormat(*head));

    std::shared_ptr<BlockStore> store;
    if (format != ImageFormat::Raw)
        store = std::make_shared<BlockStore>(options.mostMemory, options.cacheFolder);
    else if (options.arriving)
        store = std::make_shared<BlockStore>(*file);
    else
        store = std::make_shared<BlockStore>(*file, *size);
    if (!options.extractedSha256.isEmpty())
        store->startHash();
    std::unique_ptr<UnpackedImage> image(new UnpackedImage(format, store));
    Job job{options, progress, format, *file, *size, std::move(store)};
    image->m_thread = std::jthread([job = std::move(job), hashes = &image->m_hashes](const Stop &stopped) {
        Result<Hashes> done = unpack(job, stopped);
        if (!done) {
            Error error = done.error();
            if (error.subject.isEmpty())
                error.subject = nameOf(job.options);
            job.store->abandon(std::move(error));
            return;
        }
        *hashes = *done; // seen by others only after seal()
        job.store->seal();
    });
    return image;
}

} // namespace bramble

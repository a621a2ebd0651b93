// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/attempt.h"
#include "model/catalogue.h"

#include <QLockFile>

#include <filesystem>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// All bytes are there: are they the right ones?
Result<CachedImage> admit(DownloadWork &work)
{
    PartFile &part = *work.part;
    const QByteArray sha256 = part.sha256();
    if (!work.request.sha256.isEmpty() && sha256 != work.request.sha256.toLatin1()) {
        const QUrl url = part.url;
        part.discard();
        return fail(ErrorKind::NetChecksum, url.toString(), QString::fromLatin1(sha256));
    }
    if (work.arriving)
        work.arriving->finish(part.size());
    work.report(true);
    if (const Result<> durable = part.makeDurableNow(); !durable)
        return std::unexpected(durable.error());
    CachedImage image;
    image.id = QString::fromLatin1(sha256);
    image.name = work.request.name.isEmpty() ? fileNameOf(work.request.urls.back()) : work.request.name;
    image.url = work.request.urls.back();
    if (part.url == image.url) {
        image.etag = part.etag;
        image.modified = part.modified;
    }
    const Result<CachedImage> admitted = work.cache.admit(part.path(), image);
    if (admitted) {
        part.forget();
        if (!work.arriving)
            QFile::remove(part.path()); // else whoever reads it sees to that
        work.cache.makeRoom(0);
    }
    return admitted;
}

// What is in the cache already, also for somebody who waits at the other name.
Result<CachedImage> serve(DownloadWork &work, const QString &id)
{
    const auto image = work.cache.use(id);
    if (!image)
        return fail(ErrorKind::CacheUnknown, id);
    if (work.arriving) {
        if (work.arriving->path() != image->path) {
            std::error_code error;
            QFile::remove(work.arriving->path());
            std::filesystem::create_hard_link(std::filesystem::path(image->path.toStdU16String()),
                                              std::filesystem::path(work.arriving->path().toStdU16String()), error);
            if (error && !QFile::copy(image->path, work.arriving->path()))
                return fail(ErrorKind::FileUnwritable, work.arriving->path());
        }
        work.arriving->finish(image->size);
    }
    if (work.progress)
        work.progress({image->size, image->size});
    return *image;
}

// No other address and no other try can help.
bool isFinal(const Error &error)
{
    using enum ErrorKind;
    switch (error.kind) {
    case Stopped:
    case NetDiskFull:
    case NetNoSpace:
    case NetChanged:
    case FileUnwritable:
    case FileUnreadable: return true;
    default: return false;
    }
}

// Another try at the same address may help.
bool mayPass(const Error &error)
{
    using enum ErrorKind;
    if (error.kind == NetStatus)
        return error.detail.startsWith(u'5') || error.detail.startsWith("429"_L1) || error.detail.startsWith("408"_L1);
    return error.kind == NetUnreachable || error.kind == NetStalled || error.kind == NetTruncated;
}

QCoro::Task<bool> pause(std::chrono::milliseconds time, Stop stop)
{
    Bell bell;
    const std::stop_callback onStop(stop, [&bell] { bell.ringFromAnywhere(); });
    (void)co_await bell.rung(time);
    co_return !stop.stop_requested();
}

// One address, as often as it makes sense.
QCoro::Task<Result<CachedImage>> from(WorkPtr work, QUrl url)
{
    constexpr int mostPieces = 1000;
    int tries = 0, restarts = 0;
    Error last{ErrorKind::NetUnreachable, url.toString(), {}};
    for (int pieces = 0; tries < work->limits.tries && pieces < mostPieces; ++pieces) {
        const qint64 before = work->part->size();
        const Result<Outcome> outcome = co_await attempt(work, url);
        if (outcome && *outcome == Outcome::Same) {
            work->part->discard();
            co_return serve(*work, work->older->id);
        }
        if (outcome && *outcome == Outcome::Again) {
            if (++restarts > 2)
                co_return fail(ErrorKind::NetRange, url.toString());
            continue;
        }
        if (outcome) {
            const bool stitched = work->stitched;
            const Result<CachedImage> image = admit(*work);
            if (image || image.error().kind != ErrorKind::NetChecksum || work->told || !stitched || ++restarts > 1)
                co_return image;
            // Pieces of two versions, or of two mirrors that differ: once more, all from here.
            last = image.error();
            if (const Result<> again = beginAgain(*work, url); !again)
                co_return std::unexpected(again.error());
            continue;
        }
        last = outcome.error();
        if (isFinal(last) || !mayPass(last))
            co_return std::unexpected(last);
        // A few bytes more are no reason to be patient for ever.
        const qint64 some = work->limits.slowest * work->limits.stall.count() / 1000;
        tries = work->part->size() >= before + some ? 1 : tries + 1;
        if (tries < work->limits.tries && !co_await pause(work->limits.pause * (1 << qMin(tries - 1, 6)), work->stop))
            co_return fail(ErrorKind::Stopped);
    }
    co_return std::unexpected(last);
}

QCoro::Task<Result<CachedImage>> fromAnywhere(WorkPtr work)
{
    Error last{ErrorKind::InvalidUrl, {}, {}};
    for (const QUrl &url : std::as_const(work->request.urls)) {
        const Result<CachedImage> image = co_await from(work, url);
        if (image)
            co_return image;
        last = image.error();
        if (isFinal(last) || (last.kind == ErrorKind::NetChecksum && work->told))
            break;
        if (last.kind == ErrorKind::NetChecksum)
            if (const Result<> again = beginAgain(*work, url); !again)
                co_return std::unexpected(again.error());
    }
    // Without the net, what the same address gave before is better than nothing.
    if (last.kind == ErrorKind::NetUnreachable && work->older && !work->told)
        co_return serve(*work, work->older->id);
    if (work->part->size() == 0)
        work->part->discard();
    co_return std::unexpected(last);
}

QCoro::Task<Result<CachedImage>> run(WorkPtr work)
{
    for (const QUrl &url : std::as_const(work->request.urls))
        if (!isWebAddress(url))
            co_return fail(ErrorKind::InvalidUrl, url.toString(QUrl::RemoveUserInfo));
    if (work->cache.find(work->request.sha256))
        co_return serve(*work, work->request.sha256);
    // Somebody else may be at it, in another window: then it is there when they are done.
    const QString base = work->cache.folder() + u'/' + partId(work->request);
    QLockFile lock(base + u".lock"_s);
    lock.setStaleLockTime(0);
    while (!lock.tryLock(0)) {
        if (lock.error() != QLockFile::LockFailedError)
            co_return fail(ErrorKind::FileUnwritable, base + u".lock"_s);
        if (!co_await pause(300ms, work->stop))
            co_return fail(ErrorKind::Stopped);
    }
    if (work->cache.find(work->request.sha256))
        co_return serve(*work, work->request.sha256);
    const bool known = !work->request.sha256.isEmpty();
    if (!known)
        work->older = work->cache.findUrl(work->request.urls.back());
    Result<std::unique_ptr<PartFile>> part = PartFile::open(base + u".part"_s, known);
    if (!part)
        co_return std::unexpected(part.error());
    work->part = *std::move(part);
    work->part->name = work->request.name;
    while (work->part->hashed() < work->part->size()) {
        if (const Result<> hashed = work->part->hashSome(); !hashed)
            co_return std::unexpected(hashed.error());
        if (!co_await pause(0ms, work->stop))
            co_return fail(ErrorKind::Stopped);
    }
    co_return co_await fromAnywhere(work);
}

} // namespace

QString partId(const FetchRequest &request)
{
    if (!request.sha256.isEmpty())
        return request.sha256;
    Sha256 sha;
    sha.addData(request.urls.isEmpty() ? QByteArray() : request.urls.back().toEncoded());
    return u"url-"_s + QString::fromLatin1(sha.result().toHex());
}

QCoro::Task<Result<CachedImage>> download(QNetworkAccessManager *net, FetchRequest request, FetchLimits limits,
                                          ImageCache cache, std::shared_ptr<ArrivingFile> arriving,
                                          ReportProgress progress, Stop stop)
{
    const auto work = std::make_shared<DownloadWork>(net, std::move(request), limits, std::move(cache));
    work->arriving = arriving;
    work->progress = progress;
    work->stop = stop;
    const Result<CachedImage> image = co_await run(work);
    if (!image && arriving)
        arriving->abandon(image.error());
    co_return image;
}

} // namespace bramble

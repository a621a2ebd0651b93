// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/fetched_image.h"

#include <atomic>

namespace bramble {

namespace {

/// The file is whole, and known to be right by the cache's own word.
QCoro::Task<Result<FetchedImage>> readCached(CachedImage file, OpenImageOptions options, ReportProgress reading,
                                             Stop stop)
{
    options.file = file.path;
    options.sha256.clear();
    const Result<ImageFacts> facts = co_await readImageFacts(options, reading, stop);
    if (!facts)
        co_return std::unexpected(facts.error());
    co_return FetchedImage{file, sourceOf(options, *facts, file.use)};
}

/// Nobody has begun to read what is to be replaced: the one way that can start anew.
QCoro::Task<Result<FetchedImage>> oneAfterTheOther(WebPtr web, FetchRequest request, FetchSettings settings,
                                                   OpenImageOptions options, FetchReports reports, Stop stop)
{
    const ImageCache cache = imageCache(settings);
    const Result<CachedImage> file
        = co_await fetchImage(web, request, settings.limits, cache, nullptr, reports.download, stop);
    if (!file)
        co_return std::unexpected(file.error());
    co_return co_await readCached(*file, options, reports.reading, stop);
}

QCoro::Task<Result<FetchedImage>> bothAtOnce(WebPtr web, FetchRequest request, FetchSettings settings,
                                             OpenImageOptions options, FetchReports reports, Stop stop)
{
    const ImageCache cache = imageCache(settings);
    const auto arriving = arrivingFor(cache, request);
    StopSource both;
    const std::stop_callback passOn(stop, [&both] { both.request_stop(); });
    const auto isWhole = std::make_shared<std::atomic_bool>(false);
    const ReportProgress download = [isWhole, report = reports.download](Progress now) {
        *isWhole = now.total > 0 && now.done >= now.total;
        if (report)
            report(now);
    };
    const ReportProgress reading = [isWhole, report = reports.reading](Progress now) {
        if (*isWhole && report)
            report(now);
    };
    auto fetching = fetchImage(web, request, settings.limits, cache, arriving, download, both.get_token());
    options.file = request.name;
    options.sha256 = request.sha256;
    options.arriving = arriving;
    const Result<ImageFacts> facts = co_await readImageFacts(options, reading, both.get_token());
    const bool isNoImage = !facts && !arriving->isAbandoned() && !stop.stop_requested();
    if (isNoImage)
        both.request_stop();
    const Result<CachedImage> file = co_await fetching;
    if (isNoImage)
        co_return std::unexpected(facts.error());
    if (!file)
        co_return std::unexpected(file.error());
    if (!facts)
        co_return std::unexpected(facts.error());
    options.file = file->path;
    co_return FetchedImage{*file, sourceOf(options, *facts, file->use)};
}

} // namespace

QCoro::Task<Result<FetchedImage>> fetchImageSource(WebPtr web, FetchRequest request, FetchSettings settings,
                                                   OpenImageOptions options, FetchReports reports, Stop stop)
{
    const ImageCache cache = imageCache(settings);
    const bool isHere = cache.find(request.sha256)
        || (request.sha256.isEmpty() && !request.urls.isEmpty() && cache.findUrl(request.urls.back()));
    if (!isHere) {
        const Result<FetchedImage> fetched
            = co_await bothAtOnce(web, request, settings, options, reports, stop);
        // The file became another one on its server, or pieces did not fit: what was read of it cannot be taken back,
        // but it can be forgotten.
        const bool again = !fetched
            && (fetched.error().kind == ErrorKind::NetChanged || fetched.error().kind == ErrorKind::NetChecksum);
        if (!again)
            co_return fetched;
    }
    co_return co_await oneAfterTheOther(web, request, settings, options, reports, stop);
}

} // namespace bramble

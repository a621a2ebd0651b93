// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/fetch.h"

#include "fetch/load_catalogue.h"
#include "fetch/small_file.h"

#include <QFile>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ImageCache imageCache(const FetchSettings &settings)
{
    return {settings.folder + u"/images"_s, settings.quota};
}

FetchRequest requestFor(const QUrl &url, const QString &sha256, const FetchSettings &settings)
{
    FetchRequest request;
    request.urls = withMirrors(url, settings.mirrors);
    request.sha256 = sha256;
    request.name = fileNameOf(url);
    return request;
}

std::shared_ptr<ArrivingFile> arrivingFor(const ImageCache &cache, const FetchRequest &request)
{
    if (const auto image = cache.use(request.sha256)) {
        const auto use = image->use;
        std::shared_ptr<ArrivingFile> file(new ArrivingFile(image->path), [use](ArrivingFile *f) { delete f; });
        file->expect(image->size);
        file->finish(image->size);
        return file;
    }
    // Once it is whole it has its final name, and this one goes with the last who reads it.
    const auto forget = [](ArrivingFile *f) {
        StopSource now;
        now.request_stop();
        if (f->waitForWhole(now.get_token()))
            QFile::remove(f->path());
        delete f;
    };
    return {new ArrivingFile(cache.folder() + u'/' + partId(request) + u".part"_s), forget};
}

QCoro::Task<Result<CachedImage>> fetchImage(WebPtr web, FetchRequest request, FetchLimits limits, ImageCache cache,
                                            std::shared_ptr<ArrivingFile> arriving, ReportProgress progress, Stop stop)
{
    OnWeb<Result<CachedImage>> there(web, [=](QNetworkAccessManager *net) {
        return download(net, request, limits, cache, arriving, progress, stop);
    });
    co_return co_await there;
}

QCoro::Task<Result<LoadedCatalogue>> loadCatalogue(WebPtr web, FetchSettings settings, QString locale, Stop stop)
{
    OnWeb<Result<LoadedCatalogue>> there(
        web, [=](QNetworkAccessManager *net) { return loadCatalogueHere(net, settings, locale, stop); });
    co_return co_await there;
}

QCoro::Task<Result<QByteArray>> fetchIcon(WebPtr web, FetchSettings settings, QUrl url, Stop stop)
{
    constexpr qint64 limit = 256 * 1024;
    const QString folder = settings.folder + u"/icons"_s;
    OnWeb<Result<SmallFile>> there(web, [=](QNetworkAccessManager *net) {
        return fetchSmallHere(net, url, folder, limit, 24h * 30, settings.limits, stop);
    });
    const Result<SmallFile> file = co_await there;
    if (!file)
        co_return std::unexpected(file.error());
    co_return file->content;
}

} // namespace bramble

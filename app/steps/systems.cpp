// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/systems.h"

#include "host/host.h"
#include "steps/in_background.h"

#include <QCoro/QCoroTask>

#include <QLocale>
#include <QPointer>

namespace bramble {

namespace {

QCoro::Task<std::vector<CachedImage>> listCache(FetchSettings settings)
{
    const auto work = [settings] { return imageCache(settings).list(); };
    co_return co_await inBackground(work);
}

QCoro::Task<Result<>> removeFrom(FetchSettings settings, QString id)
{
    const auto work = [settings, id] { return imageCache(settings).remove(id); };
    co_return co_await inBackground(work);
}

QCoro::Task<Result<>> shrink(FetchSettings settings)
{
    const auto work = [settings]() -> Result<> {
        imageCache(settings).makeRoom(0);
        return {};
    };
    co_return co_await inBackground(work);
}

} // namespace

Systems::Systems(QObject *parent) : QObject(parent), m_settings(readFetchSettings()) { }

Systems::~Systems()
{
    m_stopAll.request_stop();
    m_stopDownload.request_stop();
    if (m_web)
        m_web->end();
}

const WebPtr &Systems::web()
{
    if (!m_web)
        m_web = std::make_shared<Web>();
    return m_web;
}

void Systems::loadCatalogue()
{
    if (m_catalogue.busy)
        return;
    m_catalogue.busy = true;
    m_catalogue.error.reset();
    QCoro::connect(bramble::loadCatalogue(web(), m_settings, QLocale().name(), m_stopAll.get_token()), this,
                   [this, number = m_catalogueNumber](const Result<LoadedCatalogue> &loaded) {
                       if (number != m_catalogueNumber)
                           return; // of other lists
                       m_catalogue.busy = false;
                       if (loaded)
                           m_catalogue.value = *loaded;
                       else
                           m_catalogue.error = loaded.error();
                       Q_EMIT changed();
                   });
    Q_EMIT changed();
}

QStringList Systems::lists() const
{
    QStringList out;
    for (const QUrl &url : m_settings.lists)
        out << url.toString(QUrl::FullyEncoded);
    return out;
}

Result<> Systems::useSources(const QString &lists, const QString &mirrors)
{
    const Result<FetchSettings> settings = withSources(m_settings, lists, mirrors);
    if (!settings)
        return std::unexpected(settings.error());
    m_settings = *settings;
    saveSources(m_settings);
    m_catalogue = {};
    ++m_catalogueNumber;
    loadCatalogue();
    return {};
}

QByteArray Systems::icon(const QUrl &url)
{
    constexpr qsizetype most = 2000;
    if (url.isEmpty() || m_icons.contains(url) || m_icons.size() >= most)
        return m_icons.value(url);
    m_icons.insert(url, {});
    QCoro::connect(fetchIcon(web(), m_settings, url, m_stopAll.get_token()), this,
                   [this, url](const Result<QByteArray> &picture) {
                       if (!picture)
                           return;
                       m_icons[url] = *picture;
                       Q_EMIT changed();
                   });
    return {};
}

/// For other threads; says no more once something else was started.
ReportProgress Systems::reporter(void (Systems::*take)(Progress))
{
    const Stop stop = m_stopDownload.get_token();
    const auto here = std::make_shared<QObject>(); // on our thread, and alive as long as somebody may report
    return [here, stop, take, self = QPointer<Systems>(this)](Progress now) {
        const auto tell = [stop, take, self, now] {
            if (self && !stop.stop_requested())
                (self->*take)(now);
        };
        QMetaObject::invokeMethod(here.get(), tell, Qt::QueuedConnection);
    };
}

void Systems::takeDownloaded(Progress now)
{
    m_download.progress = now;
    Q_EMIT changed();
}

void Systems::takeRead(Progress now)
{
    m_reading = now;
    Q_EMIT changed();
}

void Systems::start(const ImageChoice &choice, qint64 size)
{
    forget();
    m_download.busy = true;
    FetchRequest request = requestFor(choice.url, choice.sha256, m_settings);
    request.size = size;
    m_download.progress.total = size;
    OpenImageOptions options;
    options.cacheFolder = cacheFolder();
    options.extractedSha256 = choice.extractedSha256;
    const FetchReports reports{reporter(&Systems::takeDownloaded), reporter(&Systems::takeRead)};
    const Stop stop = m_stopDownload.get_token();
    QCoro::connect(fetchImageSource(web(), request, m_settings, options, reports, stop), this,
                   [this, stop](const Result<FetchedImage> &image) {
                       if (stop.stop_requested() && image)
                           return; // something else was chosen meanwhile
                       if (stop != m_stopDownload.get_token())
                           return;
                       m_download.busy = false;
                       if (image)
                           m_download.value = *image;
                       else
                           m_download.error = image.error();
                       lookAtCache();
                       Q_EMIT downloaded();
                   });
    Q_EMIT changed();
}

void Systems::stop()
{
    m_stopDownload.request_stop();
}

void Systems::forget()
{
    m_stopDownload.request_stop();
    m_stopDownload = StopSource();
    m_download = {};
    m_reading = {};
}

void Systems::lookAtCache()
{
    QCoro::connect(listCache(m_settings), this, [this](const std::vector<CachedImage> &images) {
        m_cached = images;
        Q_EMIT changed();
    });
}

void Systems::afterCache(QCoro::Task<Result<>> work)
{
    QCoro::connect(std::move(work), this, [this](const Result<> &done) {
        m_cacheError = done ? std::nullopt : std::optional(done.error());
        lookAtCache();
    });
}

void Systems::remove(QString id)
{
    afterCache(removeFrom(m_settings, id));
}

void Systems::setQuota(qint64 bytes)
{
    saveQuota(bytes);
    m_settings.quota = bytes;
    afterCache(shrink(m_settings));
}

} // namespace bramble

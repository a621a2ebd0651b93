// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/fetched_image.h"
#include "steps/work.h"

#include <QHash>
#include <QObject>

namespace bramble {

/// What can be had from the net: the list of systems, the download of the chosen one, and the cache. The part of the
/// journey that Journey hands on to the System page.
class Systems : public QObject
{
    Q_OBJECT

public:
    explicit Systems(QObject *parent = nullptr);
    ~Systems() override;

    const Work<LoadedCatalogue> &catalogue() const { return m_catalogue; }
    void loadCatalogue(); ///< once more, if it is there already
    QStringList lists() const; ///< addresses
    const QStringList &mirrors() const { return m_settings.mirrors; } ///< as FetchSettings has them
    /// Other lists and mirrors, now and from now on; the catalogue is fetched again. Errors: as withSources.
    Result<> useSources(const QString &lists, const QString &mirrors);
    /// A picture of the list: empty until it has come; it is asked for then.
    QByteArray icon(const QUrl &url);

    const Work<FetchedImage> &download() const { return m_download; } ///< progress: of the download
    const Progress &reading() const { return m_reading; } ///< once all of it has arrived
    void start(const ImageChoice &choice, qint64 size); ///< of an address
    void stop(); ///< what has arrived is kept
    void forget(); ///< stops, and knows of no download any more

    const std::vector<CachedImage> &cached() const { return m_cached; }
    qint64 quota() const { return m_settings.quota; } ///< bytes
    void lookAtCache();
    void remove(QString id);
    void setQuota(qint64 bytes);
    const std::optional<Error> &cacheError() const { return m_cacheError; }

Q_SIGNALS:
    void changed();
    void downloaded(); ///< download().value, or its error, is there

private:
    const WebPtr &web(); ///< made when it is first needed: who works with files only has no thread for nothing
    void afterCache(QCoro::Task<Result<>> work);

    FetchSettings m_settings;
    WebPtr m_web;
    Work<LoadedCatalogue> m_catalogue;
    int m_catalogueNumber = 0; ///< one for each change of the lists
    QHash<QUrl, QByteArray> m_icons;
    ReportProgress reporter(void (Systems::*take)(Progress));
    void takeDownloaded(Progress now);
    void takeRead(Progress now);

    Work<FetchedImage> m_download;
    Progress m_reading;
    std::vector<CachedImage> m_cached;
    std::optional<Error> m_cacheError;
    StopSource m_stopAll, m_stopDownload;
};

} // namespace bramble
